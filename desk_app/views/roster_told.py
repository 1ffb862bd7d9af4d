"""What the foot of the roster says of something that was done, and in which tone."""

from desk_app.controllers.roster import CheckIn, Done, Undone
from desk_app.views.deeds import deed_words
from desk_app.views.person_words import outcome_word
from desk_app.words import tr, trn

Told = tuple[str, str]  # words and tone


def done_words(done: Done) -> Told:
    """To how many it was done, and why not to the others."""
    words = {
        "check_in": trn(
            done.count, "{count} person is checked in", "{count} people are checked in"
        ),
        "note": trn(done.count, "A note for {count} person", "A note for {count} people"),
        "ticket_type": trn(
            done.count,
            "{count} person has another category",
            "{count} people have another category",
        ),
    }
    others = (f"{count} {outcome_word(why.value)}" for why, count in done.left_out)
    return " · ".join((words[done.act], *others)), "good" if done.count else "mind"


def entered_words(answer: CheckIn) -> Told:
    """What came of a check-in."""
    name = answer.person.full_name if answer.person else ""
    words = {
        "welcome": (tr("{name} is checked in", name=name), "good"),
        "attention": (tr("{name} is checked in", name=name), "good"),
        "already_in": (tr("{name} is already in", name=name), "mind"),
    }
    why = outcome_word(answer.outcome.value)
    refused = (tr("{name} was not checked in: {why}", name=name, why=why), "stop")
    return words.get(answer.outcome.value, refused)


def undone_words(undone: Undone | None) -> Told:
    """What was taken back."""
    if undone is None:
        return tr("There is nothing to take back"), "quiet"
    count = undone.count
    words = {
        "Admitted": trn(
            count,
            "The last check-in was taken back",
            "The last {count} check-ins were taken back",
        ),
        "Departed": tr("The last departure was taken back"),
        "Amended": trn(
            count,
            "The last correction was taken back",
            "The last {count} corrections were taken back",
        ),
        "WalkedIn": tr("The last walk-in was taken back"),
        "BadgePrinted": tr("The last print mark was taken back"),
    }
    other = tr("Taken back: {what}", what=deed_words(undone))
    return words.get(type(undone.fact.body).__name__, other), "quiet"

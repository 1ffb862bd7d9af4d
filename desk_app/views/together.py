"""What the banner says of several people: who came together, or which of them is meant."""

from desk_app.controllers.checkin import CheckIn, Person, Results
from desk_app.domain.registration import MAY_ENTER
from desk_app.views.verdicts import Verdict
from desk_app.words import tr, trn


def company_verdict(everybody: tuple[Person, ...], group: tuple[int, ...]) -> Verdict:
    """Whoever came by one order, and how many of them the button would let in."""
    count = sum(it.id in group and it.status in MAY_ENTER for it in everybody)
    return Verdict(
        "quiet",
        "users",
        trn(len(everybody), "{count} person in this order", "{count} people in this order"),
        tr("Choose with ↑ ↓, then Enter, or all at once."),
        "enter_group" if count else "",
        trn(count, "Check in {count} person", "Check in {count} people") if count else "",
        "Ctrl+Return",
    )


def which_verdict(results: Results) -> Verdict:
    """Nobody is let in while several may be meant."""
    alike = tr("Several people have this name")
    fitting = tr("Several people fit “{code}”", code=results.text.strip())
    title = alike if results.namesakes else fitting
    if results.guessed:
        title = tr("Nobody is called “{code}”", code=results.text.strip())
    if results.answers_only:
        title = tr("“{code}” is nobody’s name, but an answer", code=results.text.strip())
    return Verdict("mind", "users", title, tr("Choose with ↑ ↓, then Enter."))


def group_verdict(answers: tuple[CheckIn, ...]) -> Verdict:
    """How many came in together, and who did not."""
    came = sum(it.outcome.admits for it in answers)
    kept_out = [it.person.full_name for it in answers if it.person and not it.outcome.admits]
    names = ", ".join(kept_out)
    return Verdict(
        "mind" if kept_out else "good",
        "users",
        trn(came, "{count} person is in", "{count} people are in"),
        tr("Not checked in: {why}", why=names) if names else tr("all of this order"),
        "undo",
        tr("Undo"),
        "Ctrl+Z",
    )

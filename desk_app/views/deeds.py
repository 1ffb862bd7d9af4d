"""What the banner says before something is taken back, and after."""

from desk_app.controllers.checkin import Corrected, Deed, Undone
from desk_app.domain.facts import Amended, Fact
from desk_app.views.person_words import field_word
from desk_app.views.verdicts import Verdict
from desk_app.words import tr, trn


def deed_words(it: Deed | Undone) -> str:
    """An action of the desk, as a part of a sentence."""
    name = it.person.full_name if it.person else ""
    who = trn(it.count, "one person", "{count} people") if it.count > 1 else name
    field = ", ".join(_field_words(it.facts))
    words = {
        "Admitted": tr("check-in of {name}", name=who),
        "Departed": tr("departure of {name}", name=who),
        "Amended": tr("correction of {name} ({field})", name=who, field=field),
        "WalkedIn": tr("walk-in {name}", name=who),
        "BadgePrinted": tr("print mark of {name}", name=who),
        "HandedOut": tr("what was handed to {name}", name=who),
        "Answered": tr("answer of {name}", name=who),
        "Accompanied": tr("who came along with {name}", name=who),
        "HelpWanted": tr("help desk for {name}", name=who),
        "HelpGiven": tr("help given to {name}", name=who),
    }
    return words[type(it.fact.body).__name__]


def _field_words(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """What a correction changed, each field once."""
    fields = (it.body.field for it in facts if isinstance(it.body, Amended))
    return tuple(map(field_word, dict.fromkeys(fields)))


def corrected_verdict(it: Corrected) -> Verdict:
    """What was just corrected, and that it can be taken back."""
    if it.fact is None:
        return Verdict("quiet", "pencil", tr("Nothing was changed"), "")
    return Verdict(
        "good",
        "pencil",
        tr("Corrected: {name}", name=it.person.full_name),
        ", ".join(map(field_word, it.fields)),
        "undo",
        tr("Undo"),
        "Ctrl+Z",
    )


def asking_verdict(deed: Deed | None, time: str) -> Verdict:
    """What Ctrl+Z would take back, named before it does."""
    if deed is None:
        return Verdict("quiet", "undo-2", tr("Nothing to undo"), "")
    return Verdict(
        "quiet",
        "undo-2",
        tr("Take back: {what}?", what=deed_words(deed)),
        tr("done at {time}", time=time),
        "undo",
        tr("Take back"),
        "Ctrl+Z",
    )


def undone_verdict(undone: Undone | None) -> Verdict:
    """What was taken back, and what would be next."""
    if undone is None:
        return Verdict("quiet", "undo-2", tr("Nothing to undo"), "")
    title, after = _undone_words(undone), undone.next
    if after is None:
        return Verdict("quiet", "undo-2", title, "")
    before = tr("Before that: {what}", what=deed_words(after))
    return Verdict("quiet", "undo-2", title, before, "undo", tr("Take back"), "Ctrl+Z")


def _undone_words(undone: Undone) -> str:
    name = undone.person.full_name if undone.person else ""
    words = {
        "Admitted": tr("Check-in taken back: {name}", name=name),
        "Departed": tr("Departure taken back: {name}", name=name),
        "Amended": tr("Correction taken back: {name}", name=name),
        "WalkedIn": tr("Walk-in taken back"),
        "BadgePrinted": tr("Print mark taken back: {name}", name=name),
    }
    said = words.get(type(undone.fact.body).__name__)
    if said and undone.count == 1:
        return said
    return tr("Taken back: {what}", what=deed_words(undone))

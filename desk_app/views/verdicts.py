"""How each verdict looks and what it says; the next step is on its button."""

from dataclasses import dataclass

from desk_app.controllers.checkin import CheckIn
from desk_app.words import tr


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the banner shows. `action` is "undo", "waive", "walk_in" or none; with its words."""

    tone: str
    icon: str
    title: str
    detail: str
    action: str = ""
    action_text: str = ""
    shortcut: str = ""


def verdict_of(answer: CheckIn, at: str, first_at: str) -> Verdict:
    """The words for an answer; times come as the event's clock shows them."""
    name = answer.person.full_name if answer.person else ""
    say = {
        "welcome": _welcome,
        "already_in": _already_in,
        "pending": _pending,
        "waiting_list": _waiting,
        "cancelled": _cancelled,
        "unknown": _unknown,
        "unreadable": _unreadable,
        "ambiguous": _ambiguous,
    }[answer.outcome.value]
    return say(answer, name, first_at if answer.outcome == "already_in" else at)


def _welcome(answer: CheckIn, name: str, at: str) -> Verdict:
    note = answer.person.note if answer.person else ""
    return Verdict(
        "mind" if note else "good",
        "triangle-alert" if note else "circle-check",
        tr("Welcome, {name}", name=name),
        note or tr("checked in {time}", time=at),
        "undo",
        tr("Undo"),
        "Ctrl+Z",
    )


def _already_in(answer: CheckIn, name: str, at: str) -> Verdict:
    return Verdict(
        "mind",
        "user-check",
        tr("{name} is already in", name=name),
        tr("since {time}, at {desk}", time=at, desk=answer.desk),
        "reprint",
        tr("Print the badge again"),
        "Ctrl+P",
    )


def _pending(answer: CheckIn, name: str, _at: str) -> Verdict:
    return Verdict(
        "mind",
        "hourglass",
        tr("{name}: registration pending", name=name),
        tr("Not confirmed or not paid. Not checked in."),
        "waive",
        tr("Let in all the same"),
        "Ctrl+Return",
    )


def _waiting(answer: CheckIn, name: str, _at: str) -> Verdict:
    return Verdict(
        "mind",
        "list-ordered",
        tr("{name} is on the waiting list", name=name),
        tr("Not checked in. Let in if there is a place."),
        "waive",
        tr("Let in all the same"),
        "Ctrl+Return",
    )


def _cancelled(answer: CheckIn, name: str, _at: str) -> Verdict:
    return Verdict(
        "stop",
        "ban",
        tr("{name}: registration cancelled", name=name),
        tr("Not checked in. Ask the organiser."),
        "waive",
        tr("Let in all the same"),
        "Ctrl+Return",
    )


def _unknown(answer: CheckIn, _name: str, _at: str) -> Verdict:
    return Verdict(
        "stop",
        "circle-help",
        tr("No registration for “{code}”", code=answer.code),
        tr("Search by name, or register a walk-in."),
        "walk_in",
        tr("Register a walk-in"),
        "Ctrl+N",
    )


def _unreadable(_answer: CheckIn, _name: str, _at: str) -> Verdict:
    return Verdict(
        "stop",
        "scan-line",
        tr("The code could not be read"),
        tr("Scan again, or search by name."),
    )


def _ambiguous(answer: CheckIn, _name: str, _at: str) -> Verdict:
    return Verdict(
        "mind",
        "users",
        tr("Several people fit “{code}”", code=answer.code),
        tr("Nobody was checked in. Choose with ↑ ↓, then Enter."),
    )

"""How each verdict looks and what it says; the next step is on its button."""

from dataclasses import dataclass

from desk_app.controllers.checkin import CheckIn, Kind, checkpoint_name
from desk_app.words import current, tr, trn


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the banner shows. `action` names one of the screen's deeds, or none; with its words."""

    tone: str
    icon: str
    title: str
    detail: str
    action: str = ""
    action_text: str = ""
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """Moments of an answer as the event's clock shows them; empty where there is none."""

    at: str
    first: str = ""
    last: str = ""
    turns: str = ""
    listed: str = ""


def verdict_of(answer: CheckIn, times: Times) -> Verdict:
    """The words for an answer."""
    name = answer.person.full_name if answer.person else ""
    say = {
        "welcome": _welcome,
        "attention": _attention,
        "already_in": _already_in,
        "no_reentry": _no_reentry,
        "not_here": _not_here,
        "too_early": _too_early,
        "too_late": _too_late,
        "full": _full,
        "pending": _pending,
        "waiting_list": _waiting,
        "cancelled": _cancelled,
        "blocked": _blocked,
        "unknown": _unknown,
        "outdated": _outdated,
        "unreadable": _unreadable,
        "void": _void,
        "ambiguous": _ambiguous,
        "goodbye": _goodbye,
        "not_in": _not_in,
    }[answer.outcome.value]
    return say(answer, name, times)


def _welcome(_answer: CheckIn, name: str, times: Times) -> Verdict:
    return Verdict(
        "good",
        "circle-check",
        tr("Welcome, {name}", name=name),
        tr("checked in {time}", time=times.at),
        "undo",
        tr("Undo"),
        "Ctrl+Z",
    )


def _attention(answer: CheckIn, name: str, _times: Times) -> Verdict:
    """The note, then what is to be handed out, then what is to be asked."""
    given = ", ".join(it.what for it in answer.to_do if it.kind is Kind.HAND_OUT)
    asked = "  ".join(it.what for it in answer.to_do if it.kind is not Kind.HAND_OUT)
    note = answer.person.note if answer.person else ""
    parts = (note, tr("Hand out: {what}", what=given) if given else "", asked)
    return Verdict(
        "mind",
        "triangle-alert",
        tr("Welcome, {name}", name=name),
        "  ·  ".join(filter(None, parts)),
        "undo",
        tr("Undo"),
        "Ctrl+Z",
    )


def _already_in(answer: CheckIn, name: str, times: Times) -> Verdict:
    return Verdict(
        "mind",
        "user-check",
        tr("{name} is already in", name=name),
        tr("since {time}, at {desk}", time=times.first, desk=answer.desk),
        "reprint",
        tr("Print the badge again"),
        "Ctrl+P",
    )


def _no_reentry(answer: CheckIn, name: str, times: Times) -> Verdict:
    detail = tr("One entry each: in {first}, out {last}.", first=times.first, last=times.last)
    return _refused("mind", "log-out", tr("{name} has left already", name=name), detail)


def _not_here(answer: CheckIn, name: str, _times: Times) -> Verdict:
    kind = answer.person.ticket_type if answer.person else ""
    places = ", ".join(checkpoint_name(it, current()) for it in answer.elsewhere)
    return _refused(
        "mind",
        "door-open",
        tr("{name} does not enter here", name=name),
        tr("{kind} enters at: {places}.", kind=kind or tr("This ticket"), places=places)
        if places
        else tr("No checkpoint is open to: {kind}.", kind=kind or tr("this ticket")),
    )


def _too_early(_answer: CheckIn, name: str, times: Times) -> Verdict:
    detail = tr("This checkpoint opens at {time}.", time=times.turns)
    return _refused("mind", "clock", tr("Too early for {name}", name=name), detail)


def _too_late(_answer: CheckIn, name: str, times: Times) -> Verdict:
    detail = tr("This checkpoint closed at {time}.", time=times.turns)
    return _refused("mind", "clock", tr("Too late for {name}", name=name), detail)


def _full(_answer: CheckIn, name: str, _times: Times) -> Verdict:
    return _refused(
        "stop",
        "users",
        tr("No place left for {name}", name=name),
        tr("Not checked in. Wait until somebody goes out."),
    )


def _pending(_answer: CheckIn, name: str, _times: Times) -> Verdict:
    return _refused(
        "mind",
        "hourglass",
        tr("{name}: registration pending", name=name),
        tr("Not confirmed or not paid. Not checked in."),
    )


def _waiting(answer: CheckIn, name: str, _times: Times) -> Verdict:
    """Where the number of places is known, it is the rule; else somebody decides."""
    title = tr("{name} is on the waiting list", name=name)
    if answer.places is None:
        detail = tr("Not checked in. Let in if there is a place.")
        return _refused("mind", "list-ordered", title, detail)
    if not answer.places:
        return _refused("mind", "list-ordered", title, tr("Not checked in. No place is left."))
    return Verdict(
        "mind",
        "list-ordered",
        title,
        trn(answer.places, "One place is left.", "{count} places are left."),
        "promote",
        tr("Give a place and check in"),
        "Ctrl+Return",
    )


def _cancelled(_answer: CheckIn, name: str, _times: Times) -> Verdict:
    return _refused(
        "stop",
        "ban",
        tr("{name}: registration cancelled", name=name),
        tr("Not checked in. Ask the organiser."),
    )


def _blocked(answer: CheckIn, name: str, _times: Times) -> Verdict:
    title = tr("{name} is blocked", name=name)
    detail = answer.why or tr("Not checked in. Ask whoever is in charge.")
    if answer.guarded:
        ask = tr("Ask a lead…")
        return Verdict("stop", "user-x", title, detail, "ask_lead", ask, "Ctrl+Return")
    return _refused("stop", "user-x", title, detail)


def _refused(tone: str, icon: str, title: str, detail: str) -> Verdict:
    """A refusal that somebody at the desk may waive."""
    waive = tr("Let in all the same")
    return Verdict(tone, icon, title, detail, "waive", waive, "Ctrl+Return")


def _unknown(answer: CheckIn, _name: str, _times: Times) -> Verdict:
    return Verdict(
        "stop",
        "circle-help",
        tr("No registration for “{code}”", code=answer.code),
        tr("Search by name, or register a walk-in."),
        "walk_in",
        tr("Register a walk-in"),
        "Ctrl+N",
    )


def _outdated(answer: CheckIn, _name: str, times: Times) -> Verdict:
    return Verdict(
        "stop",
        "file-input",
        tr("“{code}” is not on this list", code=answer.code),
        tr("The list is from {day}. Import a newer one, or register a walk-in.", day=times.listed),
        "walk_in",
        tr("Register a walk-in"),
        "Ctrl+N",
    )


def _void(_answer: CheckIn, name: str, _times: Times) -> Verdict:
    return Verdict(
        "stop",
        "ban",
        tr("This badge is void"),
        tr("{name} got a newer one. Keep this one, and scan the newer one.", name=name),
    )


def _unreadable(_answer: CheckIn, _name: str, _times: Times) -> Verdict:
    return Verdict(
        "stop",
        "scan-line",
        tr("The code could not be read"),
        tr("Scan again, or search by name."),
    )


def _ambiguous(answer: CheckIn, _name: str, _times: Times) -> Verdict:
    return Verdict(
        "mind",
        "users",
        tr("Several people fit “{code}”", code=answer.code),
        tr("Nobody was checked in. Choose with ↑ ↓, then Enter."),
    )


def _goodbye(_answer: CheckIn, name: str, times: Times) -> Verdict:
    return Verdict(
        "good",
        "log-out",
        tr("Goodbye, {name}", name=name),
        tr("went out {time}", time=times.at),
        "undo",
        tr("Undo"),
        "Ctrl+Z",
    )


def _not_in(_answer: CheckIn, name: str, times: Times) -> Verdict:
    return Verdict(
        "mind",
        "log-out",
        tr("{name} was not inside", name=name),
        tr("had gone out {time}", time=times.last) if times.last else tr("was never counted in"),
        "undo",
        tr("Undo"),
        "Ctrl+Z",
    )

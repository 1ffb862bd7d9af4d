"""The usual reasons why a rule is waived or something taken back, and how the desk asks."""

from desk_app.words import tr


def waiving_reasons(outcome: str) -> tuple[str, ...]:
    """Why somebody is let in whom this verdict refused; the most usual first."""
    organiser = tr("The organiser said so")
    staff = tr("Speaker or staff")
    reasons = {
        "pending": (tr("Paid at the desk"), tr("Showed a proof of payment"), organiser),
        "waiting_list": (tr("A place is free"), staff, organiser),
        "cancelled": (tr("Cancelled by mistake"), staff, organiser),
        "blocked": (tr("Whoever is in charge said so"),),
        "not_here": (staff, tr("Accompanies somebody who needs help"), organiser),
        "too_early": (staff, organiser),
        "too_late": (staff, organiser),
        "full": (tr("There is room all the same"), staff, organiser),
        "no_reentry": (tr("Was noted as gone by mistake"), tr("Had something to fetch"), organiser),
    }
    return reasons.get(outcome, (organiser,))


def undoing_reasons() -> tuple[str, ...]:
    """Why something is taken back later."""
    return tr("It was the wrong person"), tr("It was a mistake"), tr("It was done twice")


def reprinting_reasons() -> tuple[str, ...]:
    """Why a badge is printed once more."""
    return (
        tr("It was lost"),
        tr("It is damaged, or came out badly"),
        tr("Something on it was wrong"),
        tr("Forgotten at home"),
    )


def usual_troubles() -> tuple[str, ...]:
    """Why somebody is sent to the help desk."""
    return tr("Not on the list"), tr("Payment to be settled"), tr("Wrong ticket")


def asked_for_help(name: str) -> str:
    return tr("Send {name} to the help desk?", name=name)


def asked_to_waive(name: str) -> str:
    return tr("Let {name} in all the same?", name=name)


def asked_to_undo(what: str) -> str:
    return tr("Take this back: {what}?", what=what)

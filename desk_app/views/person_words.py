"""What the fields of a person and the refusals of a scan are called."""

from desk_app.words import tr


def field_word(field: str) -> str:
    """A field of a registration as people call it."""
    words = {
        "given_name": tr("Given name"),
        "family_name": tr("Family name"),
        "full_name": tr("Whole name"),
        "email": tr("E-mail"),
        "organisation": tr("Organisation"),
        "job_title": tr("Job title"),
        "ticket_type": tr("Category"),
        "phone": tr("Phone"),
        "note": tr("Note for the desk"),
        "status": tr("Status"),
    }
    return words[field]


def said(question: str, answer: str) -> str:
    """What was asked and answered; a heading may end in a colon of its own."""
    return tr("{what}: {value}", what=question.rstrip(" \u00a0:?*"), value=answer)


def outcome_word(outcome: str) -> str:
    """Why a scan was turned away."""
    words = {
        "already_in": tr("already in"),
        "pending": tr("registration to be confirmed"),
        "waiting_list": tr("on the waiting list"),
        "cancelled": tr("registration cancelled"),
        "blocked": tr("blocked"),
        "not_here": tr("not for this checkpoint"),
        "too_early": tr("before the checkpoint opened"),
        "too_late": tr("after the checkpoint closed"),
        "full": tr("no place was left inside"),
        "no_reentry": tr("had left for good"),
        "outdated": tr("unknown code"),
        "ambiguous": tr("the code fits several people"),
        "unknown": tr("unknown code"),
        "unreadable": tr("unreadable code"),
        "void": tr("a badge that is void"),
    }
    return words.get(outcome, outcome)

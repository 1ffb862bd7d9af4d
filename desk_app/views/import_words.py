"""The words of an import: fields, states, moments, and the steps that take a while."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale

from desk_app.controllers.importing import Difference, PastImport, Step, day
from desk_app.domain.names import listed
from desk_app.domain.registration import Registration, Status
from desk_app.words import current, tr, trn

FIELDS = {
    "external_id": "Registration number",
    "scan_code": "Code on the ticket",
    "given_name": "Given name",
    "family_name": "Family name",
    "full_name": "Whole name",
    "email": "E-mail",
    "organisation": "Organisation",
    "job_title": "Job title",
    "ticket_type": "Ticket",
    "status": "Status",
    "status_raw": "Status",
    "phone": "Telephone",
    "order_id": "Order",
    "buyer_name": "Buyer",
    "buyer_email": "Buyer’s e-mail",
    "registered_at": "Registered on",
    "note": "Note",
    "codes": "Other codes",
}
STATES = {
    Status.CONFIRMED: ("Confirmed", "accent"),
    Status.CHECKED_IN: ("Already checked in", "good"),
    Status.PENDING: ("Pending", "mind"),
    Status.WAITING_LIST: ("Waiting list", "mind"),
    Status.CANCELLED: ("Cancelled", "stop"),
    Status.BLOCKED: ("Blocked", "stop"),
}
STEPS = {
    Step.READING: "Reading the file…",
    Step.COMPARING: "Comparing with the list on this desk…",
    Step.APPLYING: "Writing the changes…",
    Step.TAKING_BACK: "Taking the import back…",
}
REASSURANCES = {
    Step.READING: "Nothing is written before you accept.",
    Step.COMPARING: "Nothing is written before you accept.",
    Step.APPLYING: "Check-in goes on meanwhile. The changes count once all of them are in.",
    Step.TAKING_BACK: "The list will be as it was before. Check-ins stay.",
}


def number(count: int) -> str:
    """A count with the language's thousands."""
    return QLocale(current()).toString(count)


def people(count: int) -> str:
    return trn(count, "{shown} person", "{shown} people", shown=number(count))


def field_word(field: str) -> str:
    """A field of a registration, or the heading of a question as the file has it."""
    return tr(FIELDS[field]) if field in FIELDS else field


def value_word(difference: Difference, value: str) -> str:
    """A value to show side by side with another."""
    return field_value(difference.field, value)


def field_value(field: str, value: str) -> str:
    """A value as a person reads it; a dash stands for nothing."""
    if field == "status":
        return tr(STATES[Status(value)][0])
    return value or "–"


def state_word(registration: Registration) -> str:
    return tr(STATES[registration.status][0])


def state_tone(registration: Registration) -> str:
    return STATES[registration.status][1]


def person_word(it: Registration) -> str:
    """The name as lists show it."""
    return listed(it.given_name, it.family_name, it.full_name)


def platform_word(platform: str) -> str:
    return platform or tr("a list of no known platform")


def moment(at: int, zone: str) -> str:
    """A moment in ms UTC on the event's clock, with its day."""
    local = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone))
    return f"{day(local.date(), current())}, {local:%H:%M}"


def numbers(past: PastImport) -> str:
    """What an import did, without what it did not do."""
    counts = (
        (past.new, trn(past.new, "{shown} is new", "{shown} are new", shown=number(past.new))),
        (
            past.changed,
            trn(
                past.changed, "{shown} changed", "{shown} have changed", shown=number(past.changed)
            ),
        ),
        (
            past.cancelled,
            trn(
                past.cancelled,
                "{shown} cancelled",
                "{shown} are cancelled",
                shown=number(past.cancelled),
            ),
        ),
    )
    return ", ".join(words for count, words in counts if count) or tr("no change of a field")

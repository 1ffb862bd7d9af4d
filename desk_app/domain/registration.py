"""One person's registration as an export gives it, after normalisation."""

from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import chain
from operator import attrgetter

from desk_app.domain.event import stable_id
from desk_app.domain.names import plain


class Status(StrEnum):
    """What the registration platform says of a person."""

    CONFIRMED = "confirmed"
    CHECKED_IN = "checked_in"
    PENDING = "pending"
    WAITING_LIST = "waiting_list"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"


MAY_ENTER = frozenset((Status.CONFIRMED, Status.CHECKED_IN))
"""Whom the platform lets in; what it checked in itself, the desk has not seen yet."""


@dataclass(frozen=True, slots=True)
class Registration:
    """Fields as exported: NFC, blanks tidied, formula escapes undone. Empty text = not said.

    `codes` are further codes by which a scan may name this person (ticket number, order and
    position); `scan_code` is what the ticket's QR holds, where the file says so. `answers` are
    the columns that nobody recognised, as (heading, value), in the file's order.
    `registered_at` is the file's own wording in ISO form where it could be read.
    """

    external_id: str = ""
    scan_code: str = ""
    given_name: str = ""
    family_name: str = ""
    full_name: str = ""
    email: str = ""
    organisation: str = ""
    job_title: str = ""
    ticket_type: str = ""
    status: Status = Status.CONFIRMED
    status_raw: str = ""
    phone: str = ""
    order_id: str = ""
    buyer_name: str = ""
    buyer_email: str = ""
    registered_at: str = ""
    note: str = ""
    codes: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()


SINGLE = tuple(
    field.name
    for field in fields(Registration)
    if field.name not in ("status_raw", "codes", "answers")
)
"""What is said of a person in one value each, in the order in which it is told."""
TEXTS = tuple(
    field.name for field in fields(Registration) if field.name not in ("status", "codes", "answers")
)
texts_of = attrgetter(*TEXTS)


def fingerprint(it: Registration) -> int:
    """A number that changes when any field does, kept to tell re-imported rows apart fast."""
    return stable_id(*texts_of(it), it.status, *it.codes, *chain.from_iterable(it.answers))


def homonym_id(it: Registration) -> str:
    """What stands for a number where a file has several people of one name and nothing else."""
    parts = (it.full_name, it.organisation, it.phone)
    return " / ".join(plain(part) for part in parts if part)


def are_homonyms(one: Registration, other: Registration) -> bool:
    """Whether what is known of two people of one name contradicts that they are the same."""
    pairs = ((one.organisation, other.organisation), (one.phone, other.phone))
    return any(a and b and plain(a) != plain(b) for a, b in pairs)


def attendee_id(event: int, registration: Registration) -> int:
    """The same person on every desk: the export's own id, else e-mail and name together."""
    if registration.external_id:
        return stable_id(str(event), "id", registration.external_id)
    name = plain(registration.full_name)
    return stable_id(str(event), "person", plain(registration.email), name)

"""The organiser's own export with the attendance added, so that it goes back where it came from.

Made from the file itself and not from what an import kept of it: every cell goes back as it came.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.domain.errors import DeskError
from desk_app.services import events, identities, roster
from desk_app.services.attendance import local_moment
from desk_app.services.checkin import Place
from desk_app.store.people import Person
from desk_app.store.session import Session
from desk_app.words import say

if TYPE_CHECKING:
    from desk_app.intake.original import Original  # its word lists are not needed to open the desk

KINDS = ("csv", "xlsx")
HEADINGS = ("Attendance noted at the desk", "Arrival noted at the desk")


@dataclass(frozen=True, slots=True)
class Returned:
    """The rows to write; `unknown` rows name people whom this desk does not know."""

    rows: tuple[Sequence[str], ...]
    unknown: int


def returned(session: Session, place: Place, original: "Original", language: str) -> Returned:
    """Every row with two more cells: whether the person was there, and when they came.

    Walk-ins follow at the end, in the file's own columns. DeskError for another event's file.
    """
    zone = events.one(session, place.event).event.zone
    rows = sorted(original.people)
    ids = identities.of_rows(session, place.event, (original.people[row] for row in rows))
    known = {it.id: it for it in roster.everybody(session, place)}
    people = {row: known[it] for row, it in zip(rows, ids, strict=True) if it in known}
    if not people:
        raise DeskError(
            "Nobody in this file is on the list of this event. Choose the export of this event."
        )
    width = max(map(len, original.rows))
    added: dict[int, tuple[str, ...]] = {
        row: _noted(it, zone, language) for row, it in people.items()
    }
    if original.heading >= 0:
        added[original.heading] = tuple(say(it, language) for it in HEADINGS)
    written = [
        (*cells, *("",) * (width - len(cells)), *added[row]) if row in added else cells
        for row, cells in enumerate(original.rows)
    ]
    strangers = [it for it in known.values() if it.walk_in]
    written += [(*_row_of(it, original, width), *_noted(it, zone, language)) for it in strangers]
    return Returned(tuple(written), len(original.people) - len(people))


def drawn(it: Returned, original: "Original", kind: str) -> bytes:
    """The file's bytes; the libraries of a kind are imported with its first file."""
    from desk_app.reports.original import original_csv, original_xlsx

    if kind == "csv":
        return original_csv(it.rows, original.separator, original.encoding)
    return original_xlsx(it.rows, original.sheet, original.heading)


def _noted(person: Person, zone: str, language: str) -> tuple[str, str]:
    if person.here_at is None:
        return say("Absent", language), ""
    return say("Present", language), local_moment(person.here_at, zone, language)


def _row_of(person: Person, original: "Original", width: int) -> tuple[str, ...]:
    """A walk-in in the columns that the file has for it; a field stands in its first column."""
    free = {"given_name", "family_name", "full_name", "email", "organisation", "job_title",
            "ticket_type", "phone"}  # fmt: skip
    if {"given_name", "family_name"} & set(original.fields):
        free.discard("full_name")
    cells = [""] * width
    for place, field in enumerate(original.fields):
        if field in free:
            free.discard(field)
            cells[place] = str(getattr(person, field))
    return tuple(cells)

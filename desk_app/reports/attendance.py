"""Who came, as every attendance file tells it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One person. `name` has the family name first; `arrived` is local time, empty if absent.

    `status` and `checkpoint` are words for people, already in the document's language.
    """

    name: str
    given_name: str = ""
    family_name: str = ""
    full_name: str = ""
    organisation: str = ""
    email: str = ""
    ticket_type: str = ""
    status: str = ""
    arrived: str = ""
    checkpoint: str = ""
    walk_in: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceSummary:
    """What stands above the list. `totals` are (label, number), labels already translated."""

    event_title: str
    event_line: str = ""
    language: str = "fr"
    generated: str = ""
    totals: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the files: its heading in English, its text, its width in characters."""

    heading: str
    text: Callable[[AttendanceRow], str]
    width: int


COLUMNS = (
    Column("Name", lambda row: row.name or row.full_name, 30),
    Column("Given name", lambda row: row.given_name, 20),
    Column("Family name", lambda row: row.family_name, 22),
    Column("Organisation", lambda row: row.organisation, 34),
    Column("E-mail", lambda row: row.email, 32),
    Column("Ticket", lambda row: row.ticket_type, 20),
    Column("Status", lambda row: row.status, 16),
    Column("Arrived", lambda row: row.arrived, 17),
    Column("Checkpoint", lambda row: row.checkpoint, 18),
    Column("Walk-in", lambda row: "Yes" if row.walk_in else "", 12),
)

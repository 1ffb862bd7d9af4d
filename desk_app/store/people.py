"""Reading people: frozen rows for lists and cards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from desk_app.domain.registration import Status
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Person:
    """One person as lists show them. Times are ms UTC.

    `arrived_at` is the first entry anywhere; `here_at`, `inside` and `here_desk` (a desk's id)
    speak of the checkpoint that was asked for. `amended` names the fields corrected at the desk.
    """

    id: int
    event: int
    walk_in: bool
    status: Status
    external_id: str
    scan_code: str
    given_name: str
    family_name: str
    full_name: str
    email: str
    organisation: str
    job_title: str
    ticket_type: str
    phone: str
    order_id: str
    note: str
    amended: tuple[str, ...]
    copies: int
    arrived_at: int | None
    here_at: int | None
    inside: bool
    here_desk: str


_OWN = [field.name for field in fields(Person)][: -len(("here_at", "inside", "here_desk"))]
_SELECT = (
    f"SELECT {', '.join(f'attendee.{name}' for name in _OWN)},"
    " presence.first_at, presence.inside, presence.desk FROM attendee LEFT JOIN presence"
    " ON presence.attendee = attendee.id AND presence.checkpoint = ?"
)


def by_ids(
    session: Session, ids: Sequence[int], checkpoint: str, *, listed: bool = False
) -> list[Person]:
    """These people, in this order; with `listed`, only those who still are on the list."""
    if not ids:
        return []
    gaps = ",".join("?" * len(ids))
    rows = session.run(
        f"{_SELECT} WHERE attendee.id IN ({gaps}) AND listed >= ?", (checkpoint, *ids, listed)
    )
    found = {row[0]: person(row) for row in rows}
    return [found[identity] for identity in ids if identity in found]


def of_event(session: Session, event: int, checkpoint: str) -> list[Person]:
    """Everybody on the list, by family name."""
    rows = session.run(
        f"{_SELECT} WHERE attendee.event = ? AND listed ORDER BY family_key, attendee.id",
        (checkpoint, event),
    )
    return list(map(person, rows))


def by_code(session: Session, event: int, codes: Iterable[str]) -> list[int]:
    """Whoever the first of these codes that anybody has belongs to: none, one, or several."""
    for code in codes:
        rows = session.run(
            "SELECT attendee FROM ticket_code WHERE event = ? AND code = ? ORDER BY attendee",
            (event, code),
        ).all()
        if rows:
            return [row.attendee for row in rows]
    return []


def person(row: Any) -> Person:
    """A Person from a row of the columns that this module selects."""
    values = list(row)
    values[2] = bool(values[2])
    values[3] = Status(values[3])
    values[16] = tuple(values[16].split())
    values[20] = bool(values[20])
    values[21] = values[21] or ""
    return Person(*values)

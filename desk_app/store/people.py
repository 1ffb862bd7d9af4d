"""Reading people: frozen rows for lists and cards."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from operator import itemgetter
from typing import Any, overload

from sqlalchemy import CursorResult

from desk_app.domain.own_code import CODES, turns
from desk_app.domain.registration import Status
from desk_app.store.session import MANY, Session


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


class People(Sequence[Person]):
    """Any number of people as SQLite gave them; each becomes a Person when it is looked at.

    100,000 plain tuples cost the garbage collector nothing, 100,000 objects hold up every thread.
    """

    __slots__ = ("_rows",)

    def __init__(self, rows: Sequence[tuple[Any, ...]] = ()) -> None:
        self._rows = rows

    @overload
    def __getitem__(self, place: int) -> Person: ...
    @overload
    def __getitem__(self, place: slice) -> "People": ...
    def __getitem__(self, place: int | slice) -> "Person | People":
        if isinstance(place, slice):
            return People(self._rows[place])
        return person(self._rows[place])

    def __len__(self) -> int:
        return len(self._rows)

    def __add__(self, more: "People") -> "People":
        return People([*self._rows, *more._rows])

    @property
    def rows(self) -> Sequence[tuple[Any, ...]]:
        """The plain rows: the fields of a Person in their order, and perhaps more behind them."""
        return self._rows

    def ids(self) -> tuple[int, ...]:
        """Who they are, in this order."""
        return tuple(map(itemgetter(0), self._rows))

    def column(self, name: str) -> list[Any]:
        """One field of everybody, without making a Person of each."""
        return list(map(itemgetter(PLACES[name]), self._rows))

    def where(self, belongs: Callable[[Person], bool]) -> "People":
        """Those of whom it is true, in this order."""
        return People([row for row in self._rows if belongs(person(row))])

    def take(self, places: Iterable[int]) -> "People":
        """Those at these places, in the order of the places."""
        return People(list(map(self._rows.__getitem__, places)))


_OWN = [field.name for field in fields(Person)][: -len(("here_at", "inside", "here_desk"))]
PLACES = {field.name: place for place, field in enumerate(fields(Person))}
"""Where each field of a Person stands in a plain row."""
_WIDTH = len(PLACES)
_COLUMNS = (
    f"{', '.join(f'attendee.{name}' for name in _OWN)},"
    " presence.first_at, presence.inside, presence.desk"
)
_HERE = "LEFT JOIN presence ON presence.attendee = attendee.id AND presence.checkpoint = ?"
_SELECT = f"SELECT {_COLUMNS} FROM attendee {_HERE}"
_BY_NAME = (
    f"SELECT {_COLUMNS}, roster_line.family_key FROM roster_line CROSS JOIN attendee"
    f" ON attendee.id = roster_line.attendee {_HERE} WHERE roster_line.event = ?"
)


def by_ids(
    session: Session, ids: Sequence[int], checkpoint: str, *, listed: bool = False
) -> list[Person]:
    """These people, in this order; with `listed`, only those who still are on the list."""
    found: dict[int, Person] = {}
    for start in range(0, len(ids), MANY):
        some = ids[start : start + MANY]
        gaps = ",".join("?" * len(some))
        rows = session.run(
            f"{_SELECT} WHERE attendee.id IN ({gaps}) AND listed >= ?", (checkpoint, *some, listed)
        )
        found.update((row[0], person(row)) for row in rows)
    return [found[identity] for identity in ids if identity in found]


def rows_of(session: Session, ids: Sequence[int], checkpoint: str) -> list[tuple[Any, ...]]:
    """Those of these people who are on the list, as `slice_of_event` has them."""
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(ids), MANY):
        some = ids[start : start + MANY]
        gaps = ",".join("?" * len(some))
        found += _plain(
            session.run(
                f"SELECT {_COLUMNS}, roster_line.family_key FROM attendee CROSS JOIN roster_line"
                " ON (roster_line.event, roster_line.family_key, roster_line.attendee)"
                f" = (attendee.event, attendee.family_key, attendee.id) {_HERE}"
                f" WHERE attendee.id IN ({gaps})",
                (checkpoint, *some),
            )
        )
    return found


def here(session: Session, ids: Sequence[int]) -> frozenset[int]:
    """Those of these people who have come, at any checkpoint."""
    found: set[int] = set()
    for start in range(0, len(ids), MANY):
        some = tuple(ids[start : start + MANY])
        gaps = ",".join("?" * len(some))
        rows = session.run(
            f"SELECT id FROM attendee WHERE id IN ({gaps}) AND arrived_at IS NOT NULL", some
        )
        found.update(row.id for row in rows)
    return frozenset(found)


def anybody_came(session: Session, event: int) -> bool:
    """Whether this event's doors are open already: somebody has been checked in."""
    asked = "SELECT EXISTS (SELECT 1 FROM presence WHERE event = ?)"
    return bool(session.run(asked, (event,)).scalar())


def of_event(session: Session, event: int, checkpoint: str) -> People:
    """Everybody on the list, by family name."""
    rows = session.run(
        f"{_BY_NAME} ORDER BY roster_line.family_key, roster_line.attendee",
        (checkpoint, event),
    )
    return People(_plain(rows))


def slice_of_event(
    session: Session, event: int, checkpoint: str, after: tuple[str, int], most: int
) -> tuple[People, tuple[str, int] | None]:
    """The next `most` people by family name, and after whom to go on (None: that was all).

    Begin after ("", 0).
    """
    rows = session.run(
        f"{_BY_NAME} AND (roster_line.family_key, roster_line.attendee) > (?, ?)"
        " ORDER BY roster_line.family_key, roster_line.attendee LIMIT ?",
        (checkpoint, event, *after, most),
    )
    found = _plain(rows)
    last = (found[-1][-1], found[-1][0]) if len(found) == most else None
    return People(found), last


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


def by_void_code(session: Session, event: int, codes: Sequence[str]) -> int | None:
    """Whose badge bore one of these codes before they got a newer one; nobody has it now.

    Looks at everybody of the event.
    """
    gaps = ",".join("?" * len(codes))
    tickets = session.run(
        f"SELECT id FROM attendee WHERE event = ? AND listed AND scan_code IN ({gaps})"
        " AND copies > 0 ORDER BY id LIMIT 1",
        (event, *codes),
    )
    found = [int(row.id) for row in tickets]
    found += [it for code in codes if turns(code) for it in _by_earlier_turn(session, event, code)]
    return next(iter(found), None)


def _by_earlier_turn(session: Session, event: int, code: str) -> Iterator[int]:
    before = turns(code)
    gaps = ",".join("?" * len(before))
    rows = session.run(
        f"SELECT attendee.id, code FROM attendee JOIN ticket_code ON attendee = attendee.id"
        f" WHERE attendee.event = ? AND attendee.id % {CODES} IN ({gaps})",
        (event, *before),
    )
    for identity, now in rows:
        if turns(now).get(identity % CODES, -1) > before[identity % CODES]:
            yield int(identity)


def by_code_in_any_case(session: Session, event: int, codes: Sequence[str]) -> list[int]:
    """Whoever has one of these codes in other letters of case: nobody holds Shift for a code.

    Looks at every code of the event: some 20 ms where there are 100,000.
    """
    gaps = ",".join("?" * len(codes))
    rows = session.run(
        f"SELECT DISTINCT attendee FROM ticket_code WHERE event = ? AND lower(code) IN ({gaps})"
        " ORDER BY attendee",
        (event, *map(str.lower, codes)),
    )
    return [row.attendee for row in rows]


def person(row: Any) -> Person:
    """A Person from a row of the columns that this module selects."""
    values = list(row)
    values[2] = bool(values[2])
    values[3] = Status(values[3])
    values[16] = tuple(values[16].split())
    values[20] = bool(values[20])
    values[21] = values[21] or ""
    return Person(*values[:_WIDTH])


def _plain(rows: CursorResult[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The driver's own tuples, a thousand at a time: other threads get their turn in between."""
    cursor = rows.cursor
    assert cursor is not None
    found: list[tuple[Any, ...]] = []
    while some := cursor.fetchmany(1000):
        found += some
    return found

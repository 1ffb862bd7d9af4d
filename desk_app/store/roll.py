"""The roll: everybody of an event in memory, kept current by what the ledger gained since.

Reading 100,000 rows takes most of a second, looking at the few facts since takes none. The roll
belongs to the database connection and counts for nothing: it can be read again at any time.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.store import ledger, people
from desk_app.store.people import People
from desk_app.store.session import MANY, Session
from desk_app.store.tally import Stay, Tally

PART = 5_000  # people read at a time, so that a scan need not wait for the whole list
_FIRST = 500  # shown at once: more than stand on a screen
_RENEWED_AT_ONCE = 2_000  # more changes than that are read anew, in parts
_MARKS = (
    "WITH RECURSIVE known(desk) AS (SELECT min(desk) FROM fact UNION ALL"
    " SELECT (SELECT min(desk) FROM fact WHERE desk > known.desk) FROM known"
    " WHERE desk IS NOT NULL)"
    " SELECT desk, (SELECT max(number) FROM fact WHERE fact.desk = known.desk) FROM known"
    " WHERE desk IS NOT NULL"
)
_Row = tuple[Any, ...]
_Marks = dict[str, int]  # the latest number of each desk


@dataclass(frozen=True, slots=True)
class Roll:
    """People by family name, as seen from a checkpoint; `whole` once all are read.

    `stays` says of whoever came where they were; it and `tally` go on changing.
    """

    people: People
    stays: dict[int, tuple[Stay, ...]]
    tally: Tally
    whole: bool


@dataclass(slots=True)
class _Kept:
    place: tuple[int, str]
    marks: _Marks
    settled: bool
    after: tuple[str, int] | None = ("", 0)
    rows: list[_Row] = field(default_factory=list)
    people: People = field(default_factory=People)  # the rows, as long as nobody changes
    keys: dict[int, str] = field(default_factory=dict)  # under which name each stands
    stays: dict[int, tuple[Stay, ...]] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)


def read_on(session: Session, event: int, checkpoint: str, part: int = PART) -> Roll:
    """The roll as of now; ask again until it is `whole`, each time reads a part of it."""
    kept = session.memory.get(_Kept)
    if kept is None or kept.place != (event, checkpoint) or not _renewed(session, kept):
        kept = session.memory[_Kept] = _begun(session, event, checkpoint)
    if kept.after is not None:
        _read_part(session, kept, part)
    return _shown(kept)


def current(session: Session, event: int, checkpoint: str) -> Roll | None:
    """The roll as of now where it is read already; None where that would take its time."""
    kept = session.memory.get(_Kept)
    if kept is None or kept.place != (event, checkpoint) or kept.after is not None:
        return None
    if not _renewed(session, kept):
        return None
    return _shown(kept)


def _shown(kept: _Kept) -> Roll:
    if kept.people.rows is not kept.rows:
        kept.people = People(kept.rows)
    return Roll(kept.people, kept.stays, kept.tally, kept.after is None)


def _begun(session: Session, event: int, checkpoint: str) -> _Kept:
    settled = event not in ledger.unswept(session)
    return _Kept((event, checkpoint), _marks(session), settled)


def _marks(session: Session) -> _Marks:
    return {row[0]: row[1] for row in session.run(_MARKS)}


def _read_part(session: Session, kept: _Kept, part: int) -> None:
    event, checkpoint = kept.place
    assert kept.after is not None
    size = part if kept.rows else min(part, _FIRST)
    found, kept.after = people.slice_of_event(session, event, checkpoint, kept.after, size)
    rows = kept.rows.copy()
    for row in found.rows:
        if row[0] in kept.keys:  # renamed since the part before
            _take_out(rows, kept, row[0])
    kept.rows = [*rows, *found.rows]
    kept.keys.update((row[0], row[-1]) for row in found.rows)
    stays = _stays_of(session, [row[0] for row in found.rows])
    kept.stays.update(stays)
    for row in found.rows:
        kept.tally.add(row, stays.get(row[0], ()))
    if kept.after is None and not _renewed(session, kept):
        session.memory.pop(_Kept)
        kept.after = ("", 0)


def _renewed(session: Session, kept: _Kept) -> bool:
    """Bring people up to date whom the ledger speaks of since; False when all must be read anew."""
    if kept.after is not None:
        return True  # when everybody is read
    if not kept.settled and kept.place[0] not in ledger.unswept(session):
        return False
    marks = _marks(session)
    if marks != kept.marks:
        changed = _changed(session, kept, marks)
        if changed is None:
            return False
        kept.marks = marks
        _renew(session, kept, changed)
    return True


def _changed(session: Session, kept: _Kept, marks: _Marks) -> list[int] | None:
    """Whom the new facts speak of; None for an import, or for more people than are worth it."""
    found: set[int | None] = set()
    for desk, _number in marks.items():
        rows = session.run(
            "SELECT DISTINCT attendee FROM fact WHERE desk = ? AND number > ? AND event = ?"
            " LIMIT ?",
            (desk, kept.marks.get(desk, 0), kept.place[0], _RENEWED_AT_ONCE + 1),
        )
        found.update(row[0] for row in rows)
    known = [it for it in found if it is not None]
    return known if len(known) == len(found) <= _RENEWED_AT_ONCE else None


def _renew(session: Session, kept: _Kept, changed: Sequence[int]) -> None:
    """A new list each time: whoever has the one before may still be looking at it."""
    rows = kept.rows.copy()
    now = {row[0]: row for row in people.rows_of(session, changed, kept.place[1])}
    stays = _stays_of(session, changed)
    for it in changed:
        _take_out(rows, kept, it)
        if row := now.get(it):
            kept.keys[it] = row[-1]
            rows.insert(_place(rows, row[-1], it), row)
            kept.stays.update({it: stays[it]} if it in stays else {})
            kept.tally.add(row, stays.get(it, ()))
    kept.rows = rows


def _take_out(rows: list[_Row], kept: _Kept, it: int) -> None:
    key = kept.keys.pop(it, None)
    if key is not None:
        row = rows.pop(_place(rows, key, it))
        kept.tally.forget(row, kept.stays.pop(it, ()))


def _place(rows: list[_Row], key: str, it: int) -> int:
    return bisect_left(rows, (key, it), key=lambda row: (row[-1], row[0]))


def _stays_of(session: Session, ids: Sequence[int]) -> dict[int, tuple[Stay, ...]]:
    found: dict[int, tuple[Stay, ...]] = {}
    for start in range(0, len(ids), MANY):
        some = tuple(ids[start : start + MANY])
        gaps = ",".join("?" * len(some))
        rows = session.run(
            "SELECT attendee, checkpoint, first_at, inside FROM presence"
            f" WHERE attendee IN ({gaps})",
            some,
        ).cursor
        assert rows is not None
        for attendee, *stay in rows.fetchall():
            found[attendee] = (*found.get(attendee, ()), Stay(*stay))
    return found

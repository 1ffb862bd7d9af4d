"""The ledger: facts are recorded here, and read back. There is no second way to write."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from desk_app.domain.attendee import annulled, newcomer
from desk_app.domain.erasure import Erasures
from desk_app.domain.erasure import erasures as erasures_of
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import (
    Admitted,
    Annulled,
    Body,
    Departed,
    Erased,
    EventDescribed,
    Fact,
    FactId,
    ImportConfirmed,
    ImportFinished,
    ImportStarted,
    LetterWritten,
    PapersDescribed,
    Registered,
    WalkedIn,
)
from desk_app.store import projection
from desk_app.store.codec import encode, fact_of, kind_of
from desk_app.store.session import MANY, Session

_COLUMNS = "desk, number, clock, event, attendee, kind, body"
_INTO = f"INSERT INTO fact ({_COLUMNS})"
_SWEEP = "sweep:"  # and the event: the setting that says after whom a sweep goes on
_BEFORE_ALL = -1
_SWEPT_AT_ONCE = 500  # people
_FAR = 10_000  # facts: more than anything writes in one go that is taken back in one
# What may still be said of an anonymised event
_AFTER_ALL = (EventDescribed, PapersDescribed, LetterWritten, Annulled, Erased)


class Entry(NamedTuple):
    """What happened, to whom (None: to the event itself)."""

    attendee: int | None
    body: Body


class Prepared(NamedTuple):
    """An entry made ready to be written: its text, and the rows of whoever is new by it."""

    entry: Entry
    kind: str
    text: str
    rows: projection.Rows | None


def prepare(event: int, entries: Iterable[Entry]) -> list[Prepared]:
    """Do beforehand, on any thread, what needs no look at the ledger."""
    return [Prepared(it, *encode(it.body), _rows_of_newcomer(event, *it)) for it in entries]


def record(
    session: Session, event: int, entries: Iterable[Entry], now: int, *, joins: bool = False
) -> list[Fact]:
    """Append facts, in this order, and bring the tables up to date in the same transaction.

    `now` is in ms UTC; the clock of a desk never goes back, so a fact's own clock may be later.
    Facts of one clock are one deed. With `joins`, these belong to the deed written just before.
    """
    return list(write(session, event, prepare(event, entries), now, joins=joins))


def write(
    session: Session,
    event: int,
    prepared: Sequence[Prepared],
    now: int,
    *,
    sorted_in: bool = True,
    swept_at_once: bool = True,
    joins: bool = False,
) -> Iterator[Fact]:
    """As `record`, with what `prepare` made of the entries; the facts are made as they are read.

    Unless `sorted_in`, newcomers are not yet in the roster: see `projection.sort_in`. Unless
    `swept_at_once`, the people of an import that is taken back wait for `sweep`.
    """
    if not prepared:
        return iter(())
    if gone := erasures(session, event):
        prepared = [_what_may_stay(gone, it) for it in prepared]
    number, last = _last(session)
    clock = max(now, last if joins else last + 1)
    desk, first = session.desk.id, number + 1
    concerned = {it.entry.attendee for it in prepared}
    people = facts_of(session, [it for it in concerned if it is not None])
    lines = enumerate(prepared, first)
    session.insert(
        _INTO, [(desk, at, clock, event, it.entry.attendee, it.kind, it.text) for at, it in lines]
    )
    if None in concerned:
        projection.refresh_event(session, event, about_event(session, event))
    newcomers = _newcomers(prepared, people.keys())
    projection.add(session, newcomers.values(), sorted_in=sorted_in)
    others = [
        Fact(desk, at, clock, event, *it.entry)
        for at, it in enumerate(prepared, first)
        if it.entry.attendee not in newcomers
    ]
    if others:
        _refresh(session, event, people, others, swept_at_once=swept_at_once)
    return (Fact(desk, at, clock, event, *it.entry) for at, it in enumerate(prepared, first))


def _refresh(
    session: Session,
    event: int,
    people: dict[int, list[Fact]],
    new: Sequence[Fact],
    *,
    swept_at_once: bool,
) -> None:
    """Bring up to date whoever had facts before these, and all whom a taken back import brought."""
    known = frozenset(people)
    for fact in new:
        if fact.attendee is not None:
            people.setdefault(fact.attendee, []).append(fact)
    wide = of_everybody(session, event, people.values())
    projection.refresh(session, people, wide, known, projection.quiet(new))
    if any(fact.attendee is None and isinstance(fact.body, Annulled) for fact in new):
        _keep_place(session, event, _BEFORE_ALL)
        if swept_at_once:
            finish_sweep(session, event)


def erasures(session: Session, event: int) -> Erasures:
    """What was erased at an event; false where nothing was."""
    return erasures_of(about_event(session, event, Erased))


def _what_may_stay(gone: Erasures, it: Prepared) -> Prepared:
    """No identity that left the ledger ever comes back into it."""
    if gone.whole and not isinstance(it.entry.body, _AFTER_ALL):
        raise DeskError(
            "This event was anonymised: nothing more can be recorded about its people."
            " Choose another event."
        )
    body = gone.left_of(*it.entry)
    return (
        it
        if body == it.entry.body
        else Prepared(Entry(it.entry.attendee, body), *encode(body), None)
    )


def sweep(session: Session, event: int) -> bool:
    """After an import was taken back: bring the next people up to date; whether more are left.

    How far it got is kept with the rows, so that a crash in between loses nothing.
    """
    place = _place_of_sweep(session, event)
    if place is None:
        return False
    rows = session.run(
        "SELECT DISTINCT attendee FROM fact WHERE event = ? AND attendee > ?"
        " ORDER BY attendee LIMIT ?",
        (event, place, _SWEPT_AT_ONCE),
    )
    ids = [row.attendee for row in rows]
    wide = of_everybody(session, event)
    projection.refresh(session, facts_of(session, ids), wide, frozenset(ids))
    more = len(ids) == _SWEPT_AT_ONCE
    _keep_place(session, event, ids[-1] if more else None)
    return more


def finish_sweep(session: Session, event: int) -> None:
    """Put right whatever rows of an event still wait for it."""
    while sweep(session, event):
        pass


def unswept(session: Session) -> list[int]:
    """Events in which a sweep was cut short."""
    rows = session.run("SELECT key FROM setting WHERE key LIKE ?", (f"{_SWEEP}%",))
    return [int(row.key.removeprefix(_SWEEP)) for row in rows]


def _place_of_sweep(session: Session, event: int) -> int | None:
    row = session.run("SELECT value FROM setting WHERE key = ?", (f"{_SWEEP}{event}",)).first()
    return int(row.value) if row else None


def _keep_place(session: Session, event: int, place: int | None) -> None:
    session.run("DELETE FROM setting WHERE key = ?", (f"{_SWEEP}{event}",))
    if place is not None:
        session.run("INSERT INTO setting VALUES (?, ?)", (f"{_SWEEP}{event}", str(place)))


def facts_of(session: Session, attendees: Iterable[int]) -> dict[int, list[Fact]]:
    """Everything recorded about these people, in no particular order."""
    found: dict[int, list[Fact]] = {}
    wanted = list(attendees)
    for start in range(0, len(wanted), MANY):
        some = wanted[start : start + MANY]
        gaps = ",".join("?" * len(some))
        rows = session.run(f"SELECT {_COLUMNS} FROM fact WHERE attendee IN ({gaps})", tuple(some))
        for fact in map(fact_of, rows):
            assert fact.attendee is not None
            found.setdefault(fact.attendee, []).append(fact)
    return found


def about_nobody(session: Session, event: int) -> list[Fact]:
    """Every fact of an event that names no person, of whatever kind."""
    rows = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE event = ? AND attendee IS NULL", (event,)
    )
    return list(map(fact_of, rows))


def facts_by_attendee(session: Session, event: int) -> Iterator[tuple[int, list[Fact]]]:
    """All people of an event with their facts, one at a time, so that memory stays flat."""
    rows = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE event = ? AND attendee IS NOT NULL ORDER BY attendee",
        (event,),
    )
    current: list[Fact] = []
    for fact in map(fact_of, rows):
        if current and fact.attendee != current[0].attendee:
            yield current[0].attendee or 0, current
            current = []
        current.append(fact)
    if current:
        yield current[0].attendee or 0, current


def about_event(session: Session, event: int, *kinds: type[Body]) -> list[Fact]:
    """The facts about the event itself (its announcement, imports, what was taken back of them).

    Oldest first; only of some kinds where any are named.
    """
    names = tuple(map(kind_of, kinds or (EventDescribed, ImportStarted, ImportFinished, Annulled)))
    gaps = ",".join("?" * len(names))
    rows = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE event = ? AND kind IN ({gaps}) AND attendee IS NULL"
        " ORDER BY clock, desk, number",
        (event, *names),
    )
    return list(map(fact_of, rows))


def said(session: Session, kind: type[Body], event: int | None = None) -> Iterator[Fact]:
    """Facts of a kind that name no person, latest first: of one event, or of all that are here."""
    which = "= ?" if event is not None else "IN (SELECT id FROM event)"
    rows = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE event {which} AND kind = ? AND attendee IS NULL"
        " ORDER BY clock DESC, desk DESC, number DESC",
        (*(() if event is None else (event,)), kind_of(kind)),
    )
    return map(fact_of, rows)


def of_everybody(
    session: Session, event: int, of: Iterable[Iterable[Fact]] | None = None
) -> list[Fact]:
    """What each person of the event is folded with: imports taken back, and what others confirm.

    What imports confirm is a megabyte where they are large, and counts for those alone whom an
    import brought that was taken back: where only some people are folded, their facts (`of`) say
    whether it is to be read.
    """
    taken_back = about_event(session, event, Annulled)
    if not taken_back:
        return []
    void = annulled(taken_back)
    brought = (fact.body for facts in of or () for fact in facts)
    if of is None or any(isinstance(it, Registered) and it.source in void for it in brought):
        return [*taken_back, *about_event(session, event, ImportConfirmed)]
    return taken_back


def annulments(session: Session, event: int) -> list[Fact]:
    """Every annulment at an event, of whomever, in no particular order."""
    rows = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE event = ? AND kind = ?", (event, kind_of(Annulled))
    )
    return list(map(fact_of, rows))


def moves(session: Session, event: int) -> list[Fact]:
    """Every entry and exit of an event that stands, in the order in which they happened."""
    names = tuple(map(kind_of, (Admitted, Departed, Annulled)))
    rows = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE event = ? AND kind IN (?, ?, ?)", (event, *names)
    )
    found = list(map(fact_of, rows))
    void = annulled(fact for fact in found if isinstance(fact.body, Annulled))
    standing = [
        fact for fact in found if isinstance(fact.body, Admitted | Departed) and fact.id not in void
    ]
    return sorted(standing, key=lambda it: (it.body.at, it.clock, *it.id))  # type: ignore[union-attr]  # moves only


def fact_by_id(session: Session, identity: FactId) -> Fact | None:
    """One fact by its identity."""
    row = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE desk = ? AND number = ?", tuple(identity)
    ).first()
    return fact_of(row) if row else None


def backwards(session: Session, event: int | None = None, *kinds: type[Body]) -> Iterator[Fact]:
    """What this desk recorded, latest first; of one event, or of all; of some kinds, or of all."""
    names = tuple(map(kind_of, kinds))
    some = f" AND kind IN ({','.join('?' * len(names))})" if names else ""
    rows = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE desk = ? AND (? IS NULL OR event = ?){some}"
        " ORDER BY number DESC",
        (session.desk.id, event, event, *names),
    )
    return map(fact_of, rows)


def deed(session: Session, one: Fact) -> list[Fact]:
    """What was written in one go with this fact, itself included, in that order."""
    rows = session.run(
        f"SELECT {_COLUMNS} FROM fact WHERE desk = ? AND number BETWEEN ? AND ? AND clock = ?"
        " ORDER BY number",
        (one.desk, one.number - _FAR, one.number + _FAR, one.clock),
    )
    return list(map(fact_of, rows))


def _rows_of_newcomer(event: int, attendee: int | None, body: Body) -> projection.Rows | None:
    if attendee is None or not isinstance(body, Registered | WalkedIn):
        return None
    return projection.rows_of(newcomer(attendee, event, body))


def _newcomers(prepared: Sequence[Prepared], known: Set[int]) -> dict[int, projection.Rows]:
    """Whoever has a single fact, this one: no annulment can name it yet."""
    times = Counter(it.entry.attendee for it in prepared)
    return {
        it.entry.attendee: it.rows
        for it in prepared
        if it.rows
        and it.entry.attendee is not None
        and it.entry.attendee not in known
        and times[it.entry.attendee] == 1
    }


def _last(session: Session) -> tuple[int, int]:
    row = session.run(
        "SELECT number, clock FROM fact WHERE desk = ? ORDER BY number DESC LIMIT 1",
        (session.desk.id,),
    ).first()
    return (row.number, row.clock) if row else (0, 0)

"""Proof that nothing was lost: the ledger has no gaps, and the tables are what it adds up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from desk_app.domain.erasure import Erasures
from desk_app.domain.facts import Fact
from desk_app.store import ledger, projection
from desk_app.store.session import Session

_TABLES = ("attendee", "presence", "roster_line", "ticket_code", "person_search")


@dataclass(frozen=True, slots=True)
class Verification:
    """What was counted, and each thing that is not as it must be (none when all is well).

    A flaw is (kind, where): "gap" and "clock" name a desk's fact, "row" an attendee or event,
    "stray" a table, "erased" a fact that says what was erased, "file" what SQLite itself found.
    """

    facts: int
    attendees: int
    events: int
    flaws: tuple[tuple[str, str], ...]

    @property
    def clean(self) -> bool:
        return not self.flaws


def verify(session: Session) -> Verification:
    """Read the whole ledger and compare; changes nothing. A few seconds for 100,000 people."""
    checks = (_file, _numbers, _events, _people, _about_events)
    flaws = list(chain.from_iterable(check(session) for check in checks))
    count = {
        table: session.run(f"SELECT count(*) FROM {table}").scalar_one()
        for table in ("fact", "attendee", "event")
    }
    return Verification(count["fact"], count["attendee"], count["event"], tuple(flaws))


def rebuild(session: Session) -> None:
    """Throw the tables away and add the ledger up again."""
    for table in (*reversed(_TABLES), "event"):
        session.run(f"DELETE FROM {table}")
    for event in _event_ids(session):
        projection.refresh_event(session, event, ledger.about_event(session, event))
        wide = ledger.of_everybody(session, event)
        for attendee, facts in ledger.facts_by_attendee(session, event):
            projection.refresh(session, {attendee: facts}, wide, frozenset())


def _file(session: Session) -> Iterator[tuple[str, str]]:
    for row in session.run("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield "file", str(row[0])
    for row in session.run("PRAGMA foreign_key_check"):
        yield "file", f"{row[0]} {row[1]}"


def _numbers(session: Session) -> Iterator[tuple[str, str]]:
    desk, number, clock = "", 0, 0
    for row in session.run("SELECT desk, number, clock FROM fact ORDER BY desk, number"):
        if row[0] != desk:
            desk, number, clock = row[0], 0, 0
        if row[1] != number + 1:
            yield "gap", f"{desk} {number + 1}"
        if row[2] < clock:
            yield "clock", f"{desk} {row[1]}"
        number, clock = row[1], row[2]


def _events(session: Session) -> Iterator[tuple[str, str]]:
    kept = {row[0]: tuple(row) for row in session.run("SELECT * FROM event")}
    for event in _event_ids(session):
        if kept.pop(event, None) != projection.event_row(event, ledger.about_event(session, event)):
            yield "row", f"event {event}"
    for event in kept:
        yield "stray", f"event {event}"


def _people(session: Session) -> Iterator[tuple[str, str]]:
    seen = dict.fromkeys(_TABLES, 0)
    for event in _event_ids(session):
        wide = ledger.of_everybody(session, event)
        gone = ledger.erasures(session, event)
        for attendee, facts in ledger.facts_by_attendee(session, event):
            yield from _erased(gone, facts)
            rows = projection.tables_of(facts, wide)
            for table, wanted in rows.items():
                seen[table] += len(wanted)
                if _kept(session, table, event, attendee, wanted) != wanted:
                    yield "row", f"{table} {attendee}"
    for table, count in seen.items():
        if session.run(f"SELECT count(*) FROM {table}").scalar_one() != count:
            yield "stray", table


def _erased(gone: Erasures, facts: list[Fact]) -> Iterator[tuple[str, str]]:
    """Facts that still say what was to leave them."""
    for fact in facts if gone else ():
        if gone.left_of(fact.attendee, fact.body) != fact.body:
            yield "erased", f"{fact.desk} {fact.number}"


def _kept(
    session: Session, table: str, event: int, attendee: int, wanted: list[tuple[Any, ...]]
) -> list[tuple[Any, ...]]:
    """The rows a table holds of one person, in the form and order of `projection.tables_of`."""
    if table == "ticket_code":
        ask = "SELECT * FROM ticket_code WHERE event = ? AND code = ? AND attendee = ?"
        return [tuple(row) for it in wanted for row in session.run(ask, it)]
    if table == "roster_line":
        ask = "SELECT * FROM roster_line WHERE event = ? AND family_key = ? AND attendee = ?"
        return [tuple(row) for it in wanted for row in session.run(ask, it)]
    key = {"attendee": "id", "presence": "attendee", "person_search": "rowid"}[table]
    columns = "rowid, name, rest, answers" if table == "person_search" else "*"
    rows = session.run(f"SELECT {columns} FROM {table} WHERE {key} = ? ORDER BY 2", (attendee,))
    return [tuple(row) for row in rows]


def _about_events(session: Session) -> Iterator[tuple[str, str]]:
    for event in _event_ids(session):
        if gone := ledger.erasures(session, event):
            yield from _erased(gone, ledger.about_nobody(session, event))


def _event_ids(session: Session) -> list[int]:
    return [row[0] for row in session.run("SELECT DISTINCT event FROM fact")]

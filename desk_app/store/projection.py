"""The tables that screens read, kept equal to what the facts add up to."""

import json
from collections.abc import Collection, Mapping, Sequence, Set
from typing import Any, NamedTuple

from desk_app.domain.attendee import Attendee, annulled, fold, newcomer
from desk_app.domain.facts import (
    Accompanied,
    Admitted,
    BadgePrinted,
    Departed,
    EventDescribed,
    Fact,
    HandedOut,
    HelpGiven,
    HelpWanted,
    Refused,
    Registered,
    WalkedIn,
)
from desk_app.domain.own_code import badge_code, own_code
from desk_app.domain.registration import fingerprint
from desk_app.store import codec, schema, search
from desk_app.store.session import MANY, Session

_COLUMNS = tuple(column.name for column in schema.attendee.columns)
_INTO = f"INSERT INTO attendee ({', '.join(_COLUMNS)})"
_RENEW = "ON CONFLICT (id) DO UPDATE SET " + ", ".join(
    f"{name} = excluded.{name}" for name in _COLUMNS[1:]
)
_UPSERT_EVENT = (
    "INSERT INTO event (id, title, first_day, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
    " SET title = excluded.title, first_day = excluded.first_day, body = excluded.body"
)
_SILENT = (  # most change nothing that is searched
    Admitted,
    Departed,
    Refused,
    BadgePrinted,
    HandedOut,
    Accompanied,
    HelpWanted,
    HelpGiven,
)


Name = tuple[str, int]  # folded "family given", and whose it is
Code = tuple[int, str, int]  # event, code, whose it is


class Rows(NamedTuple):
    """One person as the tables hold them. Made of nothing but the person, so on any thread."""

    attendee: Attendee
    row: tuple[Any, ...]
    texts: search.Texts
    codes: list[Code]

    @property
    def name(self) -> Name:
        return self.texts.family_key, self.attendee.id


def rows_of(attendee: Attendee) -> Rows:
    """What the tables must hold of this person; codes and texts count while they are listed."""
    texts = search.texts_of(attendee.registration)
    return Rows(attendee, _row(attendee, texts), texts, _codes(attendee))


def refresh(
    session: Session,
    people: Mapping[int, Sequence[Fact]],
    event_wide: Sequence[Fact],
    known: Set[int],
    quiet: Set[int | None] = frozenset(),
) -> None:
    """Write anew the rows of these people, given all their facts and the event's annulments.

    `known` are those who may have rows already; `quiet` of them are found as before.
    """
    folds = {
        identity: rows_of(attendee)
        for identity, facts in people.items()
        if (attendee := fold([*facts, *event_wide] if event_wide else facts))
    }
    stale = [identity for identity in folds if identity in known]
    loud = [identity for identity in stale if identity not in quiet]
    _forget_presences(session, stale)
    _forget_names(session, loud)
    forget_codes(session, {identity: people[identity] for identity in loud})
    search.forget(session, loud)
    _write(session, folds.values())
    found = [it for it in folds.values() if it.attendee.listed and it.attendee.id not in quiet]
    _make_found(session, found)
    sort_in(session, [it.name for it in found], [code for it in found for code in it.codes])


def add(session: Session, people: Collection[Rows], *, sorted_in: bool = True) -> None:
    """Put newcomers into the tables. Unless `sorted_in`, the caller calls `sort_in` for them."""
    _write(session, people)
    _make_found(session, people)
    if sorted_in:
        sort_in(session, [it.name for it in people], [code for it in people for code in it.codes])


def sort_in(session: Session, names: Sequence[Name], codes: Sequence[Code]) -> None:
    """Make people stand in the roster and their tickets open the door.

    Names as they were are looked up anew: a desk may have corrected one meanwhile.
    """
    for start in range(0, len(names), MANY):
        some = [name[1] for name in names[start : start + MANY]]
        session.run(
            "INSERT OR IGNORE INTO roster_line SELECT event, family_key, id FROM attendee"
            f" WHERE id IN ({','.join('?' * len(some))}) AND listed",
            tuple(some),
        )
    session.insert("INSERT OR IGNORE INTO ticket_code", codes)


def _write(session: Session, people: Collection[Rows]) -> None:
    session.insert(_INTO, [it.row for it in people], _RENEW)
    session.insert(
        "INSERT INTO presence",
        [row for it in people if it.attendee.presences for row in _presence_rows(it.attendee)],
    )


def _make_found(session: Session, people: Collection[Rows]) -> None:
    search.index(session, [(it.attendee.id, it.texts) for it in people])


def quiet(new: Sequence[Fact]) -> Set[int | None]:
    """Those of whom the new facts change nothing that is searched."""
    loud = {fact.attendee for fact in new if not isinstance(fact.body, _SILENT) or _voids(fact)}
    return {fact.attendee for fact in new} - loud


def _voids(fact: Fact) -> bool:
    return isinstance(fact.body, BadgePrinted) and fact.body.voids


def refresh_event(session: Session, event: int, facts: Sequence[Fact]) -> None:
    """Write anew the event's own row, given all facts about the event."""
    if row := event_row(event, facts):
        session.run(_UPSERT_EVENT, row)


def event_row(event: int, facts: Sequence[Fact]) -> tuple[Any, ...] | None:
    """The event's row as its facts add up to: the latest announcement holds."""
    void = annulled(facts)
    for fact in reversed(facts):
        if isinstance(fact.body, EventDescribed) and fact.id not in void:
            described = fact.body.event
            first = described.days[0].isoformat() if described.days else ""
            body = json.dumps(codec.packed_event(described), ensure_ascii=False)
            return event, described.title, first, body
    return None


def tables_of(
    facts: Sequence[Fact], event_wide: Sequence[Fact]
) -> dict[str, list[tuple[Any, ...]]]:
    """What every table must hold of one person, by table, in each table's columns and order."""
    attendee = fold([*facts, *event_wide])
    if attendee is None:
        return {}
    it = rows_of(attendee)
    return {
        "attendee": [it.row],
        "presence": _presence_rows(attendee),
        "roster_line": [(attendee.event, *it.name)] if attendee.listed else [],
        "ticket_code": sorted(set(it.codes)) if attendee.listed else [],
        "person_search": [(attendee.id, *it.texts[1:])] if attendee.listed else [],
    }


def _row(attendee: Attendee, texts: search.Texts) -> tuple[Any, ...]:
    """One person's row, in the order of the table's columns."""
    it = attendee.registration
    return (
        attendee.id,
        attendee.event,
        attendee.listed,
        attendee.walk_in,
        it.status,
        it.external_id,
        it.scan_code,
        it.given_name,
        it.family_name,
        it.full_name,
        it.email,
        it.organisation,
        it.job_title,
        it.ticket_type,
        it.phone,
        it.order_id,
        it.note,
        " ".join(attendee.amended),
        attendee.copies,
        attendee.arrived_at,
        texts.family_key,
        fingerprint(attendee.exported) if attendee.vouched else 0,
        attendee.matched,
        attendee.help,
    )


def _forget_presences(session: Session, people: Sequence[int]) -> None:
    if people:
        session.run("DELETE FROM presence WHERE attendee = ?", [(it,) for it in people])


def _presence_rows(attendee: Attendee) -> list[tuple[Any, ...]]:
    return [
        (
            attendee.id,
            it.checkpoint,
            attendee.event,
            it.first_at,
            it.desk,
            it.last_at,
            it.inside,
            it.entries,
            it.companions,
        )
        for it in attendee.presences
    ]


def _forget_names(session: Session, people: Sequence[int]) -> None:
    """While `attendee` still has the name under which they stand."""
    if people:
        session.run(
            "DELETE FROM roster_line WHERE (event, family_key, attendee)"
            " = (SELECT event, family_key, id FROM attendee WHERE id = ?)",
            [(it,) for it in people],
        )


def forget_codes(session: Session, people: Mapping[int, Sequence[Fact]]) -> None:
    """Let no code open the door by which these facts name people."""
    stale = [
        row
        for facts in people.values()
        for fact in facts
        if isinstance(fact.body, Registered | WalkedIn)
        for row in _codes(newcomer(fact.attendee or 0, fact.event, fact.body))
    ]
    for identity, facts in people.items():
        turns = sum(map(_voids, facts))
        stale += [(facts[0].event, own_code(identity, it + 1), identity) for it in range(turns)]
    if stale:
        session.run("DELETE FROM ticket_code WHERE event = ? AND code = ? AND attendee = ?", stale)


def _codes(attendee: Attendee) -> list[Code]:
    """The codes that open the door; a row number in some table never does.

    Where the export has none, or a badge that bore it became void, the desk's own stands on the
    badge and opens it.
    """
    it = attendee.registration
    codes = (badge_code(attendee.id, it.scan_code, attendee.voided), *it.codes)
    return [(attendee.event, code, attendee.id) for code in codes if code]

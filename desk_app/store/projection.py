"""The tables that screens read, kept equal to what the facts add up to."""

import json
from collections.abc import Mapping, Sequence, Set
from typing import Any

from desk_app.domain.attendee import Attendee, annulled, fold
from desk_app.domain.facts import (
    Admitted,
    BadgePrinted,
    Departed,
    EventDescribed,
    Fact,
    Refused,
    Registered,
    WalkedIn,
)
from desk_app.domain.own_code import own_code
from desk_app.domain.registration import Registration
from desk_app.store import codec, schema, search
from desk_app.store.session import Session

_COLUMNS = tuple(column.name for column in schema.attendee.columns)
_UPSERT = (
    f"INSERT INTO attendee ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
    " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])
)
_UPSERT_EVENT = (
    "INSERT INTO event (id, title, first_day, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
    " SET title = excluded.title, first_day = excluded.first_day, body = excluded.body"
)
_PRESENCE = "INSERT INTO presence VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_CODE = "INSERT OR IGNORE INTO ticket_code VALUES (?, ?, ?)"
_SILENT = (Admitted, Departed, Refused, BadgePrinted)  # these change nothing that is searched


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
    folds = [
        (attendee, search.texts_of(attendee.registration), facts)
        for facts in people.values()
        if (attendee := fold([*facts, *event_wide] if event_wide else facts))
    ]
    if not folds:
        return
    session.run(_UPSERT, [_row(attendee, texts) for attendee, texts, _ in folds])
    _refresh_presences(session, [attendee for attendee, _, _ in folds], known)
    worded = [it for it in folds if it[0].id not in quiet]
    _refresh_codes(session, [(attendee, facts) for attendee, _, facts in worded], known)
    search.index(session, [(attendee, texts) for attendee, texts, _ in worded], known)


def quiet(new: Sequence[Fact]) -> Set[int | None]:
    """Those of whom the new facts change nothing that is searched."""
    loud = {fact.attendee for fact in new if not isinstance(fact.body, _SILENT)}
    return {fact.attendee for fact in new} - loud


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


def rows_of(facts: Sequence[Fact], event_wide: Sequence[Fact]) -> dict[str, list[tuple[Any, ...]]]:
    """What every table must hold of one person, by table, in each table's columns and order."""
    attendee = fold([*facts, *event_wide])
    if attendee is None:
        return {}
    it = attendee.registration
    texts = search.texts_of(it)
    return {
        "attendee": [_row(attendee, texts)],
        "presence": _presence_rows(attendee),
        "ticket_code": sorted(set(_code_rows(attendee, it))) if attendee.listed else [],
        "person_search": ([(attendee.id, texts.name, texts.rest)] if attendee.listed else []),
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
        codec.fingerprint(attendee.exported) if attendee.vouched else 0,
    )


def _refresh_presences(session: Session, people: list[Attendee], known: Set[int]) -> None:
    stale = [(attendee.id,) for attendee in people if attendee.id in known]
    if stale:
        session.run("DELETE FROM presence WHERE attendee = ?", stale)
    if rows := [row for attendee in people for row in _presence_rows(attendee)]:
        session.run(_PRESENCE, rows)


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
        )
        for it in attendee.presences
    ]


def _refresh_codes(
    session: Session, people: list[tuple[Attendee, Sequence[Fact]]], known: Set[int]
) -> None:
    stale = [
        row
        for attendee, facts in people
        if attendee.id in known
        for fact in facts
        if isinstance(fact.body, Registered | WalkedIn)
        for row in _code_rows(attendee, fact.body.registration)
    ]
    if stale:
        session.run("DELETE FROM ticket_code WHERE event = ? AND code = ? AND attendee = ?", stale)
    if rows := [
        row
        for attendee, _ in people
        if attendee.listed
        for row in _code_rows(attendee, attendee.registration)
    ]:
        session.run(_CODE, rows)


def _code_rows(attendee: Attendee, it: Registration) -> list[tuple[int, str, int]]:
    """The codes that open the door; a row number in some table never does.

    Where the export has none, the desk's own stands on the badge and opens it.
    """
    codes = (it.scan_code or own_code(attendee.id), *it.codes)
    return [(attendee.event, code, attendee.id) for code in codes if code]

"""Whose badges to print at once: who they are and how many there would be of each choice."""

import json
from dataclasses import dataclass
from typing import Any

from desk_app.domain.registration import MAY_ENTER
from desk_app.services.checkin import Place
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Batch:
    """`ids` by family name; `counts` by choice (all, missing, arrived). `kind` may be "chosen"."""

    kind: str
    ids: tuple[int, ...]
    counts: tuple[tuple[str, int], ...] = ()


def batch(session: Session, place: Place, kind: str) -> Batch:
    """The people of one choice: all who may come in, those without a badge, who is here."""
    rows = session.run(
        "SELECT id, status, arrived_at, copies FROM roster_line CROSS JOIN attendee"
        " ON id = roster_line.attendee WHERE roster_line.event = ?"
        " ORDER BY roster_line.family_key, roster_line.attendee",
        (place.event,),
    ).cursor
    assert rows is not None
    found: dict[str, list[int]] = {"all": [], "missing": [], "arrived": []}
    while some := rows.fetchmany(1000):
        for row in some:
            _sort_in(row, found)
    counts = tuple((choice, len(ids)) for choice, ids in found.items())
    return Batch(kind, tuple(found[kind]), counts)


def same_names(session: Session, event: int) -> list[int]:
    """Whoever has exactly the name of somebody else who is expected."""
    rows = session.run(
        "SELECT attendee.id FROM attendee JOIN ("
        " SELECT roster_line.family_key FROM roster_line JOIN attendee ON id = roster_line.attendee"
        " WHERE roster_line.event = ? AND status IN (SELECT value FROM json_each(?))"
        " GROUP BY roster_line.family_key HAVING count(*) > 1"
        ") AS twice ON twice.family_key = attendee.family_key"
        " WHERE attendee.event = ? AND listed AND status IN (SELECT value FROM json_each(?))"
        " ORDER BY attendee.family_key, attendee.id",
        (event, _may_enter(), event, _may_enter()),
    )
    return [row[0] for row in rows]


def _may_enter() -> str:
    return json.dumps([str(it.value) for it in MAY_ENTER])


def _sort_in(row: Any, found: dict[str, list[int]]) -> None:
    identity, status, arrived_at, copies = row
    if arrived_at is not None:
        found["arrived"].append(identity)
    if status in MAY_ENTER or arrived_at is not None:
        found["all"].append(identity)
        if not copies:
            found["missing"].append(identity)

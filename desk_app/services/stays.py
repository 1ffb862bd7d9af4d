"""Who was recorded when: entries and exits of an event as stays, and the half-days they prove."""

import tomllib
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from desk_app import paths
from desk_app.domain.event import Event
from desk_app.domain.facts import Admitted, Departed, PapersDescribed
from desk_app.domain.half_days import Attended, HalfDay, Stay, attended, half_days
from desk_app.store import ledger
from desk_app.store.session import Session


@cache
def rules() -> dict[str, Any]:
    """What documents go by: noon, blank lines, the words for speakers."""
    file = paths.resources() / "reports" / "documents.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def plan_of(event: Event, papers: PapersDescribed) -> tuple[HalfDay, ...]:
    """The half-days of an event."""
    said = (papers.morning, papers.afternoon)
    return half_days(event.days, *said, event.opens, event.closes, noon())


def attended_by(
    session: Session, identity: int, event: Event, papers: PapersDescribed
) -> dict[int, tuple[Attended, ...]]:
    """The recorded half-days of everybody who has one."""
    plan = plan_of(event, papers)
    found = {
        person: attended(plan, those, noon())
        for person, those in stays(session, identity, event).items()
    }
    return {person: its for person, its in found.items() if its}


def stays(session: Session, identity: int, event: Event) -> dict[int, list[Stay]]:
    """What stands of everybody's entries and exits, checkpoint by checkpoint."""
    zone, days = ZoneInfo(event.zone), {it.key: it.day for it in event.checkpoints}
    closed: dict[int, list[Stay]] = {}
    inside: dict[tuple[int, str], Stay] = {}
    for fact in ledger.moves(session, identity):
        assert fact.attendee is not None
        assert isinstance(fact.body, Admitted | Departed)
        at = datetime.fromtimestamp(fact.body.at / 1000, UTC).astimezone(zone)
        key = fact.attendee, fact.body.checkpoint
        before = inside.pop(key, None)
        if isinstance(fact.body, Admitted):
            if before:
                closed.setdefault(fact.attendee, []).append(before)
            day: date = days.get(fact.body.checkpoint) or at.date()
            inside[key] = Stay(day, at, corrected=bool(fact.body.author))
        elif before:
            left = Stay(before.day, before.came, at, before.corrected)
            closed.setdefault(fact.attendee, []).append(left)
    for (person, _), stay in inside.items():
        closed.setdefault(person, []).append(stay)
    return closed


def noon() -> time:
    """Where a morning ends when nobody said its hours."""
    return time.fromisoformat(rules()["noon"])

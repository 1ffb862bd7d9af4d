"""Which checkpoint of the event in hand the schedule asks for now."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desk_app.domain.event import Checkpoint
from desk_app.domain.schedule import due, open_since
from desk_app.services.places import Standing


@dataclass(frozen=True, slots=True)
class Change:
    """From where to where, and since when that one is open ("14:00", on the event's clock)."""

    before: Checkpoint
    to: Checkpoint
    since: str


def change_due(standing: Standing, now: int, chosen_at: int | None) -> Change | None:
    """What to change now (ms UTC), or None; `chosen_at` is when somebody chose by hand."""
    event = standing.event
    moment = _local(now, event.zone)
    chosen = None if chosen_at is None else _local(chosen_at, event.zone)
    to = due(event.checkpoints, standing.checkpoint, moment, chosen)
    if to is None:
        return None
    return Change(standing.checkpoint, to, f"{open_since(to, moment):%H:%M}")


def _local(at: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone))

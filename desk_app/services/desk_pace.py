"""How fast people come in at each desk just now."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from desk_app.services.checkin import Place
from desk_app.store.session import Session

PACE_MS = 15 * 60 * 1000
ENOUGH = 5  # arrivals that make a pace
_HOUR_MS = 60 * 60 * 1000
_LEAST_MS = 5 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Pace:
    """How many people came in at a desk during the last `PACE_MS`; `desk` is its name.

    `per_hour` is what that would make in an hour, `seconds` is what a person takes: half of them
    came sooner after the one before, so that no pause counts. None where too few came to say so.
    """

    desk: str
    recent: int
    per_hour: int | None = None
    seconds: int | None = None
    key: str = field(default="", compare=False)  # the desk's id


def by_desk(session: Session, place: Place, now: int) -> tuple[Pace, ...]:
    """Where people came in during the last `PACE_MS`, the busiest first."""
    rows = session.run(
        "SELECT presence.desk, desk.name, first_at FROM presence INDEXED BY presence_by_time"
        " LEFT JOIN desk ON desk.id = presence.desk"
        " WHERE presence.event = ? AND checkpoint = ? AND first_at > ? AND first_at <= ?"
        " ORDER BY first_at",
        (place.event, place.checkpoint, now - PACE_MS, now),
    )
    names: dict[str, str] = {}
    times: dict[str, list[int]] = {}
    for desk, name, at in rows:
        names[desk] = name or ""
        times.setdefault(desk, []).append(at)
    found = [_pace(desk, names[desk], its, now) for desk, its in times.items()]
    return tuple(sorted(found, key=lambda it: -it.recent))


def _pace(desk: str, name: str, times: Sequence[int], now: int) -> Pace:
    if len(times) < ENOUGH:
        return Pace(name, len(times), key=desk)
    since = max(now - times[0], _LEAST_MS)  # a desk that has just begun is not slow
    gap = median(after - before for before, after in pairwise(times))
    seconds = round(gap / 1000) or None  # several at once say nothing
    return Pace(name, len(times), round(len(times) * _HOUR_MS / since), seconds, desk)

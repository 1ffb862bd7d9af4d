"""Half-days of an event, and which of them a person was recorded at: never more than was seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Hours:
    """When a half-day begins and ends, in local time."""

    start: time
    end: time

    @property
    def minutes(self) -> int:
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute


@dataclass(frozen=True, slots=True)
class HalfDay:
    """A morning or an afternoon; `hours` are None where nobody said them."""

    day: date
    afternoon: bool
    hours: Hours | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """From an entry to the way out, in local time; `left` is None where none was recorded.

    `day` is the checkpoint's own where it has one, whenever the entry was written down.
    `corrected`: entered after the fact, by somebody who said who they are and why.
    """

    day: date
    came: datetime
    left: datetime | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Attended:
    """A half-day somebody was recorded at, and the stay that says so."""

    half_day: HalfDay
    stay: Stay


def half_days(
    days: Sequence[date],
    morning: Hours | None,
    afternoon: Hours | None,
    opens: time | None,
    closes: time | None,
    noon: time,
) -> tuple[HalfDay, ...]:
    """Two for each day, or the one that was said, or that the opening times leave."""
    said = morning or afternoon
    before = bool(morning) if said else not (opens and opens >= noon)
    after = bool(afternoon) if said else not (closes and closes <= noon)
    return tuple(
        HalfDay(day, late, afternoon if late else morning)
        for day in days
        for late, wanted in ((False, before), (True, after))
        if wanted
    )


def attended(plan: Sequence[HalfDay], stays: Iterable[Stay], noon: time) -> tuple[Attended, ...]:
    """The half-days that the stays prove, in order, each with its first stay.

    An entry alone proves the half-day it falls into; only an exit proves what lies between.
    """
    ordered = sorted(stays, key=lambda stay: (stay.day, stay.came))
    found = (
        (half, next((it for it in ordered if _proves(it, half, plan, noon)), None)) for half in plan
    )
    return tuple(Attended(half, stay) for half, stay in found if stay)


def minutes(those: Iterable[Attended]) -> int | None:
    """Planned minutes of the half-days attended; None where the hours of one are not known."""
    total = 0
    for it in those:
        if it.half_day.hours is None:
            return None
        total += it.half_day.hours.minutes
    return total


def _proves(stay: Stay, half: HalfDay, plan: Sequence[HalfDay], noon: time) -> bool:
    if stay.day != half.day:
        return False
    that_day = [it for it in plan if it.day == half.day]
    if stay.came.date() != stay.day or len(that_day) == 1:
        # Written down on another day: when they came is not known, that they did is.
        return half == that_day[0]
    border = next((it.hours.end for it in that_day if it.hours and not it.afternoon), noon)
    came_late = stay.came.time() >= border
    if not half.afternoon:
        return not came_late
    begins = half.hours.start if half.hours else border
    return came_late or _left_after(stay, begins)


def _left_after(stay: Stay, begins: time) -> bool:
    return stay.left is not None and (stay.left.date() > stay.day or stay.left.time() > begins)

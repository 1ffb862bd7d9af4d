"""Arrivals of several days laid over one another: counted in minutes from when each began."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

Curve = Sequence[tuple[int, int]]
"""(start of five minutes in ms UTC, how many arrived in them), in order, without empty ones."""
_MINUTE = 60_000
_STEP = 5  # minutes in which arrivals are counted
_STEPS = (5, 10, 15, 30, 60, 120, 240)
_ROWS = 24  # of a table, at most


@dataclass(frozen=True, slots=True)
class Course:
    """`points` are (minutes from the beginning, arrived by then), the first with nobody."""

    name: str
    points: tuple[tuple[int, int], ...]

    def arrived_by(self, minute: int) -> int:
        """How many were in by then."""
        return max((total for at, total in self.points if at <= minute), default=0)


@dataclass(frozen=True, slots=True)
class Courses:
    """Several over one another; `by_opening` unless the opening of one of them is not known.

    Then each begins with its own first arrival.
    """

    each: tuple[Course, ...]
    by_opening: bool

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last minute of all."""
        minutes = [minute for it in self.each for minute, _ in it.points]
        return min(minutes, default=0), max(minutes, default=0)

    @property
    def minutes(self) -> tuple[int, ...]:
        """The moments at which a table tells all of them, in equal steps."""
        first, last = self.span
        step = next((it for it in _STEPS if (last - first) // it < _ROWS), _STEPS[-1])
        return tuple(range(-(-first // step) * step, -(-last // step) * step + 1, step))


def over_one_another(
    days: Sequence[tuple[str, Curve, int | None]],
) -> Courses:
    """Of each day its name, its arrivals, and when it opened in ms UTC, if that is known.

    A day without arrivals has no course.
    """
    came = [(name, curve, opened) for name, curve, opened in days if curve]
    by_opening = all(opened is not None for _, _, opened in came)
    return Courses(
        tuple(
            Course(name, _points(curve, _began(curve, opened if by_opening else None)))
            for name, curve, opened in came
        ),
        by_opening,
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """Another day's course on the clock of this one, which began at `began` (ms UTC)."""

    course: Course
    began: int
    by_opening: bool

    @property
    def points(self) -> tuple[tuple[int, int], ...]:
        """(ms UTC on this day, arrived by then on the other)."""
        return tuple((self.began + minute * _MINUTE, total) for minute, total in self.course.points)

    def arrived_by(self, at: int) -> int:
        """How many were in on the other day, as long after its beginning."""
        return self.course.arrived_by((at - self.began) // _MINUTE)


def beside(
    name: str, curve: Curve, opened: int | None, here: Curve, here_opened: int | None
) -> Beside | None:
    """Lay another day beside this one; None where that day or the beginning of this is unknown."""
    by_opening = opened is not None and here_opened is not None
    began = here_opened if by_opening else here[0][0] if here else None
    if not curve or began is None:
        return None
    points = _points(curve, _began(curve, opened if by_opening else None))
    return Beside(Course(name, points), began, by_opening)


def _began(curve: Curve, opened: int | None) -> int:
    return curve[0][0] if opened is None else opened


def _points(curve: Curve, began: int) -> tuple[tuple[int, int], ...]:
    starts = [(start - began) // _MINUTE for start, _ in curve]
    totals = accumulate(count for _, count in curve)
    ends = [(start + _STEP, total) for start, total in zip(starts, totals, strict=True)]
    return ((starts[0], 0), *ends)

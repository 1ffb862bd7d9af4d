"""Arrivals in equal steps of time, without gaps: few enough to be drawn as bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

_MINUTE = 60_000
_STEPS = (5, 10, 15, 30, 60, 120, 240, 720, 1440)  # minutes that people count in
_MOST = 72


@dataclass(frozen=True, slots=True)
class Bins:
    """`counts` arrivals in each step of `minutes`, the first beginning at `start` (ms UTC)."""

    start: int
    minutes: int
    counts: tuple[int, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """Arrived by the end of each step."""
        return tuple(accumulate(self.counts))

    def time(self, number: int) -> int:
        """When a step begins, in ms UTC."""
        return self.start + number * self.minutes * _MINUTE

    @property
    def busiest(self) -> int:
        """The step in which most people came."""
        return max(range(len(self.counts)), key=self.counts.__getitem__)


def bins_of(curve: Sequence[tuple[int, int]]) -> Bins | None:
    """The finest step by which the whole curve still fits; None when nobody came."""
    if not curve:
        return None
    first, last = curve[0][0], curve[-1][0]
    minutes = next((it for it in _STEPS if (last - first) // (it * _MINUTE) < _MOST), _STEPS[-1])
    step = minutes * _MINUTE
    start = first // step * step
    counts = [0] * min((last - start) // step + 1, 2 * _MOST)
    for at, arrived in curve:
        counts[min((at - start) // step, len(counts) - 1)] += arrived
    return Bins(start, minutes, tuple(counts))

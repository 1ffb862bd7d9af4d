"""A great many things put in order a little at a time: one long sort would stop the window."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import Any, Generic, TypeVar

T = TypeVar("T", bound=tuple[Any, ...])


class Sorter(Generic[T]):
    """Takes things in by the slice, each sorted by itself, and gives them back in one order.

    Nothing more may be added after the first `take`.
    """

    def __init__(self) -> None:
        self._runs: list[list[T]] = []
        self._left = 0
        self._merged: Iterator[T] | None = None

    def __len__(self) -> int:
        return self._left

    def add(self, things: Iterable[T]) -> None:
        """Put some more aside."""
        self._runs.append(sorted(things, reverse=True))
        self._left += len(self._runs[-1])

    def take(self, most: int) -> list[T]:
        """The next of them in order, at most so many."""
        self._merged = self._merged or merge(*map(_emptied, self._runs))
        taken = list(islice(self._merged, most))
        self._left -= len(taken)
        return taken


def _emptied(run: list[T]) -> Iterator[T]:
    """From the last to the first; what was given is let go of at once, not with all others."""
    while run:
        yield run.pop()

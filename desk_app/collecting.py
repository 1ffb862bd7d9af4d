"""When Python's collector of cycles stays away: a pass over many people would stop the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_at_work = 0  # in several threads at once: the last to end lets the collector in again
_was_on = False


@contextmanager
def without_collecting(*, lasting: bool = False) -> Iterator[None]:
    """For work that makes many objects and no cycles.

    What is left at the end of `lasting` work is put where the collector never looks.
    """
    _begin()
    try:
        yield
    finally:
        if lasting:
            gc.freeze()
        _end()


def at_work() -> bool:
    """Whether such work goes on, in any thread."""
    return _at_work > 0


def _begin() -> None:
    global _at_work, _was_on
    with _lock:
        if not _at_work:
            _was_on = gc.isenabled()
            gc.disable()
        _at_work += 1


def _end() -> None:
    global _at_work
    with _lock:
        _at_work -= 1
        if not _at_work and _was_on:
            gc.enable()

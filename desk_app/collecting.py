"""When Python's collector of cycles stays away: a pass over many people would stop the window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting(*, lasting: bool = False) -> Iterator[None]:
    """For work that makes many objects and no cycles.

    What is left at the end of `lasting` work is put where the collector never looks.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if lasting:
            gc.freeze()
        if was_on:
            gc.enable()

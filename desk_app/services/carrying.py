"""An import carried out where no window is open: made ready in one thread, written in another."""

import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from desk_app.clock import Clock
from desk_app.services.imports import Import, Progress
from desk_app.store.session import Store

TURN_S = 0.0002  # SQLite works without Python's lock; this long it waits to get it back


def carried_out(store: Store, work: Import, clock: Clock) -> Iterator[Progress]:
    """Write the import slice by slice; what is not taken out of here to the end counts for nothing.

    The window does the same with its lanes, so that scans slip in between.
    """
    with _short_turns(), ThreadPoolExecutor(1, "prepare") as beside:
        preparing: Future[None] | None = None
        progress = Progress(0, 0, finished=False)
        while not progress.finished:
            if preparing and (preparing.done() or not work.to_advance):
                preparing.result()
                preparing = None
            if preparing is None and work.to_prepare:
                preparing = beside.submit(work.prepare)
            if work.to_advance:
                with store.transaction(durable=work.closing) as session:
                    progress = work.advance(session, clock())
                yield progress


@contextmanager
def _short_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, TURN_S))
    try:
        yield
    finally:
        sys.setswitchinterval(before)

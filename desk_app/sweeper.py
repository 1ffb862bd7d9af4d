"""Python's collector of cycles, kept on the UI thread: elsewhere it would end widgets there.

By itself it runs in whichever thread makes the next object. A widget that ends on a worker may
wait for Python while it holds a lock of Qt's; where the window then waits for that lock, having
Python, both wait for ever.
"""

import gc
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from desk_app import collecting

LOOK_MS = 500
YOUNG = 2_000  # new objects that are worth a pass
OLDER = 10  # young passes for one that looks further, and so on
LONG = 0.01  # seconds: half a frame


class Sweeper(QObject):
    """Collects now and then on the thread that made it, and nowhere else until it is closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._passes = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    def look(self) -> None:
        """Collect where there is enough, and nobody makes objects by the thousand."""
        if gc.get_count()[0] < YOUNG or collecting.at_work():
            return
        self._passes += 1
        began = perf_counter()
        gc.collect(generation(self._passes))
        if perf_counter() - began > LONG:
            gc.freeze()  # so many are people, who make no cycles: once is enough

    def close(self) -> None:
        """Let Python collect by itself again: the other threads have ended."""
        self._timer.stop()
        if self._was_on:
            gc.enable()


def generation(passes: int) -> int:
    """How far the pass of this number looks: 0 at new objects only, 2 at all."""
    if passes % OLDER**2 == 0:
        return 2
    return 1 if passes % OLDER == 0 else 0

"""Telling a scanner from fingers by the time between keys."""

FASTEST_FINGERS_MS = 35
SHORTEST_CODE = 6
SURE_OF_A_SCANNER = 3


class Pace:
    """Listens to when keys come; scanners send theirs 0.2 to 20 ms apart, people do not.

    Times are in ms of any steady clock.
    """

    def __init__(self) -> None:
        self._last = 0
        self._run = 0
        self._scanned = -FASTEST_FINGERS_MS

    def key(self, at: int) -> None:
        """A character came."""
        quick = at - self._last < FASTEST_FINGERS_MS
        self._run = self._run + 1 if quick else 1
        self._last = at

    def is_echo(self, at: int) -> bool:
        """Whether this Enter (now) is the second end of a scan: many scanners send CR and LF."""
        return self._run == 0 and at - self._scanned < FASTEST_FINGERS_MS

    def is_scan(self, at: int, length: int) -> bool:
        """Whether all of a text of this length came in one burst that Enter (now) closes."""
        ended = at - self._last < FASTEST_FINGERS_MS
        scan = ended and self._run >= SHORTEST_CODE and self._run >= length
        if scan:
            self._scanned = at
        return scan

    @property
    def bursting(self) -> bool:
        """Whether keys are coming so fast just now that this looks like a scanner."""
        return self._run >= SURE_OF_A_SCANNER

    def forget(self) -> None:
        """Start anew."""
        self._run = 0

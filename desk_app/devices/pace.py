"""Telling a scanner from fingers by the time between keys."""

FASTEST_FINGERS_MS = 35
SLOWEST_SCANNER_MS = 80  # by radio, or held up by a busy computer
HELD_UP_MS = 500  # between two keys of one scan, on a bad connection
SHORTEST_CODE = 6
SURE_OF_A_SCANNER = 3


class Pace:
    """Listens to when keys come; scanners send theirs 0.2 to 20 ms apart, people do not.

    Times are in ms of any steady clock.
    """

    def __init__(self) -> None:
        self._last = 0
        self._run = 0
        self._steady = 0
        self._may_go_on = False
        self._scanned = -FASTEST_FINGERS_MS

    def key(self, at: int) -> None:
        """A character came."""
        quick = 0 <= at - self._last < FASTEST_FINGERS_MS
        self._run = self._run + 1 if quick else 1
        steady = 0 <= at - self._last < SLOWEST_SCANNER_MS
        self._steady = self._steady + 1 if steady else 1
        self._may_go_on = 0 <= at - self._last < HELD_UP_MS
        self._last = at

    def is_echo(self, at: int) -> bool:
        """Whether this Enter (now) is the second end of a scan: many scanners send CR and LF."""
        return self._run == 0 and 0 <= at - self._scanned < FASTEST_FINGERS_MS

    def is_scan(self, at: int) -> bool:
        """Whether the keys came in one burst that Enter (now) closes."""
        return self.is_close(at) and self.is_long_enough

    def is_close(self, at: int) -> bool:
        """Whether this key comes as fast after the last one as no finger does."""
        return 0 <= at - self._last < FASTEST_FINGERS_MS

    def told(self, at: int) -> None:
        """What came so far was a scan, which Enter (now) closed."""
        self._scanned = at

    def may_be_slow(self, at: int) -> bool:
        """Whether this key comes as fast as a slow scanner's: quick fingers do so at times."""
        return 0 <= at - self._last < SLOWEST_SCANNER_MS

    @property
    def steady(self) -> int:
        """How many keys came no slower than a slow scanner sends them, up to the last one."""
        return self._steady

    @property
    def may_go_on(self) -> bool:
        """Whether the last key may belong to those before it, held up on their way."""
        return self._may_go_on

    @property
    def length(self) -> int:
        """How many keys came without a pause, up to the last one."""
        return self._run

    @property
    def is_long_enough(self) -> bool:
        """Whether the keys without a pause may be a code."""
        return self._run >= SHORTEST_CODE

    @property
    def bursting(self) -> bool:
        """Whether keys are coming so fast just now that this looks like a scanner."""
        return self._run >= SURE_OF_A_SCANNER

    def pause(self) -> None:
        """Another key came in between: an Enter from now on is no echo of a scan."""
        self._scanned = -FASTEST_FINGERS_MS

    def forget(self) -> None:
        """Start anew."""
        self._run = self._steady = 0

"""Codes in view of a camera: each is told once while it stays there, one after the other."""

from collections import deque
from collections.abc import Iterable

GONE_MS = 2000  # a hand that shakes hides a code for a moment; the scanner's rule for double reads
APART_MS = 1500  # between two codes, so that the verdict of each is seen


class InView:
    """Times are in ms of any steady clock."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._waiting: deque[str] = deque()
        self._told = -APART_MS

    def look(self, codes: Iterable[str], now: int) -> str:
        """What to tell now, "" for nothing: the first new code that nobody was told of.

        Codes that came into view together wait for their turn, also when they have left again.
        """
        self._seen = {code: at for code, at in self._seen.items() if now - at < GONE_MS}
        for code in codes:
            if code not in self._seen:
                self._waiting.append(code)
            self._seen[code] = now
        if not self._waiting or now - self._told < APART_MS:
            return ""
        self._told = now
        return self._waiting.popleft()

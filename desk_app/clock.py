"""The time, as an argument: called at the edges, handed inward."""

import time
from collections.abc import Callable

Clock = Callable[[], int]


def system_clock() -> int:
    """Now, in ms UTC."""
    return time.time_ns() // 1_000_000

"""Ten thousand scans in the real window: what the desk keeps of them in memory."""

import gc
import os
import random
import sys
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks import figures
from tests.benchmarks.scan import SEED
from tests.benchmarks.window import Window

SCANS, FIRST = 10_000, 1_000  # the first ones fill the caches, which are bounded
MEGABYTE = 1024 * 1024


def main(people: int, folder: Path, scans: int) -> None:
    window = Window(figures.desk(folder, people))
    chance = random.Random(SEED)
    codes = [row.scan_code for row in window.everybody()]
    # Nobody comes twice within two seconds: that would be one scan, read twice.
    queue = cycle(chance.sample(codes, min(len(codes), (FIRST + scans) // 2)))
    _scan(window, islice(queue, FIRST))
    before = _resident()
    _scan(window, islice(queue, scans))
    grown = (_resident() - before) / MEGABYTE
    window.close()
    goal = 5 * scans / SCANS
    figures.tell(f"memory grown over {scans} scans", people, grown, "MB", goal)


def _scan(window: Window, codes: Iterable[str]) -> None:
    """One after the other, each once the one before is answered; some are in already."""
    field = window.desk.screen.field
    for code in codes:
        window._answered.clear()
        field.selectAll()
        QTest.keyClicks(field, code)
        QTest.keyClick(field, Qt.Key.Key_Return)
        window._wait(lambda: window._answered)
    window._settle()


def _resident() -> int:
    """Bytes of this process in memory; Linux alone tells."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else SCANS)

"""Scans while a large import comes in: nobody at the door should notice it."""

import random
import sys
from pathlib import Path
from typing import Any

from tests.benchmarks import figures
from tests.benchmarks.window import Window

SEED = 20_260_703


def main(people: int, folder: Path) -> None:
    sys.setswitchinterval(0.001)  # as the window does
    known = people // 10
    window = Window(figures.desk(folder, known))
    codes = [row.scan_code for row in window.everybody()]
    random.Random(SEED).shuffle(codes)
    for code in codes[:20]:
        window.scan(code)
    importing = window.desk.rest.importing
    planned: list[Any] = []
    finished: list[Any] = []
    importing.planned.connect(planned.append)
    importing.finished.connect(finished.append)
    importing.open(figures.export(folder, people))
    window._wait(lambda: planned)
    importing.apply()
    times: list[float] = []
    for code in codes[20:]:
        if finished:
            break
        times.append(window.scan(code))
    window.close()
    assert finished, "the import must end while scans go on"
    p99 = figures.quantile(times, 0.99)
    figures.tell("scans served during an import", people, len(times), "scans")
    figures.tell("scan during an import, p50", people, figures.quantile(times, 0.5), "ms")
    figures.tell("scan during an import, p99", people, p99, "ms", 100)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

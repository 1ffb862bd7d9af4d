"""From a scanner's Enter to a durable check-in and a painted verdict, in the real window."""

import random
import sqlite3
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks import figures
from tests.benchmarks.window import Window

SEED, SCANS = 20_260_703, 300


def main(people: int, folder: Path) -> None:
    window = Window(figures.desk(folder, people))
    chance = random.Random(SEED)
    codes = [row.scan_code for row in chance.sample(list(window.everybody()), SCANS + 20)]
    for code in codes[:20]:
        window.scan(code)
    times, wholes = [], []
    for code in codes[20:]:
        times.append(window.scan(code))
        wholes.append(window.until_all_is_painted)
    window.close()
    floor = figures.quantile(_commits(folder / "commit.db"), 0.99)
    figures.tell("scan to painted verdict, p50", people, figures.quantile(times, 0.5), "ms")
    figures.tell(
        "scan to painted verdict, p99", people, figures.quantile(times, 0.99), "ms", 16, floor
    )
    figures.tell("scan to painted person, p50", people, figures.quantile(wholes, 0.5), "ms")
    figures.tell("scan to painted person, p99", people, figures.quantile(wholes, 0.99), "ms")


def _commits(file: Path) -> list[float]:
    """What one durable commit costs here, by itself, in ms."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE fact (body)")
    times = []
    for _ in range(SCANS):
        began = perf_counter()
        connection.execute("INSERT INTO fact VALUES ('admitted')")
        times.append((perf_counter() - began) * 1000)
    connection.close()
    return times


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

"""A first import and the same file again, against csv alone and raw sqlite3 alone."""

import contextlib
import csv
import resource
import sqlite3
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks import figures


def main(people: int, folder: Path) -> None:
    from desk_app.intake.announcement import read_announcement
    from desk_app.intake.reading import read
    from desk_app.sample import page
    from desk_app.services import events, places, planning

    file = figures.export(folder, people)
    store = places.open_desk(folder / "import", figures.NOW)
    before = _megabytes()
    with store.transaction() as session:
        event = events.describe(session, read_announcement(page())[0].event, figures.NOW)

    began = perf_counter()
    reading = read(file)
    read_in = perf_counter() - began
    with store.transaction() as session:
        plan = planning.plan(session, event, reading)
    planned = perf_counter() - began
    longest = figures.apply(store, plan)
    first = perf_counter() - began
    peak = _megabytes()

    del plan, reading
    began = perf_counter()
    with store.transaction() as session:
        again = planning.plan(session, event, read(file))
    figures.apply(store, again)
    second = perf_counter() - began
    assert again.unchanged == people, "the same file must change nothing"
    store.close()

    rows, csv_floor = _csv(file)
    sqlite_floor = _sqlite(folder / "floor.db", rows)
    scale = people / 100_000
    floor = csv_floor + sqlite_floor
    figures.tell("import, reading", people, read_in, "s", None, csv_floor)
    figures.tell("import, planning", people, planned - read_in, "s")
    figures.tell("import, applying", people, first - planned, "s", None, sqlite_floor)
    figures.tell("import, first", people, first, "s", 8 * scale, floor)
    figures.tell("import, longest slice (scans wait so long)", people, longest * 1000, "ms")
    figures.tell("import, the same file again", people, second, "s", 4 * scale, csv_floor)
    figures.tell("import, peak memory", people, peak, "MB", 500, before)


def _csv(file: Path) -> tuple[list[list[str]], float]:
    began = perf_counter()
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter=";"))
    return rows, perf_counter() - began


def _sqlite(file: Path, rows: list[list[str]]) -> float:
    began = perf_counter()
    columns = ", ".join(f"c{n}" for n in range(len(rows[0])))
    gaps = ", ".join("?" * len(rows[0]))
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"CREATE TABLE person ({columns})")
        connection.executemany(f"INSERT INTO person VALUES ({gaps})", rows)
    return perf_counter() - began


def _megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

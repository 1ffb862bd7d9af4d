"""Recognising any export that the samples show, spoilt ones, and a large workbook."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.benchmarks import figures
from tests.benchmarks import people as invented
from tests.intake import bad_files

SAMPLES = Path(__file__).parents[1] / "samples"
ROUNDS = 15
LARGE_ROUNDS = 3
# Another process reads each spoilt file: its memory counts for that file alone.
ALONE = """
import json, sys
from pathlib import Path
from time import perf_counter
from desk_app.domain.errors import DeskError
from desk_app.intake.reading import read
began = perf_counter()
try:
    read(Path(sys.argv[1]))
except DeskError:
    pass
took = perf_counter() - began
lines = Path("/proc/self/status").read_text().splitlines()
peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
print(json.dumps([took, peak / 1024]))
"""


def main(people: int, folder: Path) -> None:
    _samples()
    if Path("/proc/self/status").exists():
        _spoilt(folder)
    _workbook(people, folder)


def _samples() -> None:
    from desk_app.intake import vocabulary, wording
    from desk_app.intake.reading import read

    def recognise(file: Path) -> None:
        for remembered in (vocabulary.meanings, vocabulary.core, wording.key):
            remembered.cache_clear()  # no heading is known from the last time
        read(file)

    files = [file for file in sorted(SAMPLES.iterdir()) if file.name != "EXPECTED.json"]
    for file in files:
        read(file)
    worst = max(_least(partial(recognise, file), ROUNDS) for file in files)
    figures.tell("recognising and reading the worst sample", len(files), worst * 1000, "ms", 50)


def _spoilt(folder: Path) -> None:
    slowest = largest = 0.0
    kinds = {**bad_files.refused(), **bad_files.told()}
    for bad in kinds.values():
        file = folder / "spoilt.csv"
        bad.write(file)
        command = [sys.executable, "-c", ALONE, str(file)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        took, peak = json.loads(done.stdout)
        slowest, largest = max(slowest, took), max(largest, peak)
        file.unlink()
    figures.tell("spoilt files, the slowest", len(kinds), slowest, "s", 2)
    figures.tell("spoilt files, peak memory", len(kinds), largest, "MB", 300)


def _workbook(people: int, folder: Path) -> None:
    """Against the workbook reader alone, of which half the speed is promised."""
    import python_calamine

    from desk_app.intake.reading import read

    file = _large(people, folder)

    def bare() -> None:
        book = python_calamine.load_workbook(io.BytesIO(file.read_bytes()))
        assert len(book.get_sheet_by_index(0).to_python()) == people + 1

    floor = _least(bare, LARGE_ROUNDS)
    took = _least(lambda: read(file), LARGE_ROUNDS)
    figures.tell("a large workbook, reading", people, took, "s", 2 * floor, floor)


def _large(people: int, folder: Path) -> Path:
    import xlsxwriter

    file = folder / f"people-{people}.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Order positions")
        sheet.write_row(0, 0, invented.HEADINGS)
        for number, row in enumerate(invented.people(people), start=1):
            sheet.write_row(number, 0, list(row.values()))
    return file


def _least(work: Callable[[], object], rounds: int) -> float:
    """The least of several times: other programs can only add to it."""
    times = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

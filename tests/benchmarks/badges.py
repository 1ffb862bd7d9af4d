"""Badges into one PDF, and one badge by itself."""

import resource
import statistics
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks import figures

LIMITS = ((1000, 1.0), (10_000, 10.0))  # badges, seconds


def memory() -> float:
    """What the process holds, in MB."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * resource.getpagesize() / 1e6


def main(folder: Path) -> None:
    from desk_app.badges import layouts, stocks
    from desk_app.badges.render import render
    from desk_app.services import badges, places, roster

    store = places.open_desk(figures.desk(folder, 10_000), figures.NOW)
    with store.transaction() as session:
        place = places.here(session, figures.NOW).place
        people = list(roster.everybody(session, place))
        due = badges.badges_of(session, place, people)
    store.close()
    layout, stock = layouts.layout(), stocks.stock("62x100")
    render(due[:5], layout, stock)
    for count, most in LIMITS:
        file = folder / "badges.pdf"
        before = memory()
        began = perf_counter()
        with file.open("wb") as paper:
            render(due[:count], layout, stock, file=paper)
        told = f"{count:,} badges with QR in one PDF"
        figures.tell(told, count, perf_counter() - began, "s", most)
        figures.tell(f"{told}, memory", count, memory() - before, "MB", 60)
        figures.tell(f"{told}, size of each", count, file.stat().st_size / count / 1000, "kB", 2)
    singly = []
    for badge in due[:50]:
        began = perf_counter()
        render([badge], layout, stock)
        singly.append((perf_counter() - began) * 1000)
    figures.tell("one badge", 1, statistics.median(singly), "ms", 15)


if __name__ == "__main__":
    main(Path(sys.argv[2]))

"""Badges into one PDF, and one badge by itself."""

import statistics
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks import figures

COUNT = 1000


def main(folder: Path) -> None:
    from desk_app.badges import layouts, stocks
    from desk_app.badges.render import render
    from desk_app.services import badges, places, roster

    store = places.open_desk(figures.desk(folder, 10_000), figures.NOW)
    with store.transaction() as session:
        place = places.here(session, figures.NOW).place
        people = list(roster.everybody(session, place))[:COUNT]
        due = badges.badges_of(session, place, people)
    store.close()
    layout, stock = layouts.layout(), stocks.stock("62x100")
    render(due[:5], layout, stock)
    began = perf_counter()
    drawn = render(due, layout, stock)
    figures.tell("1,000 badges with QR in one PDF", COUNT, perf_counter() - began, "s", 2)
    figures.tell("PDF, size of a badge", COUNT, len(drawn.pdf) / COUNT / 1000, "kB", 2)
    singly = []
    for badge in due[:50]:
        began = perf_counter()
        render([badge], layout, stock)
        singly.append((perf_counter() - began) * 1000)
    figures.tell("one badge", 1, statistics.median(singly), "ms", 30)


if __name__ == "__main__":
    main(Path(sys.argv[2]))

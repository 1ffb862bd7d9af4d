"""Whether five times as many people cost five times as much to read, compare and bring in."""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tests.benchmarks import figures

TIMES = 5
GOAL = 1.3  # times the cost of a person in the smaller file; 1 is linear


class Cost(NamedTuple):
    """Seconds of each step."""

    reading: float
    planning: float
    again: float
    applying: float


def main(people: int, folder: Path) -> None:
    few, many = (_alone(count, folder) for count in (people, TIMES * people))
    for step in Cost._fields:
        _tell(step, people, getattr(few, step), getattr(many, step))
    _tell("all", people, sum(few), sum(many))


def _tell(step: str, people: int, few: float, many: float) -> None:
    name = f"growth to {TIMES} times as many, {step}"
    goal = GOAL if step == "all" else None
    figures.tell(f"{name}, seconds", TIMES * people, many, "s", None, few)
    figures.tell(f"{name}, cost of a person", TIMES * people, many / TIMES / few, "times", goal)


def _alone(count: int, folder: Path) -> Cost:
    """In a process of its own: neither size leaves its people to the other."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawn) as process:
        return process.submit(cost, count, folder).result()


def cost(count: int, folder: Path) -> Cost:
    """A first import into a new data folder, and the comparison of the same file with it."""
    from desk_app.domain.event import Event
    from desk_app.intake.reading import read
    from desk_app.services import events, places, planning

    file = figures.export(folder, count)
    store = places.open_desk(folder / f"growth-{count}", figures.NOW)
    with store.transaction() as session:
        event = events.describe(session, Event("Growth"), figures.NOW)
    read(figures.export(folder, 100))  # word lists are read once, however many people follow
    began = perf_counter()
    reading = read(file)
    was_read = perf_counter()
    with store.transaction() as session:
        plan = planning.plan(session, event, reading)
    planned = perf_counter()
    figures.apply(store, plan)
    applied = perf_counter()
    with store.transaction() as session:
        again = planning.plan(session, event, reading)
    compared = perf_counter()
    assert again.unchanged == count, "the same file must change nothing"
    store.close()
    return Cost(was_read - began, planned - was_read, compared - applied, applied - planned)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

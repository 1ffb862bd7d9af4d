"""What every benchmark needs: a roster on disk, quantiles, and a way to tell a figure."""

import gc
import json
from collections.abc import Sequence
from pathlib import Path

from desk_app.services import events, imports, places, planning
from desk_app.services.plan import Plan
from desk_app.store.session import Store
from tests.benchmarks import people as invented

NOW = 1_720_000_000_000


def tell(
    name: str,
    people: int,
    value: float,
    unit: str,
    goal: float | None = None,
    floor: float | None = None,
) -> None:
    """Print one figure; a goal is met when the value is not above it."""
    met = None if goal is None else value <= goal
    figure = {
        "name": name,
        "people": people,
        "value": value,
        "unit": unit,
        "goal": goal,
        "floor": floor,
        "met": met,
    }
    print(json.dumps(figure), flush=True)


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def export(folder: Path, count: int) -> Path:
    """A CSV export of so many invented people, written once."""
    file = folder / f"people-{count}.csv"
    if not file.exists():
        invented.write_csv(file, count)
    return file


def desk(folder: Path, count: int) -> Path:
    """A data folder with so many people, filled once."""
    data = folder / f"desk-{count}"
    if not data.exists():
        from desk_app.intake.announcement import read_announcement
        from desk_app.intake.reading import read
        from desk_app.sample import page

        store = places.open_desk(data, NOW)
        with store.transaction() as session:
            event = events.describe(session, read_announcement(page())[0].event, NOW)
            plan = planning.plan(session, event, read(export(folder, count)))
        apply(store, plan)
        store.close()
    return data


def apply(store: Store, plan: Plan) -> float:
    """Carry a plan out; the longest slice in seconds."""
    from time import perf_counter

    gc.freeze()  # as the command line and the window do
    work, longest, finished = imports.Import(plan), 0.0, False
    while not finished:
        began = perf_counter()
        with store.transaction(durable=work.closing) as session:
            finished = work.advance(session, NOW).finished
        longest = max(longest, perf_counter() - began)
    return longest

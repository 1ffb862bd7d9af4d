"""From a key to painted results in the real window, and the search alone."""

import random
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks import figures
from tests.benchmarks.people import misspelt
from tests.benchmarks.window import Window

SEED, NAMES = 20_260_703, 60


def main(people: int, folder: Path) -> None:
    chance = random.Random(SEED)
    window = Window(figures.desk(folder, people))
    names = chance.sample([row.full_name for row in window.everybody()], NAMES)
    typed = [name[:8] for name in names]
    wrong = [misspelt(name, chance)[:10] for name in names]
    _warm_up(window)
    keys = [ms for text in typed for ms in window.type(text)]
    slips = [ms for text in wrong for ms in window.type(text)]
    prefixes = [text[:n] for text in typed for n in range(1, len(text) + 1)]
    alone = [_alone(window, text) for text in (*prefixes, *wrong)]
    floor = figures.quantile([window.bare_paint() for _ in range(50)], 0.99)
    window.close()
    every = keys + slips
    figures.tell("key to painted results, p50", people, figures.quantile(every, 0.5), "ms")
    figures.tell(
        "key to painted results, p99", people, figures.quantile(keys, 0.99), "ms", 16, floor
    )
    figures.tell(
        "key to painted results, misspelt, p99",
        people,
        figures.quantile(slips, 0.99),
        "ms",
        16,
        floor,
    )
    figures.tell("search alone, p50", people, figures.quantile(alone, 0.5), "ms")
    figures.tell("search alone, p99", people, figures.quantile(alone, 0.99), "ms", 5)


def _warm_up(window: Window) -> None:
    """A desk that has been open for a minute: words learnt, fonts met, code compiled."""
    for text in ("ab", "martin", "xqzw", "dupond jean", "lefvbre", "zoe", "nguyen", "kowalsky"):
        window.type(text)


def _alone(window: Window, text: str) -> float:
    from desk_app.services import roster

    with window.store.transaction() as session:
        began = perf_counter()
        roster.find(session, window.place, text)
        return (perf_counter() - began) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

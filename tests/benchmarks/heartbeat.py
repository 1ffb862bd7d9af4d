"""How long the UI thread is silent while a large export comes in and a batch of badges is drawn."""

import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.benchmarks import figures
from tests.benchmarks.window import Window

BEAT_MS = 5


def main(people: int, folder: Path) -> None:
    from PySide6.QtCore import Qt, QTimer

    sys.setswitchinterval(0.001)
    file = figures.export(folder, people)
    data = folder / "heartbeat"
    _empty_desk(data)
    window = Window(data)
    beats: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(perf_counter()))
    timer.start(BEAT_MS)
    _until(window, 0.5)
    quiet = _silence(beats)
    beats.clear()
    importing = window.desk.rest.importing
    window.desk.frame.show_screen("import")
    planned: list[Any] = []
    importing.planned.connect(planned.append)
    importing.open(file)
    window._wait(lambda: planned)
    finished: list[Any] = []
    importing.finished.connect(finished.append)
    importing.apply()
    window._wait(lambda: finished)
    during_import = _silence(beats)
    beats.clear()
    _draw(window, beats)
    during_badges = _silence(beats)
    window.close()
    figures.tell("UI thread silent, at rest", people, quiet, "ms")
    figures.tell("UI thread silent, during an import", people, during_import, "ms", 50, quiet)
    figures.tell("UI thread silent, during 1,000 badges", 1000, during_badges, "ms", 50, quiet)


def _empty_desk(data: Path) -> None:
    from desk_app.intake.announcement import read_announcement
    from desk_app.sample import page
    from desk_app.services import events, places

    store = places.open_desk(data, figures.NOW)
    with store.transaction() as session:
        events.describe(session, read_announcement(page())[0].event, figures.NOW)
    store.close()


def _draw(window: Window, beats: list[float]) -> None:
    from desk_app.badges import layouts, stocks
    from desk_app.badges.render import render
    from desk_app.services import badges

    def due() -> Any:
        with window.store.transaction() as session:
            people = list(badges.due(session, window.place))[:1000]
            return badges.badges_of(session, window.place, people)

    drawn: list[Any] = []
    some = due()
    window._settle()
    beats.clear()
    window.desk.tasks.make(
        lambda: render(some, layouts.layout(), stocks.stock("62x100")), done=drawn.append
    )
    window._wait(lambda: drawn)


def _until(window: Window, seconds: float) -> None:
    end = perf_counter() + seconds
    window._wait(lambda: perf_counter() > end)


def _silence(beats: list[float]) -> float:
    """The longest time between two beats, in ms."""
    gaps = [later - sooner for sooner, later in pairwise(beats)]
    return max(gaps, default=0.0) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

"""The roster and the attendance on the real window: opened, put in order, filtered, followed."""

import random
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from tests.benchmarks import figures
from tests.benchmarks.window import Painted, Window

SEED, SCANS, TIMES = 20_260_703, 40, 3
ORDERS = ("organisation", "category", "arrived", "email", "order")


def main(people: int, folder: Path) -> None:
    window = Window(figures.desk(folder, people))
    first, again = _open(window), _open(window)
    _wait_until_whole(window)
    sorts = [_order(window, by) for by in ORDERS for _ in range(TIMES)]
    filters = [_filter(window, kind) for kind in ("absent", "expected", "all") * TIMES]
    floor = _paint(window)
    follows = _follow(window)
    window.close()
    figures.tell("roster opened for the first time", people, first, "ms", 150, floor)
    figures.tell("roster opened again", people, again, "ms", 150, floor)
    figures.tell("roster in another order, worst", people, max(sorts), "ms", 100, floor)
    figures.tell("roster filtered, worst", people, max(filters), "ms", 100, floor)
    figures.tell(
        "attendance after a scan, p50", people, figures.quantile(follows, 0.5), "ms", 16, floor
    )
    figures.tell(
        "attendance after a scan, p99", people, figures.quantile(follows, 0.99), "ms", 16, floor
    )


def _open(window: Window) -> float:
    """From the key to rows that are painted."""
    window.desk.frame.show_screen("checkin")
    window._settle()
    window.desk.rest  # noqa: B018 - its making is no part of what is measured
    return _until_painted(window, lambda: window.desk.frame.show_screen("roster"))


def _wait_until_whole(window: Window) -> None:
    everybody = window.desk.rest.roster._everybody
    window._wait(lambda: everybody._roll.whole and everybody._latest.whole)
    for _ in range(20):  # the orders are learnt one after the other
        idle: list[Any] = []
        window.desk.tasks.make(list, done=idle.append)
        window._wait(lambda idle=idle: idle)


def _order(window: Window, by: str) -> float:
    roster = window.desk.rest.roster
    descending = not roster.wished().descending
    return _until_painted(window, lambda: roster.order(by, descending))


def _filter(window: Window, kind: str) -> float:
    return _until_painted(window, lambda: window.desk.rest.roster.filter(kind))


def _until_painted(window: Window, act: Callable[[], None]) -> float:
    listed: list[Any] = []
    controller = window.desk.rest.roster
    began = perf_counter()
    controller.listed.connect(listed.append)
    act()
    table = _table(window)
    painted = Painted()
    table.viewport().installEventFilter(painted)
    window._wait(lambda: listed)
    window._wait(lambda: painted.seen)
    took = (perf_counter() - began) * 1000
    controller.listed.disconnect(listed.append)
    table.viewport().removeEventFilter(painted)
    return took


def _paint(window: Window) -> float:
    """What painting the table alone costs."""
    table, times = _table(window), []
    for _ in range(20):
        painted = Painted()
        table.viewport().installEventFilter(painted)
        began = perf_counter()
        table.viewport().update()
        window._wait(lambda painted=painted: painted.seen)
        times.append((perf_counter() - began) * 1000)
        table.viewport().removeEventFilter(painted)
    return figures.quantile(times, 0.5)


def _table(window: Window) -> Any:
    from desk_app.views.roster_screen import RosterScreen

    screen = window.desk.frame.findChild(RosterScreen)
    assert isinstance(screen, RosterScreen)
    return screen.table


def _follow(window: Window) -> list[float]:
    """Somebody is scanned elsewhere; from looking to figures on the screen."""
    from desk_app.services import checkin
    from desk_app.views.attendance_screen import AttendanceScreen

    window.desk.frame.show_screen("attendance")
    window._settle()
    screen = window.desk.frame.findChild(AttendanceScreen)
    assert isinstance(screen, AttendanceScreen)
    screen._follow.stop()  # asked for here, not each second
    chance = random.Random(SEED)
    absent = [
        row for row in window.everybody() if row.here_at is None and row.status == "confirmed"
    ]
    codes = [row.scan_code for row in chance.sample(absent, SCANS)]
    controller, times = window.desk.rest.attendance, []
    for code in codes:
        with window.store.transaction() as session:
            checkin.scan(session, window.place, code, figures.NOW)
        window._settle()
        counted: list[Any] = []
        controller.counted.connect(counted.append)
        began = perf_counter()
        controller.follow()
        window._wait(lambda counted=counted: counted)
        window._finish()
        times.append((perf_counter() - began) * 1000)
        controller.counted.disconnect(counted.append)
    return times


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))

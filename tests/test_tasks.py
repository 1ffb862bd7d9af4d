"""Work leaves the UI thread in one way, and its result comes back in one way."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desk_app.domain.errors import DeskError
from desk_app.services import settings
from desk_app.store.session import Session, Store
from desk_app.tasks import InlineTasks, Tasks

PATIENCE = 10  # seconds that a lane held up waits at most, so that a broken test ends

Both = Tasks | InlineTasks


@contextmanager
def threads(store: Store) -> Iterator[Tasks]:
    """Both lanes, closed at the end."""
    tasks = Tasks(store)
    try:
        yield tasks
    finally:
        tasks.close()


@pytest.fixture(params=[Tasks, InlineTasks])
def tasks(request: pytest.FixtureRequest, qtbot: QtBot, store: Store) -> Iterator[Both]:
    """What both kinds promise alike."""
    made: Both = request.param(store)
    yield made
    made.close()


def write(session: Session, key: str, value: str) -> str:
    settings.write(session, key, value)
    return value


def read(session: Session, key: str) -> str | None:
    return settings.read(session).get(key)


def write_and_break(session: Session) -> None:
    settings.write(session, "half", "done")
    raise ZeroDivisionError


def refuse(*_: Any) -> None:
    raise DeskError("The shelf is full.")


def crash(*_: Any) -> None:
    raise ZeroDivisionError


def wait_for(gate: Event) -> None:
    gate.wait(PATIENCE)


def held_up(_session: Session, gate: Event) -> str:
    wait_for(gate)
    return "held up"


def test_a_result_comes_to_done(tasks: Both, qtbot: QtBot) -> None:
    done: list[str] = []
    tasks.db(write, "key", "value", done=done.append)
    qtbot.waitUntil(lambda: done == ["value"])


def test_work_on_the_database_is_done_in_the_order_asked(tasks: Both, qtbot: QtBot) -> None:
    done: list[str | None] = []
    for number in range(5):
        tasks.db(write, "last", str(number))
        tasks.db(read, "last", done=done.append)
    qtbot.waitUntil(lambda: done == ["0", "1", "2", "3", "4"])


def test_work_that_breaks_leaves_nothing_in_the_database(tasks: Both, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.crashed):
        tasks.db(write_and_break)
    kept: list[str | None] = []
    tasks.db(read, "half", done=kept.append)
    qtbot.waitUntil(lambda: kept == [None])


def test_a_refusal_goes_to_whoever_waits_for_it(tasks: Both, qtbot: QtBot) -> None:
    refused: list[DeskError] = []
    with qtbot.assertNotEmitted(tasks.refused):
        tasks.db(refuse, failed=refused.append)
        qtbot.waitUntil(lambda: [str(it) for it in refused] == ["The shelf is full."])


@pytest.mark.parametrize("lane", ["db", "make"])
def test_a_refusal_nobody_waits_for_is_told_to_all(tasks: Both, qtbot: QtBot, lane: str) -> None:
    with qtbot.waitSignal(tasks.refused) as told:
        getattr(tasks, lane)(refuse)
    assert str(told.args[0]) == "The shelf is full."


@pytest.mark.parametrize("lane", ["db", "make"])
def test_a_bug_goes_to_crashed_and_never_to_done(tasks: Both, qtbot: QtBot, lane: str) -> None:
    done: list[object] = []
    with qtbot.waitSignal(tasks.crashed) as told:
        getattr(tasks, lane)(crash, done=done.append, failed=done.append)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert done == []


def test_after_a_bug_the_lane_goes_on(tasks: Both, qtbot: QtBot) -> None:
    done: list[int] = []
    tasks.make(crash)
    tasks.make(abs, -7, done=done.append)
    qtbot.waitUntil(lambda: done == [7])


def test_a_bug_is_logged_by_its_kind_alone(
    tasks: Both, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def quote() -> None:
        raise ValueError("Zoé Lefèvre")

    with qtbot.waitSignal(tasks.crashed):
        tasks.make(quote)
    assert [record.getMessage() for record in caplog.records] == ["work failed: ValueError"]


def test_work_is_done_elsewhere_and_its_result_here(qtbot: QtBot, store: Store) -> None:
    threads_of_done: list[bool] = []
    with threads(store) as tasks:
        tasks.make(
            current_thread,
            done=lambda worker: threads_of_done.extend(
                (worker is main_thread(), current_thread() is main_thread())
            ),
        )
        qtbot.waitUntil(lambda: threads_of_done == [False, True])


class Waiting:
    """Whoever waits for work, and where it ended."""

    def __init__(self, ended: list[bool]) -> None:
        self.ended = ended

    def take(self, _result: object) -> None:
        """Is not called."""

    def __del__(self) -> None:
        self.ended.append(current_thread() is main_thread())


def test_who_waited_for_skipped_work_ends_here(qtbot: QtBot, store: Store) -> None:
    gate, ended = Event(), list[bool]()
    with threads(store) as tasks:
        tasks.make(wait_for, gate)
        tasks.make(abs, -1, done=Waiting(ended).take, newest="page")
        tasks.forget("page")
        gate.set()
        qtbot.waitUntil(lambda: bool(ended))
    assert ended == [True]


def test_only_threads_of_ours_keep_the_collector_away(qtbot: QtBot, store: Store) -> None:
    with threads(store):
        away = not gc.isenabled()
    assert (away, gc.isenabled()) == (True, True)


def test_making_does_not_hold_up_the_database(qtbot: QtBot, store: Store) -> None:
    gate, done = Event(), list[str]()
    with threads(store) as tasks:
        tasks.make(wait_for, gate)
        tasks.db(write, "key", "value", done=done.append)
        qtbot.waitUntil(lambda: done == ["value"])
        gate.set()


def test_only_the_newest_result_is_told(qtbot: QtBot, store: Store) -> None:
    gate, done = Event(), list[str]()
    with threads(store) as tasks:
        tasks.db(held_up, gate, done=done.append, newest="search")
        tasks.db(write, "word", "old", done=done.append, newest="search")
        tasks.db(write, "word", "new", done=done.append, newest="search")
        gate.set()
        qtbot.waitUntil(lambda: done == ["new"])


def test_a_result_that_waits_for_the_window_is_dropped_for_a_newer(
    qtbot: QtBot, store: Store
) -> None:
    made, done = Event(), list[int]()
    with threads(store) as tasks:
        tasks.make(abs, -1, done=done.append, newest="page")
        tasks.make(made.set)
        wait_for(made)  # the first result is on its way to this thread
        tasks.make(abs, -2, done=done.append, newest="page")
        qtbot.waitUntil(lambda: done == [2])


def test_work_out_of_date_is_not_begun(qtbot: QtBot, store: Store) -> None:
    gate, begun = Event(), list[str]()
    with threads(store) as tasks:
        tasks.make(wait_for, gate)
        for text in ("m", "ma", "mar"):
            tasks.make(begun.append, text, newest="search")
        gate.set()
        qtbot.waitUntil(lambda: begun == ["mar"])


def test_other_keys_are_not_dropped(qtbot: QtBot, store: Store) -> None:
    gate, done = Event(), list[int]()
    with threads(store) as tasks:
        tasks.make(wait_for, gate)
        tasks.make(abs, -1, done=done.append, newest="counts")
        tasks.make(abs, -2, done=done.append, newest="arrivals")
        tasks.make(abs, -3, done=done.append)
        gate.set()
        qtbot.waitUntil(lambda: done == [1, 2, 3])


def test_closing_finishes_the_database_and_tells_nobody(qtbot: QtBot, store: Store) -> None:
    done: list[str] = []
    tasks = Tasks(store)
    for number in range(20):
        tasks.db(write, "last", str(number), done=done.append)
    tasks.close()
    QCoreApplication.processEvents()
    with store.transaction() as session:
        assert (read(session, "last"), done) == ("19", [])


def test_after_closing_nothing_is_taken_on(qtbot: QtBot, store: Store) -> None:
    tasks = Tasks(store)
    tasks.close()
    tasks.db(write, "late", "yes")
    with store.transaction() as session:
        assert read(session, "late") is None


def test_what_nobody_waits_for_comes_after_what_somebody_does(qtbot: QtBot, store: Store) -> None:
    done: list[str] = []
    with threads(store) as tasks:
        tasks.db(write, "word", "put off", done=done.append, later=True)
        tasks.db(write, "word", "at once", done=done.append)
        qtbot.waitUntil(lambda: done == ["at once", "put off"])


def test_what_was_put_off_is_dropped_for_a_newer(qtbot: QtBot, store: Store) -> None:
    done: list[str] = []
    with threads(store) as tasks:
        tasks.db(write, "word", "old", done=done.append, newest="counts", later=True)
        tasks.db(write, "word", "new", done=done.append, newest="counts", later=True)
        qtbot.waitUntil(lambda: done == ["new"])


def test_inline_work_is_done_before_the_call_returns(qtbot: QtBot, store: Store) -> None:
    done: list[int] = []
    InlineTasks(store).make(abs, -7, done=done.append, newest="any")
    assert done == [7]

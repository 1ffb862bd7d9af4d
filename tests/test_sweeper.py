"""Whatever thread makes the garbage, it ends on the thread of the window."""

import gc
from collections.abc import Iterator
from threading import Thread, current_thread

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.collecting import without_collecting
from desk_app.sweeper import OLDER, YOUNG, Sweeper, generation


class Mourned:
    """In a cycle with itself, as a widget is whose button calls it."""

    def __init__(self, ended: list[Thread]) -> None:
        self.ended = ended
        self.me = self

    def __del__(self) -> None:
        self.ended.append(current_thread())


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    """One that sweeps when told to: no event loop runs here."""
    made = Sweeper()
    yield made
    made.close()


@pytest.fixture
def ended(sweeper: Sweeper) -> list[Thread]:
    """Where a cycle left behind has ended, after a worker made many objects."""
    threads: list[Thread] = []
    Mourned(threads)
    worker = Thread(target=make_many)
    worker.start()
    worker.join()
    return threads


made: list[list[None]] = []


def make_many() -> None:
    made.clear()
    made.extend([None] for _ in range(2 * YOUNG))


def test_a_worker_that_makes_many_objects_ends_nothing(ended: list[Thread]) -> None:
    assert ended == []


def test_what_is_left_ends_on_the_thread_of_the_window(
    sweeper: Sweeper, ended: list[Thread]
) -> None:
    sweeper.look()
    assert ended == [current_thread()]


def test_nothing_is_swept_while_work_makes_many_objects(
    sweeper: Sweeper, ended: list[Thread]
) -> None:
    with without_collecting():
        sweeper.look()
        assert ended == []
    sweeper.look()
    assert ended != []


def test_without_new_objects_there_is_no_pass(sweeper: Sweeper, ended: list[Thread]) -> None:
    sweeper.look()
    passes = gc.get_stats()[0]["collections"]
    sweeper.look()
    assert gc.get_stats()[0]["collections"] == passes


def test_python_collects_by_itself_again_at_the_end(qapp: QApplication) -> None:
    sweeper = Sweeper()
    on = [gc.isenabled()]
    sweeper.close()
    assert [*on, gc.isenabled()] == [False, True]


def test_some_passes_look_further_than_others() -> None:
    seen = [generation(number) for number in range(1, OLDER**2 + 1)]
    assert (seen.count(0), seen.count(1), seen.count(2)) == (90, 9, 1)

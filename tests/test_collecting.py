"""The collector of cycles stays away as long as anybody works, in whatever thread."""

import gc
from threading import Thread

from desk_app.collecting import without_collecting


def test_the_collector_comes_back_when_the_last_work_ends() -> None:
    seen: list[bool] = []
    first, second = without_collecting(), without_collecting()
    first.__enter__()
    second.__enter__()
    ending = Thread(target=first.__exit__, args=(None, None, None))
    ending.start()
    ending.join()
    seen.append(gc.isenabled())
    second.__exit__(None, None, None)
    assert [*seen, gc.isenabled()] == [False, True]


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    try:
        with without_collecting(lasting=True):
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()

"""The camera: frames in, each new code out once, and one sentence where there is none."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.controllers.camera import PACE_MS, SHARE, CameraController, CameraState
from desk_app.devices.in_view import APART_MS
from desk_app.services import settings
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks, Tasks
from tests.controllers.standing import heard
from tests.devices.pictures import FedCamera, code, quiet_multimedia, scene

pytestmark = quiet_multimedia
EMPTY = scene()
ZOE = scene(code("QR-ZOE-1"))
BOTH = scene(code("QR-ZOE-1"), code("QR-MAX-1"))


class Bench:
    """A camera on a bench, and a clock that moves when told."""

    def __init__(self, tasks: Tasks | InlineTasks, chosen: dict[str, str] | None = None) -> None:
        self.now = 1_000_000
        self.camera = FedCamera(names=("Lid", "Desk"))
        self.controller = CameraController(tasks, self._clock, chosen or {}, self._made)
        self.scanned = heard(self.controller.scanned)
        self.pictured = heard(self.controller.pictured)
        self.refused = heard(self.controller.refused)

    def _clock(self) -> int:
        return self.now

    def _made(self, _parent: QObject) -> FedCamera:
        return self.camera

    def show(self, picture: object, times: int = 1) -> None:
        for _ in range(times):
            self.now += PACE_MS
            self.camera.show(picture)  # type: ignore[arg-type]


@pytest.fixture
def bench(store: Store, qapp: QApplication) -> Bench:
    it = Bench(InlineTasks(store))
    it.controller.turn()
    return it


@pytest.fixture
def threads(store: Store) -> Iterator[Tasks]:
    tasks = Tasks(store)
    yield tasks
    tasks.close()


def remembered(store: Store) -> dict[str, str]:
    with store.transaction() as session:
        return settings.read(session)


def test_a_code_in_frames_of_a_video_is_scanned_once(bench: Bench) -> None:
    bench.show(ZOE, times=20)
    assert bench.scanned == ["QR-ZOE-1"]


def test_two_codes_in_view_are_scanned_one_after_the_other(bench: Bench) -> None:
    bench.show(BOTH)
    assert len(bench.scanned) == 1
    bench.show(BOTH, times=APART_MS // PACE_MS)
    assert sorted(bench.scanned) == ["QR-MAX-1", "QR-ZOE-1"]


def test_frames_that_come_too_fast_are_dropped(bench: Bench) -> None:
    bench.show(EMPTY)
    for _ in range(30):
        bench.now += 1
        bench.camera.show(ZOE)
    assert len(bench.pictured) == 1


def test_a_frame_is_dropped_while_one_is_read_and_reading_takes_its_share_at_most(
    threads: Tasks, qtbot: QtBot
) -> None:
    bench, go_on = Bench(threads), threading.Event()
    with qtbot.waitSignal(bench.controller.changed):
        bench.controller.turn()
    threads.look(go_on.wait)
    bench.show(ZOE, times=5)
    took = bench.now - (1_000_000 + PACE_MS)
    with qtbot.waitSignal(bench.controller.scanned):
        go_on.set()
    bench.now += SHARE * took - took - 1
    bench.camera.show(ZOE)
    assert len(bench.pictured) == 1


def test_a_hidden_picture_is_not_made_and_codes_are_still_read(bench: Bench) -> None:
    bench.controller.show_picture(False)
    bench.show(ZOE)
    assert (bench.pictured, bench.scanned) == ([], ["QR-ZOE-1"])


def test_switched_off_nothing_is_read(bench: Bench) -> None:
    bench.controller.turn()
    bench.show(ZOE)
    assert (bench.camera.opened, bench.scanned) == ("", [])


def test_switched_off_and_on_again_a_code_in_view_is_new(bench: Bench) -> None:
    bench.show(ZOE)
    bench.controller.turn()
    bench.controller.turn()
    bench.show(ZOE)
    assert bench.scanned == ["QR-ZOE-1", "QR-ZOE-1"]


def test_the_desk_remembers_the_camera_and_that_it_was_on(bench: Bench, store: Store) -> None:
    bench.controller.use_next()
    bench.controller.show_picture(False)
    assert bench.camera.opened == "Desk"
    kept = remembered(store)
    assert (kept["camera"], kept["camera_on"], kept["camera_picture"]) == ("Desk", "yes", "no")


def test_the_camera_of_the_last_time_is_used_again(store: Store, qapp: QApplication) -> None:
    bench = Bench(InlineTasks(store), {"camera": "Desk", "camera_picture": "no"})
    bench.controller.switch_on()
    assert bench.controller.state == CameraState(True, "Desk", ("Lid", "Desk"), False)


def test_a_camera_that_is_gone_gives_way_to_the_first(store: Store, qapp: QApplication) -> None:
    bench = Bench(InlineTasks(store), {"camera": "Sold"})
    bench.controller.switch_on()
    assert bench.camera.opened == "Lid"


def test_without_a_camera_the_desk_says_so_once(store: Store, qapp: QApplication) -> None:
    controller = CameraController(InlineTasks(store), lambda: 0, {})
    refused = heard(controller.refused)
    controller.turn()
    assert [str(it) for it in refused] == [
        "There is no camera here: scanners and names work as before."
    ]
    assert not controller.state.on


def test_a_missing_library_is_named(
    store: Store, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zxingcpp", None)
    controller = CameraController(InlineTasks(store), lambda: 0, {})
    refused = heard(controller.refused)
    controller.turn()
    assert "a library of the system is missing (" in str(refused[0])
    assert not controller.state.on

"""Tickets held before the camera let people in, whatever else is being done at the desk."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.devices.in_view import APART_MS
from tests.devices.pictures import FedCamera, code, quiet_multimedia, scene
from tests.flows.at_the_desk import AISSATA, HELENE, AtTheDesk

pytestmark = quiet_multimedia
Key = Qt.Key


class WithCamera:
    """The desk, its camera switched on by its key, and a clock for the pace of its pictures."""

    def __init__(self, it: AtTheDesk) -> None:
        self.it = it
        self.camera = FedCamera()
        self.now = 1_000_000
        it.desk.scanning.camera.make_camera = lambda _parent: self.camera
        it.desk.scanning.camera._ticks = lambda: self.now
        it.desk.scanning.camera._free_at = 0
        it.press(Key.Key_F9)
        it.wait(lambda: it.desk.scanning.camera.state.on)

    def hold(self, *codes: str) -> None:
        """Hold tickets before the camera, until one is answered."""
        picture = scene(*map(partial(code, side=240), codes))
        with self.it.qtbot.waitSignal(self.it.desk.checkin.resolved):
            self.now += APART_MS
            self.camera.show(picture)


@pytest.fixture
def at_camera(sample_desk: AtTheDesk) -> WithCamera:
    return WithCamera(sample_desk)


def test_a_ticket_before_the_camera_lets_its_holder_in(at_camera: WithCamera) -> None:
    at_camera.hold(HELENE)
    assert at_camera.it.verdict == "Welcome, Hélène Vaugirault"
    at_camera.it.wait(lambda: at_camera.it.counts == "1 of 60 arrived")


def test_two_tickets_in_view_have_one_verdict_after_the_other(at_camera: WithCamera) -> None:
    said = []
    for _ in range(2):
        at_camera.hold(AISSATA, HELENE)
        said.append(at_camera.it.verdict)
    assert sorted(said) == [
        "Aïssata Traorélan: registration cancelled",
        "Welcome, Hélène Vaugirault",
    ]


def test_a_ticket_is_read_on_any_screen(at_camera: WithCamera) -> None:
    at_camera.it.go_to(Key.Key_F3, "roster")
    at_camera.hold(HELENE)
    assert at_camera.it.desk.frame.current_key() == "checkin"


def test_letters_being_typed_stay_when_the_camera_reads_a_code(at_camera: WithCamera) -> None:
    field = at_camera.it.desk.screen.field
    QTest.keyClicks(field, "dembe")
    at_camera.hold(HELENE)
    assert field.text() == "dembe"
    assert at_camera.it.verdict == "Welcome, Hélène Vaugirault"


def test_without_a_camera_the_desk_says_why_and_scans_go_on(sample_desk: AtTheDesk) -> None:
    sample_desk.press(Key.Key_F9)
    sample_desk.wait(lambda: sample_desk.notice)
    assert "There is no camera here: scanners and names work as before." in sample_desk.notice
    sample_desk.scan_from_anywhere(HELENE)
    assert sample_desk.verdict == "Welcome, Hélène Vaugirault"

"""The camera on the check-in screen: by key and by button, seen or hidden, there or not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.camera import CameraController
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.camera_strip import CameraButton, CameraStrip
from desk_app.views.elided import ElidedLabel
from tests.controllers.standing import heard
from tests.devices.pictures import FedCamera, quiet_multimedia, scene

pytestmark = quiet_multimedia
Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


class Bench(QWidget):
    """The button and the strip, and the camera they are for."""

    def __init__(self, qtbot: QtBot, store: Store, *names: str) -> None:
        super().__init__()
        self.qtbot = qtbot
        self.camera = FedCamera(names=names)
        self.controller = CameraController(InlineTasks(store), lambda: 0, {}, self._made)
        self.button, self.strip = CameraButton(self.controller), CameraStrip(self.controller)
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.strip)
        qtbot.addWidget(self)
        with qtbot.waitActive(self):
            self.show()

    def _made(self, _parent: object) -> FedCamera:
        return self.camera

    def switch(self) -> None:
        """By its key; Qt shows the button pressed for a moment first."""
        with self.qtbot.waitSignal(self.controller.changed):
            self.press(Key.Key_F9)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self, key, held)

    @property
    def words(self) -> list[str]:
        labels = self.strip.findChildren(ElidedLabel)
        return [it.text() for it in labels if it.isVisible()]


Make = Callable[..., Bench]


@pytest.fixture
def make(qtbot: QtBot, store: Store, qapp: QApplication) -> Make:
    theme.apply(qapp, "light")
    words.use("en")
    return lambda *names: Bench(qtbot, store, *names)


def test_a_key_switches_the_camera_on_and_off(make: Make) -> None:
    bench = make("Lid camera")
    bench.switch()
    assert (bench.strip.isVisible(), bench.button.isChecked()) == (True, True)
    assert "Lid camera" in bench.words
    bench.switch()
    assert (bench.strip.isVisible(), bench.button.isChecked()) == (False, False)


def test_the_picture_can_be_hidden_by_key_while_the_camera_looks_on(make: Make) -> None:
    bench = make("Lid camera")
    bench.switch()
    bench.press(Key.Key_F9, SHIFT)
    assert (bench.strip.isVisible(), bench.strip.view.isVisible()) == (True, False)
    bench.press(Key.Key_F9, SHIFT)
    assert bench.strip.view.isVisible()


def test_another_camera_is_offered_where_there_is_one(make: Make) -> None:
    bench = make("Lid camera", "Desk camera")
    bench.switch()
    QTest.mouseClick(bench.strip.other, Qt.MouseButton.LeftButton)
    assert "Desk camera" in bench.words


def test_one_camera_alone_offers_no_other(make: Make) -> None:
    bench = make("Lid camera")
    bench.switch()
    assert not bench.strip.other.isVisible()


def test_without_a_camera_the_button_stays_up(make: Make) -> None:
    bench = make()
    refused = heard(bench.controller.refused)
    QTest.mouseClick(bench.button, Qt.MouseButton.LeftButton)
    assert (len(refused), bench.button.isChecked(), bench.strip.isVisible()) == (1, False, False)


def test_the_picture_is_a_mirror(make: Make) -> None:
    bench = make("Lid camera")
    bench.switch()
    bench.strip.view.show_picture(_dark_at_the_left())
    shown = bench.strip.view.grab().toImage()
    left, right = (shown.pixelColor(x, shown.height() // 2) for x in (9, shown.width() - 9))
    assert left.lightness() > right.lightness()


def _dark_at_the_left() -> QImage:
    picture = scene(size=(480, 300))
    painter = QPainter(picture)
    painter.fillRect(0, 0, 240, 300, Qt.GlobalColor.black)
    painter.end()
    return picture

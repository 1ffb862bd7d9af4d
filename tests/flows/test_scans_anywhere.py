"""A scan lets in whatever has the focus: another screen, a form, the palette, a card."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desk_app.views.frame import Frame
from tests.flows.at_the_desk import AISSATA, CTRL, HELENE, AtTheDesk, offscreen

pytestmark = offscreen
Key = Qt.Key
WELCOME = "Welcome, Hélène Vaugirault"


def roster(it: AtTheDesk) -> None:
    it.go_to(Key.Key_F3, "roster")


def badges(it: AtTheDesk) -> None:
    it.go_to(Key.Key_F4, "badges")


def settings(it: AtTheDesk) -> None:
    it.desk.frame.show_screen("settings")


def palette(it: AtTheDesk) -> None:
    it.press(Key.Key_K, CTRL)
    it.wait(lambda: QApplication.activeModalWidget() is not None)


def walk_in(it: AtTheDesk) -> None:
    it.go_to(Key.Key_F2, "checkin")
    it.press(Key.Key_N, CTRL)


@pytest.mark.parametrize("scene", [roster, badges, settings, palette, walk_in])
def test_a_scan_is_answered_wherever_the_cursor_is(
    sample_desk: AtTheDesk, scene: Callable[[AtTheDesk], None]
) -> None:
    scene(sample_desk)
    sample_desk.scan_from_anywhere(HELENE)
    assert sample_desk.desk.frame.current_key() == "checkin"
    assert sample_desk.verdict == WELCOME
    sample_desk.wait(lambda: sample_desk.counts.startswith("1 "))


def test_what_stood_in_the_field_stays(sample_desk: AtTheDesk) -> None:
    walk_in(sample_desk)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("Ada")
    sample_desk.scan_from_anywhere(AISSATA)
    assert field.text() == "Ada"


def test_after_a_change_of_language_scans_still_work_anywhere(sample_desk: AtTheDesk) -> None:
    with sample_desk.qtbot.waitSignal(sample_desk.desk.checkin.stood):
        sample_desk.desk.change_settings({"language": "fr"})
    sample_desk.wait(lambda: len(sample_desk.desk.window.findChildren(Frame)) == 1)
    roster(sample_desk)
    sample_desk.scan_from_anywhere(HELENE)
    assert sample_desk.verdict == "Bienvenue, Hélène Vaugirault"

"""A scan to try is explained and lets nobody in; a keyboard that does not fit is remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.settings import SettingsController
from desk_app.devices.wedge import Trial
from desk_app.services import settings
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.settings_screen import SettingsScreen
from tests.controllers.standing import standing
from tests.services.days import guest
from tests.views.showing import show_in_frame

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Desk:
    def __init__(self, qtbot: QtBot, store: Store) -> None:
        self.store = store
        self.controller = SettingsController(InlineTasks(store))
        self.controller.stand_at(standing(store, guest("Zoé Lefèvre", "0013748911")))
        self.screen = SettingsScreen(self.controller)
        show_in_frame(qtbot, "settings", self.screen)
        self.controller.refresh()

    def scan(self, keys: str, end: str = "Enter") -> str:
        self.controller.try_scan(Trial(keys, keys, 3.6, end))
        return self.screen.trial.said.text()

    def kept(self) -> str:
        with self.store.transaction() as session:
            return settings.read(session).get("scanner_keyboard", "")


@pytest.fixture
def desk(qtbot: QtBot, store: Store, qapp: QApplication) -> Desk:
    theme.apply(qapp, "light")
    words.use("en")
    return Desk(qtbot, store)


def test_a_known_code_is_told_with_its_holder_and_its_pace(desk: Desk) -> None:
    assert desk.scan("0013748911") == (
        "Read “0013748911”: 10 keys, 4 ms apart, ended by Enter. It is the code of Zoé Lefèvre."
    )
    assert not desk.screen.trial.remember.isVisible()


def test_an_unknown_code_is_told_as_such(desk: Desk) -> None:
    assert desk.scan("X", "") == (
        "Read “X”: 1 key, ended by a short silence. Nobody on the list has this code."
    )


def test_a_keyboard_that_does_not_fit_is_remembered_and_forgotten_again(desk: Desk) -> None:
    assert "a French one (AZERTY)" in desk.scan("àà&\"è'_ç&&")
    QTest.mouseClick(desk.screen.trial.remember, Qt.MouseButton.LeftButton)
    assert desk.kept() == "azerty"
    choice = desk.screen.scanner_keyboard
    assert choice.currentText() == "US keyboard, on a French one (AZERTY)"
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert desk.kept() == ""


def test_what_comes_as_slowly_as_fingers_is_told_so(desk: Desk) -> None:
    QTest.keyClicks(desk.screen.trial.field, "0013748911", delay=5)
    QTest.keyClick(desk.screen.trial.field, Qt.Key.Key_Return)
    assert desk.screen.trial.said.text().startswith("That came as slowly as from fingers.")


def test_without_an_event_a_scan_to_try_is_still_told(desk: Desk) -> None:
    desk.controller.stand_at(None)
    assert "Read “0013748911”" in desk.scan("0013748911")

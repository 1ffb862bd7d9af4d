"""Names leave an event by the keyboard, and not by an Enter pressed from habit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app.controllers.privacy import PrivacyController
from desk_app.services import privacy, roster
from desk_app.services.checkin import Place
from desk_app.store.session import Store
from desk_app.store.verify import verify
from desk_app.tasks import InlineTasks, Tasks
from desk_app.views import theme
from desk_app.views.privacy_dialog import PrivacyDialog
from tests.services.days import NINE, guest, open_with

# Of the dialog, without a screen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
ZOE = guest("Zoé Lefèvre", answers=(("Régime alimentaire", "végane"), ("T-shirt", "M")))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def place(store: Store) -> Place:
    with store.transaction() as session:
        return open_with(session, ZOE, guest("Max Martin"))


@pytest.fixture
def dialog(qtbot: QtBot, store: Store, place: Place) -> Iterator[PrivacyDialog]:
    made = PrivacyDialog(PrivacyController(InlineTasks(store), lambda: NINE), place.event)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
    yield made
    made.close()


def said(within: QWidget) -> str:
    return "\n".join(it.text() for it in within.findChildren(QLabel) if it.isVisible())


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, key)


def names(store: Store, place: Place) -> list[str]:
    with store.transaction() as session:
        assert verify(session).clean
        return [it.full_name for it in roster.everybody(session, place)]


def test_the_event_is_told_with_its_sensitive_answers(dialog: PrivacyDialog) -> None:
    assert "2 people" in said(dialog)
    assert "Régime alimentaire: végane (1)" in said(dialog)
    assert "until when names are kept" in said(dialog)


def test_enter_by_habit_does_nothing(dialog: PrivacyDialog, store: Store, place: Place) -> None:
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert names(store, place) == ["Zoé Lefèvre", "Max Martin"]


def test_names_leave_once_the_word_is_typed(
    dialog: PrivacyDialog, store: Store, place: Place
) -> None:
    dialog.word.setFocus()
    QTest.keyClicks(dialog.word, "anonym")
    press(Qt.Key.Key_Return)
    assert "Lefèvre" in "".join(names(store, place))
    QTest.keyClicks(dialog.word, "ise")
    press(Qt.Key.Key_Return)
    assert names(store, place) == ["–", "–"]
    assert "Done" in said(dialog)
    assert "no name is kept" in said(dialog)
    assert not dialog.go.isVisible()


def test_sensitive_answers_go_at_the_second_press(
    dialog: PrivacyDialog, store: Store, place: Place
) -> None:
    dialog.purge.setFocus()
    press(Qt.Key.Key_Space)
    assert "végane" in said(dialog)
    press(Qt.Key.Key_Space)
    assert "végane" not in said(dialog)
    with store.transaction() as session:
        assert privacy.state(session, place.event, NINE).sensitive == ()
    assert "Zoé Lefèvre" in names(store, place)


def test_the_real_lanes_carry_it_out_too(qtbot: QtBot, store: Store, place: Place) -> None:
    tasks = Tasks(store)
    controller = PrivacyController(tasks, lambda: NINE)
    with qtbot.waitSignal(controller.changed):
        controller.anonymise(place.event)
    tasks.close()
    assert names(store, place) == ["–", "–"]
    assert "Lefèvre".encode() not in store.file.read_bytes()

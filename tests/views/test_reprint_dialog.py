"""Before a second badge: a reason is chosen, typed, or none of anybody's business."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.badges import Asked, Reprint
from desk_app.views import theme
from desk_app.views.reprint_dialog import ReprintDialog

# Of the dialog, without a screen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
Key = Qt.Key
Said = list[tuple[str, bool]]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


def shown(
    qtbot: QtBot, *, needs_reason: bool = False, again: int = 1
) -> tuple[ReprintDialog, Said]:
    said: Said = []
    about = Reprint(again, again, "LEFÈVRE Zoé", needs_reason)
    asked = Asked(about, lambda why, voids: said.append((why, voids)))
    dialog = ReprintDialog(asked)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog, said


def test_enter_alone_prints_without_a_reason(qtbot: QtBot) -> None:
    dialog, said = shown(qtbot)
    assert dialog.question.text() == "Print the badge of LEFÈVRE Zoé again?"
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert said == [("", False)]
    assert not dialog.isVisible()


def test_a_reason_is_typed(qtbot: QtBot) -> None:
    dialog, said = shown(qtbot)
    QTest.keyClicks(dialog.field, "Coffee")
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert said == [("Coffee", False)]


def test_a_reason_is_chosen_and_the_earlier_code_made_void_by_keys(qtbot: QtBot) -> None:
    dialog, said = shown(qtbot)
    QTest.keyClick(dialog.field, Key.Key_Tab)
    QTest.keyClick(dialog.usual[0], Key.Key_Space)
    dialog.voids.setFocus()
    QTest.keyClick(dialog.voids, Key.Key_Space)
    QTest.keyClick(dialog.voids, Key.Key_Return)
    assert said == [("It was lost", True)]


def test_words_of_ones_own_are_no_usual_reason_any_more(qtbot: QtBot) -> None:
    dialog, _said = shown(qtbot)
    dialog.usual[1].click()
    QTest.keyClicks(dialog.field, ", twice")
    assert dialog.field.text() == "It is damaged, or came out badly, twice"
    assert not any(it.isChecked() for it in dialog.usual)


def test_escape_prints_nothing(qtbot: QtBot) -> None:
    dialog, said = shown(qtbot)
    QTest.keyClick(dialog.field, Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert said == []


def test_where_a_reason_is_wanted_nothing_goes_without_one(qtbot: QtBot) -> None:
    dialog, said = shown(qtbot, needs_reason=True, again=3)
    assert dialog.question.text() == "3 people have a badge already. Print theirs again?"
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert (said, dialog.isVisible(), dialog.go.isEnabled()) == ([], True, False)
    dialog.usual[2].click()
    QTest.keyClick(dialog.field, Key.Key_Return)
    assert said == [("Something on it was wrong", False)]

"""The window: files dropped on it, its title, and the word before it closes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.views.window import DeskWindow
from tests.controllers.standing import heard

MOVE, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def window(qtbot: QtBot) -> DeskWindow:
    made = DeskWindow()
    qtbot.addWidget(made)
    return made


def urls(*what: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(it) for it in what])
    return mime


def drag(over: DeskWindow, mime: QMimeData) -> bool:
    """Whether the window would take it."""
    event = QDragEnterEvent(QPoint(9, 9), MOVE, mime, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(over, event)
    return event.isAccepted()


def drop(on: DeskWindow, mime: QMimeData) -> None:
    """After the drag, as Qt wants it."""
    drag(on, mime)
    QApplication.sendEvent(on, QDropEvent(QPointF(9, 9), MOVE, mime, LEFT, NONE))


def test_a_file_dropped_is_told_by_its_path(qtbot: QtBot, tmp_path: Path) -> None:
    desk, file = window(qtbot), tmp_path / "liste été.csv"
    dropped = heard(desk.dropped)
    drop(desk, urls("https://example.org/a.csv", QUrl.fromLocalFile(str(file)).toString()))
    assert [Path(it) for it in dropped] == [file]


@pytest.mark.parametrize(
    ("address", "taken"), [("file:///list.csv", True), ("https://example.org/list.csv", False)]
)
def test_only_files_of_this_computer_are_taken(qtbot: QtBot, address: str, taken: bool) -> None:
    assert drag(window(qtbot), urls(address)) is taken


def test_dropped_words_are_no_file(qtbot: QtBot) -> None:
    desk, mime = window(qtbot), QMimeData()
    dropped = heard(desk.dropped)
    mime.setText("list.csv")
    desk.dropEvent(QDropEvent(QPointF(9, 9), MOVE, mime, LEFT, NONE))
    assert dropped == []


def test_the_title_speaks_the_language(qtbot: QtBot) -> None:
    desk = window(qtbot)
    words.use("fr")
    desk.retranslate()
    words.use("en")
    assert desk.windowTitle() not in ("", "Registration desk")


def test_closing_is_told_before_the_window_goes(qtbot: QtBot) -> None:
    desk = window(qtbot)
    desk.show()
    seen: list[bool] = []
    desk.closing.connect(lambda: seen.append(desk.isVisible()))
    desk.close()
    assert seen == [True]

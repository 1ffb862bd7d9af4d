"""The real desk, threads and all, and what a volunteer does there with keys and files."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app import app, role, sample
from desk_app.app import DeskApp
from desk_app.domain.roles import Role
from desk_app.services import places, settings
from desk_app.store.session import Session, Store
from desk_app.tasks import Tasks
from desk_app.views.elided import ElidedLabel
from tests.devices.keys import burst

MORNING = 1_719_989_280_000  # 3 July 2024, 8:48 in Paris
HELENE, AISSATA = "81204771", "81217997"  # ticket numbers: she may come in; she cancelled
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class AtTheDesk:
    """One volunteer: what they press, and what they see."""

    def __init__(self, desk: DeskApp, qtbot: QtBot) -> None:
        self.desk = desk
        self.qtbot = qtbot

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """A key, wherever the cursor is."""
        focused = QApplication.focusWidget()  # of a frame on its way out after a change of language
        seen = focused if focused and focused.isVisible() else self.desk.window
        QTest.keyClick(seen, key, held)

    def go_to(self, key: Qt.Key, screen: str) -> None:
        self.press(key)
        self.wait(lambda: self.desk.frame.current_key() == screen)

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()))

    def catch_up(self) -> None:
        """Until all that was asked of the database has its answer, and what followed from that."""
        for _ in range(2):
            idle: list[None] = []
            self.desk.tasks.db(_nothing, done=idle.append)
            self.wait(partial(bool, idle))

    def find(self, text: str) -> None:
        """Type into the box until the list has answered."""
        field = self.desk.screen.field
        field.clear()
        QTest.keyClicks(field, text)
        self.wait(lambda: self.desk.screen.left.results.text == text)

    def scan(self, code: str) -> None:
        """As a scanner does, until the verdict is there."""
        field = self.desk.screen.field
        field.selectAll()
        with self.qtbot.waitSignal(self.desk.checkin.resolved):
            burst(field, code)

    def scan_from_anywhere(self, code: str) -> None:
        """A scanner's keys go to whatever has the focus, until the verdict is there."""
        with self.qtbot.waitSignal(self.desk.checkin.resolved):
            window = QApplication.focusWindow()
            assert window
            burst(window, code)

    def drop(self, file: Path) -> None:
        """A file from the desktop onto the window."""
        mime, copy = QMimeData(), Qt.DropAction.CopyAction
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        left, window = Qt.MouseButton.LeftButton, self.desk.window
        QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, mime, left, NONE))
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, mime, left, NONE))

    @property
    def verdict(self) -> str:
        return self.desk.screen.banner.findChildren(ElidedLabel)[0].text()

    @property
    def counts(self) -> str:
        """As the header says them: "1 of 60 arrived"."""
        return self.desk.frame.header._counts.accessibleName()

    @property
    def notice(self) -> Sequence[str]:
        """What the bar for trouble says; nothing while it is away."""
        if not self.desk.frame.notice.isVisible():
            return ()
        return [it.text() for it in self.desk.frame.notice.findChildren(QLabel) if it.text()]


def _nothing(_session: Session) -> None:
    """Takes its turn."""


# The offscreen platform remarks on every window whose smallest size changes.
offscreen = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@contextmanager
def at_the_desk(folder: Path, qtbot: QtBot, packed: Store | None = None) -> Iterator[AtTheDesk]:
    """The desk on this folder, or a packed one, its window in front; closed at the end."""
    hook = sys.excepthook
    clock = partial(next, count(MORNING, 30_000))
    desk = app.start(app.application(), Tasks(packed or places.open_desk(folder, MORNING)), clock)
    sys.excepthook = hook  # the tests' own: a bug in a slot fails them
    try:
        with qtbot.waitActive(desk.window):
            desk.window.show()
        yield AtTheDesk(desk, qtbot)
    finally:
        desk.rest.designer.leave()
        desk.window.hold(False)
        desk.window.close()
        role.use(Role.LEAD, guarded=False)
        desk.window.deleteLater()


def speak(session: Session, language: str) -> None:
    """Choose the language, so that the machine's own does not matter."""
    settings.write(session, "language", language)
    settings.write(session, "theme", "light")


def filled(empty: Path, folder: Path) -> Path:
    """A new data folder with the sample event and its people, in English."""
    shutil.copytree(empty, folder)
    store = places.open_desk(folder, MORNING)
    sample.fill(store, partial(next, count(MORNING)))
    with store.transaction() as session:
        speak(session, "en")
    store.close()
    return folder


def visible_words(widget: QWidget) -> set[str]:
    """Every text of a label or a button that can be seen."""
    labels, buttons = widget.findChildren(QLabel), widget.findChildren(QAbstractButton)
    said = [it.text() for it in labels if it.isVisible()]
    return {text for text in (*said, *(it.text() for it in buttons if it.isVisible())) if text}

"""The real window on a data folder, with ways to press keys and to wait until it has painted."""

import os
from pathlib import Path
from time import perf_counter
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # paint at once: there is no screen to keep pace with

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from desk_app import app
from desk_app.clock import system_clock
from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.services import places, roster
from desk_app.tasks import Tasks


class Painted(QObject):
    """Notices when a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


class Window:
    """Times are in ms, from the key to the end of the painting it leads to."""

    def __init__(self, data: Path) -> None:
        self.qt = app.application()
        self.store = places.open_desk(data, system_clock())
        self.desk = app.start(self.qt, Tasks(self.store), system_clock)
        self.desk.window.show()
        app.keep_what_is_there()  # as `open_window` does
        self.desk.frame.show_screen("checkin")
        self._wait(lambda: self.desk.standing is not None)
        assert self.desk.standing
        self.place = self.desk.standing.place
        self._list, self._window = Painted(), Painted()
        self.desk.window.installEventFilter(self._window)
        screen = self.desk.screen
        screen.list.viewport().installEventFilter(self._list)
        self._found: Any = None
        self._answer: Any = None
        self.desk.checkin.found.connect(self._keep_found)
        self.desk.checkin.resolved.connect(self._keep_answer)

    def everybody(self) -> Any:
        with self.store.transaction() as session:
            return roster.everybody(session, self.place)

    def type(self, text: str) -> list[float]:
        """Type a text key by key; the time each key took."""
        field = self.desk.screen.field
        field.clear()
        self._settle()
        return [self._key(character) for character in text]

    def scan(self, code: str) -> float:
        """Scan a code as a wedge would: a burst, then Enter; the time from Enter on."""
        field = self.desk.screen.field
        field.clear()
        self._settle()
        for character in code:
            self._press(character)
        self._answer = None
        began = perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._wait(lambda: self._answer is not None)
        self._paint()
        return (perf_counter() - began) * 1000

    def bare_paint(self) -> float:
        """What painting the list alone costs."""
        self._list.seen = False
        began = perf_counter()
        self.desk.screen.list.viewport().update()
        self._wait(lambda: self._list.seen)
        return (perf_counter() - began) * 1000

    def close(self) -> None:
        self.desk.window.close()

    def _key(self, character: str) -> float:
        QTest.qWait(FASTEST_FINGERS_MS + 5)  # nobody types faster
        self._found = None
        field = self.desk.screen.field
        wanted = field.text() + character
        began = perf_counter()
        self._press(character)
        if not wanted.strip():
            return 0.0
        self._wait(lambda: self._found is not None and self._found.text == field.text())
        self._paint()
        return (perf_counter() - began) * 1000

    def _paint(self) -> None:
        """Wait until what changed is on the window."""
        self._window.seen = False
        self.desk.window.update(0, 0, 1, 1)
        self._wait(lambda: self._window.seen)

    def _press(self, character: str) -> None:
        """A key that gives this character, whatever the script."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            self.qt.sendEvent(self.desk.screen.field, event)

    def _keep_found(self, found: Any) -> None:
        self._found = found

    def _keep_answer(self, answer: Any) -> None:
        self._answer = answer

    def _settle(self) -> None:
        """Wait until the database lane has nothing left to do, and the window shows it."""
        idle: list[Any] = []
        self.desk.tasks.db(_nothing, done=idle.append)
        self._wait(lambda: idle)
        for _ in range(5):
            self.qt.processEvents()

    def _wait(self, there: Any) -> None:
        while not there():
            self.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _nothing(_session: Any) -> None:
    """Takes its turn in the lane."""

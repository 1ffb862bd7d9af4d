"""The real window on a data folder, with ways to press keys and to wait until it has painted."""

import os
import sys
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

SCANNER_MS = 1  # between two characters: the fastest a USB keyboard can report
STEPS_ASIDE_MS = 150  # nobody is scanned sooner after the one before; the window is at rest


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
        sys.excepthook = sys.__excepthook__  # a benchmark that fails says so
        self.desk.window.show()
        app.keep_what_is_there()  # as `open_window` does
        self.desk.frame.show_screen("checkin")
        self._wait(lambda: self.desk.standing is not None)
        assert self.desk.standing
        self.place = self.desk.standing.place
        self._list, self._verdict = Painted(), Painted()
        screen = self.desk.screen
        screen.list.viewport().installEventFilter(self._list)
        screen.banner.installEventFilter(self._verdict)
        self._found: Any = None
        self._answered: list[float] = []
        self.until_all_is_painted = 0.0  # of the latest scan
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
        """Scan a code as a wedge would: a burst, then Enter; the time from Enter to the verdict.

        As at a door, the code of the person before still stands in the box and is replaced.
        """
        field = self.desk.screen.field
        QTest.qWait(STEPS_ASIDE_MS)
        for character in code:
            self._press(character)
            QTest.qWait(SCANNER_MS)
        self._list.seen = self._verdict.seen = False
        self._answered.clear()
        began = perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._wait(lambda: self._answered)
        self._until_list_is_painted()
        self._finish()
        self.until_all_is_painted = (perf_counter() - began) * 1000
        return (self._answered[0] - began) * 1000

    def _until_list_is_painted(self) -> None:
        """It may have been painted with the verdict: then nothing is left to wait for."""
        idle: list[Any] = []
        self.desk.tasks.db(_nothing, done=idle.append)
        self._wait(lambda: self._list.seen or idle)
        for _ in range(5):
            if not self._list.seen:
                self.qt.processEvents()

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
        self._answered.clear()
        field = self.desk.screen.field
        wanted = field.text() + character
        began = perf_counter()
        self._press(character)
        if not wanted.strip():
            return 0.0
        self._wait(lambda: self._found is not None and self._found.text == field.text())
        if self._found.found:
            self._wait(lambda: self._list.seen)
        self._finish()
        return (perf_counter() - began) * 1000

    def _finish(self) -> None:
        """What was painted may have been moved since: another turn lays out and paints anew."""
        self.qt.processEvents()

    def _press(self, character: str) -> None:
        """A key that gives this character, whatever the script."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            self.qt.sendEvent(self.desk.screen.field, event)

    def _keep_found(self, found: Any) -> None:
        """What it changed is not painted yet: the screen has heard of it just before.

        After a scan's answer nobody waits for what its first letters found on a busy machine.
        """
        self._found = found
        if not self._answered:
            self._list.seen = False

    def _keep_answer(self, _answer: Any) -> None:
        """The screen heard of it just before; its verdict counts from when it is painted."""
        if self._verdict.seen:
            self._answered.append(perf_counter())

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

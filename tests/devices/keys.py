"""Keys as the system hands them to a window: with the moment of each press."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

BETWEEN_MS = 2  # keys of a scanner
_clock: Iterator[int] = count(1_000_000_000, 60_000)


def burst(window: QWindow, code: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """A scan, long after whatever was pressed before."""
    at = next(_clock)
    for key in (*code, *([end] if end else [])):
        at += BETWEEN_MS
        press(window, key, at)


def press(window: QWindow, key: str | Qt.Key, at: int) -> None:
    """One key, pressed at a moment (ms): whoever has the focus gets it."""
    code, text = (0, key) if isinstance(key, str) else (key, "")
    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(at)
    QApplication.sendEvent(window, event)

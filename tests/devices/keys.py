"""Keys as the system hands them to a window: with the moment of each press."""

from collections.abc import Iterable, Iterator
from itertools import count

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

BETWEEN_MS = 2  # keys of a scanner
BY_HAND_MS = 120  # keys of fingers
_clock: Iterator[int] = count(1_000_000_000, 60_000)


def burst(to: QObject, code: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """A scan, long after whatever was pressed before; a busy machine makes it no slower."""
    for _ in in_parts(to, (code, end)):
        pass


def fingers(to: QObject, *parts: str | Qt.Key) -> None:
    """Words and keys as a hand types them, however quickly the test does."""
    for _ in in_parts(to, parts, BY_HAND_MS):
        pass


def in_parts(
    to: QObject, parts: Iterable[str | Qt.Key | None], apart: int = BETWEEN_MS
) -> Iterator[None]:
    """A scan that stops after each of its parts; fingers where the keys come far `apart`."""
    at = next(_clock)
    for part in parts:
        for key in part if isinstance(part, str) else [part]:
            at += apart
            if key:
                press(to, key, at)
        yield


def press(to: QObject, key: str | Qt.Key, at: int) -> None:
    """One key, pressed at a moment (ms), to a widget or, in a window, to whoever has the focus."""
    code, text = (0, key) if isinstance(key, str) else (key, "")
    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(at)
    QApplication.sendEvent(to, event)

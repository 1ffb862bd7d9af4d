"""A scanner that types: its bursts are taken out of the keys, whatever has the focus."""

from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desk_app.devices.pace import FASTEST_FINGERS_MS, Pace
from desk_app.domain.code_shape import NO_SHAPES, CodeShapes
from desk_app.intake.keyboards import read_from, readings

ENDS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab))
_HELD = frozenset(
    (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
)
SILENCE_MS = 2 * FASTEST_FINGERS_MS  # what closes a scan where no key does
LONGEST = 4096
MOST_LINES = 60  # of a visiting card
TRIES = "tries_scanner"  # the property of a widget into which one scans to try


@dataclass(frozen=True, slots=True)
class Trial:
    """A scan to try: what the keys typed, the code in it, ms from key to key, and what ended it."""

    keys: str
    code: str
    apart: float
    end: str


class Wedge(QObject):
    """Watches windows and widgets; `scanned` carries a code once its last key has come.

    Keys reach whoever has the focus at once: nobody can know a scanner by its first letter. What a
    scan typed elsewhere than in `box` is put back as it was. `box` keeps what was typed there.
    """

    scanned = Signal(object)  # str
    tried = Signal(object)  # Trial: the focus was where one scans to try

    def __init__(self, box: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box = box
        self._pace = Pace()
        self._keys = ""
        self._quick_from, self._began, self._ended = 0, 0, 0
        self._shapes = NO_SHAPES
        self._held = ""  # what came before a pause that may have been in the middle of a code
        self._first: _Before | None = None
        self._slow: _Before | None = None
        self._lines: list[str] = []
        self._before: _Before | None = None
        self._passed: tuple[int, int] | None = None
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENCE_MS)
        self._silence.timeout.connect(self._end_in_silence)
        self.configure({})
        self.watch(box)

    def configure(self, settings: dict[str, str]) -> None:
        """Take over what the settings say: what ends a code, and what stands around it."""
        self._silent = settings.get("scanner_end") == "none"
        self._prefix = settings.get("scanner_prefix", "")
        self._suffix = settings.get("scanner_suffix", "")
        self._keyboard = settings.get("scanner_keyboard", "")

    def know(self, shapes: CodeShapes) -> None:
        """What the roster's codes look like: such a one is a scan also when it comes slowly."""
        self._shapes = shapes

    def watch(self, it: QObject) -> None:
        """Listen to the keys of a window (that is: to all that its widgets get) or of a widget."""
        it.installEventFilter(self)

    @property
    def bursting(self) -> bool:
        """Whether keys are coming so fast just now that this looks like a scanner."""
        return self._pace.bursting

    def forget(self) -> None:
        """What was typed has had its answer."""
        self._pace.forget()
        self._held, self._keys = "", ""
        self._first, self._before, self._slow = None, None, None
        self._silence.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat() or self._is_known(watched, event):
            return False
        if event.text() and event.text().isprintable():
            self._take(event.text(), _moment(event))
        elif event.key() in ENDS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._end(event.key(), _moment(event))
        elif event.key() not in _HELD:
            self._pace.pause()
            self.forget()
        return False

    def _is_known(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether the window has shown us this key already, before it came to the box."""
        this = (event.timestamp(), event.key())
        if watched is not self._box:
            self._passed = this
            return False
        known, self._passed = this == self._passed, None
        return known

    def _take(self, text: str, at: int) -> None:
        self._pace.key(at)
        if self._pace.steady == 1 or len(self._keys) > LONGEST:
            self._begin(at)
        if self._pace.length == 1:
            self._quick_from = len(self._keys)
            self._before = _Before(QApplication.focusWidget(), self._box)
        self._keys += text
        self._ended = at
        if self._silent and self._pace.bursting:
            self._silence.start()

    def _begin(self, at: int) -> None:
        """The first key after a pause: of a scan, or one that goes on after being held up."""
        before = _Before(QApplication.focusWidget(), self._box)
        if self._pace.may_go_on and self._first and len(self._held) < LONGEST:
            self._held += self._keys
        else:
            self._held, self._first = "", before
        self._keys, self._began, self._slow = "", at, before

    def _end(self, key: int, at: int) -> bool:
        """A key that may close a scan: ours if it does, or if it is the second end of one."""
        if self._pace.is_echo(at):
            return True
        if scan := self._scan_closed(at):
            self._pace.told(at)
            self._tell("Tab" if key == Qt.Key.Key_Tab else "Enter", *scan)
            return True
        self.forget()
        self._lines = []
        return False

    def _scan_closed(self, at: int) -> "tuple[str, _Before | None] | None":
        """The keys of the scan that Enter (now) closes, and what stood there before them."""
        if self._pace.is_close(at) and (held_up := self._held_up()):
            return held_up
        if self._pace.may_be_slow(at) and self._is_code(self._keys):
            return self._keys, self._slow
        if self._pace.is_scan(at) or self._goes_on(at):
            return self._keys[self._quick_from :], self._before
        return None

    def _end_in_silence(self) -> None:
        if self._pace.is_long_enough and (scan := self._scan_closed(self._ended)):
            self._tell("", *scan)

    def _held_up(self) -> "tuple[str, _Before | None] | None":
        """The keys of a code whose first ones came before a pause.

        Else its end alone would be looked up, which may be somebody else's code.
        """
        keys, held = self._held + self._keys, len(self._held)
        for start in range(held + self._quick_from):
            if self._is_code(keys[start:]):
                return keys[start:], self._first if start < held else self._slow
        return None

    def _is_code(self, keys: str) -> bool:
        """Whether keys, however slowly they came, look like a code of the roster and no word."""
        code = self._bare(keys)
        means = (code, *(meant for _, meant in readings(code)))
        return any(map(self._shapes.surely_fits, means))

    def _goes_on(self, at: int) -> bool:
        """Whether this is one more line of a visiting card, however short."""
        return bool(self._lines) and self._pace.is_close(at)

    def _tell(self, end: str, keys: str, before: "_Before | None") -> None:
        """Hand on the keys of a scan; put back what they did."""
        apart = (self._ended - self._began) / max(len(self._keys) - 1, 1)
        self.forget()
        if before:
            before.put_back()
        code = self._bare(keys)
        focus = QApplication.focusWidget()
        if focus is not None and focus.property(TRIES):
            self.tried.emit(Trial(keys, code, apart, end))
        elif joined := self._whole(code):
            self.scanned.emit(joined)

    def _whole(self, line: str) -> str:
        """A visiting card has many lines, and the scanner ends each: wait for its last."""
        opened = line.upper() == "BEGIN:VCARD"
        if opened or (self._lines and len(self._lines) < MOST_LINES):
            self._lines = [line] if opened else [*self._lines, line]
            if line.upper() != "END:VCARD":
                return ""
            line = "\n".join(self._lines)
        self._lines = []
        return line

    def _bare(self, keys: str) -> str:
        """The code without what the scanner was told to put around it, as the scanner meant it."""
        return self._stripped(self._as_meant(self._stripped(keys)))

    def _stripped(self, code: str) -> str:
        return code.strip().removeprefix(self._prefix).removesuffix(self._suffix).strip()

    def _as_meant(self, code: str) -> str:
        """Read from the keyboard that was remembered; another scanner may still type it right."""
        meant = read_from(self._keyboard, code)
        right = self._shapes.fits(code) and not self._shapes.fits(meant)
        return code if right else meant


def _moment(event: QKeyEvent) -> int:
    """When the key was pressed, in ms: a busy desk gets slow keys in one burst, too."""
    return event.timestamp() or int(monotonic() * 1000)


class _Before:
    """What stood in the widget with the focus when a burst began."""

    def __init__(self, widget: QWidget | None, box: QWidget) -> None:
        if isinstance(widget, QAbstractSpinBox):
            widget = widget.findChild(QLineEdit)
        self._widget = None if widget is box else widget
        self._text, self._place = "", 0
        if isinstance(self._widget, QLineEdit):
            self._text, self._place = self._widget.text(), self._widget.cursorPosition()
        elif isinstance(self._widget, QPlainTextEdit):
            self._text, self._place = self._widget.toPlainText(), 0
        elif isinstance(self._widget, QComboBox):
            self._place = self._widget.currentIndex()

    def put_back(self) -> None:
        if isinstance(self._widget, QLineEdit):
            self._widget.setText(self._text)
            self._widget.setCursorPosition(self._place)
        elif isinstance(self._widget, QPlainTextEdit):
            self._widget.setPlainText(self._text)
        elif isinstance(self._widget, QComboBox):
            self._widget.setCurrentIndex(self._place)

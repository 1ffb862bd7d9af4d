"""The one input box of a screen: for typing and scanning, while the keys still move the list."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.views import icons

_ICON = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class SearchField(QLineEdit):
    """`moved` asks the list for a step; Escape empties, Ctrl+Z passes through after `settle`."""

    moved = Signal(int)
    cleared = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "search")
        self.setTextMargins(_ICON + 10, 0, 0, 0)
        self.set_placeholder(placeholder)

    def set_placeholder(self, text: str) -> None:
        """The words inside the empty box are also its accessible name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def settle(self) -> None:
        """What was typed has had its answer: the next key replaces it, no undo takes it back."""
        self.setText(self.text())
        self.selectAll()

    def is_settled(self) -> bool:
        """Whether nobody is typing here: it is empty, or all of it goes with the next key."""
        return self.selectedText() == self.text()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the desk's own undo while there is no typing to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and self._would_undo_nothing(event):
            event.ignore()
            return False
        return super().event(event)

    def _would_undo_nothing(self, event: QEvent) -> bool:
        undo = QKeySequence.StandardKey.Undo
        nothing = not (self.text() and self.isUndoAvailable())
        return isinstance(event, QKeyEvent) and event.matches(undo) and nothing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRectF(16, 0, _ICON, self.height())
        icons.paint(QPainter(self), place, "search", "accent" if self.hasFocus() else "muted")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.cleared.emit()
        elif key in _ENTER and event.isAutoRepeat():
            event.accept()  # held down, it asks once
        else:
            super().keyPressEvent(event)

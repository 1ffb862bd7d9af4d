"""A few answers under one another: Tab or the arrows go there, Enter takes one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.views.button import Button


class Choices(QWidget):
    """`chosen` carries the place of an answer in the row of all."""

    chosen = Signal(object)

    def __init__(self, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.buttons: list[Choice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_words(self, words: Sequence[str]) -> None:
        """Offer these; the same words again keep the focus where it is."""
        if [it.text() for it in self.buttons] == list(words):
            return
        for old in self.buttons:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self.buttons = [Choice(text, self._icon) for text in words]
        for button in self.buttons:
            self._column.addWidget(button)
            button.show()  # else only at the next turn of the event loop, and no key goes there
            button.clicked.connect(self._tell)
            button.moved.connect(self._move)

    def go_to_first(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus()

    def _tell(self) -> None:
        self.chosen.emit(next(n for n, it in enumerate(self.buttons) if it is self.sender()))

    def _move(self, step: int) -> None:
        places = [n for n, it in enumerate(self.buttons) if it.hasFocus()]
        if places and 0 <= places[0] + step < len(self.buttons):
            self.buttons[places[0] + step].setFocus()


class Choice(Button):
    """One answer. `moved` carries 1 or -1 for the arrows."""

    moved = Signal(object)

    def __init__(self, text: str, icon: str) -> None:
        super().__init__(text, icon=icon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif step := steps.get(Qt.Key(event.key())):
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

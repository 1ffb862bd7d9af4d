"""Why is it done all the same? One of the usual reasons, or another in one's own words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.views.button import Button
from desk_app.views.choices import Choices
from desk_app.views.scrolling import scrolling
from desk_app.words import tr


class ReasonPage(QFrame):
    """Does nothing without a reason. `closed` tells that it was given, or not after all."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._act: Callable[[str], object] | None = None
        self._usual: tuple[str, ...] = ()
        self._title = QLabel()
        self._title.setProperty("look", "row")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.field = _Line()
        self.choices = Choices()
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self._lay_out()
        self.field.returnPressed.connect(self._give_typed)
        self.field.down.connect(self.choices.go_to_first)
        self.choices.chosen.connect(self._give_usual)
        self._cancel.clicked.connect(self.closed)

    def ask(self, title: str, usual: Sequence[str], act: Callable[[str], object]) -> None:
        """Ask why; `act` runs with the reason once there is one."""
        self._act, self._usual = act, tuple(usual)
        self._title.setText(title)
        self.field.clear()
        self.field.setAccessibleDescription(title)
        self.choices.set_words(self._usual)
        self.field.setFocus()

    def _give_typed(self) -> None:
        if reason := self.field.text().strip():
            self._give(reason)
        else:
            self.choices.go_to_first()

    def _give_usual(self, place: int) -> None:
        self._give(self._usual[place])

    def _give(self, reason: str) -> None:
        act, self._act = self._act, None
        self.closed.emit()
        if act:
            act(reason)

    def _lay_out(self) -> None:
        hint = QLabel(tr("Type a reason, or choose one with ↓ and Enter. It is kept."))
        hint.setProperty("look", "hint")
        hint.setWordWrap(True)
        self.field.setPlaceholderText(tr("Why?"))
        self.field.setAccessibleName(tr("Reason"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.field)
        column.addWidget(scrolling(self.choices, hint), 1)
        column.addWidget(self._cancel)


class _Line(QLineEdit):
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

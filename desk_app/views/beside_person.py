"""Who came along without a name, and whether the help desk waits for the person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.checkin import Card
from desk_app.views.button import Button
from desk_app.words import tr, trn


class BesidePerson(QWidget):
    """`came_along` carries how many; `help_wanted` and `solved` nothing."""

    came_along = Signal(object)
    help_wanted = Signal()
    solved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._helped = True
        self._note = QLabel()
        self._note.setProperty("tone", "mind")
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self.more = Button("", shortcut="Ctrl++", icon="plus", told_only=True)
        self.fewer = Button("", icon="minus")
        self.fewer.setAccessibleName(tr("One fewer came along"))
        self.help = Button("", shortcut="Ctrl+H", icon="circle-help", told_only=True)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.setSpacing(8)
        self._buttons.addLayout(self._counting(), 1)
        self._buttons.addWidget(self.help, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._note)
        column.addLayout(self._buttons)
        self.more.clicked.connect(self.add_one)
        self.fewer.clicked.connect(self._take_one)
        self.help.clicked.connect(self.press_help)

    def show_card(self, card: Card) -> None:
        self._count = card.companions
        self._helped = not card.help
        self._note.setText(tr("At the help desk: {note}", note=card.help))
        self._note.setVisible(bool(card.help))
        self.help.setText(tr("Solved") if card.help else tr("Send to the help desk…"))
        came = trn(card.companions, "+{count} came along", "+{count} came along")
        self.more.setText(came if card.companions else tr("Somebody came along"))
        self.more.setVisible(card.person.inside)
        self.fewer.setVisible(bool(card.person.inside and card.companions))
        self._arrange()

    def add_one(self) -> None:
        if not self.more.isHidden():
            self.came_along.emit(self._count + 1)

    def press_help(self) -> None:
        """Ask for help, or say that it was given."""
        wanted = self.help_wanted if self._helped else self.solved
        wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side where the words of all buttons fit, else under one another."""
        shown = [it for it in (self.fewer, self.more, self.help) if not it.isHidden()]
        wide = sum(it.minimumSizeHint().width() + 8 for it in shown) - 8
        way = QBoxLayout.Direction
        fits = wide <= self.width()
        self._buttons.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _counting(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.fewer)
        row.addWidget(self.more, 1)
        return row

    def _take_one(self) -> None:
        self.came_along.emit(self._count - 1)

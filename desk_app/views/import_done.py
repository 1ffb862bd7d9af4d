"""After an import: what it did, and where to go from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.importing import PastImport
from desk_app.views import import_words, theme
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.views.icon_label import IconLabel
from desk_app.views.import_question import UndoQuestion
from desk_app.words import tr

_WIDTH = 680
_COUNTS = (
    ("new", "new", "accent"),
    ("changed", "changed", "accent"),
    ("cancelled", "cancelled", "stop"),
)


class DonePage(QWidget):
    """Emits `checkin_wanted`, `more_wanted` (another file) or `undo_wanted` with a FactId."""

    checkin_wanted = Signal()
    more_wanted = Signal()
    undo_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past: PastImport | None = None
        self._title = QLabel(tr("The import is in"))
        self._title.setProperty("look", "title")
        self._file = ElidedLabel(look="muted", mode=Qt.TextElideMode.ElideMiddle)
        self._figures = {name: Figure(tr(word), tone) for name, word, tone in _COUNTS}
        self._go = Button(tr("Go to check-in"), icon="user-check", look="primary")
        self._more = Button(tr("Import another file"), icon="file-input")
        self._undo = Button(tr("Undo this import"), icon="undo-2", look="flat")
        self._question = UndoQuestion()
        self._lay_out()
        self._go.clicked.connect(self.checkin_wanted)
        self._more.clicked.connect(self.more_wanted)
        self._undo.clicked.connect(self._ask)
        self._question.confirmed.connect(self._confirm)
        self._question.declined.connect(self._undo.show)
        self.setFocusProxy(self._go)

    def show_import(self, past: PastImport) -> None:
        self._past = past
        platform = import_words.platform_word(past.platform)
        self._file.setText(f"{past.file} · {platform}")
        for name, figure in self._figures.items():
            figure.set_number(getattr(past, name))
        self._undo.show()
        self._question.hide()
        announce(self, f"{self._title.text()}: {import_words.numbers(past)}")

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 28, 28, 24)
        inside.setSpacing(20)
        inside.addLayout(self._heading())
        inside.addLayout(self._numbers())
        inside.addLayout(self._buttons())
        inside.addWidget(self._question)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _heading(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconLabel("circle-check", "good", 44), 0, 0, 2, 1)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._file, 1, 1)
        return grid

    def _numbers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for figure in self._figures.values():
            row.addWidget(figure, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._go)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._undo)
        return row

    def _ask(self) -> None:
        self._undo.hide()
        self._question.ask()

    def _confirm(self) -> None:
        if self._past is not None:
            self.undo_wanted.emit(self._past.source)


class Figure(QFrame):
    """A number with its word, to read only."""

    def __init__(self, word: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._word = QLabel(word)
        self._word.setProperty("look", "muted")
        self._number = QLabel()
        self._number.setProperty("look", "name")
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._word)

    def set_number(self, count: int) -> None:
        """Nobody is said without a colour."""
        self._number.setText(import_words.number(count))
        theme.set_look(self._number, "tone", self._tone if count else "quiet")
        self.setAccessibleName(f"{self._number.text()} {self._word.text()}")

"""The past imports of the event, each of which can be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk_app.controllers.importing import History, PastImport
from desk_app.views import import_words
from desk_app.views.button import Button
from desk_app.views.chip import Chip
from desk_app.views.elided import ElidedLabel
from desk_app.views.import_question import UndoQuestion
from desk_app.words import tr

_MOST = 20  # further back nobody takes an import back, and widgets cost time


class HistoryList(QWidget):
    """Emits `undo_wanted` with the import's FactId once somebody has confirmed it."""

    undo_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(tr("Earlier imports"))
        self._title.setProperty("look", "row")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self._title.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)

    def show_history(self, history: History) -> None:
        """Show the latest imports; nothing at all before the first."""
        self.setVisible(bool(history.imports))
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for past in history.imports[:_MOST]:
            row = _PastRow(past, history)
            row.undo_wanted.connect(self.undo_wanted)
            column.addWidget(row)
        column.addStretch(1)
        self._area.setWidget(content)


class _PastRow(QFrame):
    undo_wanted = Signal(object)

    def __init__(self, past: PastImport, history: History) -> None:
        super().__init__()
        self._past = past
        self.setProperty("look", "card")
        self._file = ElidedLabel(past.file, look="strong", mode=Qt.TextElideMode.ElideMiddle)
        self._line = ElidedLabel(_line(past, history), look="muted")
        self._chip = Chip(tr("Taken back"), "quiet", "undo-2")
        self._undo = Button(tr("Undo this import"), icon="undo-2")
        self._question = UndoQuestion()
        self._lay_out()
        self._chip.setVisible(past.taken_back)
        self._undo.setHidden(past.taken_back)
        self._file.setToolTip(tr("Fingerprint (SHA-256): {digest}", digest=past.digest))
        self._undo.setAccessibleDescription(f"{past.file}, {self._line.text()}")
        self._undo.clicked.connect(self._ask)
        self._question.confirmed.connect(self._confirm)
        self._question.declined.connect(self._keep)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._file)
        words.addWidget(self._line)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(words, 1)
        top.addWidget(self._chip)
        top.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._question)

    def _ask(self) -> None:
        self._undo.hide()
        self._question.ask()

    def _confirm(self) -> None:
        self.undo_wanted.emit(self._past.source)

    def _keep(self) -> None:
        self._undo.show()
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(past: PastImport, history: History) -> str:
    """When, where, what, and how much."""
    parts = (
        import_words.moment(past.at, history.zone or "UTC"),
        history.desks.get(past.desk, ""),
        import_words.platform_word(past.platform),
        import_words.numbers(past),
    )
    return " · ".join(filter(None, parts))

"""One answer for all questions of a kind, before the people one by one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desk_app.controllers.importing import Kind
from desk_app.views import import_words
from desk_app.views.announcement import announce
from desk_app.views.button import Button
from desk_app.views.chip import Chip
from desk_app.views.elided import ElidedLabel
from desk_app.words import tr, trn

CHIPS = {
    Kind.CONFLICT: ("Conflict", "mind"),
    Kind.CANCELLED: ("Has arrived", "good"),
    Kind.GONE: ("Has arrived", "good"),
    Kind.SOMEBODY_ELSE: ("Another person?", "stop"),
    Kind.NEW_NUMBER: ("New number?", "mind"),
    Kind.WALK_IN: ("Walk-in", "accent"),
}
_ALL = {  # as the desk has it, as the export has it
    Kind.CONFLICT: ("Keep all of this desk", "Take all of the export"),
    Kind.CANCELLED: ("Keep all as they are", "Cancel them all"),
    Kind.GONE: ("Keep all as they are", "Cancel them all"),
    Kind.SOMEBODY_ELSE: ("Keep all as they are", "Replace them all"),
    Kind.NEW_NUMBER: ("All are different people", "All are the same people"),
    Kind.WALK_IN: ("All are different people", "All are the same people"),
}


class KindBar(QFrame):
    """Emits `answered` (kind, take) for the whole kind."""

    answered = Signal(object, object)

    def __init__(self, kind: Kind, count: int, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "quiet")
        self._kind = kind
        self._words = QLabel(
            trn(count, "{shown} question", "{shown} questions", shown=import_words.number(count))
        )
        self._words.setProperty("look", "row")
        word, tone = CHIPS[kind]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(Chip(tr(word), tone))
        row.addWidget(self._words)
        row.addWidget(ElidedLabel(why, look="muted"), 1)
        for take, words in enumerate(_ALL[kind]):
            button = Button(tr(words))
            button.setAccessibleDescription(f"{self._words.text()}: {why}")
            button.clicked.connect(partial(self._answer, bool(take), button.text()))
            row.addWidget(button)

    def _answer(self, take: bool, said: str, _checked: bool = False) -> None:
        self.answered.emit(self._kind, take)
        announce(self, f"{self._words.text()}: {said}")

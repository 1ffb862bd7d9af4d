"""What could not be read of an announcement, said plainly."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.domain.sentence import Sentence
from desk_app.views.icon_label import IconLabel
from desk_app.words import current, say, tr


class Unread(QFrame):
    """One line for each thing that is missing, and what to do about it."""

    def __init__(self, unread: tuple[Sentence, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "mind")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(_line(tr("What the announcement does not say"), "strong"))
        for sentence in unread:
            words.addWidget(_line(say(sentence, current()), ""))
        words.addWidget(_line(tr("Fill it in with “Edit” if you know it."), ""))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(IconLabel("triangle-alert", "mind", 24), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _line(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label

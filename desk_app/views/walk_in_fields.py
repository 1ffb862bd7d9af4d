"""What a walk-in is asked for: words, or one of the categories that may enter here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy

from desk_app.views.person_words import field_word
from desk_app.words import tr

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def label_of(name: str, field: QLineEdit | QComboBox) -> QLabel:
    """The field's name above it."""
    label = QLabel(field_word(name))
    label.setProperty("look", "muted")
    label.setBuddy(field)
    field.setAccessibleName(field_word(name))
    return label


class WalkInWords(QLineEdit):
    """`down` tells of the arrow key, `entered` that the cursor came, `edited` of each change."""

    down = Signal()
    entered = Signal()
    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.label = label_of(name, self)
        self.textEdited.connect(self.edited)

    def fill(self, text: str) -> None:
        """The next key replaces what was known already."""
        self.setText(text)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class WalkInCategory(QComboBox):
    """One of the categories that may enter here: the only one, or whichever somebody chooses.

    The arrows and the first letter choose, Enter goes on.
    """

    down = Signal()  # never sent: the arrow chooses
    entered = Signal()
    edited = Signal()
    returnPressed = Signal()

    def __init__(self, name: str, categories: Sequence[str]) -> None:
        super().__init__()
        self.label = label_of(name, self)
        self.setPlaceholderText(tr("Choose…"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # as the others
        self.setSizeAdjustPolicy(_SHORT)
        self.setMinimumContentsLength(1)
        self.addItems(list(categories))
        self.fill("")
        self.activated.connect(self.edited)

    def text(self) -> str:
        """The chosen category; empty while nothing is chosen."""
        return self.currentText() if self.currentIndex() >= 0 else ""

    def fill(self, _text: str) -> None:
        """Nothing is chosen, unless there is nothing to choose."""
        self.setCurrentIndex(0 if self.count() == 1 else -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS and not event.modifiers():
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)

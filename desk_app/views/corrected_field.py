"""One field of a person, corrected in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.views.person_words import field_word
from desk_app.words import tr


class CorrectedField(QWidget):
    """One field, and below it what the export says where the desk corrected it."""

    corrected = Signal(object)  # (field, value)
    typed = Signal()

    def __init__(self, field: str) -> None:
        super().__init__()
        self._field = field
        self._value = ""
        self.edit = QLineEdit()
        self._before = QLabel()
        self.edit.setAccessibleName(field_word(field))
        self._before.setProperty("look", "hint")
        self._before.setProperty("tone", "accent")
        self._before.setWordWrap(True)
        self._before.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.edit)
        column.addWidget(self._before)
        self.setFocusProxy(self.edit)
        self.edit.editingFinished.connect(self._tell)
        self.edit.textEdited.connect(self.typed)

    def show_value(self, value: str, before: str | None, *, keep_typing: bool) -> None:
        """Show the value, and for a corrected field what the export has in its place."""
        typing = self.edit.hasFocus() and self.edit.text() != self._value
        self._value = value
        if not (keep_typing and typing) and self.edit.text() != value:
            self.edit.setText(value)
            self.edit.setCursorPosition(0)
        self._before.setVisible(before is not None)
        said = tr("Corrected here; the export says “{value}”", value=before)
        self._before.setText(said if before else tr("Added here; not in the export"))
        self.edit.setAccessibleDescription(self._before.text() if before is not None else "")

    def _tell(self) -> None:
        typed = self.edit.text().strip()
        if typed != self._value:
            self._value = typed
            self.corrected.emit((self._field, typed))

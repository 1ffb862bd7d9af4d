"""One field of a form: its label, its box, and below it what is wrong with what was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.views import theme
from desk_app.views.event_fields import Field
from desk_app.words import current, say, tr

_LINE = 20


class FieldRow(QWidget):
    """Emits `typed` at each change."""

    typed = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._label = QLabel(tr(field.label))
        self._label.setProperty("look", "hint")
        self.box = _box(field)
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        theme.set_look(self._trouble, "look", "hint")
        theme.set_look(self._trouble, "tone", "stop")
        self._trouble.hide()
        self._label.setBuddy(self.box)
        self._lay_out()
        self.box.textChanged.connect(self._forgive)
        self.setFocusProxy(self.box)

    def text(self) -> str:
        return self.box.text() if isinstance(self.box, QLineEdit) else self.box.toPlainText()

    def set_text(self, text: str) -> None:
        if isinstance(self.box, QLineEdit):
            self.box.setText(text)
            self.box.setCursorPosition(0)
        else:
            self.box.setPlainText(text)

    def read(self) -> object:
        """The value of what was typed; raises DeskError, and says why below the box."""
        try:
            return self.field.kind.read(self.text())
        except DeskError as error:
            self._complain(say(error.sentence, current()))
            raise

    def trouble(self) -> str:
        """What is wrong, "" when nothing is."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def _complain(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.show()
        self.box.setAccessibleDescription(words)
        theme.set_look(self.box, "invalid", True)

    def _forgive(self) -> None:
        if not self._trouble.isHidden():
            self._trouble.hide()
            self.box.setAccessibleDescription("")
            theme.set_look(self.box, "invalid", False)
        self.typed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.box)
        column.addWidget(self._trouble)
        column.addStretch(1)


class TextBox(QPlainTextEdit):
    """Tab goes on to the next field."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * _LINE + 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the form."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            event.ignore()
            return
        super().keyPressEvent(event)


def _box(field: Field) -> QLineEdit | QPlainTextEdit:
    if field.kind.lines > 1:
        box: QLineEdit | QPlainTextEdit = TextBox(field.kind.lines)
    else:
        box = _line(field)
    box.setAccessibleName(tr(field.label))
    if field.example:
        box.setPlaceholderText(tr(field.example))
    return box


def _line(field: Field) -> QLineEdit:
    line = QLineEdit()
    if field.kind.suggestions:
        completer = QCompleter(list(field.kind.suggestions), line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
    return line

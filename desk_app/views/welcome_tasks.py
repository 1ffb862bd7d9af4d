"""What there is to hand out and to ask, on the person's card: each with its key."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.controllers.checkin import Kind, Task
from desk_app.views.button import Button
from desk_app.words import tr

_KEYS = 9


class WelcomeTasks(QWidget):
    """`handed` carries what was given, or not after all; `answered` (question, answer)."""

    handed = Signal(object)
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Task, ...] = ()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_tasks(self, tasks: tuple[Task, ...]) -> None:
        """Show these; the same ones again leave the cursor where it is."""
        if tasks == self._shown:
            return
        self._shown = tasks
        for old in self._rows:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self._rows = [_ROWS[it.kind](it, number) for number, it in enumerate(tasks, 1)]
        for row in self._rows:
            self._column.addWidget(row)
            row.show()
            row.done.connect(self._tell)

    def count(self) -> int:
        """How many there are, done or not."""
        return len(self._rows)

    def press(self, number: int) -> None:
        """As the key of the task with this number, from 1 on."""
        if number <= len(self._rows):
            self._rows[number - 1].press()

    def _tell(self, done: tuple[Task, str]) -> None:
        task, answer = done
        if task.kind is Kind.HAND_OUT:
            self.handed.emit(task.what)
        else:
            self.answered.emit((task.what, answer))


class _Row(QWidget):
    done = Signal(object)  # (Task, answer)

    def __init__(self, task: Task, number: int) -> None:
        super().__init__()
        self.task = task
        self.keys = f"Ctrl+{number}" if number <= _KEYS else ""
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)

    def press(self) -> None:
        raise NotImplementedError


class _HandOut(_Row):
    def __init__(self, task: Task, number: int) -> None:
        super().__init__(task, number)
        words = tr("{what}: given", what=task.what) if task.answer else task.what
        icon = "check" if task.answer else "circle-dashed"
        self._button = Button(words, shortcut=self.keys, icon=icon, told_only=True)
        self.line.addWidget(self._button)
        self._button.clicked.connect(self.press)

    def press(self) -> None:
        self.done.emit((self.task, ""))


class _Consent(_Row):
    """Yes or no; the key says yes first, and the other the next time."""

    def __init__(self, task: Task, number: int) -> None:
        super().__init__(task, number)
        label = QLabel(task.what)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addLayout(buttons)
        self.line.addLayout(column)
        for answer in (tr("Yes"), tr("No")):
            chosen = task.answer == answer
            keys = self.keys if answer == self._next() else ""
            button = Button(answer, shortcut=keys, icon="check" if chosen else "", told_only=True)
            button.setAccessibleName(tr("{what}: {value}", what=task.what, value=answer))
            button.clicked.connect(partial(self._answer, answer))
            buttons.addWidget(button, 1)

    def press(self) -> None:
        self._answer(self._next())

    def _next(self) -> str:
        return tr("No") if self.task.answer == tr("Yes") else tr("Yes")

    def _answer(self, answer: str) -> None:
        self.done.emit((self.task, answer))


class _Question(_Row):
    def __init__(self, task: Task, number: int) -> None:
        super().__init__(task, number)
        self._field = QLineEdit(task.answer)
        self._field.setPlaceholderText(task.what)
        self._field.setAccessibleName(task.what)
        self._field.setToolTip(task.what)
        self._ask = Button("", shortcut=self.keys, icon="pencil", told_only=True)
        self._ask.setAccessibleName(tr("Answer: {what}", what=task.what))
        self.line.addWidget(self._field, 1)
        self.line.addWidget(self._ask)
        self._ask.clicked.connect(self.press)
        self._field.returnPressed.connect(self._answer)

    def press(self) -> None:
        self._field.setFocus()

    def _answer(self) -> None:
        if self._field.text().strip():
            self.done.emit((self.task, self._field.text().strip()))


_ROWS: dict[Kind, type[_Row]] = {
    Kind.HAND_OUT: _HandOut,
    Kind.CONSENT: _Consent,
    Kind.QUESTION: _Question,
}

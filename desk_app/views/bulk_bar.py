"""What can be done with the people who are chosen; each act says how many before it is done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QWidget

from desk_app.views.button import Button
from desk_app.words import tr, trn


@dataclass(frozen=True)
class _Act:
    """`asks` says what to type, "" where there is nothing to say; `verb` confirms."""

    word: str
    verb: str
    icon: str
    keys: str
    question: Callable[[int], str]
    asks: str = ""


class BulkBar(QWidget):
    """`wanted` carries an act and what was typed for it, once it was confirmed."""

    wanted = Signal(object)  # (act, text)
    copy_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    left = Signal()  # the question was answered or put away

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._asked = ""
        self._acts = _acts()
        self.buttons = {
            act: Button(it.word, shortcut=it.keys, icon=it.icon) for act, it in self._acts.items()
        }
        self.copy = Button(tr("Copy"), icon="copy", shortcut="Ctrl+C", told_only=True)
        self.print = Button(tr("Badges"), icon="printer", shortcut="Ctrl+Shift+P")
        self.export = Button(tr("Export"), icon="download", shortcut="Ctrl+Shift+E")
        self.question = QLabel()
        self.line = QLineEdit()
        self.confirm = Button("", look="primary", shortcut="Return", told_only=True)
        self.cancel = Button(tr("Cancel"), shortcut="Esc", told_only=True)
        self._pages = QStackedLayout(self)
        self._lay_out()
        self._connect()
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """So many people are chosen; a question asked about others is put away."""
        if self._asked and count != self._count:
            self.put_away()
        self._count = count
        self.setVisible(count > 1)

    def ask(self, act: str) -> None:
        """Ask for confirmation, and for what the act needs to know."""
        it = self._acts[act]
        self._asked = act
        self.question.setText(it.question(self._count))
        self.confirm.setText(it.verb)
        self.line.clear()
        self.line.setVisible(bool(it.asks))
        self.line.setPlaceholderText(it.asks)
        self.line.setAccessibleName(it.asks or self.question.text())
        self._pages.setCurrentIndex(1)
        (self.line if it.asks else self.confirm).setFocus()

    def put_away(self) -> None:
        """No question any more: the acts are offered again."""
        self._asked = ""
        self._pages.setCurrentIndex(0)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asked:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._asked:
            self._do()
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        text = self.line.text().strip()
        if self._acts[self._asked].asks and not text:
            self.line.setFocus()
            return
        act = self._asked
        self.put_away()
        self.wanted.emit((act, text))

    def _lay_out(self) -> None:
        self._pages.setContentsMargins(0, 0, 0, 0)
        offered = (*self.buttons.values(), self.print, self.export, self.copy)
        self._pages.addWidget(_row(*offered))
        self.question.setProperty("look", "strong")
        asked = _row(self.question, self.line, self.confirm, self.cancel)
        self._pages.addWidget(asked)

        for button in offered:
            button.setToolTip(f"{button.text()} ({button.accessibleDescription()})")

    def _connect(self) -> None:
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _=False, act=act: self.ask(act))
        self.copy.clicked.connect(self.copy_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.confirm.clicked.connect(self._do)
        self.cancel.clicked.connect(self.put_away)


def _row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addStretch(1)
    for part in parts:
        row.addWidget(part, 2 if isinstance(part, QLineEdit) else 0)
    return whole


def _acts() -> dict[str, _Act]:
    return {
        "check_in": _Act(
            tr("Check in"),
            tr("Check in"),
            "user-check",
            "Ctrl+Return",
            lambda count: trn(count, "Check in {count} person?", "Check in {count} people?"),
        ),
        "add_note": _Act(
            tr("Note…"),
            tr("Add"),
            "pencil",
            "Ctrl+Shift+N",
            lambda count: trn(
                count, "Add a note to {count} person:", "Add a note to {count} people:"
            ),
            tr("What the desk should know"),
        ),
        "change_category": _Act(
            tr("Category…"),
            tr("Change"),
            "tag",
            "Ctrl+Shift+G",
            lambda count: trn(
                count, "New category of {count} person:", "New category of {count} people:"
            ),
            tr("Category"),
        ),
    }

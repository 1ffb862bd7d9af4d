"""Correcting the day afterwards: somebody was there unseen, or was not there after all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.afterwards import AfterwardsController
from desk_app.domain.errors import DeskError
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.words import current, say, tr

_WIDTH = 640


class CorrectionDialog(QDialog):
    """Open it with `open()`; it stays until what was typed can be kept. `done_well`: it was."""

    done_well = Signal()

    def __init__(
        self,
        controller: AfterwardsController,
        person: int,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Correct the attendance"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._controller = controller
        self._person = person
        self._points = controller.checkpoints()
        self._name = QLabel(name)
        self.what = _choice(tr("What is to be corrected"), _kinds())
        self.point = _choice(tr("Checkpoint"), {key: word for key, word, _ in self._points})
        self.at = _line(tr("When they came"), "2024-07-03 09:00")
        self.author = _line(tr("Your name"), "")
        self.reason = _line(tr("Reason"), tr("Such as “came by the side door”"))
        self._told = QLabel()
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self.save = Button(tr("Save"), look="primary")
        self._cancel.setAutoDefault(False)
        self.save.setDefault(True)
        self._lay_out()
        self.what.currentIndexChanged.connect(self._ask_when)
        self.point.currentIndexChanged.connect(self._usual_time)
        self._cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._correct)
        controller.corrected.connect(self._end)
        controller.refused.connect(self._refuse)
        self._usual_time()

    def _correct(self) -> None:
        who, key = self._person, self.point.currentData()
        signed = self.author.text(), self.reason.text()
        if self.what.currentData() == "late":
            self._controller.enter_late(who, key, self.at.text(), *signed)
        else:
            self._controller.was_not_there(who, key, *signed)

    def _end(self, changed: bool) -> None:
        if changed:
            self.done_well.emit()
            self.accept()
        elif self.what.currentData() == "late":
            self._say(tr("They were inside already then, so there is nothing to enter."))
        else:
            self._say(tr("Nothing says that they were there, so there is nothing to take back."))

    def _refuse(self, error: DeskError) -> None:
        self._say(say(error.sentence, current()))

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()

    def _ask_when(self) -> None:
        self._form.setRowVisible(self.at, self.what.currentData() == "late")

    def _usual_time(self) -> None:
        if self._points:
            self.at.setText(self._points[self.point.currentIndex()][2])

    def _lay_out(self) -> None:
        self._name.setProperty("look", "title")
        self._name.setWordWrap(True)
        self._told.setWordWrap(True)
        theme.set_look(self._told, "tone", "stop")
        self._told.hide()
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        for field in (self.what, self.point, self.at, self.author, self.reason):
            label = QLabel(field.accessibleName())
            label.setMinimumHeight(44)
            label.setBuddy(field)
            self._form.addRow(label, field)
        hint = QLabel(
            tr("Your name and the reason stand in the history; documents say how many there are.")
        )
        hint.setProperty("look", "hint")
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._name)
        column.addLayout(self._form)
        column.addWidget(hint)
        column.addWidget(self._told)
        column.addLayout(foot)


def _kinds() -> dict[str, str]:
    return {
        "late": tr("They were there, and nobody scanned them"),
        "absent": tr("They were not there after all"),
    }


def _choice(name: str, words: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, word in words.items():
        box.addItem(word, value)
    return box


def _line(name: str, example: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(example)
    return line

"""Erasing one person's identity, behind a typed word."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk_app.controllers.privacy import PrivacyController, Step
from desk_app.views.button import Button
from desk_app.words import tr

_WIDTH = 560


class EraseDialog(QDialog):
    """Open it with `open()`; it closes once no file of the desk names the person."""

    def __init__(
        self,
        controller: PrivacyController,
        event: int,
        person: int,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Erase this person"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._controller = controller
        self._whose = (event, person)
        self._name = QLabel(name)
        self._text = QLabel(
            tr(
                "Name, address, codes and answers leave this desk for good, and no later export"
                " brings them back. That somebody was registered, and came, stays in the figures."
            )
        )
        self.word = QLineEdit()
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self.go = Button(tr("Erase now"), icon="user-x", look="danger")
        self._lay_out()
        self.word.textChanged.connect(self._arm)
        self.word.returnPressed.connect(self.go.click)
        self._cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._erase)
        controller.advanced.connect(self._show_step)
        self._arm()

    def _arm(self) -> None:
        self.go.setEnabled(self.word.text().strip().casefold() == tr("erase"))

    def _erase(self) -> None:
        for part in (self.go, self.word):
            part.setEnabled(False)
        self._controller.erase(*self._whose)

    def _show_step(self, step: Step) -> None:
        if step.finished:
            self.accept()

    def _lay_out(self) -> None:
        told = tr("Type “{word}” to go on", word=tr("erase"))
        self.word.setPlaceholderText(told)
        self.word.setAccessibleName(told)
        for button in (self._cancel, self.go):
            button.setAutoDefault(False)  # Enter, pressed by habit, must do nothing here
        self._name.setProperty("look", "title")
        for label in (self._name, self._text):
            label.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._name)
        column.addWidget(self._text)
        column.addWidget(self.word)
        column.addLayout(foot)

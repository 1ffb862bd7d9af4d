"""Before a badge is printed again: why, and whether the earlier one's code still counts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.badges import Asked, Reprint
from desk_app.views.button import Button
from desk_app.views.reasons import reprinting_reasons
from desk_app.words import tr, trn

_WIDTH = 480


class ReprintDialog(QDialog):
    """Enter prints, with a reason or without; where one is wanted, only with it.

    Open it with `open()`. A reason is chosen or typed; whatever stands in the field is kept.
    """

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self.setWindowTitle(tr("Print again"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self.question = QLabel(_question(asked.about))
        self.field = QLineEdit()
        self.usual = [QRadioButton(text) for text in reprinting_reasons()]
        self._group = QButtonGroup(self)
        self.voids = QCheckBox(tr("Make the earlier code void"))
        self._told = QLabel()
        self._cancel = Button(tr("Cancel"), shortcut="Esc")
        self.go = Button(tr("Print again"), icon="printer", look="primary")
        self._lay_out()
        self._connect()
        self._allow()

    def showEvent(self, event: QShowEvent) -> None:
        """A long name takes a second line, for which Qt makes no room by itself."""
        if layout := self.layout():
            self.setMinimumHeight(layout.heightForWidth(max(self.width(), _WIDTH)))
        super().showEvent(event)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._take)
        self.field.textEdited.connect(self._type)
        self.field.textChanged.connect(self._allow)
        self._cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._print)

    def _take(self, button: QRadioButton) -> None:
        self.field.setText(button.text())

    def _type(self) -> None:
        """Words of one's own are none of the usual reasons any more."""
        self._group.setExclusive(False)
        for button in self.usual:
            button.setChecked(button.text() == self.field.text())
        self._group.setExclusive(True)

    def _allow(self) -> None:
        self.go.setEnabled(bool(self.field.text().strip()) or not self._asked.about.needs_reason)

    def _print(self) -> None:
        self.accept()
        self._asked.go(self.field.text().strip(), self.voids.isChecked())

    def _lay_out(self) -> None:
        self.question.setProperty("look", "row")
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        needs = self._asked.about.needs_reason
        self.field.setPlaceholderText(tr("Why?") if needs else tr("Why? (if you like)"))
        self.field.setAccessibleName(tr("Reason"))
        self.field.setAccessibleDescription(self.question.text())
        said = trn(
            self._asked.about.again,
            "Whoever comes with the earlier badge, or with a ticket that bears its code, is turned "
            "away.",
            "Whoever comes with an earlier badge, or with a ticket that bears its code, is turned "
            "away.",
        )
        self._told.setText(said)
        self._told.setProperty("look", "hint")
        self.voids.setAccessibleDescription(said)
        for label in (self.question, self._told):
            label.setWordWrap(True)
        self.go.setDefault(True)
        self._cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addWidget(self.field)
        for button in self.usual:
            self._group.addButton(button)
            column.addWidget(button)
        column.addSpacing(8)
        column.addWidget(self.voids)
        column.addWidget(self._told)
        column.addSpacing(8)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self.go)
        return row


def _question(about: Reprint) -> str:
    if about.again == 1:
        return tr("Print the badge of {name} again?", name=about.name)
    return trn(
        about.again,
        "{count} person has a badge already. Print it again?",
        "{count} people have a badge already. Print theirs again?",
    )

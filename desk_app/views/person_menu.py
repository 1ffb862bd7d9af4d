"""What is seldom done to one person, behind one button of their card."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desk_app.views.button import Button
from desk_app.words import tr


class PersonMenu(Button):
    """`chosen` carries "correct", "letter", "save" or "erase"."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("More"), icon="chevron-down", look="flat", parent=parent)
        self.setAccessibleName(tr("More about this person"))
        self.setToolTip(tr("More about this person"))
        self.offered = QMenu(self)
        self.offered.setAccessibleName(tr("More about this person"))
        for what, words in _words().items():
            self.offered.addAction(words).setData(what)
        self.offered.triggered.connect(self._tell)
        self.clicked.connect(self._offer)

    def _offer(self) -> None:
        self.offered.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _tell(self, action: QAction) -> None:
        self.chosen.emit(action.data())


def _words() -> dict[str, str]:
    return {
        "correct": tr("Correct the attendance…"),
        "letter": tr("Attestation or certificate…"),
        "save": tr("Save this person’s data…"),
        "erase": tr("Erase this person…"),
    }

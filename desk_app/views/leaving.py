"""Leaving something that is not saved: save it, leave it, or stay."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desk_app.words import tr


class LeavingScreen(QWidget):
    """A screen that somebody may want to stay on."""

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """Run `go` once nothing is lost by it, or somebody said that it may be."""
        raise NotImplementedError


class LeaveQuestion(QMessageBox):
    """Open it with `open()`; Escape stays. Without `can_save` there is nothing to save yet."""

    save_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, title: str, *, can_save: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(tr("Not saved"))
        self.setText(tr("The changes to “{title}” are not saved.", title=title))
        role = QMessageBox.ButtonRole
        self.save = self.addButton(tr("Save them"), role.AcceptRole)
        self.leave = self.addButton(tr("Leave them"), role.DestructiveRole)
        self.stay = self.addButton(tr("Stay here"), role.RejectRole)
        self.save.setEnabled(can_save)
        self.setDefaultButton(self.save if can_save else self.stay)
        self.setEscapeButton(self.stay)
        self.buttonClicked.connect(self._answer)

    def _answer(self, button: object) -> None:
        if button is self.save:
            self.save_wanted.emit()
        elif button is self.leave:
            self.leave_wanted.emit()

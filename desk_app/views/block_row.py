"""Blocking a person, with the reason that every scan will show, and taking the block back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk_app.views.button import Button
from desk_app.words import tr


class BlockRow(QWidget):
    """One button; asked to block, it makes room for the reason first."""

    blocked = Signal(object)  # the reason
    unblocked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_blocked = False
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Why? Every scan will show it."))
        self.reason.setAccessibleName(tr("Reason of the block"))
        self.button = Button("", icon="user-x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        row.addStretch(0)
        self.button.clicked.connect(self._press)
        self.reason.returnPressed.connect(self._press)
        self.show_blocked(False)

    def show_blocked(self, is_blocked: bool) -> None:
        """Offer to block, or to take the block back."""
        self._is_blocked = is_blocked
        self.reason.clear()
        self.reason.hide()
        self.button.setText(tr("Unblock") if is_blocked else tr("Block…"))

    def _press(self) -> None:
        if self._is_blocked:
            self.unblocked.emit()
        elif self.reason.isHidden():
            self.reason.show()
            self.reason.setFocus()
            self.button.setText(tr("Block"))
        else:
            self.blocked.emit(self.reason.text().strip())

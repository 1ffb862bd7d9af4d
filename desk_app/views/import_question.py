"""Taking an import back is asked where the button is, never in a window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.icon_label import IconLabel
from desk_app.words import tr


class UndoQuestion(QFrame):
    """Hidden until `ask`; emits `confirmed` or `declined` and hides again."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_look(self, "ground", "mind")
        self._words = QLabel(
            tr(
                "Take this import back? Check-ins made since stay, and so does everything that "
                "another import brought as well."
            )
        )
        self._words.setWordWrap(True)
        self._yes = Button(tr("Take it back"), icon="undo-2", look="danger")
        self._no = Button(tr("Keep it"))
        self._lay_out()
        self._yes.clicked.connect(self._confirm)
        self._no.clicked.connect(self._decline)
        self.hide()

    def ask(self) -> None:
        """Show the question, with the cursor on the answer that changes nothing."""
        self.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("triangle-alert", "mind", 20))
        row.addWidget(self._words, 1)
        row.addWidget(self._no)
        row.addWidget(self._yes)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()

    def _decline(self) -> None:
        self.hide()
        self.declined.emit()

"""What a screen shows when it has nothing yet: what to do, and the button that does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk_app.views.button import Button
from desk_app.views.icon_label import IconLabel

_ICON = 56
_ROOMY = 280


class EmptyState(QWidget):
    """Emits `chosen` when its button is pressed."""

    chosen = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        button_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = _centred(title, "title")
        self._text = _centred(text, "muted")
        self._button = Button(button_text, look="primary")
        self._picture = IconLabel(icon, "muted", _ICON)
        self._lay_out()
        self._button.setVisible(bool(button_text))
        self._button.clicked.connect(self.chosen)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def set_words(self, title: str, text: str, button_text: str = "") -> None:
        """Say another thing to do, or the same in another language."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button_text)
        self._button.setVisible(bool(button_text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is tight the words matter more than the picture."""
        super().resizeEvent(event)
        self._picture.setVisible(event.size().height() >= _ROOMY)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(12)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _centred(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label

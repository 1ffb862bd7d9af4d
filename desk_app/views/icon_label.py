"""An icon as a picture beside words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk_app.views import icons


class IconLabel(QWidget):
    """Has no voice of its own: the words beside it speak."""

    def __init__(self, name: str, tone: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self.setFixedSize(size, size)

    def set_icon(self, name: str, tone: str) -> None:
        self._name = name
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.paint(QPainter(self), QRectF(self.rect()), self._name, self._tone)

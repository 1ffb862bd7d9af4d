"""A button that is painted: its ground under a mouse, its edge under the keys."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.views import theme


class PaintedButton(QAbstractButton):
    """Of one height, so that it stays under a finger however little room there is."""

    def __init__(
        self, height: int, across: QSizePolicy.Policy, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paint_ground(self, painter: QPainter) -> None:
        """Before whatever stands on it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

"""A button of two lines that never needs more room than there is: what is cut is in the tooltip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.views import icons, theme

_HEIGHT = 52
_SIDE, _ICON = 8, 20


class LineButton(QAbstractButton):
    """An icon, what it is about, and below it what there is to say."""

    def __init__(self, icon: str, tone: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        self._lines = ("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_lines(self, title: str, detail: str) -> None:
        self._lines = (title, detail)
        self.setText(" · ".join(filter(None, self._lines)))
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inside = QRectF(self.rect()).adjusted(_SIDE, 6, -_SIDE, -6)
        icons.paint(painter, QRectF(inside.topLeft(), QSize(_ICON, _ICON)), self._icon, self._tone)
        inside.setLeft(inside.left() + _ICON + _SIDE)
        title, detail = self._lines
        self._write(painter, inside, Qt.AlignmentFlag.AlignTop, title, "body", "text")
        self._write(painter, inside, Qt.AlignmentFlag.AlignBottom, detail, "hint", "muted")

    def _write(
        self,
        painter: QPainter,
        inside: QRectF,
        where: Qt.AlignmentFlag,
        text: str,
        size: str,
        ink: str,
    ) -> None:
        painter.setFont(theme.tabular(size))
        painter.setPen(theme.color(ink))
        metrics = QFontMetricsF(painter.font())
        fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, where | Qt.AlignmentFlag.AlignLeft, fitted)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

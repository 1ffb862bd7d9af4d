"""A button of two lines that never needs more room than there is: what is cut is in the tooltip."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.views import icons, theme
from desk_app.views.painted_button import PaintedButton

_HEIGHT = 52
_SIDE, _ICON = 8, 20


class LineButton(PaintedButton):
    """An icon, what it is about, and below it what there is to say."""

    def __init__(self, icon: str, tone: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, QSizePolicy.Policy.Ignored, parent)
        self._icon, self._tone = icon, tone
        self._lines = ("", "")

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
        self.paint_ground(painter)
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

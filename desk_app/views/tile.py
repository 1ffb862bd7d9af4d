"""A big number with its word, that can be pressed to show only those."""

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk_app.views import icons, theme
from desk_app.words import current

_HEIGHT = 84
_SIDE = 16
_ICON = 18


class Tile(QAbstractButton):
    """Checkable as a filter; `toggled` says so. Put tiles in a QButtonGroup to allow only one."""

    def __init__(
        self,
        label: str,
        tone: str = "quiet",
        number: int = 0,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = icon
        self._number = number
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        self.setText(label)
        self._name_itself()

    def set_number(self, number: int) -> None:
        self._number = number
        self._name_itself()
        self.update()

    def number(self) -> int:
        return self._number

    def sizeHint(self) -> QSize:
        words = max(self._width_of(self.text(), "body"), self._width_of(self._figure(), "name"))
        return QSize(int(words) + 2 * _SIDE + _ICON, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, _HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inside = QRectF(self.rect()).adjusted(_SIDE, 8, -_SIDE, -10)
        tone = self._tone if self._number and self.isEnabled() else "muted"
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font("name", bold=True))
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop, self._figure())
        painter.setPen(theme.color("text" if self.isChecked() else "muted"))
        painter.setFont(theme.font("body", bold=self.isChecked()))
        label = QFontMetricsF(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom, label)
        corner = QRectF(inside.right() - _ICON + 4, inside.top() + 6, _ICON, _ICON)
        mark = self._icon or icons.BY_TONE[self._tone]
        icons.paint(painter, corner, mark, tone)

    def _paint_ground(self, painter: QPainter) -> None:
        """The edge of a pressed tile is thick, and the focus a second edge inside it."""
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else "surface"
        edge = QPen(theme.color("accent"), 2) if self.isChecked() else QPen(theme.color("line"), 1)
        inset = edge.widthF() / 2
        painter.setPen(edge)
        painter.setBrush(theme.color(ground))
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(place, 12, 12)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(4, 4, -4, -4), 9, 9)

    def _figure(self) -> str:
        return QLocale(current()).toString(self._number)

    def _name_itself(self) -> None:
        self.setAccessibleName(f"{self._figure()} {self.text()}")
        self.setToolTip(self.accessibleName())

    def _width_of(self, text: str, size: str) -> float:
        return QFontMetricsF(theme.font(size, bold=True)).horizontalAdvance(text)

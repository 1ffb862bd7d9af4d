"""A state in one look everywhere: an icon and a word on the ground of its tone."""

from functools import cache, lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desk_app.views import icons, theme

HEIGHT = 28
_ICON = 14
_SIDE = 10
_GAP = 6


class Chip(QLabel):
    """Without an icon of its own a chip shows the one of its tone: colour never speaks alone."""

    def __init__(
        self, text: str, tone: str = "quiet", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def set_state(self, text: str, tone: str, icon: str = "") -> None:
        """Say something else in another tone."""
        self._tone = tone
        self._icon = icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def tone(self) -> str:
        return self._tone

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.text()), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(HEIGHT + 2 * _SIDE, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = min(self.width(), chip_width(self.text()))
        place = QRectF(0, (self.height() - HEIGHT) / 2, width, HEIGHT)
        paint_chip(painter, place, self.text(), self._tone, self._icon)


def chip_width(text: str) -> int:
    """The logical width in which `paint_chip` shows all of the text."""
    return int(_advance(text)) + 1 + _ICON + _GAP + 2 * _SIDE


def paint_chip(
    painter: QPainter,
    place: QRectF,
    text: str,
    tone: str,
    icon: str = "",
    *,
    lifted: bool = False,
) -> None:
    """Draw a chip that fills the width of `place`; lifted, it stands out from a selected row."""
    ratio = painter.device().devicePixelRatioF()
    look = (tone, icon or icons.BY_TONE[tone], lifted, theme.shown())
    painter.drawPixmap(place.topLeft(), _picture(text, int(place.width()), ratio, look))


@lru_cache(maxsize=256)
def _picture(text: str, width: int, ratio: float, look: tuple[str, str, bool, str]) -> QPixmap:
    """Lists show the same few chips over and over: each is drawn once."""
    drawn = QPixmap(round(width * ratio), round(HEIGHT * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(QGuiApplication.layoutDirection())
    tone, icon, lifted, _theme = look
    _draw(painter, QRectF(0, 0, width, HEIGHT), text, tone, icon, lifted)
    painter.end()
    return drawn


def _draw(painter: QPainter, place: QRectF, text: str, tone: str, icon: str, lifted: bool) -> None:
    painter.setPen(QPen(theme.color(f"{tone}_line"), 1))
    painter.setBrush(theme.color("surface" if lifted else f"{tone}_soft"))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
    left = place.left() + _SIDE
    square = QRectF(left, place.top(), _ICON, place.height())
    icons.paint(painter, square, icon, tone)
    words = QRectF(place)
    words.setLeft(left + _ICON + _GAP)
    words.setRight(place.right() - _SIDE + 1)
    painter.setFont(_font())
    painter.setPen(theme.color(tone))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _fitted(text, words.width()))


@cache
def _font() -> QFont:
    return theme.font("hint", bold=True)


@cache
def _advance(text: str) -> float:
    return QFontMetricsF(_font()).horizontalAdvance(text)


def _fitted(text: str, width: float) -> str:
    if _advance(text) <= width:
        return text
    return QFontMetricsF(_font()).elidedText(text, Qt.TextElideMode.ElideRight, width)

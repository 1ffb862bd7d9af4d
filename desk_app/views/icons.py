"""Icons: Lucide outlines drawn in a tone of the theme on the screen, crisp at any scale."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk_app import paths
from desk_app.views import theme

BY_TONE = {
    "good": "check",
    "mind": "triangle-alert",
    "stop": "ban",
    "accent": "circle-dashed",
    "quiet": "minus",
}


def icon(name: str, tone: str = "text") -> QIcon:
    """An icon whose colour follows the theme by itself; `tone` is any colour of tokens.toml.

    A tone followed by "|" and another has the second where the widget is checked.
    """
    return QIcon(_Engine(name, tone))


def pixmap(name: str, tone: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon for painting, `size` logical pixels wide at a screen's pixel ratio."""
    return _pixmap(name, theme.color(tone).name(), round(size * ratio), ratio)


def paint(painter: QPainter, place: QRectF, name: str, tone: str) -> None:
    """Draw an icon in the largest square centred in `place`."""
    size = int(min(place.width(), place.height()))
    ratio = painter.device().devicePixelRatioF()
    corner = QPointF(place.center().x() - size / 2, place.center().y() - size / 2)
    painter.drawPixmap(corner, pixmap(name, tone, size, ratio))


class _Engine(QIconEngine):
    """Asks the theme for its colour at each drawing, so that a switch needs no new icons."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint(painter, QRectF(rect), self._name, self._color(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """`size` is in device pixels; Qt sets the ratio on what it gets."""
        edge = min(size.width(), size.height())
        return _pixmap(self._name, theme.color(self._color(mode, state)).name(), edge, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone)

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "muted"
        off, _, on = self._tone.partition("|")
        return on if on and state == QIcon.State.On else off


@cache
def _pixmap(name: str, colour: str, edge: int, ratio: float) -> QPixmap:
    drawn = QPixmap(edge, edge)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    svg = _outline(name).replace(b"currentColor", colour.encode())
    QSvgRenderer(svg).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _outline(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()

"""A chart of bars and lines over one axis, told apart without colour: by dashes and by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desk_app.views import theme

LOOKS = (
    ("good", (1.0, 0.0)),
    ("accent", (4.0, 2.5)),
    ("mind", (1.0, 2.0)),
    ("stop", (7.0, 2.0, 1.0, 2.0)),
)
"""Tone and dashes of the first line, the second ...: no two have the same dashes."""
MOST_LINES = len(LOOKS)
_LEGEND, _SAMPLE, _GAP = 24, 30, 8
_BELOW, _TICKS = 24, 4
_BAR = 0.84


@dataclass(frozen=True, slots=True)
class Line:
    """`points` are (x, y), joined from left to right."""

    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What a chart shows from x = `start` to `end`; `labels` are (x, text) below it.

    `bars` are (x of the left edge, height), each `step` wide, of a scale of their own at the left;
    then the lines have theirs at the right.
    """

    start: float
    end: float
    labels: tuple[tuple[float, str], ...]
    lines: tuple[Line, ...]
    bars: tuple[tuple[float, float], ...] = ()
    step: float = 1.0
    bars_name: str = ""


class Chart(QWidget):
    """Painted in one go: a new picture costs nothing until it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None

    def show_picture(self, picture: Picture | None) -> None:
        """None for nothing at all."""
        self._picture = picture
        self.update()

    def picture(self) -> Picture | None:
        return self._picture

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture and self._picture.end > self._picture.start:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _Painting(painter, QRectF(self.rect()), self._picture).paint()


class _Painting:
    """One painting of a picture into a place."""

    def __init__(self, painter: QPainter, place: QRectF, picture: Picture) -> None:
        self._painter, self._picture = painter, picture
        self._legend = QRectF(place.left(), place.top(), place.width(), _LEGEND)
        self._metrics = QFontMetricsF(theme.tabular("hint"))
        highest = max((y for line in picture.lines for _, y in line.points), default=0)
        self._line_most = top_of(highest)
        self._bar_most = top_of(max((height for _, height in picture.bars), default=0))
        left = self._bar_most if picture.bars else self._line_most
        right = self._width_of(self._line_most) if picture.bars else 2 * _GAP
        self._plot = place.adjusted(self._width_of(left), _LEGEND + _GAP, -right, -_BELOW)

    def paint(self) -> None:
        self._painter.setFont(theme.tabular("hint"))
        self._paint_legend()
        self._paint_scales()
        self._paint_labels()
        for x, height in self._picture.bars:
            self._paint_bar(x, height)
        for number, line in reversed(list(enumerate(self._picture.lines))):
            self._paint_line(line, number)

    def _paint_legend(self) -> None:
        names = [line.name for line in self._picture.lines]
        if self._picture.bars:
            names.insert(0, self._picture.bars_name)
        place = QRectF(self._legend)
        for number, room in enumerate(self._rooms(names)):
            self._paint_sample(place, number - bool(self._picture.bars))
            words = place.adjusted(_SAMPLE + _GAP, 0, 0, 0)
            words.setWidth(room)
            text = self._metrics.elidedText(names[number], Qt.TextElideMode.ElideRight, room)
            self._painter.setPen(theme.color("text"))
            self._painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
            place.setLeft(words.right() + 2 * _GAP)

    def _rooms(self, names: Sequence[str]) -> list[float]:
        """How wide each name may be: only the longest are cut where there is too little room."""
        widths = [ceil(self._metrics.horizontalAdvance(name)) + 1.0 for name in names]
        left = self._legend.width() - len(names) * (_SAMPLE + 3 * _GAP)
        for nth, number in enumerate(sorted(range(len(names)), key=widths.__getitem__)):
            widths[number] = max(0.0, min(widths[number], left / (len(names) - nth)))
            left -= widths[number]
        return widths

    def _paint_sample(self, place: QRectF, line: int) -> None:
        """The dashes of a line, or a bar where there is no line of this number."""
        middle = place.center().y()
        if line < 0:
            self._bar_look()
            self._painter.drawRect(QRectF(place.left() + _SAMPLE - 12, middle - 6, 10, 12))
        else:
            self._painter.setPen(_pen(line))
            self._painter.drawLine(QLineF(place.left(), middle, place.left() + _SAMPLE, middle))

    def _paint_scales(self) -> None:
        """Lines across for the left scale; the right one counts along them."""
        both = bool(self._picture.bars)
        for tick in range(_TICKS + 1):
            y = self._plot.bottom() - self._plot.height() * tick / _TICKS
            self._painter.setPen(QPen(theme.color("line"), 1))
            self._painter.drawLine(QLineF(self._plot.left(), y, self._plot.right(), y))
            self._painter.setPen(theme.color("muted"))
            left = (self._bar_most if both else self._line_most) * tick // _TICKS
            text = f"{left}"
            at = QRectF(0, y - 10, self._plot.left() - _GAP, 20)
            self._painter.drawText(at, Qt.AlignmentFlag.AlignRight | _MIDDLE, text)
            if both:
                at = QRectF(self._plot.right() + _GAP, y - 10, 80, 20)
                self._painter.drawText(at, _MIDDLE, f"{self._line_most * tick // _TICKS}")

    def _paint_labels(self) -> None:
        self._painter.setPen(theme.color("muted"))
        free = 0.0
        for x, text in self._picture.labels:
            width = self._metrics.horizontalAdvance(text)
            left = min(max(self._x(x) - width / 2, 0.0), self._plot.right() + _GAP - width)
            if left >= free:
                at = QPointF(left, self._plot.bottom() + _BELOW - 6)
                self._painter.drawText(at, text)
                free = left + width + 2 * _GAP

    def _paint_bar(self, x: float, height: float) -> None:
        if height:
            self._bar_look()
            left, right = self._x(x), self._x(x + self._picture.step)
            top = self._y(height, self._bar_most)
            inset = (right - left) * (1 - _BAR) / 2
            self._painter.drawRect(
                QRectF(left + inset, top, right - left - 2 * inset, self._plot.bottom() - top)
            )

    def _paint_line(self, line: Line, number: int) -> None:
        path = QPainterPath()
        for n, (x, y) in enumerate(line.points):
            at = QPointF(self._x(x), self._y(y, self._line_most))
            path.lineTo(at) if n else path.moveTo(at)
        self._painter.setPen(_pen(number))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def _bar_look(self) -> None:
        """Pale with a dark edge: told from the lines without colour."""
        self._painter.setPen(QPen(theme.color("accent"), 1))
        self._painter.setBrush(theme.color("accent_soft"))

    def _x(self, x: float) -> float:
        it = self._picture
        return self._plot.left() + self._plot.width() * (x - it.start) / (it.end - it.start)

    def _y(self, y: float, most: int) -> float:
        return self._plot.bottom() - self._plot.height() * y / most

    def _width_of(self, most: int) -> float:
        return ceil(self._metrics.horizontalAdvance(f"{most}")) + 2 * _GAP


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def top_of(most: float) -> int:
    """Where a scale ends: above the highest, in four steps of round, whole numbers."""
    return 4 * next(it for it in _round_steps() if it * 4 >= most)


def _round_steps() -> Sequence[int]:
    return [base * 10**power for power in range(7) for base in (1, 2, 3, 5)]


def _pen(number: int) -> QPen:
    tone, dashes = LOOKS[number % MOST_LINES]
    pen = QPen(theme.color(tone), 3)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes[1]:
        pen.setDashPattern(list(dashes))
    return pen

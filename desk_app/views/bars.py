"""Arrived by category as bars: a picture that is read faster than a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_app.views import theme
from desk_app.words import tr

_ROW = 36
_GAP = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: `value` of `whole`, such as 40 arrived of 52 participants."""

    label: str
    value: int
    whole: int
    tone: str = "good"


class Bars(QWidget):
    """Every track is a whole, so that small groups read as well as large ones."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show these rows, in this order; the same words go to the screen reader."""
        self._bars = tuple(bars)
        spoken = (tr("{label}: {value} of {whole}", **_gaps(bar)) for bar in self._bars)
        self.setAccessibleDescription("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _ROW * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, _ROW * len(self._bars))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        labels = min(self._widest([bar.label for bar in self._bars]), self.width() * 0.4)
        counts = self._widest([_count(bar) for bar in self._bars])
        track = self.width() - labels - counts - 2 * _GAP
        for number, bar in enumerate(self._bars):
            row = QRectF(0, number * _ROW, self.width(), _ROW)
            self._paint_words(painter, row, bar, labels)
            place = QRectF(labels + _GAP, row.center().y() - 6, track, 12)
            self._paint_bar(painter, place, bar)

    def _paint_words(self, painter: QPainter, row: QRectF, bar: Bar, labels: float) -> None:
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setFont(theme.tabular())
        painter.setPen(theme.color("text"))
        fitted = QFontMetricsF(painter.font()).elidedText(
            bar.label, Qt.TextElideMode.ElideRight, labels
        )
        painter.drawText(row.adjusted(0, 0, labels - row.width(), 0), left, fitted)
        painter.setPen(theme.color("muted"))
        painter.drawText(row, right, _count(bar))

    def _paint_bar(self, painter: QPainter, place: QRectF, bar: Bar) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("quiet_soft"))
        painter.drawRoundedRect(place, 6, 6)
        if bar.value and bar.whole:
            filled = QRectF(place)
            filled.setWidth(max(place.width() * min(bar.value / bar.whole, 1), 12))
            painter.setBrush(theme.color(bar.tone))
            painter.drawRoundedRect(filled, 6, 6)

    def _widest(self, texts: list[str]) -> float:
        metrics = QFontMetricsF(theme.tabular())
        return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 2


def _count(bar: Bar) -> str:
    return f"{bar.value} / {bar.whole}"


def _gaps(bar: Bar) -> dict[str, object]:
    return {"label": bar.label, "value": bar.value, "whole": bar.whole}

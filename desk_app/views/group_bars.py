"""Groups as bars that open the people behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desk_app.views import theme
from desk_app.views.painted_button import PaintedButton
from desk_app.words import tr

_HEIGHT = 44
_SIDE = 8
_TRACK = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One group: `value` of `whole`, such as 40 arrived of 52 participants."""

    label: str
    value: int
    whole: int
    tone: str = "good"


class GroupBars(QWidget):
    """A heading and a bar for each group; `chosen` carries a group's key."""

    chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self.rows: list[GroupBar] = []
        heading = QLabel(title)
        heading.setProperty("look", "row")
        heading.setContentsMargins(_SIDE, 0, 0, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(heading)
        self.setAccessibleName(title)

    def show_groups(self, groups: Sequence[tuple[str, Bar]]) -> None:
        """Keys and bars, in this order; rows that are there already are used again."""
        self._keys = [key for key, _ in groups]
        while len(self.rows) < len(groups):
            self._add()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(groups))
        for row, (_, bar) in zip(self.rows, groups, strict=False):
            row.show_bar(bar)

    def _add(self) -> None:
        row = GroupBar(len(self.rows))
        row.clicked.connect(lambda: self.chosen.emit(self._keys[row.number]))
        self.rows.append(row)
        self._column.addWidget(row)


class GroupBar(PaintedButton):
    """The name above its bar, the count at the right: readable without colour."""

    def __init__(self, number: int) -> None:
        super().__init__(_HEIGHT, QSizePolicy.Policy.Expanding)
        self.number = number
        self._bar = Bar("", 0, 0)

    def show_bar(self, bar: Bar) -> None:
        if bar == self._bar:
            return
        self._bar = bar
        self.setAccessibleName(
            tr("{label}: {value} of {whole}", label=bar.label, value=bar.value, whole=bar.whole)
        )
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        inside = QRectF(self.rect()).adjusted(_SIDE, 4, -_SIDE, -6)
        figure = f"{self._bar.value} / {self._bar.whole}"
        painter.setFont(theme.tabular())
        metrics = QFontMetricsF(painter.font())
        room = inside.width() - metrics.horizontalAdvance(figure) - 12
        name = metrics.elidedText(self._bar.label, Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.color("text"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(theme.color("muted"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, figure)
        self._paint_track(painter, inside)

    def _paint_track(self, painter: QPainter, inside: QRectF) -> None:
        track = QRectF(inside.left(), inside.bottom() - _TRACK, inside.width(), _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("quiet_soft"))
        painter.drawRoundedRect(track, 3, 3)
        if self._bar.value and self._bar.whole:
            track.setWidth(max(track.width() * min(self._bar.value / self._bar.whole, 1), _TRACK))
            painter.setBrush(theme.color(self._bar.tone))
            painter.drawRoundedRect(track, 3, 3)

"""When people came: bars for each few minutes, and a line for how many were in by then."""

from collections.abc import Callable, Sequence

from PySide6.QtCharts import (
    QAbstractAxis,
    QBarCategoryAxis,
    QBarSeries,
    QBarSet,
    QCategoryAxis,
    QChart,
    QChartView,
    QLineSeries,
    QValueAxis,
)
from PySide6.QtCore import QEvent, QMargins, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.arrival_bins import Bins, bins_of
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.elided import ElidedLabel
from desk_app.words import tr

_LABELS = 8  # times written below the picture, at most


class ArrivalCurve(QFrame):
    """`show_curve` takes (start of a step in ms UTC, arrivals) and how a moment is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: Bins | None = None
        self._time: Callable[[int], str] = str
        self.view = QChartView()
        self._legend = QLabel()
        self.pace = ElidedLabel()
        self.pace.setVisible(False)
        self.table = QTableWidget(0, 3)
        self.as_table = Button("", icon="list-ordered", look="flat")
        self._nobody = QLabel(tr("Nobody has arrived yet. The curve begins with the first one."))
        self._pages = QStackedLayout()
        self.setProperty("look", "card")
        self._lay_out()

    def show_curve(self, curve: Sequence[tuple[int, int]], time: Callable[[int], str]) -> None:
        """Draw the arrivals, and say the same in words for a screen reader."""
        self._bins = bins_of(curve)
        self._time = time
        self.view.setAccessibleDescription(self.told())
        self._legend.setVisible(self._bins is not None)
        if self._bins:
            self._legend.setText(
                tr(
                    "▮ arrivals in {minutes} minutes    ━ arrived in all",
                    minutes=self._bins.minutes,
                )
            )
        self._fill()
        self._turn()
        self._draw()

    def show_pace(self, text: str) -> None:
        """What is said of right now; "" for nothing."""
        self.pace.setText(text)
        self.pace.setVisible(bool(text))

    def told(self) -> str:
        """The curve in a sentence."""
        if self._bins is None:
            return tr("Nobody has arrived yet.")
        return tr(
            "First arrival around {first}, most around {busiest} ({most} in {minutes} minutes), "
            "{total} arrived in all.",
            first=self._time(self._bins.start),
            busiest=self._time(self._bins.time(self._bins.busiest)),
            most=max(self._bins.counts),
            minutes=self._bins.minutes,
            total=sum(self._bins.counts),
        )

    def _fill(self) -> None:
        """The same figures in rows, for whoever would rather read or hear them."""
        bins = self._bins
        self.table.setRowCount(len(bins.counts) if bins else 0)
        if bins is None:
            return
        for row, figures in enumerate(zip(bins.counts, bins.totals, strict=True)):
            for column, text in enumerate((self._time(bins.time(row)), *map(str, figures))):
                self.table.setItem(row, column, QTableWidgetItem(text))

    def _turn(self) -> None:
        """Show the picture or the table, where there is anything to show."""
        self.as_table.setVisible(self._bins is not None)
        shown = 2 if self.as_table.isChecked() else 0
        self._pages.setCurrentIndex(shown if self._bins else 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _lay_out(self) -> None:
        title = QLabel(tr("Arrivals"))
        title.setProperty("look", "row")
        self._legend.setProperty("look", "hint")
        self._nobody.setProperty("look", "muted")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setWordWrap(True)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setStyleSheet("background: transparent;")  # the card shows through
        self.view.setAccessibleName(tr("Curve of arrivals"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(title, 1)
        head.addWidget(self._legend)
        head.addWidget(self.as_table)
        self.as_table.setCheckable(True)
        self.as_table.setAccessibleName(tr("As a table"))
        self.as_table.setToolTip(tr("As a table"))
        self.as_table.toggled.connect(self._turn)
        self.table.setHorizontalHeaderLabels([tr("From"), tr("Arrivals"), tr("Arrived in all")])
        self.table.setAccessibleName(tr("Curve of arrivals"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(0)
        under = QHBoxLayout()
        under.setContentsMargins(8, 0, 8, 0)
        under.addWidget(self.pace)
        self.pace.setProperty("look", "hint")
        column.addLayout(head)
        column.addLayout(under)
        column.addLayout(self._pages, 1)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nobody)
        self._pages.addWidget(self.table)

    def _draw(self) -> None:
        """A new chart each time: series and axes in Qt Charts are dear to change one by one."""
        before = self.view.chart()
        self.view.setChart(_chart(self._bins, self._time) if self._bins else _empty())
        if before is not None:
            before.deleteLater()


def _chart(bins: Bins, time: Callable[[int], str]) -> QChart:
    chart = _empty()
    bars, line = _bars(bins), _line(bins)
    chart.addSeries(bars)
    chart.addSeries(line)
    steps = QBarCategoryAxis()
    steps.append([str(number) for number in range(len(bins.counts))])
    steps.setVisible(False)
    times = _times(bins, time)
    left, right = _numbers(max(bins.counts)), _numbers(bins.totals[-1])
    right.setGridLineVisible(False)
    for axis, side, series in (
        (steps, Qt.AlignmentFlag.AlignBottom, bars),
        (left, Qt.AlignmentFlag.AlignLeft, bars),
        (times, Qt.AlignmentFlag.AlignBottom, line),
        (right, Qt.AlignmentFlag.AlignRight, line),
    ):
        chart.addAxis(axis, side)
        series.attachAxis(axis)
        _dress(axis)
    return chart


def _empty() -> QChart:
    chart = QChart()
    chart.legend().hide()
    chart.setBackgroundVisible(False)
    chart.setMargins(QMargins(0, 0, 0, 0))
    return chart


def _bars(bins: Bins) -> QBarSeries:
    """Pale with a dark edge: told from the line without colour."""
    several = QBarSet("")
    several.append([float(count) for count in bins.counts])
    several.setBrush(QBrush(theme.color("accent_soft")))
    several.setPen(QPen(theme.color("accent"), 1))
    series = QBarSeries()
    series.setBarWidth(0.84)
    series.append(several)
    return series


def _line(bins: Bins) -> QLineSeries:
    """Each total stands at the end of its step; the line begins at nobody."""
    series = QLineSeries()
    series.append(-0.5, 0)
    for number, total in enumerate(bins.totals):
        series.append(number + 0.5, total)
    series.setPen(QPen(theme.color("good"), 3))
    return series


def _times(bins: Bins, time: Callable[[int], str]) -> QCategoryAxis:
    """Where each time stands is where its step begins."""
    axis = QCategoryAxis()
    axis.setLabelsPosition(QCategoryAxis.AxisLabelsPosition.AxisLabelsPositionOnValue)
    axis.setStartValue(-0.5)
    count = len(bins.counts)
    axis.setRange(-0.5, count - 0.5)
    every = max(1, -(-count // _LABELS))
    for number in range(0, count, every):
        axis.append(time(bins.time(number)), number - 0.5)
    axis.setGridLineVisible(False)
    return axis


def _numbers(most: int) -> QValueAxis:
    """Whole numbers only, with room above the highest."""
    step = next(it for it in _round_steps() if it * 4 >= most)
    axis = QValueAxis()
    axis.setRange(0, step * 4)
    axis.setTickCount(5)
    axis.setLabelFormat("%d")
    return axis


def _round_steps() -> Sequence[int]:
    return [base * 10**power for power in range(7) for base in (1, 2, 3, 5)]


def _dress(axis: QAbstractAxis) -> None:
    axis.setLabelsFont(theme.tabular("hint"))
    axis.setLabelsColor(theme.color("muted"))
    axis.setGridLineColor(theme.color("line"))
    axis.setLinePenColor(theme.color("line"))

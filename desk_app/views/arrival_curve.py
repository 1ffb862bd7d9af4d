"""When people came: bars for each few minutes, and a line for how many were in by then."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.attendance import Beside, Other
from desk_app.domain.arrival_bins import Bins, bins_of
from desk_app.views.button import Button
from desk_app.views.chart import Chart, Line, Picture
from desk_app.views.curve_table import CurveTable
from desk_app.views.elided import ElidedLabel
from desk_app.words import tr

_LABELS = 8  # times written below the picture, at most
_MINUTE = 60_000
_BOX, _OPEN = 200, 420


class ArrivalCurve(QFrame):
    """`show_curve` takes (start of a step in ms UTC, arrivals) and how a moment is written."""

    beside_wanted = Signal(object)  # Other, or None for nothing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: Bins | None = None
        self._beside: Beside | None = None
        self._others: tuple[Other, ...] = ()
        self._time: Callable[[int], str] = str
        self.view = Chart()
        self.beside = QComboBox()
        self.pace = ElidedLabel()
        self.pace.setVisible(False)
        self.table = CurveTable(tr("Curve of arrivals"))
        self.as_table = Button("", icon="list-ordered", look="flat")
        self._nobody = QLabel(tr("Nobody has arrived yet. The curve begins with the first one."))
        self._pages = QStackedLayout()
        self.setProperty("look", "card")
        self._lay_out()
        self._connect()

    def show_curve(self, curve: Sequence[tuple[int, int]], time: Callable[[int], str]) -> None:
        """Draw the arrivals, and say the same in words for a screen reader."""
        self._bins = bins_of(curve)
        self._time = time
        self._show()

    def show_others(self, others: tuple[Other, ...], chosen: Other | None) -> None:
        """What the arrivals can be laid beside; the box stays away where there is nothing."""
        self._others = others
        self.beside.blockSignals(True)
        self.beside.clear()
        self.beside.addItem(tr("Compare with…"))
        self.beside.addItems([" · ".join(filter(None, (it.title, it.name))) for it in others])
        self.beside.setCurrentIndex(others.index(chosen) + 1 if chosen in others else 0)
        self.beside.blockSignals(False)
        self.beside.setVisible(bool(others))

    def show_beside(self, beside: Beside | None) -> None:
        """Lay the arrivals of another day over these; None takes them away."""
        self._beside = beside
        self._show()

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

    def _show(self) -> None:
        self.view.setAccessibleDescription(self.told())
        self.view.show_picture(self._picture())
        self._fill()
        self._turn()

    def _picture(self) -> Picture | None:
        bins, lines = self._bins, []
        if bins:
            ends = (bins.time(number + 1) for number in range(len(bins.counts)))
            points = ((bins.start, 0), *zip(ends, bins.totals, strict=True))
            lines.append(Line(tr("arrived in all"), points))
        if self._beside:
            lines.append(Line(_named(self._beside), self._beside.points))
        moments = self._moments()
        if not moments:
            return None
        step = moments.step
        every = -(-len(moments) // _LABELS)
        return Picture(
            moments[0],
            moments[-1] + step,
            tuple((at, self._time(at)) for at in moments[::every]),
            tuple(lines),
            tuple((bins.time(n), count) for n, count in enumerate(bins.counts)) if bins else (),
            step,
            tr("arrivals in {minutes} minutes", minutes=step // _MINUTE),
        )

    def _moments(self) -> range:
        """Where each step begins, from the first of both days to the last."""
        step = (self._bins.minutes if self._bins else 15) * _MINUTE
        points = self._beside.points if self._beside else ()
        starts = [at // step * step for at in (points[0][0], points[-1][0] - 1)] if points else []
        if self._bins:
            starts += [self._bins.start, self._bins.time(len(self._bins.counts) - 1)]
        return range(min(starts), max(starts) + step, step) if starts else range(0)

    def _fill(self) -> None:
        """The same figures in rows, for whoever would rather read or hear them."""
        titles = [tr("From"), tr("Arrivals"), tr("Arrived in all")]
        if self._beside:
            titles.append(_named(self._beside))
        self.table.show_rows(titles, [self._row(at) for at in self._moments()])

    def _row(self, at: int) -> list[str]:
        bins = self._bins
        number = (at - bins.start) // (bins.minutes * _MINUTE) if bins else -1
        here = bins is not None and 0 <= number < len(bins.counts)
        cells = [self._time(at), *self._figures(number)] if here else [self._time(at), "", ""]
        if self._beside:
            cells.append(str(self._beside.arrived_by(at + self._moments().step)))
        return cells

    def _figures(self, number: int) -> tuple[str, str]:
        assert self._bins
        return str(self._bins.counts[number]), str(self._bins.totals[number])

    def _turn(self) -> None:
        """Show the picture or the table, where there is anything to show."""
        there = bool(self._bins or self._beside)
        self.as_table.setVisible(there)
        shown = 2 if self.as_table.isChecked() else 0
        self._pages.setCurrentIndex(shown if there else 1)

    def _want(self, number: int) -> None:
        self.beside_wanted.emit(self._others[number - 1] if number > 0 else None)

    def _lay_out(self) -> None:
        title = QLabel(tr("Arrivals"))
        title.setProperty("look", "row")
        self._nobody.setProperty("look", "muted")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setWordWrap(True)
        self.view.setAccessibleName(tr("Curve of arrivals"))
        self.beside.setAccessibleName(tr("Compare with another day or event"))
        self.beside.setToolTip(tr("Compare with another day or event"))
        self.beside.setFixedWidth(_BOX)
        self.beside.view().setMinimumWidth(_OPEN)  # titles are long
        self.beside.hide()
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(self.beside)
        head.addWidget(self.as_table)
        self.as_table.setCheckable(True)
        self.as_table.setAccessibleName(tr("As a table"))
        self.as_table.setToolTip(tr("As a table"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(0)
        under = QHBoxLayout()
        under.setContentsMargins(8, 0, 8, 4)
        under.addWidget(self.pace)
        self.pace.setProperty("look", "hint")
        column.addLayout(head)
        column.addLayout(under)
        column.addLayout(self._pages, 1)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nobody)
        self._pages.addWidget(self.table)

    def _connect(self) -> None:
        self.as_table.toggled.connect(self._turn)
        self.beside.activated.connect(self._want)


def _named(it: Beside) -> str:
    """Which day it is, and how it was laid over this one."""
    if it.by_opening:
        return tr("{day}, from its opening", day=it.course.name)
    return tr("{day}, from its first arrival", day=it.course.name)

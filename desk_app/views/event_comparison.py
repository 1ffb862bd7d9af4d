"""Several events side by side: their figures in columns, their arrivals over one another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desk_app.controllers.year import Comparison, Courses
from desk_app.views.button import Button
from desk_app.views.chart import Chart, Line, Picture
from desk_app.views.curve_table import CurveTable
from desk_app.views.left_page import LeftPage, card_around
from desk_app.views.year_words import date_of, figures, from_opening, title_of
from desk_app.words import tr

_LABELS = 10
_STEPS = (5, 10, 15, 30, 60, 120, 240, 480, 1440)


class EventComparison(LeftPage):
    """Figures above, arrivals below, as a chart or as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Back to all events"), parent)
        self.figures = CurveTable(tr("Figures side by side"))
        self.curve = Chart()
        self.table = CurveTable(tr("Arrivals over one another"))
        self.as_table = Button("", icon="list-ordered", look="flat")
        self._title = QLabel(tr("Events compared"))
        self._aligned = QLabel()
        self._nobody = QLabel(tr("Nobody arrived at these events."))
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.figures)

    def show_comparison(self, it: Comparison) -> None:
        """A column for each event, a line for each where somebody arrived."""
        self.figures.show_rows(["", *map(title_of, it.events)], _rows(it))
        self.figures.setFixedHeight(self.figures.whole_height())
        self.curve.show_picture(picture_of(it.courses))
        self.curve.setAccessibleDescription(told(it.courses))
        self._aligned.setText(
            tr("Counted from the opening of each")
            if it.courses.by_opening
            else tr("Counted from the first arrival of each: not all say when they open")
        )
        self._fill(it.courses)
        self._turn()

    def _fill(self, courses: Courses) -> None:
        rows = [
            [
                from_opening(minute, by_opening=courses.by_opening),
                *(str(it.arrived_by(minute)) for it in courses.each),
            ]
            for minute in courses.minutes
        ]
        self.table.show_rows([tr("Arrived by"), *(it.name for it in courses.each)], rows)

    def _turn(self) -> None:
        there = self.curve.picture() is not None
        self.as_table.setVisible(there)
        self._aligned.setVisible(there)
        self._pages.setCurrentIndex((2 if self.as_table.isChecked() else 0) if there else 1)

    def _lay_out(self) -> None:
        self._title.setProperty("look", "title")
        self._aligned.setProperty("look", "hint")
        self._nobody.setProperty("look", "muted")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.curve.setAccessibleName(tr("Arrivals over one another"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(card_around(self.figures))
        column.addWidget(self._arrivals(), 1)

    def _arrivals(self) -> QFrame:
        title = QLabel(tr("Arrivals"))
        title.setProperty("look", "row")
        self.as_table.setCheckable(True)
        self.as_table.setAccessibleName(tr("As a table"))
        self.as_table.setToolTip(tr("As a table"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self._aligned, 1)
        head.addWidget(self.as_table)
        whole = QWidget()
        within = QVBoxLayout(whole)
        within.setContentsMargins(8, 0, 4, 0)
        within.setSpacing(4)
        within.addLayout(head)
        within.addLayout(self._pages, 1)
        for page in (self.curve, self._nobody, self.table):  # last: without a parent it would show
            self._pages.addWidget(page)
        return card_around(whole)

    def _connect(self) -> None:
        self.as_table.toggled.connect(self._turn)


def picture_of(courses: Courses) -> Picture | None:
    """A line for each; None where nobody arrived at any."""
    if not courses.each:
        return None
    first, last = courses.span
    step = next((it for it in _STEPS if (last - first) // it < _LABELS), _STEPS[-1])
    labels = tuple(
        (float(minute), from_opening(minute, by_opening=courses.by_opening))
        for minute in range(-(-first // step) * step, last + 1, step)
    )
    return Picture(first, last, labels, tuple(Line(it.name, it.points) for it in courses.each))


def told(courses: Courses) -> str:
    """The end of each line in words, for a screen reader."""
    _, last = courses.span
    return " · ".join(
        tr("{event}: {count} arrived", event=it.name, count=it.arrived_by(last))
        for it in courses.each
    )


def _rows(it: Comparison) -> list[list[str]]:
    dates = [tr("Date"), *map(date_of, it.events)]
    numbers = [
        [word, *(written(one.counted) for one in it.events)] for word, _, written in figures()
    ]
    return [dates, *numbers]

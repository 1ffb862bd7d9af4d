"""Every event with its figures, the years below; two or more are chosen to be compared."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app.controllers.year import Year
from desk_app.tables.row_model import RowModel
from desk_app.views.button import Button
from desk_app.views.chart import MOST_LINES
from desk_app.views.left_page import LeftPage, card_around
from desk_app.views.table import TableView
from desk_app.views.year_words import count_words, event_columns, year_columns
from desk_app.words import tr

_YEARS = 3  # rows of the lower table that are seen at once
_HEADING, _ROW = 46, 44


class YearPage(LeftPage):
    """Space chooses the event under the cursor."""

    compare_wanted = Signal(object)  # the ids of those chosen
    regulars_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Back to the events"), parent)
        self._rows = RowModel(event_columns(self._is_chosen), key=lambda it: it.id, parent=self)
        self._sums = RowModel(year_columns(), key=lambda it: it.year, parent=self)
        self.table = TableView(self._rows)
        self.years = TableView(self._sums)
        self._title = QLabel(tr("All events"))
        self._count = QLabel()
        self.regulars = Button(tr("Came to several"), icon="users", shortcut="Ctrl+P")
        self.compare = Button(tr("Compare"), icon="chart-column", shortcut="Ctrl+Return")
        self._lay_out()
        self._connect()
        self._tell_chosen()
        self.setFocusProxy(self.table)

    def show_years(self, years: Sequence[Year]) -> None:
        """Whoever is chosen stays so while they are there."""
        self._rows.set_rows([it for year in years for it in year.events])
        self._sums.set_rows(years)
        self._count.setText(count_words(self._rows.rows()))
        if not self.table.currentIndex().isValid():
            first = self._rows.index(0, 0)
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.table.selectionModel().setCurrentIndex(first, keep)
        self._tell_chosen()

    def chosen(self) -> tuple[int, ...]:
        """The ids of the chosen events, from top to bottom."""
        rows = sorted(it.row() for it in self.table.selectionModel().selectedRows())
        return tuple(self._rows.rows()[row].id for row in rows)

    def _is_chosen(self, identity: int) -> bool:
        return identity in self.chosen()

    def _tell_chosen(self) -> None:
        """The mark before each title, and whether there is something to compare."""
        count = len(self.chosen())
        self.compare.setEnabled(2 <= count <= MOST_LINES)
        self.compare.setText(tr("Compare {count}", count=count) if count else tr("Compare"))
        hint = tr("Choose two to {most} events with the space bar.", most=MOST_LINES)
        self.compare.setToolTip(hint)
        self.table.setAccessibleDescription(hint)
        self.table.viewport().update()

    def _want_compare(self) -> None:
        self.compare_wanted.emit(self.chosen())

    def _lay_out(self) -> None:
        self.table.setAccessibleName(tr("All events"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.years.setAccessibleName(tr("By year"))
        self.years.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.years.setFixedHeight(_HEADING + _YEARS * _ROW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(card_around(self.table, above=4), 1)
        column.addWidget(card_around(self.years, above=4))

    def _head(self) -> QHBoxLayout:
        self._title.setProperty("look", "title")
        self._count.setProperty("look", "hint")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.regulars)
        row.addWidget(self.compare)
        return row

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.compare.clicked.connect(self._want_compare)
        self.regulars.clicked.connect(self.regulars_wanted)

"""The table of people, sorted elsewhere; columns that do not fit give way."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desk_app.controllers.roster import Listing, Person
from desk_app.tables.long_rows import LongRows, Order
from desk_app.tables.row_model import Column
from desk_app.views.people_columns import BY
from desk_app.views.table import TableView
from desk_app.words import tr

_Index = QModelIndex | QPersistentModelIndex
# Which columns go first where the table is narrow, by their place in BY.
_GIVE_WAY = tuple(BY.index(name) for name in ("email", "copies", "category", "organisation"))
_YIELDS = 90  # by how much the name may be narrower than it wishes


class PeopleTable(TableView):
    """`chosen` on Enter or double click; `order_wanted` with a word of BY ("" for none)."""

    chosen = Signal(object)  # a person's id
    order_wanted = Signal(object)  # (by, descending)

    def __init__(self, columns: tuple[Column[Person], ...], parent: QWidget | None = None) -> None:
        self.people = LongRows(columns)
        super().__init__(self.people, parent)
        self.people.setParent(self)
        self.setAccessibleName(tr("People"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.people.order_wanted.connect(self._want_order)
        self.activated.connect(self._choose)
        self.doubleClicked.connect(self._choose)

    def show_listing(self, listing: Listing) -> None:
        """Show these people; the selected one stays so if still there."""
        self.people.set_keyed_rows(listing.people, listing.ids)

    def current_id(self) -> object:
        """The id of the selected person, None without one."""
        return self.people.key_at(self.currentIndex())

    def move_current(self, step: int) -> None:
        """Go up or down, stopping at the ends; for a search field that keeps the focus."""
        count = self.people.rowCount()
        if count:
            row = self.currentIndex().row() + step
            self.setCurrentIndex(self.people.index(min(max(row, 0), count - 1), 0))

    def choose_current(self) -> None:
        """As Enter on the selected person, or on the first."""
        if not self.currentIndex().isValid():
            self.move_current(1)
        self._choose(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        wanted = sum(column.width for column in self.people.columns) - _YIELDS
        for number in _GIVE_WAY:
            hidden = wanted > self.viewport().width()
            self.setColumnHidden(number, hidden)
            wanted -= self.people.columns[number].width if hidden else 0
        super().resizeEvent(event)

    def _choose(self, index: _Index) -> None:
        if index.isValid():
            self.chosen.emit(self.people.key_at(index))

    def _want_order(self, order: Order) -> None:
        by = BY[order.column] if order.column >= 0 else ""
        self.order_wanted.emit((by, order.descending))

"""The table of people, sorted elsewhere; columns that do not fit give way."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk_app.controllers.roster import Listing, Person
from desk_app.tables.long_rows import LongRows, Order
from desk_app.tables.row_model import Column
from desk_app.views.people_columns import BY, USUAL
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
        self._shown: tuple[str, ...] = USUAL
        super().__init__(self.people, parent)
        self.people.setParent(self)
        self.setAccessibleName(tr("People"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.people.order_wanted.connect(self._want_order)
        self.activated.connect(self._choose)
        self.doubleClicked.connect(self._choose)
        self.show_columns(USUAL)

    def show_listing(self, listing: Listing) -> None:
        """Show these people; the selected one stays so if still there."""
        self.people.set_keyed_rows(listing.people, listing.ids)
        self._mark_order(listing.wish.by, descending=listing.wish.descending)

    def show_columns(self, names: Collection[str]) -> None:
        """Show these columns, words of BY; the name always is."""
        self._shown = tuple(name for name in BY if name == "name" or name in names)
        self._fit()

    def columns_shown(self) -> tuple[str, ...]:
        return self._shown

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
        self._give_way()
        super().resizeEvent(event)

    def _fit(self) -> None:
        for number, name in enumerate(BY):
            self.setColumnHidden(number, name not in self._shown)
        self._give_way()
        self.stretch_widest()

    def _give_way(self) -> None:
        """Columns that somebody chose stay, however narrow the table is."""
        if self._shown != USUAL:
            return
        widths = [self.people.columns[BY.index(name)].width for name in USUAL]
        wanted = sum(widths) - _YIELDS
        for number in _GIVE_WAY:
            hidden = wanted > self.viewport().width()
            self.setColumnHidden(number, hidden)
            wanted -= self.people.columns[number].width if hidden else 0

    def _choose(self, index: _Index) -> None:
        if index.isValid():
            self.chosen.emit(self.people.key_at(index))

    def _want_order(self, order: Order) -> None:
        by = BY[order.column] if order.column >= 0 else ""
        self.order_wanted.emit((by, order.descending))

    def _mark_order(self, by: str, *, descending: bool) -> None:
        """The arrow in the heading, also where the order came from elsewhere."""
        header = self.horizontalHeader()
        turn = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        column = BY.index(by) if by in BY else -1
        if (header.sortIndicatorSection(), header.sortIndicatorOrder()) != (column, turn):
            header.blockSignals(True)
            header.setSortIndicator(column, turn)
            header.blockSignals(False)


class RosterTable(PeopleTable):
    """Several people can be chosen, and a cell be corrected with F2."""

    selected = Signal(object)  # how many people are chosen
    corrected = Signal(object)  # (a person's id, field, value)
    name_wanted = Signal(object)  # F2 on the name, which has parts: a person's id
    copy_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, columns: tuple[Column[Person], ...], parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self.setProperty("cells", True)
        self.people.corrected.connect(self.corrected)
        self.people.modelReset.connect(self._tell_selected)
        self.selectionModel().selectionChanged.connect(self._tell_selected)

    def selected_ids(self) -> tuple[int, ...]:
        """Whoever is chosen, from top to bottom."""
        return tuple(it for first, last in self._ranges() for it in self._ids(first, last))

    def selected_rows(self) -> Sequence[Person]:
        """Their rows, in the same order."""
        ranges = self._ranges()
        return self.people.taken([it for first, last in ranges for it in range(first, last + 1)])

    def selected_count(self) -> int:
        return sum(last - first + 1 for first, last in self._ranges())

    def _ranges(self) -> list[tuple[int, int]]:
        """The chosen rows, first and last of each range: all 100,000 may be chosen."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.count())]
        return sorted({(it.top(), it.bottom()) for it in ranges})

    def _ids(self, first: int, last: int) -> tuple[int, ...]:
        return self.people.keys(first, last)  # type: ignore[return-value]  # its keys are ids

    def visible_columns(self) -> tuple[Column[Person], ...]:
        return tuple(
            column
            for number, column in enumerate(self.people.columns)
            if not self.isColumnHidden(number)
        )

    def event(self, event: QEvent) -> bool:
        """Here F2 corrects the cell the cursor is on; elsewhere it goes to the check-in."""
        if event.type() == QEvent.Type.ShortcutOverride and self._corrects(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self._corrects(event):
            self._correct()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _corrects(self, event: QEvent) -> bool:
        index = self.currentIndex()
        if not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2):
            return False
        return index.isValid() and (index.column() == 0 or self._editable(index))

    def _correct(self) -> None:
        index = self.currentIndex()
        if index.column() == 0:
            self.name_wanted.emit(self.people.key_at(index))
        else:
            self.edit(index)

    def _editable(self, index: _Index) -> bool:
        return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _tell_selected(self) -> None:
        self.selected.emit(self.selected_count())

"""One table model for every table: frozen rows, and a list of columns that read them."""

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk_app.domain.names import plain

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

ToneRole = int(_Role.UserRole) + 1
IconRole = int(_Role.UserRole) + 2
RowRole = int(_Role.UserRole) + 3

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A title (already in the reader's language) and how to read a row.

    `sort` gives what to sort by, None last; without it the text counts, accents and case aside.
    A `tone` draws the cell as a chip unless it gives ""; `width` is in logical pixels. A `field`
    can be corrected in its cell, where the model says so.
    """

    title: str
    value: Callable[[Row], str]
    _: KW_ONLY
    sort: Callable[[Row], Any] | None = None
    align: Literal["left", "right"] = "left"
    tone: Callable[[Row], str] | None = None
    icon: Callable[[Row], str] | None = None
    width: int = 160
    field: str = ""

    def order(self, row: Row) -> tuple[bool, Any]:
        """What to sort by; rows without a value come last."""
        found = self.sort(row) if self.sort else plain(self.value(row)) or None
        return found is None, found


class RowModel(QAbstractTableModel, Generic[Row]):
    """Views read `ToneRole` and `IconRole` beside the text, and `RowRole` for the row itself.

    `key` names a row over time, so that a view finds its place again after `set_rows`.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[Row] = []
        self._given: tuple[Row, ...] = ()
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, sorted as the person last asked."""
        given = tuple(rows)
        ordered = self._in_order(given)
        if self._key and self._names(ordered) == self._names(self._rows):
            self._given, self._rows = given, ordered
            self._tell_all_changed()
            return
        self.beginResetModel()
        self._given, self._rows = given, ordered
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """All rows in the order on the screen."""
        return tuple(self._rows)

    def row(self, index: _Index) -> Row:
        """The row behind an index of any column."""
        return self._rows[index.row()]

    def index_of(self, key: object) -> QModelIndex:
        """Where the row of that key stands; invalid when it has gone."""
        if self._key is None:
            return QModelIndex()
        names = (number for number, row in enumerate(self._rows) if self._key(row) == key)
        return self.index(next(names, -1), 0)

    def key_at(self, index: _Index) -> object:
        """The key of a row, None without one."""
        return self._key(self.row(index)) if self._key and index.isValid() else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role == _Role.DisplayRole:
            return column.value(row)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.align == "right" else _LEFT
        if role == _Role.AccessibleTextRole:
            return f"{column.title}: {column.value(row)}"
        if role == ToneRole:
            return column.tone(row) if column.tone else ""
        if role == IconRole:
            return column.icon(row) if column.icon else ""
        return row if role == RowRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return column.title
        if role == _Role.TextAlignmentRole:
            return _RIGHT if column.align == "right" else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives back the order in which the rows came."""
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order)
        before = self._rows
        self._rows = self._in_order(self._given)
        self._move_persistent(before)
        self.layoutChanged.emit()

    def _in_order(self, rows: Sequence[Row]) -> list[Row]:
        """Rows without a value stay last in both directions."""
        number, order = self._sorted_by
        if not 0 <= number < len(self.columns):
            return list(rows)
        column = self.columns[number]
        known = [row for row in rows if not column.order(row)[0]]
        unknown = [row for row in rows if column.order(row)[0]]
        known.sort(key=column.order, reverse=order == Qt.SortOrder.DescendingOrder)
        return known + unknown

    def _move_persistent(self, before: Sequence[Row]) -> None:
        places = {id(row): number for number, row in enumerate(self._rows)}
        for index in self.persistentIndexList():
            moved = self.index(places[id(before[index.row()])], index.column())
            self.changePersistentIndex(index, moved)

    def _names(self, rows: Sequence[Row]) -> list[object] | None:
        return [self._key(row) for row in rows] if self._key and rows else None

    def _tell_all_changed(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

"""A table model for lists too long to be put in order on the UI thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desk_app.tables.row_model import Column, RowModel

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex


@runtime_checkable
class _Takes(Protocol):
    def take(self, places: Iterable[int]) -> Any: ...


@dataclass(frozen=True, slots=True)
class Order:
    """The column somebody wants the list sorted by; -1 for the order in which rows come."""

    column: int
    descending: bool


class LongRows(RowModel[Row]):
    """Rows may be any sequence, made one by one as they are looked at; `keys` are theirs.

    Sorting is asked for with `order_wanted`; the rows come back sorted through `set_keyed_rows`.
    A cell of a column with a field can be edited: `corrected` tells, and the cell stays as it was.
    """

    order_wanted = Signal(object)  # Order
    corrected = Signal(object)  # (key, field, value)

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent=parent)
        self._keys: tuple[object, ...] = ()

    def set_keyed_rows(self, rows: Sequence[Row], keys: tuple[object, ...]) -> None:
        """Show these rows; the same keys in the same order leave the view where it is."""
        if keys == self._keys:
            self._rows = rows  # type: ignore[assignment]  # only read by place and length
            self._tell_all_changed()
            return
        self.beginResetModel()
        self._rows, self._keys = rows, keys  # type: ignore[assignment]
        self.endResetModel()

    def index_of(self, key: object) -> QModelIndex:
        place = self._keys.index(key) if key in self._keys else -1
        return self.index(place, 0)

    def key_at(self, index: _Index) -> object:
        return self._keys[index.row()] if index.isValid() else None

    def keys(self, first: int, last: int) -> tuple[object, ...]:
        """Those of the rows from the first to the last, both included."""
        return self._keys[first : last + 1]

    def taken(self, places: Sequence[int]) -> Sequence[Row]:
        """The rows at these places; each is made when it is looked at, where rows are."""
        rows = self._rows
        return rows.take(places) if isinstance(rows, _Takes) else [rows[it] for it in places]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if index.isValid() and self.columns[index.column()].field:
            return usual | Qt.ItemFlag.ItemIsEditable
        return usual

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            return self.columns[index.column()].value(self._rows[index.row()])
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        typed = " ".join(str(value).split())
        if typed == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        field = self.columns[index.column()].field
        self.corrected.emit((self.key_at(index), field, typed))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order_wanted.emit(Order(column, order == Qt.SortOrder.DescendingOrder))

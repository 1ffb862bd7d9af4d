"""A table model for lists too long to be put in order on the UI thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desk_app.tables.row_model import Column, RowModel

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Order:
    """The column somebody wants the list sorted by; -1 for the order in which rows come."""

    column: int
    descending: bool


class LongRows(RowModel[Row]):
    """Rows may be any sequence, made one by one as they are looked at; `keys` are theirs.

    Sorting is asked for with `order_wanted`; the rows come back sorted through `set_keyed_rows`.
    """

    order_wanted = Signal(object)  # Order

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

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order_wanted.emit(Order(column, order == Qt.SortOrder.DescendingOrder))

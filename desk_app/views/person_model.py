"""People as a list shows them, and the same in words for the screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetricsF

from desk_app.views import theme
from desk_app.views.chip import chip_width

_WIDEST = 130  # pixels of a category
_Index = QModelIndex | QPersistentModelIndex
Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as the list shows them; `marks` are (start, length) in the name, to highlight."""

    key: int
    name: str
    marks: Marks
    detail: str
    category: str
    chip_text: str
    chip_tone: str
    chip_icon: str = ""


class PersonModel(QAbstractListModel):
    """Rows for the delegate, and the same in words for the screen reader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PersonRow, ...] = ()
        self.chip_column = 0
        self.category_column = 0

    def set_rows(self, rows: Sequence[PersonRow]) -> None:
        """Measure the columns once, not at each painting."""
        self.beginResetModel()
        self.rows = tuple(rows)
        chips = {row.chip_text for row in rows}
        self.chip_column = max((chip_width(text) for text in chips), default=0)
        categories = {row.category for row in rows}
        widest = max(
            (QFontMetricsF(theme.font()).horizontalAdvance(text) for text in categories),
            default=0.0,
        )
        self.category_column = min(int(widest) + 1, _WIDEST)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.name, row.chip_text, row.category, row.detail)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.name, row.detail)))
        return None

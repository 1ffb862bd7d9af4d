"""The figures of a curve in rows, for whoever would rather read or hear them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desk_app.views.table import CellDelegate

ROW = 32
_HEADING = 52


class CurveTable(QTableWidget):
    """Only to be read; the cells are made once and written anew."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setHighlightSections(False)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_rows(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Titles of the columns, and the cells of each row; the first column names the row."""
        self.setColumnCount(len(titles))
        for column, title in enumerate(titles):
            self.setHorizontalHeaderItem(column, _cell(title, column))
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self._write(row, column, text)

    def whole_height(self) -> int:
        """What it needs to show every row."""
        return _HEADING + self.rowCount() * ROW

    def _write(self, row: int, column: int, text: str) -> None:
        cell = self.item(row, column)
        if cell is None:
            self.setItem(row, column, _cell(text, column))
        elif cell.text() != text:
            cell.setText(text)


def _cell(text: str, column: int) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    cell.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    cell.setToolTip(text)
    return cell

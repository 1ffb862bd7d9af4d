"""The figures of a curve in rows, for whoever would rather read or hear them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget


class CurveTable(QTableWidget):
    """Only to be read; the cells are made once and written anew."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_rows(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Titles of the columns, and the cells of each row."""
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self._write(row, column, text)

    def _write(self, row: int, column: int, text: str) -> None:
        cell = self.item(row, column)
        if cell is None:
            self.setItem(row, column, QTableWidgetItem(text))
        elif cell.text() != text:
            cell.setText(text)

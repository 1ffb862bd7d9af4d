"""The boxes of a layout by name, to be picked, added and taken away."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QMenu, QVBoxLayout, QWidget

from desk_app.controllers.designer import SHOWN, Draft
from desk_app.views.button import Button
from desk_app.views.design_words import box_word, word_of
from desk_app.words import tr

_LIST = 168


class BoxList(QWidget):
    """The label itself comes first; `picked` carries a box from 0, `added` what a new one shows."""

    picked = Signal(int)
    added = Signal(str)
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setObjectName("boxes")
        self.list.setAccessibleName(tr("Boxes of the layout"))
        self.list.setMinimumHeight(_LIST)
        self.add = Button(tr("Add…"), icon="plus")
        self.remove = Button(tr("Remove"), icon="trash-2")
        self.offered = QMenu(self)
        self.offered.setAccessibleName(tr("Add…"))
        for name in SHOWN:
            self.offered.addAction(word_of(name)).setData(name)
        self._lay_out()
        self.list.currentRowChanged.connect(self._pick)
        self.add.clicked.connect(self._offer)
        self.remove.clicked.connect(self.removal_wanted)
        self.offered.triggered.connect(self._add)

    def show_draft(self, draft: Draft, current: int) -> None:
        """List the boxes, and mark the one in hand."""
        it = draft.design
        names = [tr("The label, {w} × {h} mm", w=f"{it.width:g}", h=f"{it.height:g}")]
        names += [box_word(box, number) for number, box in enumerate(it.boxes)]
        self.list.blockSignals(True)  # showing is not choosing
        if names != [self.list.item(row).text() for row in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(names)
        self.list.blockSignals(False)
        self.select(current)

    def select(self, number: int) -> None:
        """Mark a box; -1 marks the label."""
        self.list.blockSignals(True)
        self.list.setCurrentRow(number + 1)
        self.list.blockSignals(False)
        self.remove.setEnabled(number >= 0)

    def _pick(self, row: int) -> None:
        self.picked.emit(row - 1)

    def _offer(self) -> None:
        self.offered.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 4)))

    def _add(self, action: QAction) -> None:
        self.added.emit(str(action.data()))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add, 1)
        row.addWidget(self.remove, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(row)

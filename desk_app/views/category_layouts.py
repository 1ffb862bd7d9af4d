"""Another layout for certain categories: speakers in another way than the public."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.designer import CategoryChoice
from desk_app.views.button import Button
from desk_app.words import tr

_ELSEWHERE = "elsewhere"


class CategoryDialog(QDialog):
    """Every choice holds at once; open it with `open()`, Escape closes it."""

    chosen = Signal(str, str)  # category, layout; "" for the one all others have

    def __init__(self, known: CategoryChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Layout for each category"))
        self.setModal(True)
        self.setMinimumWidth(480)
        self.boxes = {name: _box(name, layout, known) for name, layout in known.chosen}
        self.close_it = Button(tr("Close"))
        for name, box in self.boxes.items():
            box.activated.connect(partial(self._choose, name))
        self.close_it.clicked.connect(self.accept)
        self._lay_out()

    def _choose(self, category: str, place: int) -> None:
        layout = str(self.boxes[category].itemData(place))
        if layout != _ELSEWHERE:
            self.chosen.emit(category, layout)

    def _lay_out(self) -> None:
        words = (
            tr(
                "The badges of a category that has a layout here are always printed with it, on "
                "every desk of this event."
            )
            if self.boxes
            else tr("Nobody of this event has a category yet. Import an export first.")
        )
        hint = QLabel(words)
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name, box in self.boxes.items():
            form.addRow(name, box)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(hint)
        column.addLayout(form)
        column.addLayout(foot)


def _box(category: str, layout: str, known: CategoryChoice) -> QComboBox:
    box = QComboBox()
    box.addItem(tr("As all others"), "")
    for it in known.layouts:
        box.addItem(tr(it.title), it.id)
    if category in known.missing:
        box.addItem(tr("A layout of another desk: import its file"), _ELSEWHERE)
        layout = _ELSEWHERE
    box.setCurrentIndex(max(box.findData(layout), 0))
    box.setAccessibleName(category)
    return box

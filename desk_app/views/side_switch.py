"""Front or back of a label."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from desk_app.controllers.designer import FRONT, SIDES
from desk_app.views.button import Button
from desk_app.words import tr

_WORDS = {"front": "Front", "back": "Back"}


class SideSwitch(QWidget):
    """Two buttons, one of them down; `picked` carries the side."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = FRONT
        self.buttons = {side: Button(tr(_WORDS[side])) for side in SIDES}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for side, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._pick, side))
            self._group.addButton(button)
            row.addWidget(button)
        self.show_side(FRONT)

    def show_side(self, side: str) -> None:
        """Mark the side that is shown."""
        self.side = side
        self.buttons[side].setChecked(True)

    def _pick(self, side: str, _down: bool = False) -> None:
        self.side = side
        self.picked.emit(side)

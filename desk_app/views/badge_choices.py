"""The left of the badges screen: whose badges, in which layout, on what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk_app.controllers.badges import Choices
from desk_app.views.badge_people import BadgeOrder, BadgePeople
from desk_app.views.button import Button
from desk_app.views.scrolling import scroll_area
from desk_app.views.stock_choice import FirstLabel, StockChoice
from desk_app.words import tr

_WIDTH = 384


class BadgeChoices(QFrame):
    """What was chosen is told by the parts; `layout_picked` carries a layout's id."""

    layout_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = BadgePeople()
        self.order = BadgeOrder()
        self.layouts = QComboBox()
        self.design = Button(tr("Design…"), icon="pencil")
        self.stocks = StockChoice()
        self.own = Button(tr("Own labels…"))
        self.adjust = Button(tr("Adjust…"))
        self.first = FirstLabel()
        self._lay_out()
        self.layouts.activated.connect(self._pick_layout)

    def show_choices(self, choices: Choices) -> None:
        """The layouts and stocks there are, and those chosen."""
        names = [tr(it.title) for it in choices.layouts]
        if names != [self.layouts.itemText(n) for n in range(self.layouts.count())]:
            self.layouts.clear()
            for it in choices.layouts:
                self.layouts.addItem(tr(it.title), it.id)
        self.layouts.setCurrentIndex(self.layouts.findData(choices.layout))
        self.stocks.show_choices(choices)
        self.first.show_choices(choices)

    def _pick_layout(self, place: int) -> None:
        self.layout_picked.emit(str(self.layouts.itemData(place)))

    def _lay_out(self) -> None:
        self.setProperty("look", "card")
        self.setFixedWidth(_WIDTH)
        self.layouts.setAccessibleName(tr("Layout"))
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(4)
        for label, part in (
            (tr("Whose badges"), self.people),
            ("", self.order),
            (tr("Layout"), _row(self.layouts, self.design, stretched=0)),
            (tr("Labels or paper"), self.stocks),
            ("", _row(self.own, self.adjust, stretched=2)),
            ("", self.first),
        ):
            column.addSpacing(8)
            if label:
                column.addWidget(_label(label, part))
            column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 2, 2, 2)
        whole.addWidget(scroll_area(content))


def _row(*parts: QWidget, stretched: int) -> QWidget:
    """Beside one another; the part of that place takes what is left, or nothing does."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    if stretched >= len(parts):
        row.addStretch(1)
    row.setStretch(stretched, 1)
    return whole


def _label(text: str, part: QWidget) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "strong")
    label.setBuddy(part)
    if not part.accessibleName():
        part.setAccessibleName(text)
    return label

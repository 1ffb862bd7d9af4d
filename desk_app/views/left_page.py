"""A page that is opened from another one, and left for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.views.button import Button


class LeftPage(QWidget):
    """Escape, or the button that says where to, goes back."""

    left = Signal()

    def __init__(self, where_to: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(where_to, icon="undo-2", look="flat")
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)


def card_around(widget: QWidget, above: int = 8) -> QFrame:
    """The card that a table or a chart of such a page stands on."""
    card = QFrame()
    card.setProperty("look", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(8, above, 8, 8)
    column.addWidget(widget)
    return card

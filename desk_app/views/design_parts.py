"""The right of the designer: the boxes in a list, below it what can be set about one of them."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.controllers.designer import Draft
from desk_app.views.box_inspector import BoxInspector
from desk_app.views.box_list import BoxList
from desk_app.views.label_form import LabelForm
from desk_app.views.scrolling import scroll_area

_WIDTH = 320


class DesignParts(QFrame):
    """Without a box in hand, what can be set about the label; -1 is the label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = BoxList()
        self.inspector = BoxInspector()
        self.label = LabelForm()
        self._lay_out()

    def show_draft(self, draft: Draft, current: int) -> None:
        """The boxes as they are now."""
        self.boxes.show_draft(draft, current)
        self.label.show_design(draft.design)
        self.show_current(draft, current)

    def show_current(self, draft: Draft, current: int) -> None:
        """The box in hand, or the label."""
        boxes = draft.design.boxes
        known = 0 <= current < len(boxes)
        self.boxes.select(current)
        self.inspector.show_box(boxes[current] if known else None)
        self.inspector.setVisible(known)
        self.label.setVisible(not known)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 4, 8, 4)
        inside.addWidget(self.label)
        inside.addWidget(self.inspector)
        inside.addStretch(1)
        self.setProperty("look", "card")
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        column.addWidget(self.boxes, 2)
        column.addWidget(scroll_area(content), 3)

"""The left of the designer: the label as it prints, its two sides, and what matters about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk_app import words
from desk_app.controllers.designer import Draft, Drawn, Sentence
from desk_app.views import theme
from desk_app.views.badge_canvas import BadgeCanvas
from desk_app.views.elided import ElidedLabel
from desk_app.views.side_switch import SideSwitch
from desk_app.words import tr


class DesignPage(QFrame):
    """What keeps the design from being saved is said before all else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._notice = ("", "quiet")
        self._remarks: tuple[Sentence, ...] = ()
        self.canvas = BadgeCanvas()
        self.sides = SideSwitch()
        self.told = ElidedLabel()
        self._measure = QLabel()
        self._lay_out()

    def show_draft(self, draft: Draft, current: int) -> None:
        """The boxes as they are now; the page that shows them is drawn meanwhile."""
        self._draft = draft
        self.canvas.show_draft(draft)
        self.show_current(draft, current)
        it = draft.design
        self._measure.setText(tr("{w} × {h} mm", w=f"{it.width:g}", h=f"{it.height:g}"))
        self._say()

    def show_current(self, draft: Draft, current: int) -> None:
        """The box in hand, on its side of the label."""
        if 0 <= current < len(draft.design.boxes):
            self.show_side(draft.design.boxes[current].side)
        self.canvas.select(current)

    def show_side(self, side: str) -> None:
        """The front or the back of the label."""
        self.sides.show_side(side)
        self.canvas.show_side(side)

    def show_drawn(self, drawn: Drawn) -> None:
        """The label as it prints, and the first thing to know of it."""
        self.canvas.show_pdf(drawn.pdf)
        self._remarks = drawn.remarks
        self._say()

    def say(self, text: str, tone: str) -> None:
        """What has just been done, until the next change."""
        self._notice = text, tone
        self._say()

    def _say(self) -> None:
        fault = self._draft.fault if self._draft else None
        text, tone = self._notice
        if fault:
            text, tone = words.say(fault.sentence, words.current()), "stop"
        elif not text and self._remarks:
            text, tone = words.say(self._remarks[0], words.current()), "mind"
        theme.set_look(self.told, "tone", tone)
        self.told.setText(text)

    def _lay_out(self) -> None:
        self.setProperty("look", "card")
        self._measure.setProperty("look", "hint")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.sides)
        foot.addWidget(self.told, 1)
        foot.addWidget(self._measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.canvas, 1)
        column.addLayout(foot)

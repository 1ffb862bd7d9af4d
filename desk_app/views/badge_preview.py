"""Badges as they will come out: the front, and the back beside or below it where there is one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desk_app import role
from desk_app.controllers.badges import Preview
from desk_app.domain.roles import Right
from desk_app.views.badge_pages import Pager
from desk_app.views.empty import EmptyState
from desk_app.views.pdf_page import PdfPage
from desk_app.words import tr

_GAP = 8
_LEAST = 88


class BadgePreview(QWidget):
    """A sheet that will be folded is shown folded: both its halves upright."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.front = PdfPage(tr("Preview of the badges"))
        self.back = PdfPage(tr("Back of the badges"))
        self.back.turn_to(1)
        self.pager = Pager()
        self._captions = QLabel(tr("Front")), QLabel(tr("Back"))
        self._folded = QLabel(tr("As it will be once it is folded"))
        self.empty = EmptyState("id-card", "", "")
        self._lay_out()
        self.say_why_empty(nobody=False)
        self.show_preview(None)

    def show_preview(self, preview: Preview | None) -> None:
        """One page as it will be printed; nothing where there is nobody to print."""
        self._pages.setCurrentIndex(1 if preview is None else 0)
        it = preview or Preview(b"", 0, 0, False)
        two = it.backs or it.folded
        self.front.show_pdf(it.pdf, turned=it.turned, half="lower" if it.folded else "")
        self.back.turn_to(0 if it.folded else 1)
        self.back.show_pdf(
            it.pdf if two else b"", turned=it.turned, half="upper" if it.folded else ""
        )
        for part in (self.back, *self._captions):
            part.setVisible(two)
        self._sides.setStretch(1, two)  # where there is no back, the front stands in the middle
        self._folded.setVisible(it.folded)
        self.pager.show_page(it.page, it.pages)
        self._arrange()

    def say_why_empty(self, *, nobody: bool) -> None:
        """Whether there is nobody at all, or nobody of this choice."""
        if nobody:
            button = tr("Import") if role.may(Right.IMPORT) else ""
            told = tr("Nobody is on the list yet"), tr("Import an export first."), button
        else:
            told = tr("No badge to print"), tr("Choose other people at the left."), ""
        self.empty.set_words(*told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side or one above the other: whichever shows them larger."""
        wide = self.front.proportions()
        width, height = max(self.width(), 1), max(self.height(), 1)
        beside = min(width / 2 / wide, height)
        below = min(width / wide, height / 2)
        way = QBoxLayout.Direction
        self._sides.setDirection(way.LeftToRight if beside >= below else way.TopToBottom)

    def _lay_out(self) -> None:
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(_GAP)
        for caption, page in zip(self._captions, (self.front, self.back), strict=True):
            side = QVBoxLayout()
            side.setSpacing(4)
            caption.setProperty("look", "hint")
            page.setMinimumSize(_LEAST, _LEAST)
            side.addWidget(caption, 0, Qt.AlignmentFlag.AlignHCenter)
            side.addWidget(page, 1)
            self._sides.addLayout(side, 1)
        self._folded.setProperty("look", "hint")
        seen = QWidget()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(seen)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(seen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(self._sides, 1)
        column.addWidget(self._folded, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.pager, 0, Qt.AlignmentFlag.AlignHCenter)

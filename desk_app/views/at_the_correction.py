"""What stands on the badge, corrected at the desk: told to the controller."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk_app.controllers.checkin import CheckInController, Corrected
from desk_app.views.checkin_parts import CheckInParts
from desk_app.views.deeds import corrected_verdict
from desk_app.views.next_step import NextStep
from desk_app.views.person_pane import CARD

if TYPE_CHECKING:
    from desk_app.views.correct_page import CorrectPage


class AtTheCorrection(QObject):
    """The page stands in the card's place; the badge on it follows the keys.

    It is made when it is first wanted: to show a PDF takes what no first picture needs.
    """

    card_wanted = Signal(object)  # a person's id: more is to be corrected than the badge

    def __init__(self, controller: CheckInController, parts: CheckInParts, step: NextStep) -> None:
        super().__init__(parts)
        self._controller = controller
        self._parts = parts
        self._step = step
        self.page: CorrectPage | None = None
        controller.corrected.connect(self._show_corrected)

    @property
    def is_open(self) -> bool:
        return self.page is not None and self.page.isVisible()

    def press(self, _person: object = None) -> None:
        """The key that opens the page, and on the page what else can be corrected."""
        page = self.page = self.page or self._made()
        if page.isVisible():
            page.open_card()
        elif self._parts.card.isVisible() and (person := self._parts.card.person()):
            self._parts.right.show_instead(page)
            page.begin(person)
            self._controller.sketch.begin(person.id)

    def _made(self) -> "CorrectPage":
        from desk_app.views.correct_page import CorrectPage

        page = CorrectPage()
        page.typed.connect(self._controller.sketch.follow)
        page.kept.connect(self._keep)
        page.closed.connect(self._close)
        page.card_wanted.connect(self.card_wanted)
        self._controller.sketch.drawn.connect(page.show_sketch)
        return page

    def _keep(self, wanted: tuple[int, dict[str, str]]) -> None:
        self._controller.correct(*wanted)

    def _close(self) -> None:
        self._parts.right.show_page(CARD)
        self._parts.field.setFocus()

    def _show_corrected(self, it: Corrected) -> None:
        """The card as it is now; Ctrl+Z takes the correction back."""
        self._parts.left.renew(self._parts.field.text(), it.person)
        self._parts.show_person(it.person)
        self._parts.field.setFocus()
        self._parts.field.settle()
        self._step.show(corrected_verdict(it), it.fact)

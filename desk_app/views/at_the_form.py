"""The walk-in's form and who may be meant by it, told to the controller."""

from PySide6.QtCore import QObject

from desk_app.controllers.checkin import CheckIn, CheckInController
from desk_app.domain.registration import Registration
from desk_app.views.found_pane import FoundPane
from desk_app.views.person_pane import BLANK, FORM, PersonPane
from desk_app.views.search_field import SearchField


class AtTheForm(QObject):
    """The form stands at the right, whoever may be meant in the list's place.

    Whoever is scanned while it is half filled is let in beside it; where they need an answer first,
    the form steps aside and `begin` brings it back as it was.
    """

    def __init__(
        self,
        controller: CheckInController,
        field: SearchField,
        left: FoundPane,
        pane: PersonPane,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._field = field
        self._left = left
        self._pane = pane
        self._form = form = pane.form
        self._sent = self._aside = False
        form.finished.connect(self._register)
        form.certain.connect(self._register_all_the_same)
        form.taken.connect(self._take)
        form.typed.connect(self._look_alike)
        form.given_up.connect(self._end)
        form.alike.proposed.connect(self._propose)
        left.walk_in_wanted.connect(self.begin)
        controller.walk_ins.alike.connect(form.show_alike)
        controller.walk_ins.doubted.connect(self._show_doubles)

    @property
    def is_half_filled(self) -> bool:
        """Whether somebody is in the middle of it, and nothing was sent yet."""
        return self._form.isVisible() and self._form.is_begun and not self._sent

    def step_aside(self) -> None:
        """Somebody else needs the place for a moment."""
        self._aside = self.is_half_filled

    def begin(self) -> None:
        """Register whoever was typed and not found, or go on with whoever was interrupted."""
        self._sent = False
        self._pane.show_page(FORM)
        if self._aside:
            self._aside = False
            self._form.go_on()
        else:
            self._form.begin(self._field.text())

    def _propose(self, anybody: bool) -> None:
        """Whoever may be meant stands in the list's place as long as there is anybody."""
        if anybody:
            self._left.show_instead(self._form.alike)
        else:
            self._left.give_back(self._form.alike)

    def _end(self) -> None:
        self._left.give_back(self._form.alike)
        self._pane.show_page(BLANK)
        self._field.setFocus()

    def _look_alike(self, registration: Registration) -> None:
        self._sent = False
        self._controller.walk_ins.look_alike(registration)

    def _take(self, attendee: int) -> None:
        self._sent = True
        self._controller.choose(attendee)

    def _register(self, registration: Registration) -> None:
        self._sent = True
        self._controller.walk_ins.register(registration)

    def _register_all_the_same(self, registration: Registration) -> None:
        self._sent = True
        self._controller.walk_ins.register(registration, certain=True)

    def _show_doubles(self, answer: CheckIn) -> None:
        self._sent = False
        self._form.show_doubles(answer.several)

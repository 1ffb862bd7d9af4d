"""The desk as one that visitors serve themselves at: full screen, until the PIN ends it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app import words
from desk_app.controllers.kiosk import Greeting, KioskController, Reply, Standing

if TYPE_CHECKING:
    from desk_app.app import DeskApp
    from desk_app.views.kiosk_screen import KioskScreen

_FOR_STAFF = "ambiguous"  # what a visitor hears whom the staff must help: no alarm


class SelfService(QObject):
    """The desk's own screens wait meanwhile, unseen and without keys."""

    def __init__(self, desk: "DeskApp") -> None:
        super().__init__(desk)
        self._desk = desk
        self._language = ""
        self.controller = KioskController(desk.tasks, desk.clock)
        self.screen: KioskScreen | None = None
        self.controller.greeted.connect(self._follow)
        desk.tasks.crashed.connect(self._send_to_staff)

    def open(self) -> None:
        """Fill the window with self-service, and hold it until a lead comes."""
        from desk_app.views.kiosk_screen import KioskScreen

        desk = self._desk
        self._language = words.current()
        self.screen = KioskScreen(self.controller, desk.prints())
        desk.scanning.serve(self.screen)
        self.screen.staff_wanted.connect(desk.guard.ask_pin)
        self.controller.refresh()
        desk.window.hold(True)
        desk.window.show_whole(self.screen)
        self.screen.setFocus()

    def close(self) -> None:
        """Give the window back, in the language that the desk had."""
        if self.screen:
            words.use(self._language)
            self.screen = None
            self._desk.window.hold(False)

    def stand_at(self, standing: Standing | None) -> None:
        """The desk stands elsewhere now."""
        self.controller.stand_at(standing)

    def show_no_badge(self) -> None:
        """A badge did not come out."""
        if self.screen:
            self.screen.show_no_badge()

    def _follow(self, greeting: Greeting) -> None:
        """Whoever is in is counted, heard, and gets a badge, by the desk's own rules."""
        desk = self._desk
        if greeting.answer is None:
            desk.sounds.sound(_FOR_STAFF)
            return
        desk.sounds.sound(greeting.answer.outcome.value)
        desk.print_at_check_in(greeting.answer)
        desk.people_changed()

    def _send_to_staff(self, _error: object) -> None:
        """A fault of the program is no visitor's trouble."""
        if self.screen:
            self.screen.show_greeting(Greeting(Reply.STAFF))

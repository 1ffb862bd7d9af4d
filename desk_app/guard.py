"""Whose desk it is, in the window: a mark in the header, the PIN, the desk handed over."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app import role
from desk_app.controllers.checkin import CheckIn, Person
from desk_app.controllers.roles import Guarded, RolesController, Tried
from desk_app.domain.roles import Role
from desk_app.views.palette import Command
from desk_app.views.pin_dialog import PinDialog
from desk_app.words import tr

if TYPE_CHECKING:
    from desk_app.app import DeskApp


class Guard(QObject):
    """Screens are built anew for each role: what a role may not do is not there."""

    def __init__(self, desk: "DeskApp") -> None:
        super().__init__(desk)
        self._desk = desk
        self.controller = RolesController(desk.tasks, desk.clock)
        self.dialog: PinDialog | None = None
        self.controller.guarded.connect(self._follow)
        self.controller.refused.connect(self._show_wrong)
        desk.checkin.kept_out.connect(self._show_wrong)
        desk.checkin.resolved.connect(self._close_dialog)

    def show_mark(self) -> None:
        """Which role holds, for everybody to see; nothing where there is no PIN."""
        header = self._desk.frame.header
        words = {Role.LEAD: tr("Lead"), Role.VOLUNTEER: tr("Volunteer")}
        hints = {
            Role.LEAD: tr("Hand the desk to volunteers"),
            Role.VOLUNTEER: tr("A lead takes the desk over"),
        }
        mark = role.is_guarded() and words.get(role.current())
        header.set_role(mark or "", hints.get(role.current(), ""))

    def press_mark(self) -> None:
        """A lead hands the desk over with one key; a volunteer needs the PIN."""
        if role.current() is Role.LEAD:
            self.controller.hand_over(Role.VOLUNTEER)
        else:
            self.ask_pin()

    def ask_pin(self) -> None:
        """Ask for the PIN that gives the desk back to a lead."""
        dialog = self._ask(tr("A lead takes the desk over"), tr("Type the PIN of this desk."))
        dialog.typed.connect(self._take_back)

    def ask_lead(self, person: Person) -> None:
        """Ask a lead to let in whom nobody else may."""
        dialog = self._ask(
            tr("Let {name} in all the same", name=person.full_name),
            tr("Only a lead decides this, with the PIN and a reason."),
            reasoned=True,
        )
        dialog.typed.connect(partial(self._let_in, person.id))

    def ask_lead_for(self, answer: CheckIn) -> None:
        """As `ask_lead`, where an answer says so."""
        if answer.guarded and answer.person:
            self.ask_lead(answer.person)

    def commands(self) -> list[Command]:
        """What the palette offers to this role."""
        if not role.is_guarded():
            return []
        if role.current() is Role.LEAD:
            hand = self.controller.hand_over
            return [
                Command(
                    tr("Hand the desk to volunteers"), "Ctrl+Shift+L", partial(hand, Role.VOLUNTEER)
                ),
                Command(tr("Start self-service"), "", partial(hand, Role.VISITOR)),
            ]
        return [Command(tr("A lead takes the desk over"), "Ctrl+Shift+L", self.ask_pin)]

    def _ask(self, title: str, text: str, *, reasoned: bool = False) -> PinDialog:
        self._close_dialog()
        self.dialog = PinDialog(title, text, reasoned=reasoned, parent=self._desk.window)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()
        return self.dialog

    def _take_back(self, typed: tuple[str, str]) -> None:
        self.controller.take_back(typed[0])

    def _let_in(self, person: int, typed: tuple[str, str]) -> None:
        self._desk.checkin.let_in(person, *typed)

    def _show_wrong(self, tried: Tried) -> None:
        if self.dialog:
            self.dialog.show_wrong(tried)

    def _close_dialog(self, _answer: object = None) -> None:
        if self.dialog:
            self.dialog.accept()

    def _forget_dialog(self, _result: int) -> None:
        if self.dialog:
            self.dialog.deleteLater()
        self.dialog = None

    def _follow(self, it: Guarded) -> None:
        """Another role: what it may not do goes, before anybody can press it."""
        before = role.current()
        role.use(it.role, guarded=it.has_pin)
        self._close_dialog()
        if it.role is not before:
            self._desk.build_again()
        self.show_mark()

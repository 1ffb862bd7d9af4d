"""Settings of who may do what: the PIN, and handing the desk over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from desk_app.controllers.roles import FEWEST, Guarded, RolesController, Tried
from desk_app.domain.roles import Role
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.pin_dialog import PinField
from desk_app.views.settings_card import SettingsCard
from desk_app.words import tr

_FIELD = 320


class RolesCard(SettingsCard):
    """Without a PIN there is one field; with one, the ways to hand the desk over as well."""

    handed = Signal(object)  # the Role that takes the desk over

    def __init__(self, controller: RolesController, parent: QWidget | None = None) -> None:
        super().__init__(tr("Who may do what"), parent)
        self._controller = controller
        self.known = PinField(tr("PIN of now"))
        self.new = PinField(tr("New PIN"))
        self.set = Button("", icon="lock")
        self.remove = Button(tr("Do without a PIN"), look="danger")
        self.volunteers = Button(tr("Hand the desk to volunteers"), icon="users")
        self.visitors = Button(tr("Start self-service"), icon="scan-line")
        self.told = QLabel()
        self._lay_out()
        self._connect()
        self.show_guarded(Guarded(False, Role.LEAD))

    def show_guarded(self, it: Guarded) -> None:
        """Whether there is a PIN; a change of it is told."""
        if self.new.text() or self.known.text():
            self._say(tr("The PIN is set.") if it.has_pin else tr("This desk has no PIN now."))
        self.set.setText(tr("Change the PIN") if it.has_pin else tr("Set the PIN"))
        for row in (self.known, self.volunteers):
            self.set_row_visible(row, it.has_pin)
        for field in (self.known, self.new):
            field.clear()

    def show_refused(self, tried: Tried) -> None:
        """The PIN of now was wrong: nothing was changed."""
        self.known.clear()
        seconds = -(-tried.wait_ms // 1000)
        wait = tr("This is not the PIN. Try again in {seconds} s.", seconds=seconds)
        self._say(wait if seconds else tr("This is not the PIN."), "stop")

    def _say(self, text: str, tone: str = "good") -> None:
        theme.set_look(self.told, "tone", tone)
        self.told.setText(text)
        self.told.show()

    def _set(self) -> None:
        self._controller.choose_pin(self.new.text(), self.known.text())

    def _remove(self) -> None:
        self._controller.remove_pin(self.known.text())

    def _hand_to_volunteers(self) -> None:
        self.handed.emit(Role.VOLUNTEER)

    def _hand_to_visitors(self) -> None:
        self.handed.emit(Role.VISITOR)

    def _connect(self) -> None:
        self._controller.guarded.connect(self.show_guarded)
        self._controller.refused.connect(self.show_refused)
        self.set.clicked.connect(self._set)
        self.new.returnPressed.connect(self._set)
        self.remove.clicked.connect(self._remove)
        self.volunteers.clicked.connect(self._hand_to_volunteers)
        self.visitors.clicked.connect(self._hand_to_visitors)

    def _lay_out(self) -> None:
        for field in (self.known, self.new):
            field.setMinimumWidth(_FIELD)
        self.new.setPlaceholderText(tr("At least {count} digits or letters", count=FEWEST))
        self.add_row(tr("PIN of now"), self.known, self.remove)
        self.add_row(tr("New PIN"), self.new, self.set)
        self.add_line(self.told)
        self.add_hint(
            tr(
                "Volunteers find people, check them in and print badges; contacts are masked and "
                "nothing else opens. Visitors only check themselves in. The PIN gets the desk "
                "back, and lets in whoever is blocked."
            )
        )
        self.add_row("", self.volunteers, self.visitors)

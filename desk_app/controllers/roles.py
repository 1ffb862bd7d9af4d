"""Whose desk it is: setting the PIN, handing the desk over, taking it back."""

from PySide6.QtCore import QObject, Signal

from desk_app.clock import Clock
from desk_app.domain.roles import Role
from desk_app.services import pin
from desk_app.services.pin import FEWEST, Guarded, Tried
from desk_app.tasks import InlineTasks, Tasks

__all__ = ["FEWEST", "Guarded", "RolesController", "Tried"]


class RolesController(QObject):
    """A wrong PIN is told by `refused`; whatever changes by `guarded`, once it is kept."""

    guarded = Signal(object)  # Guarded
    refused = Signal(object)  # Tried

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock

    def refresh(self) -> None:
        """Ask how the desk is guarded."""
        self._tasks.db(pin.state, done=self.guarded.emit)

    def choose_pin(self, new: str, known: str) -> None:
        """Set the PIN, or change it for whoever knows the one before."""
        self._tasks.db(pin.choose, new, known, self._clock(), done=self._tell)

    def remove_pin(self, known: str) -> None:
        """Do without a PIN from now on."""
        self._tasks.db(pin.remove, known, self._clock(), done=self._tell)

    def hand_over(self, to: Role) -> None:
        """Give the desk to volunteers or visitors; only the PIN gets it back."""
        self._tasks.db(pin.hand_over, to, done=self._tell_handed)

    def take_back(self, typed: str) -> None:
        """Give the desk to a lead, PIN in hand."""
        self._tasks.db(pin.take_back, typed, self._clock(), done=self._tell)

    def _tell(self, tried: Tried) -> None:
        if tried.right:
            self.refresh()
        else:
            self.refused.emit(tried)

    def _tell_handed(self, _to: Role) -> None:
        self.refresh()

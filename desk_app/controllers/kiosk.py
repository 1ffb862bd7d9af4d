"""The self-service screen's methods and signals: a scan or a name in, one greeting out."""

from PySide6.QtCore import QObject, Signal

from desk_app.clock import Clock
from desk_app.controllers.door.read_twice import READ_TWICE_MS
from desk_app.services import kiosk
from desk_app.services.kiosk import Greeting, Reply
from desk_app.services.places import Standing
from desk_app.tasks import InlineTasks, Tasks

__all__ = ["Greeting", "KioskController", "Reply", "Standing"]


class KioskController(QObject):
    """Whatever goes wrong, the visitor is sent to the staff and not left standing."""

    greeted = Signal(object)  # Greeting
    stood = Signal(object)  # Standing or None

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._standing: Standing | None = None
        self._scanned = ("", 0)

    def stand_at(self, standing: Standing | None) -> None:
        """Let people in at this checkpoint from now on."""
        self._standing = standing
        self.refresh()

    def refresh(self) -> None:
        """Tell a new screen where the desk stands."""
        self.stood.emit(self._standing)

    def scan(self, code: str) -> None:
        """A code from a scanner; read again within two seconds it has its answer already."""
        now = self._clock()
        before, at = self._scanned
        self._scanned = (code, now)
        if code == before and 0 <= now - at < READ_TWICE_MS:
            return
        if self._standing:
            place = self._standing.place
            self._tasks.db(
                kiosk.scan, place, code, now, done=self.greeted.emit, failed=self._send_to_staff
            )
        else:
            self._send_to_staff()

    def identify(self, name: str, proof: str) -> None:
        """A name, and one thing more that only this person knows."""
        if self._standing:
            place, now = self._standing.place, self._clock()
            self._tasks.db(
                kiosk.identify,
                place,
                name,
                proof,
                now,
                done=self.greeted.emit,
                failed=self._send_to_staff,
            )
        else:
            self._send_to_staff()

    def _send_to_staff(self, _error: object = None) -> None:
        self.greeted.emit(Greeting(Reply.STAFF))

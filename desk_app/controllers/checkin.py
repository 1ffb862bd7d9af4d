"""The check-in screen's methods and signals: search, scan, let in, take back."""

from PySide6.QtCore import QObject, Signal

from desk_app.clock import Clock
from desk_app.domain.registration import Registration
from desk_app.services import checkin, roster
from desk_app.services.attendance import local_time
from desk_app.services.checkin import CheckIn, Counts, Place, Undone
from desk_app.services.places import Standing
from desk_app.services.roster import Card, Found, Results
from desk_app.store.people import Person
from desk_app.tasks import InlineTasks, Tasks

__all__ = ["Card", "CheckIn", "CheckInController", "Counts", "Found", "Person", "Results", "Undone"]


class CheckInController(QObject):
    """One answer per action, sent once; whoever cares about it listens."""

    found = Signal(object)  # Results
    resolved = Signal(object)  # CheckIn
    undone = Signal(object)  # Undone, or None when there was nothing to take back
    carded = Signal(object)  # Card
    counted = Signal(object)  # Counts
    arrived = Signal(object)  # tuple of Person, the latest first
    stood = Signal(object)  # Standing or None

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self.standing: Standing | None = None

    def stand_at(self, standing: Standing | None) -> None:
        """Work at this checkpoint from now on."""
        self.standing = standing
        self.stood.emit(standing)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the numbers and the last arrivals again."""
        if place := self._place():
            self._tasks.db(checkin.counts, place, done=self.counted.emit, newest="counts")
            self._tasks.db(checkin.last_arrivals, place, done=self.arrived.emit, newest="arrivals")

    def search(self, text: str) -> None:
        """Find people as somebody types; older answers are dropped."""
        if place := self._place():
            self._tasks.db(roster.search, place, text, done=self.found.emit, newest="search")

    def scan(self, text: str) -> None:
        """A code from a scanner: known or not, it is an attempt to come in."""
        if (place := self._place()) and text.strip():
            self._tasks.forget("search")  # nobody waits for what the first letters found
            self._tasks.db(checkin.scan, place, text, self._clock(), done=self._tell)

    def type_in(self, text: str) -> None:
        """Typed words and Enter: a code, or the only person they fit; never a failed scan."""
        if (place := self._place()) and text.strip():
            self._tasks.db(checkin.type_in, place, text, self._clock(), done=self._tell)

    def enter(self, attendee: int, reason: str = "") -> None:
        """Let a chosen person in; a reason waives what their registration says."""
        if place := self._place():
            self._tasks.db(checkin.enter, place, attendee, self._clock(), reason, done=self._tell)

    def leave(self, attendee: int) -> None:
        """Note that a person went out."""
        if place := self._place():
            self._tasks.db(checkin.leave, place, attendee, self._clock(), done=self._after_leave)

    def undo(self) -> None:
        """Take this desk's latest action at the event back."""
        if place := self._place():
            self._tasks.db(checkin.undo, place.event, self._clock(), done=self._tell_undone)

    def walk_in(self, registration: Registration) -> None:
        """Register somebody who was in no export, and let them in."""
        if place := self._place():
            self._tasks.db(checkin.walk_in, place, registration, self._clock(), done=self._tell)

    def open_card(self, attendee: int) -> None:
        """Ask for all that is known of a person."""
        if place := self._place():
            self._tasks.db(
                roster.card, place, attendee, done=self.carded.emit, failed=_ignore, newest="card"
            )

    def local_time(self, at: int, *, seconds: bool = False) -> str:
        """A moment (ms UTC) on the event's clock."""
        zone = self.standing.event.zone if self.standing else "UTC"
        return local_time(at, zone, seconds=seconds)

    def _place(self) -> Place | None:
        return self.standing.place if self.standing else None

    def _tell(self, answer: CheckIn) -> None:
        self.resolved.emit(answer)
        self.refresh()

    def _tell_undone(self, undone: Undone | None) -> None:
        self.undone.emit(undone)
        self.refresh()

    def _after_leave(self, _nothing: None) -> None:
        self.refresh()


def _ignore(_gone: object) -> None:
    """The person left the list while their card was asked for; the search shows that already."""

"""The check-in screen's methods and signals: search, scan, let in, take back."""

from PySide6.QtCore import QObject, Signal

from desk_app import role, words
from desk_app.clock import Clock
from desk_app.controllers.badge_sketch import BadgeSketch
from desk_app.controllers.door import Asking, PersonActs, ReadTwice, WalkIns
from desk_app.domain.facts import FactId
from desk_app.domain.roles import Right
from desk_app.domain.welcome import Kind, Task
from desk_app.services import (
    checkin,
    company,
    correcting,
    counting,
    lead,
    roster,
    undoing,
    welcoming,
)
from desk_app.services.attendance import local_moment, local_time
from desk_app.services.checkin import CheckIn, Place
from desk_app.services.company import Company
from desk_app.services.correcting import Corrected
from desk_app.services.counting import Counts
from desk_app.services.event_line import checkpoint_name as checkpoint_name
from desk_app.services.pin import Tried
from desk_app.services.places import Standing
from desk_app.services.roster import Card, Found, Results
from desk_app.services.undoing import Deed, Undone
from desk_app.services.walk_ins import Alike
from desk_app.store.people import Person
from desk_app.store.sensitivity import is_sensitive
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "Alike",
    "Card",
    "CheckIn",
    "CheckInController",
    "Company",
    "Corrected",
    "Counts",
    "Deed",
    "Found",
    "Kind",
    "Person",
    "Results",
    "Task",
    "Undone",
    "checkpoint_name",
    "is_sensitive",
]


class CheckInController(QObject):
    """One answer per action, sent once; whoever cares about it listens.

    While `going_out`, whoever is scanned or chosen leaves instead of coming in.
    """

    found = Signal(object)  # Results
    resolved = Signal(object)  # CheckIn
    undone = Signal(object)  # Undone, or None when there was nothing to take back
    undo_asked = Signal(object)  # the Deed that undo would take back, or None
    carded = Signal(object)  # Card
    helping = Signal(object)  # list of Person: whom the help desk has not helped yet
    corrected = Signal(object)  # Corrected
    counted = Signal(object)  # Counts
    arrived = Signal(object)  # tuple of Person, the latest first
    accompanied = Signal(object)  # Company: with whom somebody may have come
    grouped = Signal(object)  # tuple of CheckIn: people who came or went together
    stood = Signal(object)  # Standing or None
    repeated = Signal(object)  # the CheckIn that a code had a moment ago, and still has
    turned = Signal(object)  # whether people are going out from now on
    kept_out = Signal(object)  # Tried: the PIN that was to let somebody in was wrong

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self.standing: Standing | None = None
        self.going_out = False
        self._twice = ReadTwice()
        self.asking = Asking(tasks)
        self._ask = self.asking.ask
        self.acts = PersonActs(tasks, clock, self._place, self)
        self.walk_ins = WalkIns(tasks, clock, self._place, self.is_enough, self._ask, self)
        self.sketch = BadgeSketch(tasks, "checkin", self._place, self)
        self.acts.done.connect(self._tell_done)
        self.walk_ins.registered.connect(self._tell)

    def stand_at(self, standing: Standing | None) -> None:
        """Work at this checkpoint from now on."""
        self.standing = standing
        self.going_out = False
        self._forget_scan()
        self.stood.emit(standing)
        self.refresh()

    def turn(self, going_out: bool) -> None:
        """From now on people go out here, or come in."""
        self._forget_scan()
        self.going_out = going_out
        self.turned.emit(going_out)

    def refresh(self) -> None:
        """Ask for the numbers and the last arrivals again."""
        if place := self._place():
            numbers, people = self.counted.emit, self.arrived.emit
            self._tasks.db(counting.counts, place, done=numbers, newest="counts", later=True)
            helping = self.helping.emit
            self._tasks.db(
                welcoming.awaiting_help, place, done=helping, newest="helping", later=True
            )
            self._tasks.db(
                counting.last_arrivals, place, done=people, newest="arrivals", later=True
            )

    def is_enough(self, text: str) -> bool:
        """Whether there are letters enough to search for, so that nobody leafs through the list.

        Whoever may see whole lists may also ask by a filter alone.
        """
        letters = text.strip() if role.may(Right.BROWSE) else roster.letters_of(text)
        return len(letters) >= role.fewest_letters()

    def search(self, text: str) -> None:
        """Find people as somebody types; older answers are dropped."""
        if place := self._place():
            self._tasks.db(roster.search, place, text, done=self.found.emit, newest="search")

    def scan(self, text: str, *, asked: str | None = None) -> None:
        """A code from a scanner: known or not, it is an attempt to come in, or to go out.

        The same code again within two seconds is the same attempt, read twice. `asked` is what the
        answer belongs to where that is not what stands in the box.
        """
        if not ((place := self._place()) and text.strip()):
            return
        now = self._clock()
        if self._twice.is_repeat(text.strip(), now):
            if self._twice.answer:
                self.repeated.emit(self._twice.answer)
            return
        if asked is None:
            self.stop_search()  # nobody waits for what the first letters found
        work = checkin.scan_out if self.going_out else checkin.scan
        self._ask(work, place, text, now, then=self._tell_scanned, asked=asked)

    def type_in(self, text: str) -> None:
        """Typed words and Enter: a code, or the only person they fit; never a failed scan."""
        if (place := self._place()) and self.is_enough(text):
            work = checkin.type_out if self.going_out else checkin.type_in
            self._ask(work, place, text, self._clock(), then=self._tell)

    def choose(self, attendee: int) -> None:
        """Let a chosen person in, or out, whichever way people go."""
        if self.going_out:
            self.leave(attendee)
        else:
            self.enter(attendee)

    def enter(self, attendee: int, reason: str = "") -> None:
        """Let a chosen person in; a reason waives what stands against it."""
        if place := self._place():
            self._ask(checkin.enter, place, attendee, self._clock(), reason, then=self._tell)

    def let_in(self, attendee: int, typed: str, reason: str) -> None:
        """Let in whom only a lead may let in, PIN in hand."""
        if place := self._place():
            now = self._clock()
            self._ask(lead.let_in, place, attendee, typed, reason, now, then=self._tell_let_in)

    def ask_company(self, attendee: int) -> None:
        """Ask with whom a person may have come."""
        if place := self._place():
            done = self.accompanied.emit
            self._tasks.db(company.company_of, place, attendee, done=done, newest="company")

    def choose_all(self, attendees: tuple[int, ...]) -> None:
        """Let people in who came together, or out, whichever way people go."""
        if (place := self._place()) and attendees:
            work = checkin.leave_all if self.going_out else checkin.enter_all
            self._ask(work, place, attendees, self._clock(), then=self._tell_together)

    def correct(self, attendee: int, changes: dict[str, str]) -> None:
        """Correct what stands on a person's badge, as one deed."""
        if place := self._place():
            now = self._clock()
            self._tasks.db(
                correcting.correct, place, attendee, changes, now, done=self._tell_corrected
            )

    def leave(self, attendee: int) -> None:
        """Note that a person went out."""
        if place := self._place():
            self._ask(checkin.leave, place, attendee, self._clock(), then=self._tell)

    def promote(self, attendee: int) -> None:
        """Give somebody on the waiting list a place that is left, and let them in."""
        if place := self._place():
            self._ask(checkin.promote, place, attendee, self._clock(), then=self._tell)

    def ask_undo(self) -> None:
        """Ask what undo would take back."""
        if place := self._place():
            self._tasks.db(undoing.latest, place.event, done=self.undo_asked.emit)

    def undo(self, target: FactId | None = None) -> None:
        """Take back the deed with this fact, else this desk's latest at the event."""
        if place := self._place():
            self._ask(undoing.undo, place.event, self._clock(), target, then=self._tell_undone)

    def open_card(self, attendee: int) -> None:
        """Ask for all that is known of a person."""
        if place := self._place():
            self._tasks.db(
                roster.card,
                place,
                attendee,
                done=self.carded.emit,
                failed=_ignore,
                newest="card",
                later=True,
            )

    def local_time(self, at: int, *, seconds: bool = False) -> str:
        """A moment (ms UTC) on the event's clock."""
        zone = self.standing.event.zone if self.standing else "UTC"
        return local_time(at, zone, seconds=seconds)

    def moment(self, at: int) -> str:
        """A moment (ms UTC) with its day, on the event's clock and in the words of `tr`."""
        zone = self.standing.event.zone if self.standing else "UTC"
        return local_moment(at, zone, words.current())

    def _tell_done(self, attendee: int) -> None:
        self._forget_scan()
        self.open_card(attendee)
        self.refresh()

    def stop_search(self) -> None:
        """Something else than what was typed is listed from now on."""
        self._tasks.forget("search")

    def _place(self) -> Place | None:
        return self.standing.place if self.standing else None

    def _forget_scan(self) -> None:
        """Something else was done since: the same code is a new question."""
        self._twice = ReadTwice()

    def _tell_scanned(self, answer: CheckIn) -> None:
        if before := self._twice.latest_instead_of(answer):
            self.repeated.emit(before)
            return
        read_again = self._twice.note(answer)
        self.resolved.emit(answer)
        if read_again:
            self.repeated.emit(answer)
        self.refresh()

    def _tell(self, answer: CheckIn) -> None:
        self._forget_scan()
        self.resolved.emit(answer)
        self.refresh()

    def _tell_let_in(self, answer: CheckIn | Tried) -> None:
        if isinstance(answer, CheckIn):
            self._tell(answer)
        else:
            self.kept_out.emit(answer)

    def _tell_corrected(self, corrected: Corrected) -> None:
        self._forget_scan()
        self.corrected.emit(corrected)
        self.refresh()

    def _tell_together(self, answers: tuple[CheckIn, ...]) -> None:
        self._forget_scan()
        self.grouped.emit(answers)
        self.refresh()

    def _tell_undone(self, undone: Undone | None) -> None:
        self._forget_scan()
        self.undone.emit(undone)
        self.refresh()


def _ignore(_gone: object) -> None:
    """The person left the list while their card was asked for; the search shows that already."""

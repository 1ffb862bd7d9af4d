"""The roster screen's methods and signals: everybody, one person's card, corrections."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desk_app import words
from desk_app.clock import Clock
from desk_app.controllers.badge_sketch import BadgeSketch
from desk_app.controllers.bulk_acts import BulkActs, Copied, Done
from desk_app.controllers.everybody import Everybody
from desk_app.controllers.saved_views import Kept, SavedViews, View
from desk_app.domain.facts import FactId
from desk_app.services import checkin, roster, settings, undoing
from desk_app.services.arrangement import Arranger, Choices, Listing, Wish
from desk_app.services.attendance import local_moment, local_time
from desk_app.services.checkin import CheckIn, Place
from desk_app.services.event_line import checkpoint_name
from desk_app.services.places import Standing
from desk_app.services.roster import Card, listed_name
from desk_app.services.undoing import UNDOABLE, Deed, Undone
from desk_app.store.people import Person
from desk_app.store.sensitivity import is_sensitive
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "UNDOABLE",
    "Card",
    "CheckIn",
    "Choices",
    "Copied",
    "Deed",
    "Done",
    "Kept",
    "Listing",
    "Person",
    "RosterController",
    "Undone",
    "View",
    "Wish",
    "is_sensitive",
    "listed_name",
]


class RosterController(QObject):
    """Whatever is written here is told by `changed`, so that counters elsewhere follow."""

    listed = Signal(object)  # Listing
    card_shown = Signal(object)  # Card, or None: nobody
    entered = Signal(object)  # CheckIn
    undone = Signal(object)  # Undone, or None when there was nothing to take back
    undo_asked = Signal(object)  # the Deed that undo would take back, or None
    cleared = Signal()  # whatever was typed counts no more
    choices_known = Signal(object)  # Choices
    changed = Signal()

    def __init__(
        self, tasks: Tasks | InlineTasks, clock: Clock, arranger: Arranger | None = None
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._everybody = Everybody(tasks, "roster", self, arranger)
        self._card: int | None = None
        self._shown = False
        self.standing: Standing | None = None
        self.desks: dict[str, str] = {}
        self.acts = BulkActs(tasks, clock, self._place, self)
        self.views = SavedViews(tasks, self)
        self.sketch = BadgeSketch(tasks, "roster", self._place, self)
        self._everybody.listed.connect(self.listed)
        self._everybody.choices_known.connect(self.choices_known)
        self.acts.done.connect(self._wrote)

    def stand_at(self, standing: Standing | None) -> None:
        """Show the people of this event, as seen from this checkpoint."""
        self.standing = standing
        self.close_card()
        if self._shown:
            self.refresh()

    def refresh(self) -> None:
        """Read the list and the open card again."""
        self._shown = True
        self._tasks.db(settings.desk_names, done=self._know_desks)
        self.views.refresh()
        self._everybody.read(self._place())
        if self._card is not None:
            self.open_card(self._card)

    def search(self, text: str) -> None:
        """Show whom a typed text finds."""
        self._everybody.search(text)

    def filter(self, kind: str) -> None:
        """Show one kind of people: a key of `roster.KINDS`."""
        self.look(replace(self._everybody.wished(), kind=kind))

    def only(self, facet: str, values: tuple[str, ...]) -> None:
        """Show only people of whom one of these holds; none of a facet lets it go."""
        self.look(self._everybody.wished().with_facet(facet, values))

    def order(self, by: str, descending: bool) -> None:
        """Show the list in another order; "" is by family name, or best first in a search."""
        self.look(replace(self._everybody.wished(), by=by, descending=descending))

    def look(self, wish: Wish) -> None:
        """Show the list in this way."""
        self._everybody.wish(wish)

    def show(self, wish: Wish) -> None:
        """Show the people behind a number, whatever was looked for before."""
        self.close_card()
        self.cleared.emit()
        self._everybody.search("")
        self.look(wish)

    def wished(self) -> Wish:
        """How the list is looked at now."""
        return self._everybody.wished()

    def ask_choices(self) -> None:
        """What there is to filter by; `choices_known` says."""
        self._everybody.ask_choices()

    def points(self) -> dict[str, str]:
        """The event's checkpoints by key, as people call them."""
        points = self.standing.event.checkpoints if self.standing else ()
        return {it.key: checkpoint_name(it, words.current()) for it in points}

    def desk_name(self, desk: str) -> str:
        """What a desk is called; its id tells people nothing."""
        return self.desks.get(desk, "")

    def open_card(self, attendee: int) -> None:
        """Ask for all that is known of a person."""
        if place := self._place():
            self._card = attendee
            self._tasks.db(
                roster.card,
                place,
                attendee,
                done=self.card_shown.emit,
                failed=self._lost,
                newest="roster-card",
            )
            self.sketch.begin(attendee)

    def close_card(self) -> None:
        """Put the card away."""
        self._card = None
        self.card_shown.emit(None)

    def amend(self, attendee: int, field: str, value: str) -> None:
        """Correct one field, for good: no later import overwrites it."""
        if place := self._place():
            now = self._clock()
            self._tasks.db(
                checkin.amend, place.event, attendee, field, value, now, done=self._wrote
            )

    def check_in(self, attendee: int, reason: str = "") -> None:
        """Let a person in; a reason waives what their registration says."""
        if place := self._place():
            self._tasks.db(
                checkin.enter, place, attendee, self._clock(), reason, done=self._tell_entered
            )

    def block(self, attendee: int, reason: str) -> None:
        """Let a person in nowhere; the reason shows with every scan."""
        if place := self._place():
            now = self._clock()
            self._tasks.db(checkin.block, place.event, attendee, reason, now, done=self._wrote)

    def unblock(self, attendee: int) -> None:
        """Take a block back."""
        if place := self._place():
            self._tasks.db(checkin.unblock, place.event, attendee, self._clock(), done=self._wrote)

    def ask_undo(self) -> None:
        """Ask what undo would take back."""
        if place := self._place():
            self._tasks.db(undoing.latest, place.event, done=self.undo_asked.emit)

    def undo(self, target: FactId | None = None) -> None:
        """Take back the deed with this fact, else this desk's latest at the event."""
        if place := self._place():
            self._tasks.db(undoing.undo, place.event, self._clock(), target, done=self._tell_undone)

    def take_back(self, fact: FactId, reason: str) -> None:
        """Take back one thing of a person's history, for a reason."""
        if place := self._place():
            now = self._clock()
            self._tasks.db(
                undoing.take_back, place.event, fact, reason, now, done=self._tell_undone
            )

    def local_time(self, at: int, *, seconds: bool = False) -> str:
        """A moment (ms UTC) on the event's clock."""
        zone = self.standing.event.zone if self.standing else "UTC"
        return local_time(at, zone, seconds=seconds)

    def moment(self, at: int) -> str:
        """A moment (ms UTC) with its day, on the event's clock and in the words of `tr`."""
        zone = self.standing.event.zone if self.standing else "UTC"
        return local_moment(at, zone, words.current())

    def _place(self) -> Place | None:
        return self.standing.place if self.standing else None

    def _know_desks(self, names: dict[str, str]) -> None:
        self.desks = names

    def _lost(self, _error: object) -> None:
        """The person left the list while their card was open, such as by an undone import."""
        self.close_card()

    def _wrote(self, _what: object) -> None:
        self.changed.emit()
        self.refresh()

    def _tell_entered(self, answer: CheckIn) -> None:
        self.entered.emit(answer)
        self._wrote(None)

    def _tell_undone(self, undone: Undone | None) -> None:
        self.undone.emit(undone)
        self._wrote(None)

"""The whole list of the event in hand: kept by the database lane, put in order beside it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.services import arrangement, roster
from desk_app.services.arrangement import Arranger, Listing, Wish
from desk_app.services.checkin import Place
from desk_app.services.roster import Found
from desk_app.store.people import People, Person
from desk_app.store.roll import Roll
from desk_app.store.tally import Tally
from desk_app.tasks import InlineTasks, Tasks

MOST_FOUND = 200
_NOBODY = Roll(People(), {}, Tally(), whole=True)


class Everybody(QObject):
    """One per screen that shows the list; `name` keeps their questions apart in the lanes.

    Screens that show the same list may share what is learnt of it.
    """

    listed = Signal(object)  # Listing
    choices_known = Signal(object)  # Choices

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        name: str,
        parent: QObject,
        arranger: Arranger | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._name = name
        self._place: Place | None = None
        self._wish = Wish()
        self._text = ""
        self._roll = _NOBODY
        self._arranger = arranger or Arranger()
        self._learnt = False
        self._shown = False
        self._latest = Listing((), (), arrangement.counted(()), Wish())

    def read(self, place: Place | None) -> None:
        """Bring the list up to date and show it; the one on the screen stays until it is read."""
        if place != self._place:
            self._roll, self._learnt = _NOBODY, False
        self._place = place
        self._shown = False
        if place is None or not self._roll.whole:
            self._show()  # as far as it is read: nobody waits for the rest
        if place is not None:
            self._read_on()

    def follow(self) -> None:
        """Show the list again if it is another now."""
        if self._place is not None:
            self._read_on(later=True)  # after the figures, which somebody looks at first

    def wish(self, wish: Wish) -> None:
        """Show another kind of people, or another order."""
        self._wish = wish
        self._show()

    def wished(self) -> Wish:
        return self._wish

    def shown(self) -> tuple[int, ...]:
        """Who is on the list as it was told last."""
        return self._latest.ids

    def search(self, text: str) -> None:
        """Show whom a typed text finds, best first; everybody for an empty text."""
        self._text = text.strip()
        self._show()

    def ask_choices(self) -> None:
        """What there is to filter by; `choices_known` says."""
        people = self._roll.people
        self._tasks.make(arrangement.choices, people, done=self.choices_known.emit)

    def _read_on(self, *, later: bool = False) -> None:
        self._tasks.db(
            roster.read_on,
            self._place,
            done=self._take,
            newest=f"{self._name}-read",
            durable=False,
            later=later,
        )

    def _take(self, roll: Roll) -> None:
        """The first part is shown at once: it is what stands on the screen."""
        first = not self._roll.people and bool(roll.people)
        if first or roll.whole:
            changed = roll.people is not self._roll.people
            self._roll = roll
            if changed or first or not self._shown:
                self._show()
            self._shown = roll.whole
        if not roll.whole:
            self._read_on()
        elif not self._learnt:
            self._learnt = True
            self._learn(arrangement.ORDERS)

    def _learn(self, orders: Sequence[str], _learnt: None = None) -> None:
        """One order after the other, so that whatever somebody asks for comes in between."""
        if orders and self._roll.whole:
            self._tasks.make(
                self._arranger.learn,
                self._roll.people,
                orders[0],
                done=partial(self._learn, orders[1:]),
                newest=f"{self._name}-learn",
            )

    def _show(self) -> None:
        if self._text and self._place:
            self._tasks.db(
                roster.find,
                self._place,
                self._text,
                MOST_FOUND,
                done=partial(self._show_found, self._text),
                newest=f"{self._name}-find",
            )
        else:
            self._tasks.make(
                self._arranger.listing,
                self._roll.people,
                self._wish,
                self._roll.stays,
                done=partial(self._tell, self._roll.whole),
                newest=f"{self._name}-arrange",
            )

    def _show_found(self, text: str, found: tuple[Found, ...]) -> None:
        if text == self._text:
            people: list[Person] = [it.person for it in found]
            self._tasks.make(
                Arranger().listing,
                people,
                self._wish,
                self._roll.stays,
                text,
                done=self._tell_found,
                newest=f"{self._name}-arrange",
            )

    def _tell_found(self, listing: Listing) -> None:
        """The counts are those of the whole list, whomever a search finds in it."""
        known = self._latest
        self.listed.emit(replace(listing, counts=known.counts, everybody=known.everybody))

    def _tell(self, whole: bool, listing: Listing) -> None:
        self._latest = replace(listing, whole=whole)
        self.listed.emit(self._latest)

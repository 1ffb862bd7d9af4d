"""The whole list of the event in hand: read in parts, then filtered and put in order elsewhere."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.services import arrangement, roster
from desk_app.services.arrangement import Listing, Wish
from desk_app.services.checkin import Place
from desk_app.services.roster import Found, Slice
from desk_app.store.people import People, Person
from desk_app.tasks import InlineTasks, Tasks

MOST_FOUND = 200
_Counts = tuple[tuple[str, int], ...]


class Everybody(QObject):
    """One per screen that shows the list; `name` keeps their questions apart in the lanes."""

    listed = Signal(object)  # Listing

    def __init__(self, tasks: Tasks | InlineTasks, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._name = name
        self._place: Place | None = None
        self._wish = Wish()
        self._text = ""
        self._people = People()
        self._counts: _Counts = arrangement.counted(())

    def read(self, place: Place | None) -> None:
        """Read everybody again; the list on the screen stays until they are there."""
        self._place = place
        if place is None:
            self._have((People(), arrangement.counted(())))
        else:
            self._read_on(People(), ("", 0))

    def wish(self, wish: Wish) -> None:
        """Show another kind of people, or another order."""
        self._wish = wish
        self._show()

    def wished(self) -> Wish:
        return self._wish

    def search(self, text: str) -> None:
        """Show whom a typed text finds, best first; everybody for an empty text."""
        self._text = text.strip()
        self._show()

    def _read_on(self, so_far: People, after: tuple[str, int]) -> None:
        self._tasks.db(
            roster.slice_after,
            self._place,
            after,
            done=partial(self._take, so_far),
            newest=f"{self._name}-read",
        )

    def _take(self, so_far: People, part: Slice) -> None:
        people = so_far + part.people
        if part.after is not None:
            self._read_on(people, part.after)
        else:
            self._tasks.make(_counted, people, done=self._have, newest=f"{self._name}-count")

    def _have(self, known: tuple[People, _Counts]) -> None:
        self._people, self._counts = known
        self._show()

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
            self._arrange(self._people, "")

    def _show_found(self, text: str, found: tuple[Found, ...]) -> None:
        if text == self._text:
            self._arrange([it.person for it in found], text)

    def _arrange(self, people: Sequence[Person], text: str) -> None:
        self._tasks.make(
            _listing,
            people,
            self._wish,
            self._counts,
            text,
            done=self.listed.emit,
            newest=f"{self._name}-arrange",
        )


def _counted(people: People) -> tuple[People, _Counts]:
    return people, arrangement.counted(people)


def _listing(people: Sequence[Person], wish: Wish, counts: _Counts, text: str) -> Listing:
    shown = arrangement.arranged(people, wish)
    return Listing(shown, arrangement.ids_of(shown), counts, wish, text)

"""What there is to remark on a batch of badges: a few hundred at a time, beside everything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.badges import layouts
from desk_app.badges.badge import Badge
from desk_app.badges.stocks import Stock
from desk_app.domain.sentence import Sentence
from desk_app.services import badges
from desk_app.services.checkin import Place
from desk_app.services.roster import listed_name
from desk_app.store import people
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

SLICE = 200
MOST = 2000  # badges looked through; who prints more will not read more
_Named = tuple[tuple[str, Badge], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on one person's badge."""

    attendee: int
    name: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Remarks:
    """What was found so far; `checked` of `total` badges were looked through."""

    notes: tuple[Note, ...]
    checked: int
    total: int


class Review(QObject):
    """Begun anew with every choice; what is left of an older one is dropped."""

    remarked = Signal(object)  # Remarks

    def __init__(self, tasks: Tasks | InlineTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._turn = 0

    def begin(self, place: Place, ids: tuple[int, ...], layout: str, stock: Stock) -> None:
        """Look through these people's badges; `remarked` tells more and more."""
        self._turn += 1
        self._place, self._ids = place, ids
        self._layout, self._stock = layout, stock
        self._notes: tuple[Note, ...] = ()
        self._go_on(self._turn, 0)

    def _go_on(self, turn: int, checked: int) -> None:
        self.remarked.emit(Remarks(self._notes, checked, len(self._ids)))
        ids = self._ids[checked : checked + SLICE]
        if ids and checked < MOST:
            done = partial(self._look, turn, checked)
            self._tasks.db(_named_badges, self._place, ids, done=done)

    def _look(self, turn: int, checked: int, several: _Named) -> None:
        if turn == self._turn:
            done = partial(self._add, turn, checked + len(several))
            self._tasks.make(_notes, several, self._layout, self._stock, done=done)

    def _add(self, turn: int, checked: int, notes: tuple[Note, ...]) -> None:
        """What holds for the whole event comes again with each slice; once is enough."""
        if turn == self._turn:
            known = {note.sentence for note in self._notes[:3]}
            self._notes += tuple(note for note in notes if note.sentence not in known)
            self._go_on(turn, checked)


def _named_badges(
    session: Session, place: Place, ids: Sequence[int]
) -> tuple[tuple[str, Badge], ...]:
    persons = people.by_ids(session, ids, place.checkpoint)
    made = badges.badges_of(session, place, persons)
    return tuple((listed_name(it), badge) for it, badge in zip(persons, made, strict=True))


def _notes(several: Sequence[tuple[str, Badge]], layout: str, stock: Stock) -> tuple[Note, ...]:
    from desk_app.badges.render import preflight

    names = {badge.attendee: name for name, badge in several}
    found = preflight([badge for _, badge in several], layouts.layout(layout), stock)
    return tuple(Note(it.attendee, names[it.attendee], it.sentence) for it in found)

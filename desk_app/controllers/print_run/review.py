"""Looking through the badges to come, a slice at a time, for what is worth knowing of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.badges import layouts
from desk_app.badges.badge import Badge
from desk_app.badges.stocks import Stock
from desk_app.domain.sentence import Sentence, sentence
from desk_app.services import badges, batches, category_layouts
from desk_app.services.checkin import Place
from desk_app.services.roster import listed_name
from desk_app.store import people
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

SLICE = 100
MOST = 2000  # badges looked through unasked
TWICE, LAYOUT = "twice", "layout"
_TOLD_EVERY = 500
_Named = tuple[tuple[str, Badge], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on one person's badge; where `field` is named, `proposal` may mend its `value`."""

    attendee: int
    name: str
    kind: str
    sentence: Sentence
    field: str = ""
    value: str = ""
    proposal: str = ""


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
        self._checked = 0
        self._ids: tuple[int, ...] = ()

    def begin(self, place: Place, ids: tuple[int, ...], layout: str, stock: Stock) -> None:
        """Look through these people's badges; `remarked` tells more and more."""
        self._turn += 1
        self._place, self._ids = place, ids
        self._layout, self._stock = layout, stock
        self._notes: list[Note] = []
        self._checked, self._most = 0, MOST
        self._tasks.db(_of_all, place, ids, done=partial(self._start, self._turn))

    def look_at_all(self) -> None:
        """Go on beyond what is looked through unasked."""
        self._most = len(self._ids)
        self._go_on(self._turn)

    def _start(self, turn: int, of_all: tuple[Note, ...]) -> None:
        if turn == self._turn:
            self._notes += of_all
            self._go_on(turn)

    def _go_on(self, turn: int) -> None:
        ids = self._ids[self._checked : self._checked + SLICE]
        more = bool(ids) and self._checked < self._most
        if not more or self._checked % _TOLD_EVERY == 0:
            self.remarked.emit(Remarks(tuple(self._notes), self._checked, len(self._ids)))
        if more:
            self._tasks.db(_named_badges, self._place, ids, done=partial(self._look, turn))

    def _look(self, turn: int, several: _Named) -> None:
        if turn == self._turn:
            done = partial(self._add, turn, len(several))
            self._tasks.make(_notes, several, self._layout, self._stock, done=done)

    def _add(self, turn: int, count: int, notes: tuple[Note, ...]) -> None:
        """What holds for the whole event comes again with each slice; once is enough."""
        if turn == self._turn:
            known = {note.sentence for note in self._notes if not note.field}
            self._notes += [it for it in notes if it.field or it.sentence not in known]
            self._checked += max(count, 1)
            self._go_on(turn)


def _named_badges(session: Session, place: Place, ids: Sequence[int]) -> _Named:
    persons = people.by_ids(session, ids, place.checkpoint)
    made = badges.badges_of(session, place, persons)
    return tuple((listed_name(it), badge) for it, badge in zip(persons, made, strict=True))


def _of_all(session: Session, place: Place, ids: Sequence[int]) -> tuple[Note, ...]:
    """What is seen only where all of them are looked at together."""
    return (*_same_names(session, place, ids), *_missing_layouts(session, place))


def _missing_layouts(session: Session, place: Place) -> Iterator[Note]:
    """Told once for each category, with the first of its people."""
    for category in category_layouts.missing(session, place.event):
        said = sentence(
            "The layout of “{category}” was made at another desk. Import its file in the designer, "
            "or these badges look like all others.",
            category=category,
        )
        rows = session.run(
            "SELECT id FROM attendee WHERE event = ? AND listed AND ticket_type = ? LIMIT 1",
            (place.event, category),
        )
        first = [row.id for row in rows]
        for it in people.by_ids(session, first, place.checkpoint):
            yield Note(it.id, listed_name(it), LAYOUT, said)


def _same_names(session: Session, place: Place, ids: Sequence[int]) -> tuple[Note, ...]:
    wanted = set(ids)
    twice = [it for it in batches.same_names(session, place.event) if it in wanted]
    said = sentence("Somebody else has the same name: hand the badges out with care.")
    return tuple(
        Note(it.id, listed_name(it), TWICE, said, "organisation", it.organisation)
        for it in people.by_ids(session, twice, place.checkpoint)
    )


def _notes(several: Sequence[tuple[str, Badge]], layout: str, stock: Stock) -> tuple[Note, ...]:
    from desk_app.badges.preflight import look_through

    names = {badge.attendee: name for name, badge in several}
    found = look_through([badge for _, badge in several], layouts.layout(layout), stock)
    return tuple(
        Note(it.attendee, names[it.attendee], it.kind, it.sentence, it.field, it.value, it.proposal)
        for it in found
    )

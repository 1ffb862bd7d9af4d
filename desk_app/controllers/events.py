"""The events of this desk: taken in, listed, looked at, corrected, and one of them in hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app.clock import Clock
from desk_app.controllers.year import YearController
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.event import follow_days as follow_days
from desk_app.domain.names import plain
from desk_app.domain.sentence import Sentence
from desk_app.intake.announcement_event import Announcement as Announcement
from desk_app.services import attendance, events, privacy
from desk_app.services.checkin import Place
from desk_app.services.event_line import checkpoint_name as checkpoint_name
from desk_app.services.event_line import days as days_line
from desk_app.services.event_line import event_line as event_line
from desk_app.services.events import EventRow as EventRow
from desk_app.services.places import Standing
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "Announcement",
    "EventPage",
    "EventRow",
    "EventsController",
    "Listing",
    "TakenIn",
    "checkpoint_name",
    "days_line",
    "event_line",
    "follow_days",
    "read_days",
    "read_hour",
]


@dataclass(frozen=True, slots=True)
class Listing:
    """The events that the search leaves, of `total`; `in_hand` and `shown` are ids."""

    rows: tuple[EventRow, ...]
    total: int
    in_hand: int | None
    shown: int | None
    newest_first: bool


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event to look at. `arrived` counts people by a checkpoint's key.

    `unread` is what could not be read when it was taken in, as long as this window is open;
    `overdue`: names should no longer be kept.
    """

    row: EventRow
    in_hand: bool
    arrived: Mapping[str, int]
    unread: tuple[Sentence, ...] = ()
    overdue: bool = False
    anonymised: bool = False


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a file announced: the ids of the events, and each as it was read."""

    file: str
    ids: tuple[int, ...]
    announcements: tuple[Announcement, ...]


class EventsController(QObject):
    """Keeps the list for searching, so that typing asks nothing of the database."""

    listed = Signal(object)  # Listing
    shown = Signal(object)  # EventPage
    taken_in = Signal(object)  # TakenIn
    saved = Signal(object)  # the event's id: the form may close
    chosen = Signal(object)  # the id of the event now in hand: the desk stands there

    def __init__(
        self, tasks: Tasks | InlineTasks, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self.year = YearController(tasks, clock, self)
        self._rows: tuple[EventRow, ...] = ()
        self._in_hand: int | None = None
        self._shown: int | None = None
        self._unread: dict[int, tuple[Sentence, ...]] = {}
        self._text = ""
        self._newest_first = True

    def stand_at(self, standing: Standing | None) -> None:
        """The desk stands elsewhere: mark that event."""
        self._in_hand = standing.place.event if standing else None
        self.refresh()

    def refresh(self) -> None:
        """List the events and their counts again."""
        self._tasks.db(_everything, done=self._keep, newest="events")

    def search(self, text: str) -> None:
        """Leave the events whose title, kind, place or date has all these words."""
        self._text = text
        self._list()

    def sort(self, newest_first: bool) -> None:
        """By date, from either end."""
        self._newest_first = newest_first
        self._list()

    def show(self, identity: int) -> None:
        """Look at an event without taking it in hand."""
        self._shown = identity
        self._tasks.db(_page, identity, self._clock(), done=self._show_page, newest="event-page")

    def take_in(self, path: Path) -> None:
        """Read an announcement and keep its event, or its events; the first is then in hand."""
        self._tasks.make(_read, path, done=self._describe)

    def choose(self, identity: int) -> None:
        """Work with this event from now on."""
        self._tasks.db(_choose, identity, done=self._take_in_hand)

    def save(self, event: Event, identity: int | None) -> None:
        """Keep a corrected event; without an identity it is a new one, and taken in hand."""
        self._tasks.db(_save, event, self._clock(), identity, done=self._show_saved)

    def _keep(self, found: tuple[tuple[EventRow, ...], int | None]) -> None:
        self._rows, self._in_hand = found
        ids = [row.id for row in self._rows]
        if self._shown not in ids:
            self._shown = self._in_hand if self._in_hand in ids else next(iter(ids), None)
        self._list()
        if self._shown is not None:
            self.show(self._shown)

    def _list(self) -> None:
        words = plain(self._text).split()
        rows = [row for row in self._rows if all(word in _spoken(row.event) for word in words)]
        dated = [row for row in rows if row.event.days]
        dated.sort(key=lambda row: row.event.days, reverse=self._newest_first)
        undated = [row for row in rows if not row.event.days]
        self.listed.emit(
            Listing(
                (*dated, *undated), len(self._rows), self._in_hand, self._shown, self._newest_first
            )
        )

    def _show_page(self, page: EventPage) -> None:
        unread = self._unread.get(page.row.id, ())
        self.shown.emit(replace(page, unread=unread))

    def _describe(self, read: tuple[str, tuple[Announcement, ...]]) -> None:
        self._tasks.db(_take_in, *read, self._clock(), done=self._show_taken_in)

    def _show_taken_in(self, taken: TakenIn) -> None:
        for identity, announcement in zip(taken.ids, taken.announcements, strict=True):
            self._unread[identity] = announcement.unread
        self._shown = taken.ids[0]
        self.taken_in.emit(taken)
        self._take_in_hand(taken.ids[0])

    def _show_saved(self, identity: int) -> None:
        self._unread.pop(identity, None)
        self._shown = identity
        self.saved.emit(identity)
        # The event in hand may be this one under another name or date: the desk looks again.
        self._tasks.db(_in_hand, done=self._take_in_hand)

    def _take_in_hand(self, identity: int) -> None:
        self.chosen.emit(identity)
        self.refresh()


def read_days(text: str) -> tuple[date, ...]:
    """Days as people type them: "03/07/2024", several with commas, or "3-5 juillet 2024"."""
    from desk_app.intake.announcement_dates import read_when

    when = read_when(text)
    if when.doubt or when.left or when.opens or when.closes:
        raise DeskError(
            "“{text}” is no date. Write it as 03/07/2024; put a comma between several.",
            text=text.strip(),
        )
    return when.days


def read_hour(text: str) -> time | None:
    """An hour as people type it: "9:30", "9h30", "9h", "9"; None for nothing."""
    from desk_app.intake.announcement_dates import read_hours

    if not text.strip():
        return None
    bare = text.strip()
    when = read_hours(f"{bare}h" if bare.isdigit() and len(bare) < 3 else bare)
    if when.doubt or when.days or when.left or (when.opens and when.closes):
        raise DeskError("“{text}” is no hour. Write it as 09:30.", text=bare)
    return when.opens or when.closes


def _everything(session: Session) -> tuple[tuple[EventRow, ...], int | None]:
    return tuple(events.all_events(session)), events.in_hand(session)


def _page(session: Session, identity: int, now: int) -> EventPage:
    row = events.one(session, identity)
    points = row.event.checkpoints
    figures = attendance.figures(session, Place(identity, points[0].key))
    arrived = {
        point.key: group.arrived for point, group in zip(points, figures.checkpoints, strict=True)
    }
    return EventPage(
        row,
        events.in_hand(session) == identity,
        arrived,
        overdue=privacy.is_overdue(session, row, now),
        anonymised=privacy.is_anonymised(session, identity),
    )


def _read(path: Path) -> tuple[str, tuple[Announcement, ...]]:
    from desk_app.intake.announcement import read_announcement

    return path.name, read_announcement(path)


def _take_in(
    session: Session, file: str, announcements: tuple[Announcement, ...], now: int
) -> TakenIn:
    ids = [events.take_in(session, it.event, now) for it in announcements]
    events.choose(session, ids[0])
    return TakenIn(file, tuple(ids), announcements)


def _choose(session: Session, identity: int) -> int:
    events.choose(session, identity)
    return identity


def _save(session: Session, event: Event, now: int, identity: int | None) -> int:
    """Correcting an event does not take it in hand in place of another."""
    if identity is None and events.found(session, event.id):
        raise DeskError(
            "An event with this title, date and city is on this desk already. "
            "Choose it in the list and edit it."
        )
    before = events.in_hand(session)
    kept = events.describe(session, event, now, identity)
    if identity is not None and before is not None:
        events.choose(session, before)
    return kept


def _in_hand(session: Session) -> int:
    found = events.in_hand(session)
    assert found is not None  # an event was saved just now
    return found


def _spoken(event: Event) -> str:
    """What a search looks through: numbers and words of the days in both languages."""
    days = [text for day in event.days for text in (f"{day:%d/%m/%Y}", day.isoformat())]
    lines = [event_line(event, language) for language in ("fr", "en")]
    return plain(" ".join((event.title, event.kind, event.organiser, *days, *lines)))

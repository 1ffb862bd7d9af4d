"""All events of this desk side by side: their figures, by year, and who came to several."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from desk_app.domain.courses import Courses
from desk_app.domain.event import Event
from desk_app.domain.names import listed, plain
from desk_app.services import courses, events
from desk_app.services.attendance import is_over
from desk_app.services.checkin import Place
from desk_app.services.event_line import days
from desk_app.services.events import EventRow
from desk_app.store import ledger
from desk_app.store.session import Session
from desk_app.words import say

MOST_PEOPLE = 1_000


@dataclass(frozen=True, slots=True)
class Counted:
    """The numbers of an event or of several. Nobody is absent from an event still to come."""

    registered: int
    arrived: int
    absent: int
    walk_ins: int

    @property
    def share(self) -> float | None:
        return events.share(self.arrived, self.absent)


@dataclass(frozen=True, slots=True)
class EventOfYear:
    """An event with its numbers."""

    id: int
    event: Event
    counted: Counted

    @property
    def year(self) -> int | None:
        return self.event.days[0].year if self.event.days else None


@dataclass(frozen=True, slots=True)
class Year:
    """The events of a year, the latest first, and their numbers together; None: without a date.

    Whoever came to several is counted at each.
    """

    year: int | None
    events: tuple[EventOfYear, ...]

    @property
    def counted(self) -> Counted:
        each = [it.counted for it in self.events]
        return Counted(
            sum(it.registered for it in each),
            sum(it.arrived for it in each),
            sum(it.absent for it in each),
            sum(it.walk_ins for it in each),
        )


@dataclass(frozen=True, slots=True)
class Regular:
    """Somebody who came to several events, recognised by e-mail and name together."""

    name: str
    organisation: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Regulars:
    """Who came to several events, to the most first; `total` counts all, also those not told."""

    people: tuple[Regular, ...]
    total: int


def all_years(session: Session, now: int) -> tuple[Year, ...]:
    """Every event by year, the latest first; those without a date at the end."""
    rows = [
        EventOfYear(row.id, row.event, _counted(row, now)) for row in events.all_events(session)
    ]
    return tuple(Year(year, tuple(its)) for year, its in groupby(rows, lambda it: it.year))


def compared(session: Session, ids: Sequence[int], language: str) -> Courses:
    """How people arrived at these events, at the first checkpoint of each where they did."""
    known = {identity: events.described(session, identity) for identity in ids}
    names = _names(known, language)
    found = []
    for identity, event in known.items():
        if point := courses.first_point(event, _points(session, identity)):
            found.append((names[identity], Place(identity, point)))
    return courses.laid_over(session, found)


def regulars(session: Session) -> Regulars:
    """Who came to several events; nobody of those whose identities have left the desk.

    Without an e-mail nobody is recognised: two people may bear one name.
    """
    by_id = events.described_all(session)
    gone = {it for it in by_id if ledger.erasures(session, it).whole}
    came: dict[tuple[str, str], dict[int, tuple[str, str]]] = {}
    for event, email, given, family, full, organisation in _who_came(session):
        if event not in gone and full:
            whose = came.setdefault((email.casefold(), plain(full)), {})
            whose[event] = (listed(given, family, full), organisation)
    found = [_regular(those, by_id) for those in came.values() if len(those) > 1]
    found.sort(key=lambda it: (-len(it.events), plain(it.name)))
    return Regulars(tuple(found[:MOST_PEOPLE]), len(found))


def _names(known: Mapping[int, Event], language: str) -> dict[int, str]:
    """Titles; editions of one event, which bear the same, are told apart by their first day."""
    times = Counter(it.title for it in known.values())
    names = {}
    for identity, it in known.items():
        title = it.title or say("Event without a title", language)
        day = days(it.days[:1], language) if times[it.title] > 1 else ""
        names[identity] = " · ".join(filter(None, (title, day)))
    return names


def _regular(those: dict[int, tuple[str, str]], by_id: dict[int, Event]) -> Regular:
    """As the latest of the events knows them."""
    latest = [it for it in by_id if it in those]
    return Regular(*those[latest[0]], tuple(by_id[it] for it in latest))


def _who_came(session: Session) -> Iterable[tuple[int, str, str, str, str, str]]:
    """Everybody whose address came to several events: few, found before a name is looked at."""
    rows = session.run(
        "SELECT event, email, given_name, family_name, full_name, organisation FROM attendee"
        " WHERE listed AND arrived_at IS NOT NULL AND lower(email) IN"
        " (SELECT lower(email) FROM attendee WHERE listed AND arrived_at IS NOT NULL"
        " AND email <> '' GROUP BY 1 HAVING count(DISTINCT event) > 1)"
    )
    return [tuple(row) for row in rows]


def _counted(row: EventRow, now: int) -> Counted:
    to_come = not row.arrived and not is_over(row.event, now)
    return Counted(row.registered, row.arrived, 0 if to_come else row.absent, row.walk_ins)


def _points(session: Session, identity: int) -> list[str]:
    rows = session.run("SELECT DISTINCT checkpoint FROM presence WHERE event = ?", (identity,))
    return [row.checkpoint for row in rows]

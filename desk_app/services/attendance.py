"""Who came: the figures, the curve of arrivals, and the list for a document."""

import heapq
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from desk_app.domain.event import Event
from desk_app.domain.names import plain
from desk_app.domain.registration import MAY_ENTER, Status
from desk_app.services import events, roster
from desk_app.services.checkin import Place
from desk_app.services.desk_pace import ENOUGH, PACE_MS, Pace, by_desk
from desk_app.services.event_line import checkpoint_name, day
from desk_app.store import people, roll
from desk_app.store.people import People, Person
from desk_app.store.session import Session
from desk_app.store.tally import STEP_MS as STEP_MS
from desk_app.store.tally import Tally

_FARTHEST_MS = 2 * 60 * 60 * 1000
_LARGEST = 12  # organisations told one by one
_LOOKED_AT, _MINDED = 60, 5  # the last arrivals, and how many of them are told
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Group:
    """A category, checkpoint or organisation: how many were expected there, and how many came.

    `key` is what a list is filtered by to see them; a category's or an organisation's is its name.
    """

    name: str
    expected: int
    arrived: int
    key: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Figures:
    """The day in numbers. `arrived` counts people at the checkpoint in hand.

    `expected` may come in (confirmed, and whoever came all the same), `absent` have not yet.
    `curve` has (start of five minutes in ms UTC, arrivals within them), without empty ones.
    `companions` came along without a name, and count nowhere else.
    """

    registered: int
    expected: int
    arrived: int
    absent: int
    walk_ins: int
    pending: int
    waiting: int
    cancelled: int
    places_left: int | None
    categories: tuple[Group, ...]
    checkpoints: tuple[Group, ...]
    curve: tuple[tuple[int, int], ...]
    inside: int = 0
    recent: int = 0
    companions: int = 0
    all_in_at: int | None = None
    over: bool = False
    organisations: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Live:
    """The figures while the day goes on: at which desks, and who came in that needs somebody."""

    figures: Figures
    desks: tuple[Pace, ...] = ()
    minded: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What the figures are made of: keys and numbers as a `Tally` has them."""

    states: Mapping[tuple[str, str, int], int]
    here: Mapping[tuple[str, bool], int]
    points: Mapping[tuple[str, bool], int]
    curve: tuple[tuple[int, int], ...]
    organisations: tuple[Group, ...] = ()


def figures(session: Session, place: Place, now: int | None = None) -> Figures:
    """Count the event at a checkpoint, from the tables: some 200 ms where there are 100,000.

    With `now`, `recent` are the arrivals of the last `PACE_MS`, and `all_in_at` is when everybody
    expected would be in at that pace (ms UTC): a guess, and None where it would not be worth one.
    """
    return _figures(session, place, now, _from_tables(session, place))


def live(session: Session, place: Place, now: int) -> Live:
    """As `figures`, but out of the roll once that is read: every scan may ask."""
    known = roll.current(session, place.event, place.checkpoint)
    numbers = _from_tally(known.tally, place) if known else _from_tables(session, place)
    found = _figures(session, place, now, numbers)
    return Live(found, by_desk(session, place, now), _minded(session, place))


def _figures(session: Session, place: Place, now: int | None, it: _Numbers) -> Figures:
    event = _event(session, place.event)
    may = _sum(it.states, lambda key: key[0] in MAY_ENTER)
    categories = _categories(it)
    expected = sum(group.expected for group in categories)
    arrived = sum(group.arrived for group in categories)
    recent = _since(session, place, now - PACE_MS, now) if now is not None else 0
    absent = expected - arrived
    return Figures(
        registered=_sum(it.states, lambda key: not key[2]),
        expected=expected,
        arrived=arrived,
        absent=absent,
        walk_ins=_sum(it.states, lambda key: bool(key[2])),
        pending=_sum(it.states, lambda key: key[0] == Status.PENDING),
        waiting=_sum(it.states, lambda key: key[0] == Status.WAITING_LIST),
        cancelled=_sum(it.states, lambda key: key[0] == Status.CANCELLED),
        places_left=None if event.capacity is None else max(0, event.capacity - may),
        categories=categories,
        checkpoints=_checkpoints(event, may, it),
        curve=it.curve,
        inside=arrived - _left(session, place),
        recent=recent,
        companions=_companions(session, place),
        all_in_at=forecast(absent, recent, now) if now is not None else None,
        over=now is not None and is_over(event, now),
        organisations=it.organisations,
    )


def _companions(session: Session, place: Place) -> int:
    found = session.run(
        "SELECT coalesce(sum(companions), 0) FROM presence"
        " WHERE event = ? AND checkpoint = ? AND companions > 0",
        (place.event, place.checkpoint),
    )
    return int(found.scalar_one())


def forecast(absent: int, recent: int, now: int) -> int | None:
    """When `absent` people are in if as many keep coming as in the last `PACE_MS`.

    None with nobody left, with too few arrivals to speak of a pace, or hours ahead: whoever has
    not come by then will hardly come at all.
    """
    if not absent or recent < ENOUGH:
        return None
    ahead = absent * PACE_MS // recent
    return now + ahead if ahead <= _FARTHEST_MS else None


def local_time(at: int, zone: str, *, seconds: bool = False) -> str:
    """A moment (ms UTC) on the event's clock, such as "09:12"."""
    moment = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone))
    return f"{moment:%H:%M:%S}" if seconds else f"{moment:%H:%M}"


def local_moment(at: int, zone: str, language: str) -> str:
    """A moment (ms UTC) with its day, on the event's clock: "3 July 2024, 17:05"."""
    moment = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone))
    return f"{day(moment.date(), language)}, {moment:%H:%M}"


def listing(session: Session, place: Place, only: str = "all") -> People:
    """The people of one figure, by a key of `roster.KINDS`."""
    return roster.everybody(session, place).where(roster.KINDS[only])


def _from_tables(session: Session, place: Place) -> _Numbers:
    states = session.run(
        "SELECT status, ticket_type, walk_in, count(*) FROM attendee INDEXED BY attendee_by_status"
        " WHERE event = ? AND listed = 1 GROUP BY status, ticket_type, walk_in",
        (place.event,),
    )
    come = session.run(
        "SELECT checkpoint, ticket_type, status NOT IN ('confirmed', 'checked_in'), count(*)"
        " FROM presence CROSS JOIN attendee ON id = attendee"
        " WHERE presence.event = ? GROUP BY 1, 2, 3",
        (place.event,),
    )
    here: Counter[tuple[str, bool]] = Counter()
    points: Counter[tuple[str, bool]] = Counter()
    for checkpoint, category, waived, count in come:
        points[checkpoint, bool(waived)] += count
        if checkpoint == place.checkpoint:
            here[category, bool(waived)] += count
    by = {(row[0], row[1], row[2]): row[3] for row in states}
    return _Numbers(by, here, points, curve(session, place))


def _from_tally(tally: Tally, place: Place) -> _Numbers:
    steps = sorted(
        (start, count)
        for (checkpoint, start), count in tally.steps.items()
        if checkpoint == place.checkpoint and count
    )
    counted = ((not name, -count, name) for name, count in tally.coming.items() if count)
    largest = tuple(
        Group(name, -count, tally.come[name], name)
        for _, count, name in heapq.nsmallest(_LARGEST, counted)
    )
    return _Numbers(tally.states, tally.here, tally.points, tuple(steps), largest)


def _sum(counts: Mapping[_Key, int], counted: Callable[[_Key], bool]) -> int:
    return sum(count for key, count in counts.items() if counted(key))


def _categories(it: _Numbers) -> tuple[Group, ...]:
    """Of each, whoever may come in and whoever was let in all the same; and who is here."""
    coming: Counter[str] = Counter()
    here: Counter[str] = Counter()
    for (status, category, _), count in it.states.items():
        coming[category] += count if status in MAY_ENTER else 0
    for (category, waived), count in it.here.items():
        here[category] += count
        coming[category] += count if waived else 0
    named = sorted(name for name in coming if coming[name] or here[name])
    return tuple(Group(name, coming[name], here[name], name) for name in named)


def _checkpoints(event: Event, may: int, it: _Numbers) -> tuple[Group, ...]:
    """Of each checkpoint, whoever `may` come in and whoever was let in there all the same."""
    groups = []
    for point in event.checkpoints:
        waived = it.points.get((point.key, True), 0)
        arrived = it.points.get((point.key, False), 0) + waived
        name = checkpoint_name(point, event.language)
        groups.append(Group(name, may + waived, arrived, point.key))
    return tuple(groups)


def is_over(event: Event, now: int) -> bool:
    """Whether the event has ended: whoever is absent now has not come at all."""
    if not event.days:
        return False
    end = datetime.combine(max(event.days), event.closes or time.max, ZoneInfo(event.zone))
    return now / 1000 > end.timestamp()


def _event(session: Session, identity: int) -> Event:
    found = events.found(session, identity)
    return found if found is not None else events.one(session, identity).event


def _minded(session: Session, place: Place) -> tuple[Person, ...]:
    """Of those who came in last, who needs somebody: a note, a VIP, let in against the rules."""
    rows = session.run(
        "SELECT attendee FROM presence INDEXED BY presence_by_time"
        " WHERE event = ? AND checkpoint = ? ORDER BY first_at DESC LIMIT ?",
        (place.event, place.checkpoint, _LOOKED_AT),
    )
    people_here = people.by_ids(session, [row[0] for row in rows], place.checkpoint)
    return tuple(it for it in people_here if needs_somebody(it))[:_MINDED]


def needs_somebody(it: Person) -> bool:
    """Whether somebody of the team should know that this person is here."""
    return bool(it.note) or it.status not in MAY_ENTER or "vip" in plain(it.ticket_type).split()


def curve(session: Session, place: Place) -> tuple[tuple[int, int], ...]:
    """(start of five minutes in ms UTC, arrivals at the checkpoint within them), in order."""
    rows = session.run(
        "SELECT first_at / ? * ?, count(*) FROM presence WHERE event = ? AND checkpoint = ?"
        " GROUP BY 1 ORDER BY 1",
        (STEP_MS, STEP_MS, place.event, place.checkpoint),
    )
    return tuple((row[0], row[1]) for row in rows)


def _left(session: Session, place: Place) -> int:
    """Who went out here and did not come in again, as far as exits are scanned."""
    return int(
        session.run(
            "SELECT count(*) FROM presence WHERE event = ? AND checkpoint = ? AND NOT inside",
            (place.event, place.checkpoint),
        ).scalar_one()
    )


def _since(session: Session, place: Place, start: int, end: int) -> int:
    return int(
        session.run(
            "SELECT count(*) FROM presence WHERE event = ? AND checkpoint = ? AND first_at > ?"
            " AND first_at <= ?",
            (place.event, place.checkpoint, start, end),
        ).scalar_one()
    )

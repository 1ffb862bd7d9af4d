"""Who came: the figures, the curve of arrivals, and the list for a document."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desk_app.domain.registration import MAY_ENTER, Status
from desk_app.services import events, roster
from desk_app.services.checkin import Place
from desk_app.services.event_line import checkpoint_name, day
from desk_app.store.people import People, Person
from desk_app.store.session import Session

STEP_MS = 5 * 60 * 1000
PACE_MS = 15 * 60 * 1000
_ENOUGH = 5  # arrivals that make a pace
_FARTHEST_MS = 2 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Group:
    """A category or a checkpoint: how many were expected there, and how many came."""

    name: str
    expected: int
    arrived: int


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


def figures(session: Session, place: Place, now: int | None = None) -> Figures:
    """Count the event at a checkpoint; index scans only, so that every scan may ask.

    With `now`, `recent` are the arrivals of the last `PACE_MS`, and `all_in_at` is when everybody
    expected would be in at that pace (ms UTC): a guess, and None where it would not be worth one.
    """
    by = _by_status(session, place.event)
    here = _arrived_by_category(session, place)
    coming = dict.fromkeys(here, 0)
    for (status, category, _), count in by.items():
        if status in MAY_ENTER:
            coming[category] = coming.get(category, 0) + count
    may = sum(coming.values())
    waived = _let_in_all_the_same(session, place)
    for category, count in waived.items():
        coming[category] += count
    expected, arrived = sum(coming.values()), sum(here.values())
    recent = _since(session, place, now - PACE_MS, now) if now is not None else 0
    capacity = events.one(session, place.event).places_left
    return Figures(
        registered=sum(count for (_, _, walk_in), count in by.items() if not walk_in),
        expected=expected,
        arrived=arrived,
        absent=expected - arrived,
        walk_ins=sum(count for (_, _, walk_in), count in by.items() if walk_in),
        pending=_with(by, Status.PENDING),
        waiting=_with(by, Status.WAITING_LIST),
        cancelled=_with(by, Status.CANCELLED),
        places_left=capacity,
        categories=tuple(Group(name, coming[name], here.get(name, 0)) for name in sorted(coming)),
        checkpoints=_checkpoints(session, place.event, may),
        curve=_curve(session, place),
        inside=arrived - _left(session, place),
        recent=recent,
        companions=_companions(session, place),
        all_in_at=forecast(expected - arrived, recent, now) if now is not None else None,
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
    if not absent or recent < _ENOUGH:
        return None
    ahead = absent * PACE_MS // recent
    return now + ahead if ahead <= _FARTHEST_MS else None


def arrival(person: Person, zone: str, *, seconds: bool = False) -> str:
    """When the person came in here, on the event's clock; empty when they did not."""
    return local_time(person.here_at, zone, seconds=seconds) if person.here_at else ""


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


def _by_status(session: Session, event: int) -> dict[tuple[str, str, bool], int]:
    rows = session.run(
        "SELECT status, ticket_type, walk_in, count(*) FROM attendee INDEXED BY attendee_by_status"
        " WHERE event = ? AND listed = 1 GROUP BY status, ticket_type, walk_in",
        (event,),
    )
    return {(row[0], row[1], bool(row[2])): row[3] for row in rows}


def _with(by: dict[tuple[str, str, bool], int], status: Status) -> int:
    return sum(count for (it, _, _), count in by.items() if it == status)


def _arrived_by_category(session: Session, place: Place) -> dict[str, int]:
    return _counted(session, place, "1")


def _let_in_all_the_same(session: Session, place: Place) -> dict[str, int]:
    """Who is here although their registration would not have let them in."""
    return _counted(session, place, "status NOT IN ('confirmed', 'checked_in')")


def _counted(session: Session, place: Place, condition: str) -> dict[str, int]:
    rows = session.run(
        "SELECT ticket_type, count(*) FROM presence CROSS JOIN attendee ON id = attendee"
        f" WHERE presence.event = ? AND checkpoint = ? AND {condition} GROUP BY ticket_type",
        (place.event, place.checkpoint),
    )
    return {row[0]: row[1] for row in rows}


def _checkpoints(session: Session, event: int, may: int) -> tuple[Group, ...]:
    """Of each checkpoint, whoever `may` come in and whoever was let in there all the same."""
    described = events.one(session, event).event
    rows = session.run(
        "SELECT checkpoint, count(*), sum(status NOT IN ('confirmed', 'checked_in'))"
        " FROM presence CROSS JOIN attendee ON id = attendee"
        " WHERE presence.event = ? GROUP BY checkpoint",
        (event,),
    )
    here = {row[0]: (row[1], row[2]) for row in rows}
    groups = []
    for it in described.checkpoints:
        arrived, waived = here.get(it.key, (0, 0))
        groups.append(Group(checkpoint_name(it, described.language), may + waived, arrived))
    return tuple(groups)


def _curve(session: Session, place: Place) -> tuple[tuple[int, int], ...]:
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

"""How people arrived at several checkpoints or events, laid over one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from desk_app.domain.courses import Beside, Courses, beside, over_one_another
from desk_app.domain.event import Event
from desk_app.services import attendance, events
from desk_app.services.checkin import Place
from desk_app.services.event_line import checkpoint_name, days
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Other:
    """A checkpoint where people arrived, to be laid beside another; `title` "" for this event."""

    place: Place
    title: str
    name: str


def others(session: Session, place: Place, language: str) -> tuple[Other, ...]:
    """What a checkpoint can be laid beside: the others of its event, then the other events."""
    here = events.described(session, place.event)
    came = _where_people_came(session)
    found = [
        Other(Place(place.event, it.key), "", checkpoint_name(it, language))
        for it in here.checkpoints
        if it.key != place.checkpoint and (place.event, it.key) in came
    ]
    for identity, event in events.described_all(session).items():
        point = first_point(event, {key for one, key in came if one == identity})
        if identity != place.event and point:
            day = days(event.days[:1], language)
            found.append(Other(Place(identity, point), event.title, day))
    return tuple(found)


def first_point(event: Event, came: Iterable[str]) -> str:
    """The first checkpoint of an event where people arrived; "" where nobody did."""
    known = set(came)
    return next((it.key for it in event.checkpoints if it.key in known), "")


def laid_over(session: Session, several: Iterable[tuple[str, Place]]) -> Courses:
    """The arrivals at these checkpoints, each under its name."""
    return over_one_another(
        [
            (name, attendance.curve(session, place), opening(session, place))
            for name, place in several
        ]
    )


def laid_beside(session: Session, place: Place, other: Other) -> Beside | None:
    """Another checkpoint's arrivals beside those here.

    From opening to opening where both are known, else from first arrival to first arrival.
    """
    return beside(
        " · ".join(filter(None, (other.title, other.name))),
        attendance.curve(session, other.place),
        opening(session, other.place),
        attendance.curve(session, place),
        opening(session, place),
    )


def opening(session: Session, place: Place) -> int | None:
    """When a checkpoint opened, in ms UTC; None where nobody said so."""
    event = events.described(session, place.event)
    point = event.checkpoint(place.checkpoint)
    day, hour = point.day or next(iter(event.days), None), point.opens or event.opens
    if day is None or hour is None:
        return None
    return int(datetime.combine(day, hour, ZoneInfo(event.zone)).timestamp() * 1000)


def _where_people_came(session: Session) -> frozenset[tuple[int, str]]:
    rows = session.run("SELECT DISTINCT event, checkpoint FROM presence")
    return frozenset((row.event, row.checkpoint) for row in rows)

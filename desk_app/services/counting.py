"""How many are in, of how many, and who came last."""

from dataclasses import dataclass

from desk_app.services import events
from desk_app.services.answer import Place
from desk_app.store import people
from desk_app.store.people import Person
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Counts:
    """`arrived` at this checkpoint, of `expected` at the event: who may come in, or did.

    `inside` is how many of them are there just now, `capacity` how many may be; None where the
    checkpoint does not count people out.
    """

    arrived: int
    expected: int
    inside: int | None = None
    capacity: int | None = None


def counts(session: Session, place: Place) -> Counts:
    """How many are in, of how many. Whoever was let in all the same counts as expected."""
    may = session.run(
        "SELECT count(*) FROM attendee INDEXED BY attendee_by_status"
        " WHERE event = ? AND listed = 1 AND status IN ('confirmed', 'checked_in')",
        (place.event,),
    ).scalar_one()
    waived = session.run(
        "SELECT count(*) FROM attendee INDEXED BY attendee_by_status CROSS JOIN presence"
        " ON presence.attendee = attendee.id AND checkpoint = ? WHERE attendee.event = ?"
        " AND listed = 1 AND status IN ('pending', 'waiting_list', 'cancelled', 'blocked')",
        (place.checkpoint, place.event),
    ).scalar_one()
    arrived = _arrived(session, place)
    point = events.described(session, place.event).checkpoint(place.checkpoint)
    if not point.counts_inside:
        return Counts(arrived, may + waived)
    return Counts(arrived, may + waived, arrived - _left(session, place), point.capacity)


def came(session: Session, event: int) -> int:
    """How many people came, at whichever checkpoint."""
    found = session.run("SELECT count(DISTINCT attendee) FROM presence WHERE event = ?", (event,))
    return int(found.scalar_one())


def places_left(session: Session, event: int) -> int | None:
    """How many places of the event nobody has; None where it is not known how many there are."""
    return events.one(session, event).places_left


def last_arrivals(session: Session, place: Place, most: int = 6) -> list[Person]:
    """Who came in last at this checkpoint, the latest first."""
    rows = session.run(
        "SELECT attendee FROM presence WHERE event = ? AND checkpoint = ?"
        " ORDER BY first_at DESC LIMIT ?",
        (place.event, place.checkpoint, most),
    )
    return people.by_ids(session, [row.attendee for row in rows], place.checkpoint)


def inside(session: Session, place: Place) -> int:
    return _arrived(session, place) - _left(session, place)


def _arrived(session: Session, place: Place) -> int:
    found = session.run(
        "SELECT count(*) FROM presence WHERE event = ? AND checkpoint = ?",
        (place.event, place.checkpoint),
    )
    return int(found.scalar_one())


def _left(session: Session, place: Place) -> int:
    found = session.run(
        "SELECT count(*) FROM presence INDEXED BY presence_left"
        " WHERE event = ? AND checkpoint = ? AND NOT inside",
        (place.event, place.checkpoint),
    )
    return int(found.scalar_one())

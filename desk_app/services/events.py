"""The events of this desk: taken in, listed, chosen."""

import json
from dataclasses import dataclass, fields, replace

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event, follow_days, with_checkpoints
from desk_app.domain.facts import EventDescribed
from desk_app.domain.names import plain
from desk_app.services import settings
from desk_app.store.codec import unpacked_event
from desk_app.store.ledger import Entry, record
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in the list, with its people at whichever checkpoint.

    Walk-ins are not among the `registered`. `expected` counts everybody who may come in, `arrived`
    who did, `absent` who may and has not.
    """

    id: int
    event: Event
    registered: int
    expected: int
    arrived: int
    absent: int = 0
    walk_ins: int = 0

    @property
    def people(self) -> int:
        """Everybody on the list."""
        return self.registered + self.walk_ins

    @property
    def share(self) -> float | None:
        return share(self.arrived, self.absent)

    @property
    def places_left(self) -> int | None:
        """None where no capacity is known; never below zero."""
        if self.event.capacity is None:
            return None
        return max(0, self.event.capacity - self.expected)


def share(arrived: int, absent: int) -> float | None:
    """How many came, from 0 to 1, of those who may and who did; None where there is nobody."""
    whole = arrived + absent
    return arrived / whole if whole else None


def describe(session: Session, event: Event, now: int, identity: int | None = None) -> int:
    """Take in an announcement, new or changed, and make it the event in hand; return its id.

    The same announcement again changes nothing. `identity` names the event that is corrected,
    whose title or date may be another now.
    """
    event = with_checkpoints(event)
    identity = event.id if identity is None else identity
    if found(session, identity) != event:
        record(session, identity, [Entry(None, EventDescribed(event))], now)
    choose(session, identity)
    return identity


def take_in(session: Session, announced: Event, now: int) -> int:
    """Take in an announcement; of an event that is here already, only what it says anew.

    What somebody filled in by hand stays where the announcement is silent, checkpoints too; they
    follow its days, so that a day added to an event has a door of its own.
    """
    known = found(session, announced.id)
    if known:
        said = {
            field.name: value
            for field in fields(announced)
            if (value := getattr(announced, field.name)) != field.default
        }
        announced = replace(known, **said)
        if announced.days != known.days:
            points = follow_days(announced.days, announced.checkpoints, _used(session, known.id))
            announced = replace(announced, checkpoints=points)
    return describe(session, announced, now)


def found(session: Session, identity: int) -> Event | None:
    """One event by its id."""
    row = session.run("SELECT body FROM event WHERE id = ?", (identity,)).first()
    return unpacked_event(json.loads(row.body)) if row else None


def all_events(session: Session) -> list[EventRow]:
    """Every event with its counts, the latest first; those without a date at the end."""
    counts = _counts(session)
    return [_row(identity, it, counts) for identity, it in described_all(session).items()]


def described_all(session: Session) -> dict[int, Event]:
    """Every event by its id, the latest first; those without a date at the end."""
    rows = session.run("SELECT id, body FROM event ORDER BY first_day DESC, title")
    return {row.id: unpacked_event(json.loads(row.body)) for row in rows}


def described(session: Session, identity: int) -> Event:
    """One event by its id; DeskError when there is none."""
    event = found(session, identity)
    if event is None:
        raise DeskError("This event is not on this desk. Choose one from the list of events.")
    return event


def one(session: Session, identity: int) -> EventRow:
    """One event with its counts; DeskError when there is none of this id."""
    return _row(identity, described(session, identity), _counts(session, identity))


def choose(session: Session, identity: int) -> None:
    """Make this the event in hand, until another is chosen."""
    settings.write(session, "event", str(identity))


def in_hand(session: Session) -> int | None:
    """The event chosen last, if it is still there."""
    row = session.run(
        "SELECT event.id FROM setting JOIN event ON event.id = CAST(value AS INTEGER)"
        " WHERE key = 'event'"
    ).first()
    return row.id if row else None


def named(session: Session, text: str) -> int:
    """The event that a person means by an id or a part of a title; DeskError unless just one."""
    events = all_events(session)
    exact = [row.id for row in events if text in (f"{row.id}", row.event.title)]
    near = exact or [row.id for row in events if plain(text) in plain(row.event.title)]
    if len(near) == 1:
        return near[0]
    if near:
        raise DeskError(
            "{count} events are called like “{text}”. Give the whole title or the id.",
            count=len(near),
            text=text,
        )
    raise DeskError("No event is called “{text}”. List the events to see their titles.", text=text)


def _used(session: Session, identity: int) -> frozenset[str]:
    """The checkpoints where people came in."""
    rows = session.run("SELECT DISTINCT checkpoint FROM presence WHERE event = ?", (identity,))
    return frozenset(row.checkpoint for row in rows)


def _row(identity: int, event: Event, counts: dict[int, tuple[int, ...]]) -> EventRow:
    return EventRow(identity, event, *counts.get(identity, (0, 0, 0, 0, 0)))


def _counts(session: Session, identity: int | None = None) -> dict[int, tuple[int, ...]]:
    """Of one event or of all, what an EventRow counts; an index alone answers."""
    one, values = ("event = ? AND", (identity,)) if identity is not None else ("", ())
    rows = session.run(
        "SELECT event, sum(NOT walk_in), sum(status IN ('confirmed', 'checked_in')),"
        " sum(arrived_at IS NOT NULL),"
        " sum(arrived_at IS NULL AND status IN ('confirmed', 'checked_in')), sum(walk_in)"
        f" FROM attendee INDEXED BY attendee_by_status WHERE {one} listed = 1 GROUP BY event",
        values,
    )
    return {row[0]: tuple(row[1:]) for row in rows}

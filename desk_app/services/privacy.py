"""Data protection: how long identities are kept, and how they leave, everybody's or one's."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from desk_app.domain.attendee import fold
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.facts import Erased, Fact, Registered, WalkedIn
from desk_app.domain.names import plain
from desk_app.domain.registration import Registration, attendee_id
from desk_app.services import events, past_imports, sensitive
from desk_app.store import erasing, ledger
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Overdue:
    """An event whose people should no longer be kept."""

    id: int
    event: Event


@dataclass(frozen=True, slots=True)
class State:
    """What data protection says of an event just now. `sensitive` are headings."""

    anonymised: bool
    keep_until: date | None
    overdue: bool
    sensitive: tuple[sensitive.Question, ...]


def state(session: Session, identity: int, now: int) -> State:
    """How an event stands; reads every registration."""
    event = events.one(session, identity).event
    gone = ledger.erasures(session, identity).whole
    return State(
        gone,
        event.keep_until,
        not gone and _is_over(event, now),
        () if gone else sensitive.questions(session, identity),
    )


def overdue(session: Session, now: int) -> tuple[Overdue, ...]:
    """Events with people whose date has come, the longest over first."""
    found = [
        Overdue(row.id, row.event)
        for row in events.all_events(session)
        if is_overdue(session, row, now)
    ]
    return tuple(sorted(found, key=lambda it: it.event.keep_until or date.max))


def is_overdue(session: Session, row: events.EventRow, now: int) -> bool:
    """Whether names are kept of an event though its date has come."""
    return bool(row.people) and _is_over(row.event, now) and not is_anonymised(session, row.id)


def is_anonymised(session: Session, identity: int) -> bool:
    """Whether everybody's identity has left the event."""
    return ledger.erasures(session, identity).whole


def keep_until(session: Session, identity: int, day: date | None, now: int) -> None:
    """Say until when identities are kept; None: nobody said so."""
    event = events.one(session, identity).event
    before = events.in_hand(session)
    events.describe(session, replace(event, keep_until=day), now, identity)
    if before is not None:
        events.choose(session, before)


def anonymise(session: Session, identity: int, now: int) -> None:
    """Decide, for good, that identities leave an event; `erasing` then carries it out."""
    events.one(session, identity)
    _refuse_while_importing(session, identity)
    if not is_anonymised(session, identity):
        erasing.begin(session, identity, Erased(), now)


def forget_sensitive(session: Session, identity: int, now: int) -> tuple[str, ...]:
    """Purge sensitive answers of everybody; which questions they answered."""
    _refuse_while_importing(session, identity)
    found = sensitive.headings(session, identity)
    if found:
        erasing.begin(session, identity, Erased(headings=found), now)
    return found


def erase(session: Session, identity: int, attendee: int, now: int) -> None:
    """Decide, for good, that one person's identity leaves; imports do not bring it back."""
    _refuse_while_importing(session, identity)
    facts = _facts(session, identity, attendee)
    said = [it.body.registration for it in facts if isinstance(it.body, Registered | WalkedIn)]
    ids = dict.fromkeys((attendee, *(attendee_id(identity, it) for it in said)))
    orders = {it.order_id for it in said if it.order_id and _booked_it(it, said)}
    erasing.begin(session, identity, Erased(tuple(ids), orders=tuple(sorted(orders))), now)


def _booked_it(it: Registration, said: list[Registration]) -> bool:
    """Whether this order is the person's own: their name or address stands as the buyer's."""
    names = {plain(one.full_name) for one in said}
    addresses = {one.email.casefold() for one in said if one.email}
    return plain(it.buyer_name) in names or it.buyer_email.casefold() in addresses


def _facts(session: Session, identity: int, attendee: int) -> list[Fact]:
    facts = ledger.facts_of(session, [attendee]).get(attendee, [])
    if fold([*facts, *ledger.of_everybody(session, identity)]) is None:
        raise DeskError("This person is no longer on the list. Search again.")
    return facts


def _refuse_while_importing(session: Session, identity: int) -> None:
    if any(event == identity for _, event in past_imports.unfinished(session)):
        raise DeskError("An import into this event is running. Wait until it has ended.")


def _is_over(event: Event, now: int) -> bool:
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(event.zone)).date()
    return event.keep_until is not None and event.keep_until <= today

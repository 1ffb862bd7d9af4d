"""Corrections after the day: somebody was there and nobody scanned them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from desk_app.domain.attendee import fold
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Admitted, Departed
from desk_app.services.checkin import Place
from desk_app.store import ledger
from desk_app.store.ledger import Entry
from desk_app.store.session import Session


def enter_late(
    session: Session, place: Place, attendee: int, at: int, author: str, reason: str, now: int
) -> bool:
    """Enter that a person came in at `at` (ms UTC); who says so and why is kept with it.

    False when they were inside already then. DeskError without an author, a reason or a person.
    """
    author, reason = author.strip(), reason.strip()
    if not author or not reason:
        raise DeskError("A correction needs your name and a reason. Give both.")
    if at > now:
        raise DeskError("A correction cannot lie in the future. Check the date and the time.")
    facts = ledger.facts_of(session, [attendee]).get(attendee, [])
    wide = ledger.of_everybody(session, place.event)
    person = fold([*facts, *wide])
    if person is None or not person.listed:
        raise DeskError("This person is no longer on the list. Search again.")
    # What happened later says nothing of then: somebody inside now may have come in twice.
    then = fold([it for it in facts if not _later(it.body, at)] + wide)
    if then and any(it.checkpoint == place.checkpoint and it.inside for it in then.presences):
        return False
    late = Admitted(place.checkpoint, at, reason, author)
    ledger.record(session, place.event, [Entry(attendee, late)], now)
    return True


def moment(text: str, zone: str) -> int:
    """A local date and time as a person types them, in ms UTC; DeskError when it is none."""
    try:
        local = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise DeskError(
            "“{text}” is no date with a time. Write it like 2024-07-03 14:00.", text=text
        ) from error
    if local.tzinfo is None:
        local = local.replace(tzinfo=ZoneInfo(zone))
    return int(local.timestamp() * 1000)


def count(session: Session, event: int) -> int:
    """How many corrections stand."""
    return sum(
        isinstance(fact.body, Admitted) and bool(fact.body.author)
        for fact in ledger.moves(session, event)
    )


def _later(body: object, at: int) -> bool:
    return isinstance(body, Admitted | Departed) and body.at > at

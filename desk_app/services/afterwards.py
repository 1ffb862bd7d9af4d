"""Corrections after the day: somebody was there and nobody scanned them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from desk_app.domain.attendee import annulled, fold
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Admitted, Annulled, Departed
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
    author, reason = _signed(author, reason)
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


def was_not_there(
    session: Session, place: Place, attendee: int, author: str, reason: str, now: int
) -> bool:
    """Take back, after the day, all that says a person was at a checkpoint.

    False when nothing says so. DeskError without an author or a reason.
    """
    author, reason = _signed(author, reason)
    facts = ledger.facts_of(session, [attendee]).get(attendee, [])
    void = annulled([*facts, *ledger.about_event(session, place.event, Annulled)])
    moves = [
        it.id
        for it in facts
        if isinstance(it.body, Admitted | Departed)
        and it.body.checkpoint == place.checkpoint
        and it.id not in void
    ]
    taken_back = [Entry(attendee, Annulled(it, reason, author=author)) for it in moves]
    ledger.record(session, place.event, taken_back, now)
    return bool(moves)


def _signed(author: str, reason: str) -> tuple[str, str]:
    author, reason = author.strip(), reason.strip()
    if not author or not reason:
        raise DeskError("A correction needs your name and a reason. Give both.")
    return author, reason


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
    """How many entries made after the day stand."""
    return sum(
        isinstance(fact.body, Admitted) and bool(fact.body.author)
        for fact in ledger.moves(session, event)
    )


def taken_back(session: Session, event: int) -> int:
    """Of how many people it stands that they were not there after all, each checkpoint by itself.

    What somebody says about one person at one moment is one correction.
    """
    facts = ledger.annulments(session, event)
    void = annulled(facts)
    signed = [
        it for it in facts if isinstance(it.body, Annulled) and it.body.author and it.id not in void
    ]
    return len({(it.attendee, it.desk, it.clock) for it in signed})


def _later(body: object, at: int) -> bool:
    return isinstance(body, Admitted | Departed) and body.at > at

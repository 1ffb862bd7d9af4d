"""What is done for somebody at the desk: handed out, asked, sent to the help desk, accompanied."""

from desk_app.domain.attendee import fold
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import (
    Accompanied,
    Annulled,
    Answered,
    FactId,
    HandedOut,
    HelpGiven,
    HelpWanted,
)
from desk_app.services import undoing
from desk_app.services.answer import Place
from desk_app.store import ledger, people
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session

MOST_COMPANIONS = 99


def hand_out(session: Session, place: Place, attendee: int, what: str, now: int) -> None:
    """Note that something was handed out; noted again, it was not after all."""
    if given := _given(session, attendee, what):
        undoing.take_back(session, place.event, given, "", now)
    else:
        ledger.record(session, place.event, [Entry(attendee, HandedOut(what))], now)


def answer(
    session: Session, place: Place, attendee: int, question: str, said: str, now: int
) -> None:
    """Keep what somebody answered at the desk; it stands with the answers of the export."""
    if said.strip():
        entry = Entry(attendee, Answered(question, said.strip()))
        ledger.record(session, place.event, [entry], now)


def accompany(session: Session, place: Place, attendee: int, count: int, now: int) -> None:
    """Note how many came along with somebody who is in, without a name of their own."""
    if not 0 <= count <= MOST_COMPANIONS:
        raise DeskError("Between 0 and {most} people can come along.", most=MOST_COMPANIONS)
    person = people.by_ids(session, [attendee], place.checkpoint)[0]
    if person.here_at is None:
        raise DeskError("Check {name} in first, then those who came along.", name=person.full_name)
    came = Accompanied(place.checkpoint, count, now)
    ledger.record(session, place.event, [Entry(attendee, came)], now)


def send_to_help(session: Session, place: Place, attendee: int, note: str, now: int) -> None:
    """Take a person out of the queue; they stand on the help desk's list until it is solved."""
    if not note.strip():
        raise DeskError("Write what the help desk should know.")
    ledger.record(session, place.event, [Entry(attendee, HelpWanted(note.strip()))], now)


def solve(session: Session, place: Place, attendee: int, how: str, now: int) -> None:
    """Take a person off the help desk's list."""
    ledger.record(session, place.event, [Entry(attendee, HelpGiven(how.strip()))], now)


def awaiting_help(session: Session, place: Place) -> list[Person]:
    """Whom the help desk has not helped yet, by name."""
    rows = session.run(
        "SELECT id FROM attendee WHERE event = ? AND help <> '' AND listed ORDER BY family_key, id",
        (place.event,),
    )
    return people.by_ids(session, [row.id for row in rows], place.checkpoint)


def _given(session: Session, attendee: int, what: str) -> FactId | None:
    """The fact that says so, if it still stands."""
    facts = ledger.facts_of(session, [attendee]).get(attendee, [])
    if fold(facts) is None:
        raise DeskError("This person is no longer on the list. Search again.")
    gone = {it.body.target for it in facts if isinstance(it.body, Annulled)}
    standing = (it.id for it in facts if it.body == HandedOut(what) and it.id not in gone)
    return next(standing, None)

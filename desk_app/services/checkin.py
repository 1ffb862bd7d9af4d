"""Letting people in, taking it back, and registering those who were in no export."""

import secrets
from dataclasses import dataclass, replace

from desk_app.domain.admission import Outcome, Verdict, admit
from desk_app.domain.attendee import AMENDABLE, Attendee, fold
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import (
    Admitted,
    Amended,
    Annulled,
    Body,
    Departed,
    Fact,
    FactId,
    Refused,
    WalkedIn,
)
from desk_app.domain.names import joined
from desk_app.domain.registration import Registration
from desk_app.intake.scancode import candidates
from desk_app.store import ledger, people, search
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session

UNDOABLE = (Admitted, Departed, Amended, WalkedIn)


@dataclass(frozen=True, slots=True)
class Place:
    """Where this desk stands: an event and one of its checkpoints."""

    event: int
    checkpoint: str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The one answer to a scan or a click.

    `at` is when it happened, `first_at` and `desk` say when and where an `ALREADY_IN` first
    came in (ms UTC, the desk's name). `several` are the people an `AMBIGUOUS` code may mean.
    """

    outcome: Outcome
    code: str
    at: int
    person: Person | None = None
    first_at: int | None = None
    desk: str = ""
    several: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the kind of fact, and the person as now (None: no longer listed)."""

    fact: Fact
    person: Person | None


@dataclass(frozen=True, slots=True)
class Counts:
    """`arrived` at this checkpoint, of `expected` at the event: who may come in, or did."""

    arrived: int
    expected: int


def scan(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Check in whoever has this code; a code that nobody has is kept as a refused scan."""
    code = text.strip()
    if "\ufffd" in code or not code.isprintable():
        return CheckIn(Outcome.UNREADABLE, code, now)
    holders = people.by_code(session, place.event, candidates(code))
    if len(holders) == 1:
        return enter(session, place, holders[0], now, code=code)
    outcome = Outcome.AMBIGUOUS if holders else Outcome.UNKNOWN
    _refuse(session, place, None, code, outcome, now)
    return CheckIn(
        outcome, code, now, several=tuple(people.by_ids(session, holders, place.checkpoint))
    )


def type_in(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Check in whom typed words name: the holder of a code, or the only person they fit.

    Somebody typing is no scan: nobody found is told, and not kept as refused. Whoever is only
    called something like it is offered, never let in unseen.
    """
    typed = text.strip()
    meant = people.by_code(session, place.event, [typed]) or search.find(
        session, place.event, typed, limit=20, misspelt=False
    )
    if len(meant) == 1:
        return enter(session, place, meant[0], now)
    offered = meant or search.find(session, place.event, typed, limit=20)
    outcome = Outcome.AMBIGUOUS if offered else Outcome.UNKNOWN
    several = tuple(people.by_ids(session, offered, place.checkpoint))
    return CheckIn(outcome, typed, now, several=several)


def enter(
    session: Session, place: Place, attendee: int, now: int, reason: str = "", *, code: str = ""
) -> CheckIn:
    """Check in a known person; `reason` waives the registration's status, and is kept."""
    verdict = admit(
        _attendee(session, place.event, attendee), place.checkpoint, waived=bool(reason)
    )
    if verdict.outcome.admits:
        _record(session, place, attendee, Admitted(place.checkpoint, now, reason), now)
    elif code:
        _refuse(session, place, attendee, code, verdict.outcome, now)
    return _answer(session, place, attendee, verdict, code, now)


def leave(session: Session, place: Place, attendee: int, now: int) -> None:
    """Note that a person went out, so that they may come in again."""
    _record(session, place, attendee, Departed(place.checkpoint, now), now)


def amend(session: Session, event: int, attendee: int, field: str, value: str, now: int) -> None:
    """Correct one field at the desk; a value that is there already is not written again."""
    if field not in AMENDABLE:
        raise ValueError(field)
    known = _attendee(session, event, attendee).registration
    if getattr(known, field) != value:
        ledger.record(session, event, [Entry(attendee, Amended(field, value))], now)


def walk_in(session: Session, place: Place, registration: Registration, now: int) -> CheckIn:
    """Register somebody who was in no export, and let them in at once."""
    name = registration.full_name or joined(registration.given_name, registration.family_name)
    if not name.strip():
        raise DeskError("A walk-in needs a name. Type at least a given name.")
    attendee = secrets.randbits(62) + 1
    _record(session, place, attendee, WalkedIn(replace(registration, full_name=name.strip())), now)
    return enter(session, place, attendee, now)


def undo(session: Session, event: int, now: int) -> Undone | None:
    """Take back this desk's latest action at the event that still stands; None if there is none."""
    taken: set[FactId] = set()
    for fact in ledger.backwards(session, event, Annulled, *UNDOABLE):
        if isinstance(fact.body, Annulled):
            taken.add(fact.body.target)
        elif fact.id not in taken:
            return _take_back(session, fact, now)
    return None


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
        " AND listed = 1 AND status IN ('pending', 'waiting_list', 'cancelled')",
        (place.checkpoint, place.event),
    ).scalar_one()
    arrived = session.run(
        "SELECT count(*) FROM presence WHERE event = ? AND checkpoint = ?",
        (place.event, place.checkpoint),
    ).scalar_one()
    return Counts(arrived, may + waived)


def last_arrivals(session: Session, place: Place, most: int = 6) -> list[Person]:
    """Who came in last at this checkpoint, the latest first."""
    rows = session.run(
        "SELECT attendee FROM presence WHERE event = ? AND checkpoint = ?"
        " ORDER BY first_at DESC LIMIT ?",
        (place.event, place.checkpoint, most),
    )
    return people.by_ids(session, [row.attendee for row in rows], place.checkpoint)


def _attendee(session: Session, event: int, attendee: int) -> Attendee:
    facts = ledger.facts_of(session, [attendee]).get(attendee, [])
    found = fold([*facts, *ledger.about_event(session, event, Annulled)])
    if found is None or not found.listed:
        raise DeskError("This person is no longer on the list. Search again.")
    return found


def _answer(
    session: Session, place: Place, attendee: int, verdict: Verdict, code: str, now: int
) -> CheckIn:
    person = people.by_ids(session, [attendee], place.checkpoint)[0]
    first = verdict.presence
    if first is None:
        return CheckIn(verdict.outcome, code, now, person, person.here_at, session.desk.name)
    return CheckIn(
        verdict.outcome, code, now, person, first.first_at, _desk_name(session, first.desk)
    )


def _desk_name(session: Session, desk: str) -> str:
    row = session.run("SELECT name FROM desk WHERE id = ?", (desk,)).first()
    return str(row.name) if row else desk


def _record(session: Session, place: Place, attendee: int, body: Body, now: int) -> None:
    ledger.record(session, place.event, [Entry(attendee, body)], now)


def _refuse(
    session: Session, place: Place, attendee: int | None, code: str, outcome: Outcome, now: int
) -> None:
    refused = Refused(code, place.checkpoint, outcome.value)
    ledger.record(session, place.event, [Entry(attendee, refused)], now)


def _take_back(session: Session, fact: Fact, now: int) -> Undone:
    ledger.record(session, fact.event, [Entry(fact.attendee, Annulled(fact.id))], now)
    assert fact.attendee is not None
    checkpoint = fact.body.checkpoint if isinstance(fact.body, Admitted | Departed) else ""
    found = people.by_ids(session, [fact.attendee], checkpoint, listed=True)
    return Undone(fact, found[0] if found else None)

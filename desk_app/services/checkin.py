"""Letting people in, taking it back, and registering those who were in no export."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desk_app.domain.admission import Outcome, Verdict, admit, depart, elsewhere
from desk_app.domain.attendee import AMENDABLE, Attendee, annulled, fold
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Checkpoint, Event
from desk_app.domain.facts import (
    Admitted,
    Amended,
    Annulled,
    Body,
    Departed,
    Fact,
    FactId,
    ImportFinished,
    Refused,
    WalkedIn,
)
from desk_app.domain.names import joined
from desk_app.domain.registration import Registration, Status
from desk_app.intake.keyboards import readings
from desk_app.intake.scancode import Contact, candidates, contact
from desk_app.services import events
from desk_app.store import ledger, people, search
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session

UNDOABLE = (Admitted, Departed, Amended, WalkedIn)
OLD_LIST_MS = 24 * 3_600_000  # who registered since is not on it


@dataclass(frozen=True, slots=True)
class Place:
    """Where this desk stands: an event and one of its checkpoints."""

    event: int
    checkpoint: str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The one answer to a scan or a click.

    `at` is when it happened, `first_at` and `desk` say when and where an `ALREADY_IN` first
    came in (ms UTC, the desk's name), `last_at` when somebody who may not come again went out.
    `several` are the people an `AMBIGUOUS` code may mean. `turns_at` is when the checkpoint opens
    or closed, `elsewhere` where the person may enter instead, `why` the desk's reason for a
    status, `list_from` when the list came in that does not know the code (ms UTC).
    """

    outcome: Outcome
    code: str
    at: int
    person: Person | None = None
    first_at: int | None = None
    desk: str = ""
    several: tuple[Person, ...] = ()
    last_at: int | None = None
    turns_at: int | None = None
    elsewhere: tuple[Checkpoint, ...] = ()
    why: str = ""
    list_from: int | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the kind of fact, and the person as now (None: no longer listed)."""

    fact: Fact
    person: Person | None


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


def scan(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Check in whoever has this code; a code that nobody has is kept as a refused scan."""
    found = _holders(session, place, text, now)
    return (
        found
        if isinstance(found, CheckIn)
        else enter(session, place, found, now, code=text.strip())
    )


def type_in(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Check in whom typed words name: the holder of a code, or the only person they fit.

    Somebody typing is no scan: nobody found is told, and not kept as refused. Whoever is only
    called something like it is offered, never let in unseen.
    """
    found = _named(session, place, text.strip(), now)
    return found if isinstance(found, CheckIn) else enter(session, place, found, now)


def enter(
    session: Session, place: Place, attendee: int, now: int, reason: str = "", *, code: str = ""
) -> CheckIn:
    """Check in a known person; `reason` waives what stands against it, and is kept where it did."""
    attending, event = _attendee(session, place.event, attendee), _event(session, place.event)
    point, moment = _point(event, place.checkpoint), _local(event, now)
    inside = _inside(session, place) if point.capacity is not None else 0
    verdict = admit(attending, point, moment, inside)
    if reason and verdict.outcome.waivable:
        verdict = admit(attending, point, moment, inside, waived=True)
    else:
        reason = ""
    if verdict.outcome.admits:
        _record(session, place, attendee, Admitted(place.checkpoint, now, reason), now)
    elif code:
        _refuse(session, place, attendee, code, verdict.outcome, now)
    answer = _answer(session, place, attendee, verdict, code, now)
    return replace(
        answer,
        why=attending.status_reason,
        elsewhere=_elsewhere(attending, event, verdict),
    )


def enter_all(
    session: Session, place: Place, attendees: Sequence[int], now: int
) -> tuple[CheckIn, ...]:
    """Check in people who came together; whoever may not come in is told, and holds up nobody."""
    return tuple(enter(session, place, attendee, now) for attendee in attendees)


def scan_out(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Note that whoever has this code goes out. Nobody is ever kept in."""
    found = _holders(session, place, text, now)
    return found if isinstance(found, CheckIn) else leave(session, place, found, now)


def type_out(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Note that the only person whom typed words name goes out."""
    found = _named(session, place, text.strip(), now)
    return found if isinstance(found, CheckIn) else leave(session, place, found, now)


def leave(session: Session, place: Place, attendee: int, now: int) -> CheckIn:
    """Note that a person went out, so that they may come in again and no place is taken."""
    event = _event(session, place.event)
    point = _point(event, place.checkpoint)
    verdict = depart(_attendee(session, place.event, attendee), point)
    _record(session, place, attendee, Departed(place.checkpoint, now), now)
    return _answer(session, place, attendee, verdict, "", now)


def amend(session: Session, event: int, attendee: int, field: str, value: str, now: int) -> None:
    """Correct one field at the desk; a value that is there already is not written again."""
    if field not in AMENDABLE:
        raise ValueError(field)
    known = _attendee(session, event, attendee).registration
    if getattr(known, field) != value:
        ledger.record(session, event, [Entry(attendee, Amended(field, value))], now)


def block(session: Session, event: int, attendee: int, reason: str, now: int) -> None:
    """Let a person in nowhere until they are unblocked; the reason shows with every scan."""
    _attendee(session, event, attendee)
    blocked = Amended("status", Status.BLOCKED, reason.strip())
    ledger.record(session, event, [Entry(attendee, blocked)], now)


def unblock(session: Session, event: int, attendee: int, now: int) -> None:
    """Give a blocked person the status back that their export says."""
    known = _attendee(session, event, attendee)
    if known.registration.status is Status.BLOCKED:
        exported = known.exported.status
        back = Status.CONFIRMED if exported is Status.BLOCKED else exported
        ledger.record(session, event, [Entry(attendee, Amended("status", back))], now)


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
        " AND listed = 1 AND status IN ('pending', 'waiting_list', 'cancelled', 'blocked')",
        (place.checkpoint, place.event),
    ).scalar_one()
    arrived = _arrived(session, place)
    point = _point(_event(session, place.event), place.checkpoint)
    if not point.counts_inside:
        return Counts(arrived, may + waived)
    return Counts(arrived, may + waived, arrived - _left(session, place), point.capacity)


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


def _holders(session: Session, place: Place, text: str, now: int) -> int | CheckIn:
    """The one person whom a scanned code names, else the answer that says why there is none."""
    code = text.strip()
    if card := contact(code):
        return _of_card(session, place, card, now)
    holders = _readable_holders(session, place.event, code)
    if len(holders) == 1:
        return holders[0]
    if not holders and not _is_readable(code):
        return CheckIn(Outcome.UNREADABLE, code, now)
    listed_at = _list_from(session, place.event)
    old = listed_at is not None and now - listed_at > OLD_LIST_MS
    unknown = Outcome.OUTDATED if old else Outcome.UNKNOWN
    outcome = Outcome.AMBIGUOUS if holders else unknown
    _refuse(session, place, None, code, outcome, now)
    several = tuple(people.by_ids(session, holders, place.checkpoint))
    return CheckIn(outcome, code, now, several=several, list_from=listed_at)


def _of_card(session: Session, place: Place, card: Contact, now: int) -> int | CheckIn:
    """The person of a visiting card, by the address, which is nobody else's, or by the name."""
    by_address = search.find(session, place.event, card.email, limit=2, misspelt=False)
    if len(by_address) == 1:
        return by_address[0]
    return _named(session, place, card.name or card.email, now)


def _readable_holders(session: Session, event: int, code: str) -> list[int]:
    """Whose code it is: as read, in other letters of case, or typed for another keyboard."""
    if not code.isprintable() or "\ufffd" in code:
        return []
    means = candidates(code)
    if found := people.by_code(session, event, means):
        return found
    mended = [it for _, reading in readings(code) for it in candidates(reading)]
    pressed = [way(it) for it in (*means, *mended) for way in (str.swapcase, str.upper, str.lower)]
    return people.by_code(session, event, dict.fromkeys((*mended, *pressed)))


def _is_readable(code: str) -> bool:
    """Whether it can be a code: none holds accents, and none is garbled."""
    return code.isascii() and code.isprintable()


def _named(session: Session, place: Place, typed: str, now: int) -> int | CheckIn:
    """The one person whom typed words name, else whom they may mean."""
    meant = (
        people.by_code(session, place.event, [typed])
        or _by_typed_code(session, place.event, typed)
        or search.find(session, place.event, typed, limit=20, misspelt=False)
    )
    if len(meant) == 1:
        return meant[0]
    offered = meant or search.find(session, place.event, typed, limit=20)
    outcome = Outcome.AMBIGUOUS if offered else Outcome.UNKNOWN
    several = tuple(people.by_ids(session, offered, place.checkpoint))
    return CheckIn(outcome, typed, now, several=several)


def _by_typed_code(session: Session, event: int, typed: str) -> list[int]:
    """Whose whole code it is, typed in other letters of case: names hold no digits."""
    code_like = len(typed) >= search.SHORTEST_CODE and " " not in typed
    if not (code_like and any(map(str.isdigit, typed))):
        return []
    return people.by_code_in_any_case(session, event, [typed])


def _event(session: Session, event: int) -> Event:
    found = events.found(session, event)
    if found is None:
        raise DeskError("This event is not on this desk. Choose one from the list of events.")
    return found


def _point(event: Event, key: str) -> Checkpoint:
    """The checkpoint with its rules; one that the event no longer names has none."""
    return next((it for it in event.checkpoints if it.key == key), Checkpoint(key))


def _local(event: Event, now: int) -> datetime:
    return datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(event.zone))


def _elsewhere(attending: Attendee, event: Event, verdict: Verdict) -> tuple[Checkpoint, ...]:
    if verdict.outcome is not Outcome.NOT_HERE:
        return ()
    return elsewhere(attending.registration.ticket_type, event.checkpoints)


def _inside(session: Session, place: Place) -> int:
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


def _list_from(session: Session, event: int) -> int | None:
    """When the newest list came in that still counts."""
    facts = ledger.about_event(session, event, ImportFinished, Annulled)
    void = annulled(facts)
    kept = [
        fact.clock
        for fact in facts
        if isinstance(fact.body, ImportFinished) and fact.body.source not in void
    ]
    return max(kept, default=None)


def _answer(
    session: Session, place: Place, attendee: int, verdict: Verdict, code: str, now: int
) -> CheckIn:
    person = people.by_ids(session, [attendee], place.checkpoint)[0]
    turns = int(verdict.at.timestamp() * 1000) if verdict.at else None
    plain = CheckIn(
        verdict.outcome, code, now, person, person.here_at, session.desk.name, turns_at=turns
    )
    first = verdict.presence
    if first is None:
        return plain
    desk = _desk_name(session, first.desk)
    return replace(plain, first_at=first.first_at, last_at=first.last_at, desk=desk)


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

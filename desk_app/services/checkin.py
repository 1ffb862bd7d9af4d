"""Letting people in and out, and keeping somebody out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desk_app.domain.admission import Outcome, Verdict, admit, depart, elsewhere
from desk_app.domain.attendee import Attendee
from desk_app.domain.event import Checkpoint, Event
from desk_app.domain.facts import Admitted, Amended, Body, Departed, FactId
from desk_app.domain.registration import Status
from desk_app.domain.welcome import still_open, tasks
from desk_app.services import counting, events, pin, whom
from desk_app.services.answer import CheckIn as CheckIn
from desk_app.services.answer import Place as Place
from desk_app.services.attending import attending
from desk_app.services.correcting import amend as amend
from desk_app.store import ledger, people
from desk_app.store.ledger import Entry
from desk_app.store.session import Session


def scan(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Check in whoever has this code; a code that nobody has is kept as a refused scan."""
    found, keyboard = whom.holders(session, place, text, now)
    if isinstance(found, CheckIn):
        return found
    answer = enter(session, place, found, now, code=text.strip())
    return replace(answer, keyboard=keyboard)


def type_in(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Check in whom typed words name: the holder of a code, or the only person they fit.

    Somebody typing is no scan: nobody found is told, and not kept as refused. Whoever is only
    called something like it is offered, never let in unseen.
    """
    found = whom.named(session, place, text.strip(), now)
    return found if isinstance(found, CheckIn) else enter(session, place, found, now)


def enter(
    session: Session,
    place: Place,
    attendee: int,
    now: int,
    reason: str = "",
    *,
    code: str = "",
    joins: bool = False,
    by_lead: bool = False,
) -> CheckIn:
    """Check in a known person; `reason` waives what stands against it, and is kept where it did.

    With `joins` it is a part of the deed written just before, and is taken back with it. What the
    desk's PIN guards is waived `by_lead` only: whoever calls has seen the PIN.
    """
    event = events.described(session, place.event)
    person = attending(session, place.event, attendee)
    point, moment = event.checkpoint(place.checkpoint), _local(event, now)
    inside = counting.inside(session, place) if point.capacity is not None else 0
    to_do = still_open(tasks(person, event))
    verdict = admit(person, point, moment, inside, to_do=bool(to_do))
    guarded = pin.guards(session, verdict.outcome) and not by_lead
    if reason and verdict.outcome.waivable and not guarded:
        verdict = admit(person, point, moment, inside, waived=True, to_do=bool(to_do))
    else:
        reason = ""
    written = None
    if verdict.outcome.admits:
        admitted = Admitted(place.checkpoint, now, reason)
        written = _record(session, place, attendee, admitted, now, joins=joins)
    elif code:
        whom.refuse(session, place, attendee, code, verdict.outcome, now)
    answer = _answer(session, place, attendee, verdict, code, now)
    waiting = verdict.outcome is Outcome.WAITING_LIST
    return replace(
        answer,
        fact=written,
        to_do=to_do if verdict.outcome.admits else (),
        places=counting.places_left(session, place.event) if waiting else None,
        why=person.status_reason,
        elsewhere=_elsewhere(person, event, verdict),
        guarded=guarded,
    )


def enter_all(
    session: Session, place: Place, attendees: Sequence[int], now: int
) -> tuple[CheckIn, ...]:
    """Check in people who came together, as one deed; whoever may not come in holds up nobody."""
    answers: list[CheckIn] = []
    for attendee in attendees:
        begun = any(it.outcome.admits for it in answers)
        answers.append(enter(session, place, attendee, now, joins=begun))
    return tuple(answers)


def promote(session: Session, place: Place, attendee: int, now: int) -> CheckIn:
    """Give somebody on the waiting list a place that is left, and let them in, as one deed.

    Where none is left (any more), the answer says so and nothing was written.
    """
    waits = attending(session, place.event, attendee).registration.status is Status.WAITING_LIST
    left = counting.places_left(session, place.event)
    if not waits or not left:
        return enter(session, place, attendee, now)
    _record(session, place, attendee, Amended("status", Status.CONFIRMED), now)
    return enter(session, place, attendee, now, joins=True)


def scan_out(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Note that whoever has this code goes out. Nobody is ever kept in."""
    found, keyboard = whom.holders(session, place, text, now)
    if isinstance(found, CheckIn):
        return found
    return replace(leave(session, place, found, now), keyboard=keyboard)


def type_out(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Note that the only person whom typed words name goes out."""
    found = whom.named(session, place, text.strip(), now)
    return found if isinstance(found, CheckIn) else leave(session, place, found, now)


def leave(
    session: Session, place: Place, attendee: int, now: int, *, joins: bool = False
) -> CheckIn:
    """Note that a person went out, so that they may come in again and no place is taken."""
    event = events.described(session, place.event)
    point = event.checkpoint(place.checkpoint)
    verdict = depart(attending(session, place.event, attendee), point)
    written = _record(session, place, attendee, Departed(place.checkpoint, now), now, joins=joins)
    return replace(_answer(session, place, attendee, verdict, "", now), fact=written)


def leave_all(
    session: Session, place: Place, attendees: Sequence[int], now: int
) -> tuple[CheckIn, ...]:
    """Note that people went out together, as one deed."""
    return tuple(
        leave(session, place, attendee, now, joins=number > 0)
        for number, attendee in enumerate(attendees)
    )


def block(session: Session, event: int, attendee: int, reason: str, now: int) -> None:
    """Let a person in nowhere until they are unblocked; the reason shows with every scan."""
    attending(session, event, attendee)
    blocked = Amended("status", Status.BLOCKED, reason.strip())
    ledger.record(session, event, [Entry(attendee, blocked)], now)


def unblock(session: Session, event: int, attendee: int, now: int) -> None:
    """Give a blocked person the status back that their export says."""
    it = attending(session, event, attendee)
    if it.registration.status is Status.BLOCKED:
        exported = it.exported.status
        back = Status.CONFIRMED if exported is Status.BLOCKED else exported
        ledger.record(session, event, [Entry(attendee, Amended("status", back))], now)


def _local(event: Event, now: int) -> datetime:
    return datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(event.zone))


def _elsewhere(person: Attendee, event: Event, verdict: Verdict) -> tuple[Checkpoint, ...]:
    if verdict.outcome is not Outcome.NOT_HERE:
        return ()
    return elsewhere(person.registration.ticket_type, event.checkpoints)


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


def _record(
    session: Session, place: Place, attendee: int, body: Body, now: int, *, joins: bool = False
) -> FactId:
    return ledger.record(session, place.event, [Entry(attendee, body)], now, joins=joins)[0].id

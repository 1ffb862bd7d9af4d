"""May this person come in here, now? One pure function with every answer the desk can give."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk_app.domain.attendee import Attendee, Presence
from desk_app.domain.event import Checkpoint, Entries
from desk_app.domain.names import plain
from desk_app.domain.registration import Status


class Outcome(StrEnum):
    """Every verdict of a scan or a click; views choose its colour, icon, sound and sentence."""

    WELCOME = "welcome"
    ATTENTION = "attention"  # welcome, with something to do first
    ALREADY_IN = "already_in"
    NO_REENTRY = "no_reentry"
    NOT_HERE = "not_here"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    FULL = "full"
    PENDING = "pending"
    WAITING_LIST = "waiting_list"
    CANCELLED = "cancelled"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
    OUTDATED = "outdated"  # unknown, and the list is old
    UNREADABLE = "unreadable"
    VOID = "void"  # the code of a badge that another one replaced
    AMBIGUOUS = "ambiguous"
    GOODBYE = "goodbye"
    NOT_IN = "not_in"  # went out, and was never counted in

    @property
    def admits(self) -> bool:
        return self in _ADMIT

    @property
    def waivable(self) -> bool:
        """Whether somebody at the desk may let the person in all the same, for a reason."""
        return self in _WAIVABLE


_ADMIT = frozenset((Outcome.WELCOME, Outcome.ATTENTION))
_WAIVABLE = frozenset(
    (
        Outcome.NO_REENTRY,
        Outcome.NOT_HERE,
        Outcome.TOO_EARLY,
        Outcome.TOO_LATE,
        Outcome.FULL,
        Outcome.PENDING,
        Outcome.WAITING_LIST,
        Outcome.CANCELLED,
        Outcome.BLOCKED,
    )
)
_BARRED = {Status.CANCELLED: Outcome.CANCELLED, Status.BLOCKED: Outcome.BLOCKED}
_UNDECIDED = {Status.PENDING: Outcome.PENDING, Status.WAITING_LIST: Outcome.WAITING_LIST}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, and what explains it.

    `presence` is the earlier one of an `ALREADY_IN` or a `NO_REENTRY`; `at` is when the checkpoint
    opens or closed, for a `TOO_EARLY` or `TOO_LATE`.
    """

    outcome: Outcome
    presence: Presence | None = None
    at: datetime | None = None


def admit(
    attendee: Attendee,
    checkpoint: Checkpoint,
    now: datetime,
    inside: int = 0,
    *,
    waived: bool = False,
    to_do: bool = False,
) -> Verdict:
    """Judge an entry; `now` is on the event's clock, `inside` counts who is in here.

    Graver news wins: cancelled before blocked, the wrong place before the wrong time, unpaid before
    already in. `waived` lets anybody through on the desk's word (the caller records the reason),
    save whoever is in already: nobody comes in twice without having left. `to_do`: something is to
    be handed out or asked.
    """
    verdict = _refusal(attendee, checkpoint, now, inside)
    if verdict is None or (waived and verdict.outcome.waivable):
        again = _again(attendee, checkpoint)
        if again and again.outcome is Outcome.ALREADY_IN:
            return again
        noted = to_do or attendee.registration.note.strip()
        return Verdict(Outcome.ATTENTION if noted else Outcome.WELCOME)
    return verdict


def depart(attendee: Attendee, checkpoint: Checkpoint) -> Verdict:
    """Judge an exit. None is ever refused: whoever goes must not stay in the count."""
    here = presence_at(attendee, checkpoint.key)
    return Verdict(Outcome.GOODBYE if here and here.inside else Outcome.NOT_IN, here)


def presence_at(attendee: Attendee, key: str) -> Presence | None:
    """What is known of the person at one checkpoint."""
    return next((it for it in attendee.presences if it.checkpoint == key), None)


def may_enter(ticket_type: str, checkpoint: Checkpoint) -> bool:
    """Whether the checkpoint is for this kind of ticket; one that names none is for all."""
    return not checkpoint.ticket_types or plain(ticket_type) in map(plain, checkpoint.ticket_types)


def elsewhere(ticket_type: str, checkpoints: Iterable[Checkpoint]) -> tuple[Checkpoint, ...]:
    """Where this kind of ticket belongs; those meant for it before those open to all."""
    fitting = [it for it in checkpoints if may_enter(ticket_type, it)]
    meant = tuple(it for it in fitting if it.ticket_types)
    return meant or tuple(fitting)


def opening(checkpoint: Checkpoint, now: datetime) -> tuple[datetime | None, datetime | None]:
    """From when until when the checkpoint is open, nearest to now; None where nothing is said.

    Hours that end before they begin reach into the next morning.
    """
    opens, closes = checkpoint.opens, checkpoint.closes
    overnight = opens is not None and closes is not None and closes <= opens
    day = checkpoint.day or now.date()
    if overnight and closes and not checkpoint.day and now.time() <= closes:
        day -= timedelta(days=1)
    first = datetime.combine(day, opens, now.tzinfo) if opens else None
    last = datetime.combine(day + timedelta(days=overnight), closes, now.tzinfo) if closes else None
    return first, last


def _refusal(
    attendee: Attendee, checkpoint: Checkpoint, now: datetime, inside: int
) -> Verdict | None:
    """The gravest reason not to let somebody in, if there is any."""
    status = attendee.registration.status
    if status in _BARRED:
        return Verdict(_BARRED[status])
    if not may_enter(attendee.registration.ticket_type, checkpoint):
        return Verdict(Outcome.NOT_HERE)
    untimely = _untimely(checkpoint, now)
    if untimely:
        return untimely
    if status in _UNDECIDED:
        return Verdict(_UNDECIDED[status])
    again = _again(attendee, checkpoint)
    if again:
        return again
    full = checkpoint.capacity is not None and inside >= checkpoint.capacity
    return Verdict(Outcome.FULL) if full and not _is_inside(attendee, checkpoint) else None


def _untimely(checkpoint: Checkpoint, now: datetime) -> Verdict | None:
    opens, closes = opening(checkpoint, now)
    if opens and now < opens:
        return Verdict(Outcome.TOO_EARLY, at=opens)
    if closes and now > closes:
        return Verdict(Outcome.TOO_LATE, at=closes)
    return None


def _again(attendee: Attendee, checkpoint: Checkpoint) -> Verdict | None:
    """What stands against another entry of somebody who came before."""
    here = presence_at(attendee, checkpoint.key)
    if here is None or checkpoint.entries is Entries.ANY:
        return None
    if here.inside:
        return Verdict(Outcome.ALREADY_IN, here)
    return Verdict(Outcome.NO_REENTRY, here) if checkpoint.entries is Entries.ONCE else None


def _is_inside(attendee: Attendee, checkpoint: Checkpoint) -> bool:
    here = presence_at(attendee, checkpoint.key)
    return bool(here and here.inside)

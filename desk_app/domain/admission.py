"""May this person come in here, now? One pure function with every answer the desk can give."""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.attendee import Attendee, Presence
from desk_app.domain.registration import Status


class Outcome(StrEnum):
    """Every verdict of a scan or a click; views choose its colour, icon, sound and sentence."""

    WELCOME = "welcome"
    ALREADY_IN = "already_in"
    PENDING = "pending"
    WAITING_LIST = "waiting_list"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"

    @property
    def admits(self) -> bool:
        return self is Outcome.WELCOME


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, and the earlier presence that explains an `ALREADY_IN`."""

    outcome: Outcome
    presence: Presence | None = None


_BY_STATUS = {
    Status.CANCELLED: Outcome.CANCELLED,
    Status.PENDING: Outcome.PENDING,
    Status.WAITING_LIST: Outcome.WAITING_LIST,
}


def admit(attendee: Attendee, checkpoint: str, *, waived: bool = False) -> Verdict:
    """Judge an entry. Graver news wins: cancelled before unpaid before already in.

    `waived` lets a pending, waiting or cancelled person through on the desk's word (the caller
    records the reason); nobody comes in twice without having left.
    """
    refusal = _BY_STATUS.get(attendee.registration.status)
    if refusal and not waived:
        return Verdict(refusal)
    for presence in attendee.presences:
        if presence.checkpoint == checkpoint and presence.inside:
            return Verdict(Outcome.ALREADY_IN, presence)
    return Verdict(Outcome.WELCOME)

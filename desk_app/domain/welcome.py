"""What there is to do when somebody comes in: things to hand out, and things to ask."""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.attendee import Attendee
from desk_app.domain.event import Event, Handout
from desk_app.domain.names import plain


class Kind(StrEnum):
    """How a task is done: ticked, answered by yes or no, or answered in words."""

    HAND_OUT = "hand_out"
    CONSENT = "consent"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do; `answer` is empty as long as it is not done."""

    kind: Kind
    what: str
    answer: str = ""


def tasks(attendee: Attendee, event: Event) -> tuple[Task, ...]:
    """Everything there is to do for this person, done or not, in the event's order.

    What an export answered already under the very heading is done.
    """
    given = frozenset(attendee.handed)
    answers = {plain(heading): value for heading, value in attendee.registration.answers}
    handed = (
        Task(Kind.HAND_OUT, it.name, "given" if it.name in given else "")
        for it in event.handouts
        if _is_for(it, attendee.registration.ticket_type)
    )
    asked = (
        Task(kind, what, answers.get(plain(what), ""))
        for kind, some in ((Kind.CONSENT, event.consents), (Kind.QUESTION, event.questions))
        for what in some
    )
    return (*handed, *asked)


def still_open(some: tuple[Task, ...]) -> tuple[Task, ...]:
    """Those that are not done."""
    return tuple(it for it in some if not it.answer)


def _is_for(handout: Handout, ticket_type: str) -> bool:
    return not handout.ticket_types or plain(ticket_type) in map(plain, handout.ticket_types)

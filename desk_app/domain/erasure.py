"""What is left of a fact once an identity leaves it: what happened and when, but not to whom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from desk_app.domain.facts import (
    Accompanied,
    Admitted,
    Amended,
    Annulled,
    Answered,
    BadgePrinted,
    Body,
    Departed,
    Erased,
    EventDescribed,
    Fact,
    HandedOut,
    HelpGiven,
    HelpWanted,
    ImportConfirmed,
    ImportFinished,
    ImportStarted,
    LetterWritten,
    PapersDescribed,
    Refused,
    Registered,
    WalkedIn,
)
from desk_app.domain.registration import Registration

GONE = "–"
"""Stands where words were, so that a correction is still counted and a row can still be read."""

_COUNTED = ("status", "ticket_type")  # categories, not identities
_OURS = ("", "import", "cut short")  # reasons that the program gives itself


def redacted(body: Body) -> Body:
    """The same kind of fact without an identity; once is as good as twice."""
    return _REDACTED[type(body)](body)


@dataclass(frozen=True, slots=True)
class Erasures:
    """All that was erased at an event: `whole` of everybody, else of some, else some answers."""

    whole: bool = False
    people: frozenset[int] = frozenset()
    headings: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.whole or bool(self.people or self.headings)

    def left_of(self, attendee: int | None, body: Body) -> Body:
        """What may stand in the ledger of a fact about this person, or about the event."""
        if self.whole or attendee in self.people:
            return redacted(body)
        if attendee is None and self.people and isinstance(body, Refused):
            return redacted(body)  # the code may have been that of somebody who left
        if isinstance(body, Registered | WalkedIn):
            return replace(body, registration=self.kept_of(body.registration))
        if isinstance(body, Answered) and body.question in self.headings:
            return redacted(body)
        return body

    def kept_of(self, registration: Registration) -> Registration:
        """A registration of somebody who was not erased: without the answers and buyers that were.

        The same object where nothing is to be taken away.
        """
        if any(heading in self.headings for heading, _ in registration.answers):
            kept = tuple(it for it in registration.answers if it[0] not in self.headings)
            registration = replace(registration, answers=kept)
        booked = registration.buyer_name or registration.buyer_email
        if booked and registration.order_id in self.orders:
            registration = replace(registration, buyer_name="", buyer_email="")
        return registration


def erasures(facts: Iterable[Fact]) -> Erasures:
    """What an event's `Erased` facts amount to; none of them is ever taken back."""
    bodies = [fact.body for fact in facts if isinstance(fact.body, Erased)]
    return Erasures(
        whole=any(not it.people and not it.headings for it in bodies),
        people=frozenset(person for it in bodies for person in it.people),
        headings=frozenset(heading for it in bodies for heading in it.headings),
        orders=frozenset(order for it in bodies for order in it.orders),
    )


def _nameless(it: Registration) -> Registration:
    return Registration(full_name=GONE, ticket_type=it.ticket_type, status=it.status)


def _dash(text: str) -> str:
    return GONE if text else ""


def _kept_value(it: Amended) -> str:
    if it.field in _COUNTED:
        return it.value
    return GONE if it.field == "full_name" else ""


def _as_it_is(body: Any) -> Any:
    return body


_REDACTED: dict[type, Callable[[Any], Body]] = {
    EventDescribed: _as_it_is,  # what was announced is public
    PapersDescribed: _as_it_is,  # so is who signs
    LetterWritten: _as_it_is,
    ImportStarted: lambda it: replace(it, file=_dash(it.file)),
    ImportFinished: _as_it_is,
    ImportConfirmed: lambda it: replace(it, prints=b""),
    Registered: lambda it: replace(it, registration=_nameless(it.registration)),
    WalkedIn: lambda it: WalkedIn(_nameless(it.registration)),
    Amended: lambda it: Amended(it.field, _kept_value(it), _dash(it.reason)),
    Admitted: lambda it: replace(it, reason=_dash(it.reason), author=_dash(it.author)),
    Departed: _as_it_is,
    Refused: lambda it: replace(it, code=""),
    HandedOut: _as_it_is,
    Answered: lambda it: replace(it, answer=""),
    Accompanied: _as_it_is,
    HelpWanted: lambda it: HelpWanted(_dash(it.note)),
    HelpGiven: lambda it: HelpGiven(_dash(it.how)),
    BadgePrinted: lambda it: replace(it, reason=_dash(it.reason)),
    Annulled: lambda it: replace(
        it, reason=it.reason if it.reason in _OURS else GONE, author=_dash(it.author)
    ),
    Erased: lambda it: Erased(it.people),
}

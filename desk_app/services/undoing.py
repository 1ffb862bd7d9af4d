"""Taking back what was done; the time and the author of both stay in the ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk_app.domain.attendee import annulled
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import (
    Accompanied,
    Admitted,
    Amended,
    Annulled,
    Answered,
    BadgePrinted,
    Body,
    Departed,
    Fact,
    FactId,
    HandedOut,
    HelpGiven,
    HelpWanted,
    WalkedIn,
)
from desk_app.domain.registration import Status
from desk_app.domain.roles import Role
from desk_app.services import pin
from desk_app.store import ledger, people
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session

UNDOABLE: tuple[type[Body], ...] = (
    WalkedIn,
    Admitted,
    Departed,
    Amended,
    HandedOut,
    Answered,
    Accompanied,
    HelpWanted,
    HelpGiven,
    BadgePrinted,
)
"""What can be taken back; the first of a deed's kinds here gives the deed its name."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One action of this desk that still stands: what it was called after, and who it was done to.

    `fact` names the deed; `person` is the one whom it is about, None when no longer listed.
    `facts` are all that it wrote, and `count` how many people it was done to.
    """

    fact: Fact
    person: Person | None
    facts: tuple[Fact, ...]
    count: int = 1


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the kind of fact, and the person as now (None: no longer listed).

    `next` is what would be taken back after it, `facts` all that the deed wrote; `asked` is as in
    `CheckIn`.
    """

    fact: Fact
    person: Person | None
    count: int = 1
    next: Deed | None = None
    asked: str | None = None
    facts: tuple[Fact, ...] = ()


def latest(session: Session, event: int) -> Deed | None:
    """This desk's latest action at the event that still stands; None if there is none."""
    fact = next(_standing(session, event), None)
    return _deed(session, fact) if fact else None


def undo(session: Session, event: int, now: int, target: FactId | None = None) -> Undone | None:
    """Take back a deed whole: the one that `target` is a part of, else this desk's latest.

    None if there is none (any more).
    """
    if target is None:
        found = next(_standing(session, event), None)
    else:
        found = ledger.fact_by_id(session, target)
    deed = _deed(session, found) if found else None
    if deed is None:
        return None
    _annul(session, deed.facts, "", now)
    person = _person(session, deed.fact)
    return Undone(deed.fact, person, deed.count, latest(session, event), facts=deed.facts)


def take_back(session: Session, event: int, target: FactId, reason: str, now: int) -> Undone:
    """Take back one thing that once happened to a person, on whichever desk, for a reason."""
    fact = ledger.fact_by_id(session, target)
    if fact is None or fact.event != event or not _stands(session, fact):
        raise DeskError("This was taken back already. Open the card again to see what holds.")
    if not isinstance(fact.body, UNDOABLE):
        raise DeskError("This cannot be taken back one by one.")
    _annul(session, (fact,), reason.strip(), now)
    return Undone(fact, _person(session, fact), facts=(fact,))


def _standing(session: Session, event: int) -> Iterator[Fact]:
    """What this desk did and can take back, latest first."""
    taken: set[FactId] = set()
    for fact in ledger.backwards(session, event, Annulled, *UNDOABLE):
        if isinstance(fact.body, Annulled):
            taken.add(fact.body.target)
        elif fact.id not in taken and not _is_of_an_import(fact):
            yield fact


def _is_of_an_import(fact: Fact) -> bool:
    """What was decided at an import is taken back with it."""
    return isinstance(fact.body, Amended) and fact.body.source is not None


def _deed(session: Session, fact: Fact) -> Deed | None:
    """The deed as far as it still stands; None when all of it was taken back."""
    its = ledger.deed(session, fact)
    void = _void(session, its)
    parts = [it for it in its if isinstance(it.body, UNDOABLE) and it.id not in void]
    if not parts:
        return None
    named = min(parts, key=lambda it: UNDOABLE.index(type(it.body)))
    count = len({it.attendee for it in parts})
    return Deed(named, _person(session, named), tuple(parts), count)


def _stands(session: Session, fact: Fact) -> bool:
    return fact.id not in _void(session, [fact])


def _void(session: Session, facts: Iterable[Fact]) -> frozenset[FactId]:
    """What was taken back of all that happened to these people."""
    whose = {it.attendee for it in facts if it.attendee is not None}
    return annulled(one for its in ledger.facts_of(session, whose).values() for one in its)


def _annul(session: Session, facts: tuple[Fact, ...], reason: str, now: int) -> None:
    """Latest first, so that nobody is on no list while they are still in."""
    if any(map(_is_block, facts)) and pin.state(session).role is not Role.LEAD:
        raise DeskError("The last action was a block. Only a lead takes it back.")
    entries = [Entry(it.attendee, Annulled(it.id, reason)) for it in reversed(facts)]
    ledger.record(session, facts[0].event, entries, now)


def _is_block(fact: Fact) -> bool:
    return isinstance(fact.body, Amended) and fact.body.value == Status.BLOCKED


def _person(session: Session, fact: Fact) -> Person | None:
    if fact.attendee is None:
        return None
    checkpoint = (
        fact.body.checkpoint if isinstance(fact.body, Admitted | Departed | Accompanied) else ""
    )
    found = people.by_ids(session, [fact.attendee], checkpoint, listed=True)
    return found[0] if found else None

"""Taking back what this desk did; the time and the author of both stay in the ledger."""

from dataclasses import dataclass

from desk_app.domain.facts import Admitted, Amended, Annulled, Departed, Fact, FactId, WalkedIn
from desk_app.store import ledger, people
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session

UNDOABLE = (Admitted, Departed, Amended, WalkedIn)


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the kind of fact, and the person as now (None: no longer listed)."""

    fact: Fact
    person: Person | None


def undo(session: Session, event: int, now: int) -> Undone | None:
    """Take back this desk's latest action at the event that still stands; None if there is none."""
    taken: set[FactId] = set()
    for fact in ledger.backwards(session, event, Annulled, *UNDOABLE):
        if isinstance(fact.body, Annulled):
            taken.add(fact.body.target)
        elif fact.id not in taken:
            return _take_back(session, fact, now)
    return None


def _take_back(session: Session, fact: Fact, now: int) -> Undone:
    ledger.record(session, fact.event, [Entry(fact.attendee, Annulled(fact.id))], now)
    assert fact.attendee is not None
    checkpoint = fact.body.checkpoint if isinstance(fact.body, Admitted | Departed) else ""
    found = people.by_ids(session, [fact.attendee], checkpoint, listed=True)
    return Undone(fact, found[0] if found else None)

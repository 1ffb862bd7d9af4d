"""Answers that nobody needs beside a name: diet, access needs. Known by their question."""

from collections import Counter
from dataclasses import dataclass

from desk_app.domain.attendee import fold
from desk_app.domain.facts import Answered, Fact, Registered, WalkedIn
from desk_app.domain.registration import MAY_ENTER
from desk_app.store import ledger
from desk_app.store.sensitivity import is_sensitive
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Question:
    """A sensitive question, and how many of those expected gave each answer, most first."""

    heading: str
    answers: tuple[tuple[str, int], ...]


def questions(session: Session, event: int) -> tuple[Question, ...]:
    """What a caterer needs: counts, and nobody's name. Reads every registration of the event."""
    wide = ledger.of_everybody(session, event)
    found: dict[str, Counter[str]] = {}
    for _, facts in ledger.facts_by_attendee(session, event):
        it = fold([*facts, *wide])
        if it is None or not it.listed or it.registration.status not in MAY_ENTER:
            continue
        for heading, value in it.registration.answers:
            if value and is_sensitive(heading):
                found.setdefault(heading, Counter())[value] += 1
    return tuple(
        Question(heading, tuple(sorted(counts.items(), key=lambda it: (-it[1], it[0]))))
        for heading, counts in sorted(found.items())
    )


def headings(session: Session, event: int) -> tuple[str, ...]:
    """Every sensitive question that any registration of the event ever answered."""
    found = {
        heading
        for _, facts in ledger.facts_by_attendee(session, event)
        for fact in facts
        for heading in _asked_by(fact)
        if is_sensitive(heading)
    }
    return tuple(sorted(found))


def _asked_by(fact: Fact) -> list[str]:
    if isinstance(fact.body, Registered | WalkedIn):
        return [heading for heading, _ in fact.body.registration.answers]
    return [fact.body.question] if isinstance(fact.body, Answered) else []

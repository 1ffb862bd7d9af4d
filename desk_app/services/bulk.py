"""The same done to many people at once: one act, which one undo takes back."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desk_app.domain.admission import Outcome, admit
from desk_app.domain.attendee import Attendee, fold
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Admitted, Amended, Annulled
from desk_app.services import counting, documents, events
from desk_app.services.answer import Place
from desk_app.services.documents import Contents
from desk_app.store import ledger, people
from desk_app.store.ledger import Entry
from desk_app.store.people import People
from desk_app.store.session import Session

MOST = 5000
_BETWEEN = " · "  # two notes on one person


@dataclass(frozen=True, slots=True)
class Done:
    """How many people it was done to; `left_out` says of the others why, the most first."""

    act: str
    count: int
    left_out: tuple[tuple[Outcome, int], ...] = ()


def check_in(session: Session, place: Place, ids: Sequence[int], now: int) -> Done:
    """Let these people in, all by one act; whoever may not come in is left out and told."""
    event = events.described(session, place.event)
    point = event.checkpoint(place.checkpoint)
    moment = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(event.zone))
    inside = counting.inside(session, place) if point.capacity is not None else 0
    entries: list[Entry] = []
    left_out: Counter[Outcome] = Counter()
    for person in _folded(session, place.event, ids):
        outcome = admit(person, point, moment, inside + len(entries)).outcome
        if outcome.admits:
            entries.append(Entry(person.id, Admitted(place.checkpoint, now)))
        else:
            left_out[outcome] += 1
    ledger.record(session, place.event, entries, now)
    return Done("check_in", len(entries), tuple(left_out.most_common()))


def add_note(session: Session, place: Place, ids: Sequence[int], text: str, now: int) -> Done:
    """Add to the note of each of these people; what stands there stays."""

    def noted(person: Attendee) -> str:
        return _BETWEEN.join(filter(None, (person.registration.note, text.strip())))

    return _amend(session, place, ids, "note", noted, now)


def change_category(
    session: Session, place: Place, ids: Sequence[int], category: str, now: int
) -> Done:
    """Give these people another category."""
    return _amend(session, place, ids, "ticket_type", lambda _person: category.strip(), now)


def contents(
    session: Session, place: Place, ids: Sequence[int], language: str, now: int
) -> Contents:
    """What stands on an attendance list of these people alone, in this order."""
    whole = documents.contents(session, place, language, now)
    found = {row[0]: row for row in people.rows_of(session, ids, place.checkpoint)}
    return replace(whole, people=People([found[it] for it in ids if it in found]))


def _amend(
    session: Session,
    place: Place,
    ids: Sequence[int],
    field: str,
    value: Callable[[Attendee], str],
    now: int,
) -> Done:
    entries = [
        Entry(person.id, Amended(field, value(person)))
        for person in _folded(session, place.event, ids)
        if getattr(person.registration, field) != value(person)
    ]
    ledger.record(session, place.event, entries, now)
    return Done(field, len(entries))


def _folded(session: Session, event: int, ids: Sequence[int]) -> Iterator[Attendee]:
    """These people as of now, in this order, without those who left the list."""
    if len(ids) > MOST:
        raise DeskError(
            "This can be done to {most} people at once, and {count} are chosen. Choose fewer, "
            "with a filter for instance.",
            most=MOST,
            count=len(ids),
        )
    wide = ledger.about_event(session, event, Annulled)
    facts = ledger.facts_of(session, ids)
    for identity in ids:
        person = fold([*facts.get(identity, ()), *wide])
        if person is not None and person.listed:
            yield person

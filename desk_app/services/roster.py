"""Everybody on the list: found, paged, and one person's whole card."""

from dataclasses import dataclass

from desk_app.domain.attendee import fold
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Annulled, Fact
from desk_app.domain.names import listed
from desk_app.domain.registration import Registration
from desk_app.services.checkin import Place
from desk_app.store import ledger, people, search
from desk_app.store.folding import marks
from desk_app.store.people import Person
from desk_app.store.session import Session


@dataclass(frozen=True, slots=True)
class Found:
    """A person as search shows them; `marks` are the parts of `name` that were typed."""

    person: Person
    name: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything known of one person; `history` is what happened, oldest first.

    `annulled` are the facts of the history that were taken back.
    """

    person: Person
    registration: Registration
    history: tuple[Fact, ...]
    annulled: frozenset[object]


def find(session: Session, place: Place, text: str, limit: int = 50) -> tuple[Found, ...]:
    """People as somebody types them, best first; nobody for an empty text."""
    ids = search.find(session, place.event, text, limit)
    return tuple(
        Found(person, name, marks(name, text))
        for person in people.by_ids(session, ids, place.checkpoint)
        for name in [listed_name(person)]
    )


def everybody(session: Session, place: Place) -> list[Person]:
    """The whole list by family name."""
    return people.of_event(session, place.event, place.checkpoint)


def card(session: Session, place: Place, attendee: int) -> Card:
    """One person's card; DeskError when the person is no longer on this desk."""
    facts = ledger.facts_of(session, [attendee]).get(attendee, [])
    wide = ledger.about_event(session, place.event, Annulled)
    found = fold([*facts, *wide])
    shown = people.by_ids(session, [attendee], place.checkpoint)
    if found is None or not shown:
        raise DeskError("This person is no longer on the list. Search again.")
    happened = sorted(facts, key=lambda fact: (fact.clock, fact.desk, fact.number))
    taken = frozenset(it.body.target for it in [*facts, *wide] if isinstance(it.body, Annulled))
    return Card(shown[0], found.registration, tuple(happened), taken)


def listed_name(person: Person) -> str:
    """The name as lists show it: "LEFÈVRE Zoé"."""
    return listed(person.given_name, person.family_name, person.full_name)

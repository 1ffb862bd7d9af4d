"""With whom somebody comes: by the same order, or from the same organisation."""

from dataclasses import dataclass

from desk_app.domain.errors import DeskError
from desk_app.services.answer import Place
from desk_app.store import affiliation, people, search
from desk_app.store.people import Person
from desk_app.store.session import Session

MOST = 200  # more are let in from the roster, which is made for long lists


@dataclass(frozen=True, slots=True)
class Company:
    """Both begin with the person; of one alone there is nobody to come with.

    `more`: the organisation has more people than are listed here.
    """

    person: Person
    order: tuple[Person, ...]
    organisation: tuple[Person, ...]
    more: bool = False


def company_of(session: Session, place: Place, attendee: int) -> Company:
    """Everybody with whom this person may have come; DeskError when they left the list."""
    found = people.by_ids(session, [attendee], place.checkpoint, listed=True)
    if not found:
        raise DeskError("This person is no longer on the list. Search again.")
    [it] = found
    colleagues = affiliation.of_organisation(session, place.event, it.organisation, MOST + 1)
    return Company(
        it,
        _first(session, place, it, search.of_order(session, place.event, it.order_id)),
        _first(session, place, it, colleagues[:MOST]),
        len(colleagues) > MOST,
    )


def _first(session: Session, place: Place, it: Person, ids: list[int]) -> tuple[Person, ...]:
    """The person, then the others in their order."""
    others = [one for one in ids if one != it.id]
    return (it, *people.by_ids(session, others, place.checkpoint, listed=True))

"""A list as somebody wants to see it, arranged from the beginning."""

from collections.abc import Sequence

from desk_app.services.arrangement import Arranger, Wish
from desk_app.services.list_filter import Stays
from desk_app.store.people import Person


def arranged(people: Sequence[Person], wish: Wish, stays: Stays | None = None) -> Sequence[Person]:
    """Those of the kind, in the order asked for."""
    return Arranger().listing(people, wish, stays).people

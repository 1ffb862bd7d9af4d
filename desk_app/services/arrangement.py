"""A long list as somebody wants to see it: of one kind, counted, and in another order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

from desk_app.domain.names import plain
from desk_app.services.roster import KINDS
from desk_app.store.people import People, Person

_PART = 4000  # a longer sort in one go would hold up every other thread
_ORDERS: dict[str, Callable[[Person], Any]] = {
    "organisation": lambda it: plain(it.organisation),
    "category": lambda it: plain(it.ticket_type),
    "state": lambda it: (it.here_at is None, it.status.value),
    "arrived": lambda it: it.here_at,
    "copies": lambda it: it.copies,
    "email": lambda it: it.email.casefold(),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What to show: a key of `roster.KINDS`, and an order; "" is the order that people came in."""

    kind: str = "all"
    by: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """People as they are to be shown; `ids` are theirs, `counts` those of everybody by kind."""

    people: Sequence[Person]
    ids: tuple[int, ...]
    counts: tuple[tuple[str, int], ...]
    wish: Wish
    text: str = ""


def arranged(people: Sequence[Person], wish: Wish) -> Sequence[Person]:
    """Those of the kind, in the order asked for; who has no such field comes last."""
    belongs = KINDS[wish.kind]
    places: Sequence[int] = [n for n, person in enumerate(people) if belongs(person)]
    if wish.by == "name" and wish.descending:
        places = places[::-1]
    elif wish.by in _ORDERS:
        places = _in_order(people, places, _ORDERS[wish.by], wish.descending)
    if isinstance(people, People):
        return people.take(places)
    return [people[place] for place in places]


def counted(people: Sequence[Person]) -> tuple[tuple[str, int], ...]:
    """How many people there are of each kind."""
    counts = dict.fromkeys(KINDS, 0)
    for person in people:
        for kind, belongs in KINDS.items():
            counts[kind] += belongs(person)
    return tuple(counts.items())


def _in_order(
    people: Sequence[Person], places: Sequence[int], key: Callable[[Person], Any], descending: bool
) -> list[int]:
    """Equal people keep their places among each other, whichever way round."""
    turn = -1 if descending else 1
    keyed = [(key(people[place]), place * turn) for place in places]
    known = [pair for pair in keyed if pair[0] not in ("", None)]
    unknown = [place * turn for value, place in keyed if value in ("", None)]
    return [place * turn for _, place in _sorted(known, descending)] + unknown


def _sorted(pairs: list[tuple[Any, int]], descending: bool) -> Iterator[tuple[Any, int]]:
    parts = [
        sorted(pairs[start : start + _PART], reverse=descending)
        for start in range(0, len(pairs), _PART)
    ]
    return merge(*parts, reverse=descending)

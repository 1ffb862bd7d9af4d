"""A long list as somebody wants to see it: of one kind, counted, and in another order."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

from desk_app.domain.names import plain
from desk_app.services.roster import KINDS
from desk_app.store.people import People, Person

_PART = 4000  # a longer sort in one go would hold up every other thread
_ORDERS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "organisation": ("organisation", plain),
    "category": ("ticket_type", plain),
    "state": ("status", str),
    "arrived": ("here_at", lambda at: at),
    "copies": ("copies", lambda copies: copies),
    "email": ("email", str.casefold),
}
_STATE = ("status", "walk_in", "here_at")


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
    if wish.kind == "all" and not wish.by:
        return people
    places = _places_of(people, wish.kind)
    if wish.by == "name" and wish.descending:
        places.reverse()
    elif wish.by in _ORDERS:
        places = _in_order(people, places, wish)
    if isinstance(people, People):
        return people.take(places)
    return [people[place] for place in places]


def counted(people: Sequence[Person]) -> tuple[tuple[str, int], ...]:
    """How many people there are of each kind."""
    counts = dict.fromkeys(KINDS, 0)
    states = _states(people)
    examples = {state: place for place, state in enumerate(states)}
    for state, count in Counter(states).items():
        for kind, belongs in KINDS.items():
            counts[kind] += count * belongs(people[examples[state]])
    return tuple(counts.items())


def ids_of(people: Sequence[Person]) -> tuple[int, ...]:
    """Who they are, in this order."""
    return tuple(_column(people, "id"))


def _places_of(people: Sequence[Person], kind: str) -> list[int]:
    """Asks one person of each state: all in the same state are of the same kinds."""
    states = _states(people)
    examples = {state: place for place, state in enumerate(states)}
    fitting = {state for state, place in examples.items() if KINDS[kind](people[place])}
    return [place for place, state in enumerate(states) if state in fitting]


def _states(people: Sequence[Person]) -> list[tuple[str, bool, bool]]:
    columns = (_column(people, name) for name in _STATE)
    rows = zip(*columns, strict=True)
    return [(status, bool(walk_in), here_at is None) for status, walk_in, here_at in rows]


def _column(people: Sequence[Person], name: str) -> list[Any]:
    if isinstance(people, People):
        return people.column(name)
    return [getattr(person, name) for person in people]


def _in_order(people: Sequence[Person], places: Sequence[int], wish: Wish) -> list[int]:
    """Equal people keep their places among each other, whichever way round."""
    name, key = _ORDERS[wish.by]
    values = _column(people, name)
    turn = -1 if wish.descending else 1
    keyed = [(key(values[place]), place * turn) for place in places]
    known = [pair for pair in keyed if pair[0] not in ("", None)]
    unknown = [place * turn for value, place in keyed if value in ("", None)]
    return [place * turn for _, place in _sorted(known, wish.descending)] + unknown


def _sorted(pairs: list[tuple[Any, int]], descending: bool) -> Iterator[tuple[Any, int]]:
    parts = [
        sorted(pairs[start : start + _PART], reverse=descending)
        for start in range(0, len(pairs), _PART)
    ]
    return merge(*parts, reverse=descending)

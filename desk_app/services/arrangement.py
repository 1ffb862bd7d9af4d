"""A long list as somebody wants to see it: of one kind, filtered, counted, in another order."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from desk_app.domain.names import plain
from desk_app.services.roster import KINDS
from desk_app.store.people import People, Person
from desk_app.store.tally import Stay

_PART = 4000  # a longer sort in one go would hold up every other thread
_WORDS, _SIGNS, _NUMBERS = plain, str.casefold, None
# What a list can be put in order by: the field, and what is compared of it
_ORDERS: dict[str, tuple[str, Callable[[str], str] | None]] = {
    "organisation": ("organisation", _WORDS),
    "category": ("ticket_type", _WORDS),
    "state": ("status", _SIGNS),
    "arrived": ("here_at", _NUMBERS),
    "copies": ("copies", _NUMBERS),
    "email": ("email", _SIGNS),
    "job_title": ("job_title", _WORDS),
    "phone": ("phone", _SIGNS),
    "note": ("note", _WORDS),
    "order": ("order_id", _SIGNS),
    "number": ("external_id", _SIGNS),
    "first_arrived": ("arrived_at", _NUMBERS),
    "desk": ("here_desk", _SIGNS),
}
ORDERS = tuple(_ORDERS)
_STATE = ("status", "walk_in", "here_at")
# What a list can be filtered by, beside the kind: the field, and what is compared of it
_FACETS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "status": ("status", str),
    "category": ("ticket_type", str),
    "organisation": ("organisation", str),
    "badge": ("copies", lambda copies: "yes" if copies else "no"),
    "walk_in": ("walk_in", lambda walked_in: "yes" if walked_in else "no"),
    "note": ("note", lambda note: "yes" if note else "no"),
    "inside": ("inside", lambda inside: "yes" if inside else "no"),
}
_AT, _NOT_AT = "at", "not_at"  # facets whose values are checkpoints
FACETS = (*_FACETS, _AT, _NOT_AT)
Facets = tuple[tuple[str, tuple[str, ...]], ...]
_Stays = dict[int, tuple[Stay, ...]]
_State = tuple[str, int, bool]  # status, walk-in, not here
_Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to show: a key of `roster.KINDS`, and an order; "" is the order that people came in.

    Of each of the `facets`, such as ("category", ("VIP", "Speaker")), one of the values must hold.
    """

    kind: str = "all"
    by: str = ""
    descending: bool = False
    facets: Facets = ()

    def wanted(self, facet: str) -> tuple[str, ...]:
        """Of which values of a facet one must hold; none for any."""
        return dict(self.facets).get(facet, ())

    def with_facet(self, facet: str, values: Iterable[str]) -> "Wish":
        """The same, with other values of one facet; no values let it go."""
        others = tuple(it for it in self.facets if it[0] != facet)
        wanted = tuple(values)
        return replace(self, facets=(*others, (facet, wanted)) if wanted else others)


@dataclass(frozen=True, slots=True)
class Listing:
    """People as they are to be shown; `ids` are theirs.

    `counts` are those of everybody who fits the facets, by kind; `everybody` counts the event.
    """

    people: Sequence[Person]
    ids: tuple[int, ...]
    counts: tuple[tuple[str, int], ...]
    wish: Wish
    text: str = ""
    everybody: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Choices:
    """What facets may be filtered by at an event: each value with how many people have it."""

    categories: tuple[tuple[str, int], ...] = ()
    organisations: tuple[tuple[str, int], ...] = ()


class Arranger:
    """Puts one long list in one order after another; what it learnt of the list is kept.

    Used by one thread at a time. A list in which some people changed is another list.
    """

    def __init__(self) -> None:
        self._people: Sequence[Person] = ()
        self._states: list[_State] = []
        self._counts: _Counts = ()
        self._keys: dict[str, list[Any]] = {}  # of these people
        self._ranks: dict[str, dict[str, int | None]] = {}  # of their values, and of others

    def listing(
        self, people: Sequence[Person], wish: Wish, stays: _Stays | None = None, text: str = ""
    ) -> Listing:
        """The list as wished, with its counts."""
        self._look_at(people)
        fitting = _fitting(people, wish, stays or {})
        counts = self._counts
        if len(fitting) < len(people):
            counts = _counted(people, [self._states[place] for place in fitting], fitting)
        places = self._in_order(people, _of_kind(people, fitting, self._states, wish.kind), wish)
        shown = _taken(people, places)
        return Listing(shown, ids_of(shown), counts, wish, text, len(people))

    def learn(self, people: Sequence[Person], by: str) -> None:
        """Get to know an order beforehand, so that nobody waits for it."""
        self._look_at(people)
        self._keys_of(people, by)

    def _look_at(self, people: Sequence[Person]) -> None:
        if people is not self._people:
            self._people, self._states, self._keys = people, _states(people), {}
            self._counts = _counted(people, self._states, range(len(people)))

    def _in_order(
        self, people: Sequence[Person], places: Sequence[int], wish: Wish
    ) -> Sequence[int]:
        """Equal people keep their places among each other, whichever way round."""
        if wish.by == "name" and wish.descending:
            return places[::-1]
        if wish.by not in _ORDERS:
            return places
        keys = self._keys_of(people, wish.by)
        missing = [place for place in places if keys[place] is None]
        known = [place for place in places if keys[place] is not None] if missing else places
        return [*_sorted(known, keys.__getitem__, descending=wish.descending), *missing]

    def _keys_of(self, people: Sequence[Person], by: str) -> list[Any]:
        """What each person is put in order by; None comes last."""
        if by not in self._keys:
            name, compared = _ORDERS[by]
            column = _column(people, name)
            self._keys[by] = self._ranked(by, column, compared) if compared else column
        return self._keys[by]

    def _ranked(
        self, by: str, column: list[str], compared: Callable[[str], str]
    ) -> list[int | None]:
        """Each value as a number; a value that was not there before means learning them anew."""
        try:
            return list(map(self._ranks[by].__getitem__, column))
        except KeyError:
            self._ranks[by] = _ranks(column, compared)
            return list(map(self._ranks[by].__getitem__, column))


def arranged(people: Sequence[Person], wish: Wish, stays: _Stays | None = None) -> Sequence[Person]:
    """Those of the kind, in the order asked for; who has no such field comes last."""
    return Arranger().listing(people, wish, stays).people


def counted(people: Sequence[Person]) -> tuple[tuple[str, int], ...]:
    """How many people there are of each kind."""
    return _counted(people, _states(people), range(len(people)))


def choices(people: Sequence[Person]) -> Choices:
    """Every category and organisation there is, the larger ones first."""
    return Choices(*(_frequent(people, name) for name in ("ticket_type", "organisation")))


def ids_of(people: Sequence[Person]) -> tuple[int, ...]:
    """Who they are, in this order."""
    return tuple(_column(people, "id"))


def _frequent(people: Sequence[Person], name: str) -> tuple[tuple[str, int], ...]:
    found = Counter(_column(people, name))
    return tuple(sorted(found.items(), key=lambda it: (-it[1], plain(it[0]))))


def _taken(people: Sequence[Person], places: Sequence[int]) -> Sequence[Person]:
    if places == range(len(people)):
        return people
    if isinstance(people, People):
        return people.take(places)
    return [people[place] for place in places]


def _states(people: Sequence[Person]) -> list[_State]:
    statuses, walk_ins, here = (_column(people, name) for name in _STATE)
    return list(zip(statuses, walk_ins, [at is None for at in here], strict=True))


def _counted(
    people: Sequence[Person], states: Sequence[_State], places: Sequence[int]
) -> tuple[tuple[str, int], ...]:
    """Asks one person of each state: all in the same state are of the same kinds."""
    counts = dict.fromkeys(KINDS, 0)
    examples = dict(zip(states, places, strict=True))
    for state, count in Counter(states).items():
        for kind, belongs in KINDS.items():
            counts[kind] += count * belongs(people[examples[state]])
    return tuple(counts.items())


def _of_kind(
    people: Sequence[Person], places: Sequence[int], states: Sequence[_State], kind: str
) -> Sequence[int]:
    if kind == "all":
        return places
    examples = dict(zip(states, range(len(states)), strict=True))
    fitting = {state for state, place in examples.items() if KINDS[kind](people[place])}
    return [place for place in places if states[place] in fitting]


def _fitting(people: Sequence[Person], wish: Wish, stays: _Stays) -> Sequence[int]:
    """The places of those who fit every facet."""
    places: Sequence[int] = range(len(people))
    for facet, wanted in wish.facets:
        if facet in (_AT, _NOT_AT):
            places = _at(people, places, frozenset(wanted), stays, there=facet == _AT)
        elif facet in _FACETS:
            name, value = _FACETS[facet]
            column = _column(people, name)
            fits = {it for it in set(column) if value(it) in wanted}
            places = [place for place in places if column[place] in fits]
    return places


def _at(
    people: Sequence[Person],
    places: Sequence[int],
    checkpoints: frozenset[str],
    stays: _Stays,
    *,
    there: bool,
) -> list[int]:
    ids = _column(people, "id")
    came = {
        identity
        for identity, whose in stays.copy().items()  # which go on changing
        if any(stay.checkpoint in checkpoints for stay in whose)
    }
    return [place for place in places if (ids[place] in came) == there]


def _column(people: Sequence[Person], name: str) -> list[Any]:
    if isinstance(people, People):
        return people.column(name)
    return [getattr(person, name) for person in people]


def _ranks(column: list[str], compared: Callable[[str], str]) -> dict[str, int | None]:
    """Folded once where many people share a value."""
    folds = {value: compared(value or "") for value in set(column)}
    ordered = _sorted(folds, folds.__getitem__)
    return {
        value: rank if fold else None
        for rank, (fold, values) in enumerate(groupby(ordered, folds.__getitem__))
        for value in values
    }


def _sorted(
    items: Iterable[Any], key: Callable[[Any], Any], *, descending: bool = False
) -> list[Any]:
    """In parts, then merged: what is in order already is quickly sorted once more."""
    given = list(items)
    if len(given) <= _PART:
        return sorted(given, key=key, reverse=descending)
    runs = [
        sorted(given[start : start + _PART], key=key, reverse=descending)
        for start in range(0, len(given), _PART)
    ]
    return sorted((it for run in runs for it in run), key=key, reverse=descending)

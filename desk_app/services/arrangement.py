"""A long list as somebody wants to see it: of one kind, filtered, counted, in another order."""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from desk_app.domain.names import plain
from desk_app.services.list_columns import changed_places, column_of, field_of
from desk_app.services.list_filter import FACETS as FACETS
from desk_app.services.list_filter import Facets, Stays, asks_where, fits, fitting
from desk_app.services.list_order import ORDERS as ORDERS
from desk_app.services.list_order import Orders
from desk_app.services.roster import KINDS
from desk_app.store.people import People, Person

_A_FEW = 40  # more people than these who changed make another list
_KEPT = 4  # ways to look at a list that are kept up to date
_STATE = ("status", "walk_in", "here_at")
_State = tuple[str, int, bool]  # status, walk-in, not here


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


@dataclass(frozen=True, slots=True)
class _Shown:
    """The places of whom a listing shows, and how many are in each state who fit its facets."""

    everybody: Sequence[Person]
    places: Sequence[int]
    states: Counter[int]
    listing: Listing


class Arranger:
    """Puts one long list in one order after another; what it learnt of the list is kept.

    Used by one thread at a time. A list in which a few people changed is looked at only there.
    """

    def __init__(self) -> None:
        self._people: Sequence[Person] = ()
        self._states = _States()
        self._orders = Orders()
        self._shown: dict[Wish, _Shown] = {}  # the latest last

    def listing(
        self, people: Sequence[Person], wish: Wish, stays: Stays | None = None, text: str = ""
    ) -> Listing:
        """The list as wished, with its counts."""
        self._look_at(people)
        before = self._shown.pop(wish, None)
        now = self._followed(before, people, wish) if before else None
        if now is None:
            now = self._begun(people, wish, stays or {})
        self._shown[wish] = now
        while len(self._shown) > _KEPT:
            del self._shown[next(iter(self._shown))]
        return replace(now.listing, text=text)

    def learn(self, people: Sequence[Person], by: str) -> None:
        """Get to know an order beforehand, so that nobody waits for it."""
        self._look_at(people)
        self._orders.keys_of(people, by)

    def _look_at(self, people: Sequence[Person]) -> None:
        if people is self._people:
            return
        changed = changed_places(self._people, people, _A_FEW)
        if changed is None:
            self._states.learn(people)
            self._orders.forget()
        else:
            self._states.renew(people, changed)
            self._orders.renew(people, changed)
        self._people = people

    def _begun(self, people: Sequence[Person], wish: Wish, stays: Stays) -> _Shown:
        among = fitting(people, wish.facets, stays)
        states = self._states.counted(among)
        chosen = self._states.of_kind(among, wish.kind)
        places = self._orders.put(people, chosen, wish.by, descending=wish.descending)
        return self._told(people, places, states, wish)

    def _followed(self, before: _Shown, people: Sequence[Person], wish: Wish) -> _Shown | None:
        """The listing of before, with whoever changed where they belong now."""
        changed = changed_places(before.everybody, people, _A_FEW)
        if changed is None or asks_where(wish.facets):
            return None
        states = before.states.copy()
        for place in changed:
            if fits(before.everybody, place, wish.facets):
                states[self._states.of(before.everybody, place)] -= 1
            if fits(people, place, wish.facets):
                states[self._states.of(people, place)] += 1
        places = self._moved(before.places, changed, people, wish)
        ids = before.listing.ids if places == before.places else ()
        return self._told(people, places, states, wish, ids)

    def _moved(
        self, before: Sequence[int], changed: Sequence[int], people: Sequence[Person], wish: Wish
    ) -> Sequence[int]:
        if wish.kind == "all" and not wish.facets and wish.by not in ORDERS:
            return before  # everybody, by name
        places = list(before)
        rank = self._orders.rank(people, wish.by, descending=wish.descending)
        for place in changed:
            if place in places:
                places.remove(place)
        for place in changed:
            if fits(people, place, wish.facets) and self._states.of_kind((place,), wish.kind):
                insort(places, place, key=rank)
        return places

    def _told(
        self,
        people: Sequence[Person],
        places: Sequence[int],
        states: Counter[int],
        wish: Wish,
        ids: tuple[int, ...] = (),
    ) -> _Shown:
        shown = _taken(people, places)
        counts = self._states.by_kind(states)
        listing = Listing(shown, ids or ids_of(shown), counts, wish, "", len(people))
        return _Shown(people, places, states, listing)


class _States:
    """In which state each person is, as a small number: all in one state are of the same kinds."""

    def __init__(self) -> None:
        self._numbers: dict[_State, int] = {}
        self._kinds: list[frozenset[str]] = []
        self._each = bytearray()

    def learn(self, people: Sequence[Person]) -> None:
        """Another list."""
        statuses, walk_ins, here = (column_of(people, name) for name in _STATE)
        states = list(zip(statuses, walk_ins, [at is None for at in here], strict=True))
        for state, place in dict(zip(states, range(len(states)), strict=True)).items():
            self._know(state, people[place])
        self._each = bytearray(map(self._numbers.__getitem__, states))

    def renew(self, people: Sequence[Person], places: Iterable[int]) -> None:
        """The people at these places are not as they were."""
        for place in places:
            self._each[place] = self.of(people, place)

    def of(self, people: Sequence[Person], place: int) -> int:
        """The state of one person."""
        status, walk_in, here = (field_of(people, place, name) for name in _STATE)
        state = (status, walk_in, here is None)
        self._know(state, people[place])
        return self._numbers[state]

    def counted(self, places: Sequence[int]) -> Counter[int]:
        """How many of them are in each state."""
        whole = len(places) == len(self._each)
        return Counter(self._each if whole else map(self._each.__getitem__, places))

    def by_kind(self, states: Counter[int]) -> tuple[tuple[str, int], ...]:
        """How many people there are of each kind."""
        return tuple(
            (kind, sum(count for it, count in states.items() if kind in self._kinds[it]))
            for kind in KINDS
        )

    def of_kind(self, places: Sequence[int], kind: str) -> Sequence[int]:
        if kind == "all":
            return places
        belongs = bytes(kind in kinds for kinds in self._kinds)
        marked = self._each.translate(belongs.ljust(256, b"\0"))
        if len(places) == len(marked):
            return list(compress(places, marked))
        return [place for place in places if marked[place]]

    def _know(self, state: _State, example: Person) -> None:
        if state not in self._numbers:
            self._numbers[state] = len(self._numbers)
            self._kinds.append(frozenset(kind for kind, is_of in KINDS.items() if is_of(example)))


def counted(people: Sequence[Person]) -> tuple[tuple[str, int], ...]:
    """How many people there are of each kind."""
    return Arranger().listing(people, Wish()).counts


def choices(people: Sequence[Person]) -> Choices:
    """Every category and organisation there is, the larger ones first."""
    return Choices(*(_frequent(people, name) for name in ("ticket_type", "organisation")))


def ids_of(people: Sequence[Person]) -> tuple[int, ...]:
    """Who they are, in this order."""
    return tuple(column_of(people, "id"))


def _frequent(people: Sequence[Person], name: str) -> tuple[tuple[str, int], ...]:
    found = Counter(column_of(people, name))
    return tuple(sorted(found.items(), key=lambda it: (-it[1], plain(it[0]))))


def _taken(people: Sequence[Person], places: Sequence[int]) -> Sequence[Person]:
    if places == range(len(people)):
        return people
    if isinstance(people, People):
        return people.take(places)
    return [people[place] for place in places]

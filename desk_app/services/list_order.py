"""What a list can be put in order by; what is learnt of it once is kept while people change."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from desk_app.domain.names import plain
from desk_app.services.list_columns import column_of, field_of
from desk_app.store.people import Person

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


class Orders:
    """Every value is folded once and becomes a number, so that a sort compares numbers alone."""

    def __init__(self) -> None:
        self._keys: dict[str, list[Any]] = {}  # of these people
        self._ranks: dict[str, dict[str, int | None]] = {}  # of their values, and of others

    def forget(self) -> None:
        """Another list: its people are not known yet."""
        self._keys = {}

    def renew(self, people: Sequence[Person], places: Iterable[int]) -> None:
        """The people at these places are not as they were."""
        for place in places:
            for by in tuple(self._keys):
                name, compared = _ORDERS[by]
                value = field_of(people, place, name)
                if compared is None:
                    self._keys[by][place] = value
                elif value in self._ranks[by]:
                    self._keys[by][place] = self._ranks[by][value]
                else:
                    del self._keys[by]  # nobody had it before: learnt anew when it is asked for

    def put(
        self, people: Sequence[Person], places: Sequence[int], by: str, *, descending: bool
    ) -> Sequence[int]:
        """Places in this order. Equal people keep their places, whichever way round."""
        if by == "name" and descending:
            return places[::-1]
        if by not in _ORDERS:
            return places
        keys = self.keys_of(people, by)
        missing = [place for place in places if keys[place] is None]
        known = [place for place in places if keys[place] is not None] if missing else places
        return [*_sorted(known, keys.__getitem__, descending=descending), *missing]

    def rank(
        self, people: Sequence[Person], by: str, *, descending: bool
    ) -> Callable[[int], tuple[Any, ...]]:
        """What `put` compares: a place that comes first has the lower value."""
        sign = -1 if descending else 1
        if by not in _ORDERS:
            turned = sign if by == "name" else 1
            return lambda place: (turned * place,)
        keys = self.keys_of(people, by)
        return lambda place: (keys[place] is None, sign * (keys[place] or 0), place)

    def keys_of(self, people: Sequence[Person], by: str) -> list[Any]:
        """What each person is put in order by; None comes last."""
        if by not in self._keys:
            name, compared = _ORDERS[by]
            column = column_of(people, name)
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

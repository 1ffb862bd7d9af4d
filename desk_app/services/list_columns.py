"""One field of many people, without making a Person of each where they are plain rows."""

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from desk_app.store.people import PLACES, People, Person

_PART = 1000


def column_of(people: Sequence[Person], name: str) -> list[Any]:
    """A field of everybody, in this order."""
    if isinstance(people, People):
        return people.column(name)
    return list(map(getattr, people, repeat(name)))


def field_of(people: Sequence[Person], place: int, name: str) -> Any:
    """A field of one of them."""
    if isinstance(people, People):
        return people.rows[place][PLACES[name]]
    return getattr(people[place], name)


def changed_places(
    before: Sequence[Person], now: Sequence[Person], most: int
) -> tuple[int, ...] | None:
    """Where people of a list are not as they were.

    None where somebody came, went or moved, or more than `most` changed: it is another list then.
    """
    if not (isinstance(before, People) and isinstance(now, People) and len(before) == len(now)):
        return None
    old, new, found = before.rows, now.rows, list[int]()
    for start in range(0, len(new), _PART):
        part = slice(start, start + _PART)
        if old[part] != new[part]:  # those who are as they were, are the same tuples: it is quick
            places = range(start, min(start + _PART, len(new)))
            found += [place for place in places if old[place] != new[place]]
        if len(found) > most:
            return None
    return tuple(found) if all(old[it][0] == new[it][0] for it in found) else None

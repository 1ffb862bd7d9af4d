"""What a list can be filtered by, beside the kind of people."""

from collections.abc import Callable, Sequence
from typing import Any

from desk_app.services.list_columns import column_of, field_of
from desk_app.store.people import Person
from desk_app.store.tally import Stay

Facets = tuple[tuple[str, tuple[str, ...]], ...]
Stays = dict[int, tuple[Stay, ...]]
# The field, and what is compared of it
_FACETS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "status": ("status", str),
    "category": ("ticket_type", str),
    "organisation": ("organisation", str),
    "badge": ("copies", lambda copies: "yes" if copies else "no"),
    "desk": ("here_desk", lambda desk: desk or ""),
    "walk_in": ("walk_in", lambda walked_in: "yes" if walked_in else "no"),
    "note": ("note", lambda note: "yes" if note else "no"),
    "inside": ("inside", lambda inside: "yes" if inside else "no"),
}
_AT, _NOT_AT = "at", "not_at"  # facets whose values are checkpoints
FACETS = (*_FACETS, _AT, _NOT_AT)


def fitting(people: Sequence[Person], facets: Facets, stays: Stays) -> Sequence[int]:
    """The places of those who fit every facet."""
    places: Sequence[int] = range(len(people))
    for facet, wanted in facets:
        if facet in (_AT, _NOT_AT):
            places = _at(people, places, frozenset(wanted), stays, there=facet == _AT)
        elif facet in _FACETS:
            name, value = _FACETS[facet]
            column = column_of(people, name)
            fits = {it for it in set(column) if value(it) in wanted}
            places = [place for place in places if column[place] in fits]
    return places


def fits(people: Sequence[Person], place: int, facets: Facets) -> bool:
    """Whether one person fits every facet that speaks of the person alone."""
    return all(
        _FACETS[facet][1](field_of(people, place, _FACETS[facet][0])) in wanted
        for facet, wanted in facets
        if facet in _FACETS
    )


def asks_where(facets: Facets) -> bool:
    """Whether a facet asks at which checkpoints people were: no row of theirs says so."""
    return any(facet in (_AT, _NOT_AT) for facet, _ in facets)


def _at(
    people: Sequence[Person],
    places: Sequence[int],
    checkpoints: frozenset[str],
    stays: Stays,
    *,
    there: bool,
) -> list[int]:
    ids = column_of(people, "id")
    came = {
        identity
        for identity, whose in stays.copy().items()  # which go on changing
        if any(stay.checkpoint in checkpoints for stay in whose)
    }
    return [place for place in places if (ids[place] in came) == there]

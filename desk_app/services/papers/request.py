"""A document that is asked for, and what is read and written the same way for every kind."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from desk_app.domain.names import plain
from desk_app.services import documents
from desk_app.services.checkin import Place
from desk_app.services.documents import Contents
from desk_app.store.people import People
from desk_app.store.session import Session
from desk_app.words import say

Draw = Callable[[], bytes]
ORDERS = {
    "name": "Name",
    "organisation": "Organisation, then name",
    "category": "Category, then name",
    "arrival": "Time of arrival",
}
"""How people may stand in a document, with the English words for it."""


@dataclass(frozen=True, slots=True)
class Request:
    """A document asked for. `only` are ids of people, all whom it concerns where it is empty.

    `order` is a key of `ORDERS`.
    """

    place: Place
    language: str
    now: int
    only: tuple[int, ...] = ()
    order: str = "name"


def contents(session: Session, it: Request, only: str = "all") -> Contents:
    """Who stands in the document, in the order asked for, and what is said above and below."""
    found = documents.contents(session, it.place, it.language, it.now, only)
    return replace(found, people=in_order(found.people, it.order))


def in_order(people: People, order: str) -> People:
    """People stand by name; whoever is equal in what they are sorted by stays so."""
    if order == "name":
        return people
    if order == "arrival":
        at: list[int | None] = people.column("here_at")
        keys: list[Any] = [(it is None, it or 0) for it in at]
    else:
        field = {"organisation": "organisation", "category": "ticket_type"}[order]
        keys = [(not it, plain(it)) for it in people.column(field)]
    return people.take(sorted(range(len(people)), key=keys.__getitem__))


def head(it: Contents, name: str, *, totals: bool = True) -> Any:
    """What stands above a list; `name` is the document's, in English."""
    from desk_app.reports.head import Head

    return Head(
        say(name, it.summary.language),
        it.summary.event_title,
        it.summary.event_line,
        totals=it.summary.totals if totals else (),
        letterhead=it.letterhead,
    )


def title(it: Contents, name: str) -> str:
    """The title that a reader of the file shows."""
    return f"{say(name, it.summary.language)} – {it.summary.event_title}"

"""Which layout the badges of a category have: a part of the event, on every desk that knows it."""

from dataclasses import replace

from desk_app.badges import layouts
from desk_app.domain.names import plain
from desk_app.services import events
from desk_app.store.session import Session


def of_categories(session: Session, event: int) -> dict[str, str]:
    """The layouts of those categories of an event that have one of their own, by category.

    Where it was made at another desk, and its file was never imported here, all others' is used.
    """
    return {name: id for name, id in _told(session, event) if _is_here(id)}


def missing(session: Session, event: int) -> dict[str, str]:
    """The layouts that are not on this desk, by category."""
    return {name: id for name, id in _told(session, event) if not _is_here(id)}


def choose(session: Session, event: int, category: str, layout: str, now: int) -> None:
    """Print the badges of this category with this layout; "" for the one all others have."""
    known = events.described(session, event)
    told = {**dict(known.layouts), category: layout}
    kept = tuple((name, id) for name, id in told.items() if id)
    events.describe(session, replace(known, layouts=kept), now, event)


def categories(session: Session, event: int) -> tuple[str, ...]:
    """The categories of the people of an event, in the order of the alphabet."""
    rows = session.run(
        "SELECT DISTINCT ticket_type FROM attendee WHERE event = ? AND ticket_type != ''", (event,)
    )
    return tuple(sorted((row[0] for row in rows), key=plain))


def _told(session: Session, event: int) -> tuple[tuple[str, str], ...]:
    return events.described(session, event).layouts


def _is_here(layout: str) -> bool:
    return layout in {it.id for it in layouts.layouts()}

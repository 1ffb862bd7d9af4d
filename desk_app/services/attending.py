"""One person as all facts add up to."""

from desk_app.domain.attendee import Attendee, fold
from desk_app.domain.errors import DeskError
from desk_app.store import ledger
from desk_app.store.session import Session


def attending(session: Session, event: int, attendee: int) -> Attendee:
    """DeskError when the person is no longer on the list."""
    facts = ledger.facts_of(session, [attendee]).get(attendee, [])
    found = fold([*facts, *ledger.of_everybody(session, event, [facts])])
    if found is None or not found.listed:
        raise DeskError("This person is no longer on the list. Search again.")
    return found

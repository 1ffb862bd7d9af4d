"""What only a lead may decide, PIN in hand."""

from desk_app.domain.errors import DeskError
from desk_app.services import checkin, pin
from desk_app.services.checkin import CheckIn, Place
from desk_app.services.pin import Tried
from desk_app.store.session import Session


def let_in(
    session: Session, place: Place, attendee: int, typed: str, reason: str, now: int
) -> CheckIn | Tried:
    """Let in whom a block keeps out; the reason is kept. A wrong PIN is told, and nothing done."""
    if not reason.strip():
        raise DeskError("Say why this person is let in: the reason is kept with the check-in.")
    tried = pin.check(session, typed, now)
    if not tried.right:
        return tried
    return checkin.enter(session, place, attendee, now, reason.strip(), by_lead=True)

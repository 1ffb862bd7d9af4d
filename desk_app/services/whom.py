"""Whom a scanned code, or typed words, name."""

from desk_app.domain.admission import Outcome
from desk_app.domain.facts import Refused
from desk_app.intake.scancode import Contact, candidates, contact, visible
from desk_app.services import past_imports
from desk_app.services.answer import CheckIn, Place
from desk_app.services.code_holders import code_holders, is_readable
from desk_app.store import ledger, people, search
from desk_app.store.ledger import Entry
from desk_app.store.session import Session

OLD_LIST_MS = 24 * 3_600_000  # who registered since is not on it


def holders(session: Session, place: Place, text: str, now: int) -> tuple[int | CheckIn, str]:
    """The one person whom a scanned code names, else the answer that says why there is none.

    And the keyboard from which the code had to be read back, if there was need.
    """
    code = visible(text)
    if card := contact(code):
        return _of_card(session, place, card, now), ""
    found, keyboard = code_holders(session, place.event, code)
    if len(found) == 1:
        return found[0], keyboard
    return _nobody(session, place, code, found, now), ""


def tried(session: Session, place: Place, text: str, now: int) -> CheckIn:
    """Whom a scanned code names, for a scanner that is only tried: nothing is written."""
    code = visible(text)
    found, keyboard = code_holders(session, place.event, code)
    outcome = Outcome.WELCOME if found else Outcome.UNKNOWN
    if not found and not is_readable(code):
        outcome = Outcome.UNREADABLE
    several = tuple(people.by_ids(session, found, place.checkpoint))
    return CheckIn(outcome, code, now, several=several, keyboard=keyboard)


def _nobody(session: Session, place: Place, code: str, found: list[int], now: int) -> CheckIn:
    """Why a code lets nobody in: it is garbled, void, nobody's, or that of several people."""
    if not found and not is_readable(code):
        return CheckIn(Outcome.UNREADABLE, code, now)
    if not found and (void := people.by_void_code(session, place.event, candidates(code))):
        refuse(session, place, void, code, Outcome.VOID, now)
        (person,) = people.by_ids(session, [void], place.checkpoint)
        return CheckIn(Outcome.VOID, code, now, person=person)
    listed_at = _list_from(session, place.event)
    old = listed_at is not None and now - listed_at > OLD_LIST_MS
    unknown = Outcome.OUTDATED if old else Outcome.UNKNOWN
    outcome = Outcome.AMBIGUOUS if found else unknown
    refuse(session, place, None, code, outcome, now)
    several = tuple(people.by_ids(session, found, place.checkpoint))
    return CheckIn(outcome, code, now, several=several, list_from=listed_at)


def _of_card(session: Session, place: Place, card: Contact, now: int) -> int | CheckIn:
    """The person of a visiting card, by the address, which is nobody else's, or by the name."""
    by_address = search.find(session, place.event, card.email, limit=2, misspelt=False)
    if len(by_address) == 1:
        return by_address[0]
    return named(session, place, card.name or card.email, now)


def named(session: Session, place: Place, typed: str, now: int) -> int | CheckIn:
    """The one person whom typed words name, else whom they may mean."""
    meant = (
        people.by_code(session, place.event, [typed])
        or _by_typed_code(session, place.event, typed)
        or search.find(session, place.event, typed, limit=20, misspelt=False)
    )
    if len(meant) == 1:
        return meant[0]
    offered = (
        meant
        or search.find(session, place.event, typed, limit=20)
        or search.by_answers(session, place.event, typed, limit=20)
    )
    outcome = Outcome.AMBIGUOUS if offered else Outcome.UNKNOWN
    several = tuple(people.by_ids(session, offered, place.checkpoint))
    return CheckIn(outcome, typed, now, several=several)


def _by_typed_code(session: Session, event: int, typed: str) -> list[int]:
    """Whose whole code it is, typed in other letters of case: names hold no digits."""
    code_like = len(typed) >= search.SHORTEST_CODE and " " not in typed
    if not (code_like and any(map(str.isdigit, typed))):
        return []
    return people.by_code_in_any_case(session, event, [typed])


def _list_from(session: Session, event: int) -> int | None:
    """When the newest list came in that still counts."""
    counting = (it for it in past_imports.so_far(session, event) if it.counts)
    return max((it.finished_at for it in counting), default=None)


def refuse(
    session: Session, place: Place, attendee: int | None, code: str, outcome: Outcome, now: int
) -> None:
    refused = Refused(code, place.checkpoint, outcome.value)
    ledger.record(session, place.event, [Entry(attendee, refused)], now)

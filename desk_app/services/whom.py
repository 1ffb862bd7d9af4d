"""Whom a scanned code, or typed words, name."""

from desk_app.domain.admission import Outcome
from desk_app.domain.facts import Refused
from desk_app.intake.keyboards import readings
from desk_app.intake.scancode import Contact, candidates, contact
from desk_app.services import past_imports
from desk_app.services.answer import CheckIn, Place
from desk_app.store import ledger, people, search
from desk_app.store.ledger import Entry
from desk_app.store.session import Session

OLD_LIST_MS = 24 * 3_600_000  # who registered since is not on it


def holders(session: Session, place: Place, text: str, now: int) -> int | CheckIn:
    """The one person whom a scanned code names, else the answer that says why there is none."""
    code = text.strip()
    if card := contact(code):
        return _of_card(session, place, card, now)
    holders = _readable_holders(session, place.event, code)
    if len(holders) == 1:
        return holders[0]
    if not holders and not _is_readable(code):
        return CheckIn(Outcome.UNREADABLE, code, now)
    if not holders and (void := people.by_void_code(session, place.event, code)):
        refuse(session, place, void, code, Outcome.VOID, now)
        (person,) = people.by_ids(session, [void], place.checkpoint)
        return CheckIn(Outcome.VOID, code, now, person=person)
    listed_at = _list_from(session, place.event)
    old = listed_at is not None and now - listed_at > OLD_LIST_MS
    unknown = Outcome.OUTDATED if old else Outcome.UNKNOWN
    outcome = Outcome.AMBIGUOUS if holders else unknown
    refuse(session, place, None, code, outcome, now)
    several = tuple(people.by_ids(session, holders, place.checkpoint))
    return CheckIn(outcome, code, now, several=several, list_from=listed_at)


def _of_card(session: Session, place: Place, card: Contact, now: int) -> int | CheckIn:
    """The person of a visiting card, by the address, which is nobody else's, or by the name."""
    by_address = search.find(session, place.event, card.email, limit=2, misspelt=False)
    if len(by_address) == 1:
        return by_address[0]
    return named(session, place, card.name or card.email, now)


def _readable_holders(session: Session, event: int, code: str) -> list[int]:
    """Whose code it is: as read, in other letters of case, or typed for another keyboard."""
    if not code.isprintable() or "\ufffd" in code:
        return []
    means = candidates(code)
    if found := people.by_code(session, event, means):
        return found
    mended = [it for _, reading in readings(code) for it in candidates(reading)]
    pressed = [way(it) for it in (*means, *mended) for way in (str.swapcase, str.upper, str.lower)]
    return people.by_code(session, event, dict.fromkeys((*mended, *pressed)))


def _is_readable(code: str) -> bool:
    """Whether it can be a code: none holds accents, and none is garbled."""
    return code.isascii() and code.isprintable()


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

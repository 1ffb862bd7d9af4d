"""The lead's PIN: kept as a salted hash, and slower to guess with every wrong try."""

from dataclasses import dataclass

from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.domain.roles import Role, is_for_leads, wait_after
from desk_app.services import settings
from desk_app.store.session import Session

FEWEST = 4  # characters
_HASH, _WRONG, _SINCE, _ROLE = "pin", "pin_wrong", "pin_wrong_at", "role"


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a PIN: whether it was right, and how many ms nobody may try again."""

    right: bool
    wait_ms: int = 0


@dataclass(frozen=True, slots=True)
class Guarded:
    """Whether the desk has a PIN, and whose desk it is."""

    has_pin: bool
    role: Role


def state(session: Session) -> Guarded:
    """How the desk is guarded; it stays so when the desk is started anew."""
    known = settings.read(session)
    has_pin = _HASH in known
    return Guarded(has_pin, Role(known.get(_ROLE, Role.LEAD)) if has_pin else Role.LEAD)


def is_set(session: Session) -> bool:
    """Whether this desk has a PIN. Without one nothing is guarded."""
    return _HASH in settings.read(session)


def check(session: Session, typed: str, now: int) -> Tried:
    """Compare a PIN with the desk's; a wrong one is counted, and while waiting none is looked at.

    The count is in the database: starting the desk anew starts no new count. Nobody waits longer
    than the wait itself, should the clock of the computer have been put back.
    """
    known = settings.read(session)
    if _HASH not in known:
        raise DeskError("This desk has no PIN. Set one in the settings first.")
    wrong = int(known.get(_WRONG, "0"))
    left = _left(wrong, int(known.get(_SINCE, "0")), now)
    if left:
        return Tried(False, left)
    if _matches(known[_HASH], typed):
        _forget_tries(session)
        return Tried(True)
    settings.write(session, _WRONG, str(wrong + 1))
    settings.write(session, _SINCE, str(now))
    return Tried(False, wait_after(wrong + 1))


def choose(session: Session, new: str, known: str, now: int) -> Tried:
    """Set the PIN, or change it for whoever knows the one before; DeskError for one too short."""
    if len(new.strip()) < FEWEST:
        raise DeskError("A PIN needs at least {count} digits or letters.", count=FEWEST)
    tried = check(session, known, now) if is_set(session) else Tried(True)
    if tried.right:
        settings.write(session, _HASH, _hashed(new))
    return tried


def remove(session: Session, known: str, now: int) -> Tried:
    """Do without a PIN from now on; everybody at the desk is a lead again."""
    tried = check(session, known, now)
    if tried.right:
        forget(session)
    return tried


def forget(session: Session) -> None:
    """Do without a PIN that nobody knows any more: for whoever may write to the data folder."""
    _forget_tries(session)
    for key in (_HASH, _ROLE):
        settings.forget(session, key)


def hand_over(session: Session, to: Role) -> Role:
    """Give the desk to volunteers or visitors; only the PIN gets it back."""
    if not is_set(session):
        raise DeskError("This desk has no PIN. Set one in the settings first.")
    settings.write(session, _ROLE, to)
    return to


def take_back(session: Session, typed: str, now: int) -> Tried:
    """A lead takes the desk over."""
    tried = check(session, typed, now)
    if tried.right:
        settings.forget(session, _ROLE)
    return tried


def guards(session: Session, outcome: Outcome) -> bool:
    """Whether a refusal needs the PIN to be waived at this desk."""
    return is_for_leads(outcome) and is_set(session)


def _left(wrong: int, since: int, now: int) -> int:
    wait = wait_after(wrong)
    return min(max(since + wait - now, 0), wait)


def _forget_tries(session: Session) -> None:
    for key in (_WRONG, _SINCE):
        settings.forget(session, key)


def _hashed(pin: str) -> str:
    """As OWASP's Password Storage Cheat Sheet asks of argon2id: scans wait for it, some 30 ms."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1).hash(pin.strip())


def _matches(kept: str, typed: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import VerifyMismatchError

    try:
        return PasswordHasher().verify(kept, typed.strip())
    except VerifyMismatchError:
        return False

"""Who may do what at a desk. Without a PIN everybody is a lead, and nothing is closed."""

from enum import StrEnum

from desk_app.domain.admission import Outcome


class Role(StrEnum):
    """Whose desk it is just now; `VISITOR` is a desk that people serve themselves at."""

    LEAD = "lead"
    VOLUNTEER = "volunteer"
    VISITOR = "visitor"


class Right(StrEnum):
    """What a role may or may not do; a screen of the desk needs one of them."""

    CHECK_IN = "check_in"  # find, let in, register a walk-in, take the last action back
    PRINT = "print"
    CORRECT = "correct"  # what stands on the badge of whoever is there
    BROWSE = "browse"  # see whole lists, correct all of it, and block who is on them
    SEE_CONTACTS = "see_contacts"  # e-mail and phone as they are
    EXPORT = "export"
    IMPORT = "import"
    DESCRIBE_EVENTS = "describe_events"
    CHOOSE_SETTINGS = "choose_settings"


_OPEN = {
    Role.LEAD: frozenset(Right),
    Role.VOLUNTEER: frozenset((Right.CHECK_IN, Right.PRINT, Right.CORRECT)),
    Role.VISITOR: frozenset[Right](),
}
_FEWEST_LETTERS = {Role.LEAD: 1, Role.VOLUNTEER: 2, Role.VISITOR: 2}
_GUARDED = frozenset((Outcome.BLOCKED,))
_FREE_TRIES = 2
_FIRST_WAIT_MS = 5_000
_LONGEST_WAIT_MS = 15 * 60_000


def may(role: Role, right: Right) -> bool:
    """Whether the role may do it."""
    return right in _OPEN[role]


def fewest_letters(role: Role) -> int:
    """How many letters a search needs, so that nobody leafs through the list."""
    return _FEWEST_LETTERS[role]


def is_for_leads(outcome: Outcome) -> bool:
    """Whether only a lead, by the PIN, lets in whom this keeps out."""
    return outcome in _GUARDED


def wait_after(wrong: int) -> int:
    """How long, in ms, nobody may try again after so many wrong PINs in a row.

    Two slips of the finger cost nothing; then 5 s, doubled each time, a quarter of an hour at most:
    somebody who tries all of 10,000 PINs needs a hundred days.
    """
    if wrong <= _FREE_TRIES:
        return 0
    doubled: int = _FIRST_WAIT_MS * 2 ** min(wrong - _FREE_TRIES - 1, 20)
    return min(doubled, _LONGEST_WAIT_MS)

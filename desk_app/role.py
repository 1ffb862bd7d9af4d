"""The role that holds at this desk just now, as `words` knows the language that is spoken."""

from desk_app.domain import roles
from desk_app.domain.discretion import discreet
from desk_app.domain.roles import Right, Role

_current = Role.LEAD
_guarded = False


def use(role: Role, *, guarded: bool) -> None:
    """Let this role hold from now on; `guarded` where the desk has a PIN."""
    global _current, _guarded
    _current, _guarded = role, guarded


def current() -> Role:
    """Whose desk it is."""
    return _current


def is_guarded() -> bool:
    """Whether the desk has a PIN, so that it can be handed over."""
    return _guarded


def may(right: Right) -> bool:
    """Whether it may be done at this desk just now."""
    return roles.may(_current, right)


def fewest_letters() -> int:
    """How many letters a search needs just now."""
    return roles.fewest_letters(_current)


def contact(text: str) -> str:
    """A text with contacts in it, as they may be shown just now."""
    return text if may(Right.SEE_CONTACTS) else discreet(text)

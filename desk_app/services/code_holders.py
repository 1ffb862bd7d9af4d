"""Whose a scanned code is, also where the scanner, the keyboard or a label changed it."""

from desk_app.intake.keyboards import readings, typed_on
from desk_app.intake.scancode import candidates
from desk_app.services import settings
from desk_app.store import people
from desk_app.store.session import Session

SURE_OF_A_CODE = 12  # letters and digits: no two tickets differ in swapped letters alone


def code_holders(session: Session, event: int, code: str) -> tuple[list[int], str]:
    """Whose code it is, and from which keyboard it was read back, "" where it came as it is.

    As read first, then typed for another keyboard, then in other letters of case.
    """
    if not code.isprintable() or "\ufffd" in code:
        return [], ""
    if found := people.by_code(session, event, candidates(code)):
        return found, ""
    came = _as_it_may_have_come(session, code)
    typed = [("", it) for it in came] + [it for text in came for it in _read_back(text)]
    for keyboard, meant in typed:
        if found := people.by_code(session, event, candidates(meant)):
            return found, keyboard
    for keyboard, meant in typed:
        if found := people.by_code(session, event, _in_other_case(meant)):
            return found, keyboard
    return [], ""


def is_readable(code: str) -> bool:
    """Whether it can be a code: none holds accents but what is wrapped, and none is garbled."""
    return code.isprintable() and "\ufffd" not in code and (code.isascii() or _is_wrapped(code))


def _is_wrapped(code: str) -> bool:
    """Whether it is JSON, an address or the like, which may hold names with accents."""
    return code[:1] in ("{", "[") or (code.partition(":")[0].isascii() and ":" in code[1:12])


def _as_it_may_have_come(session: Session, code: str) -> list[str]:
    """As it is, and as it was before it was read back from the keyboard that is remembered."""
    keyboard = settings.read(session).get("scanner_keyboard", "")
    return list(dict.fromkeys((code, typed_on(keyboard, code) if keyboard else code)))


def _read_back(text: str) -> tuple[tuple[str, str], ...]:
    """What it may mean on other keyboards, where it is garbled or too long to be another's code.

    “Y-101” is “Z-101” on a German keyboard: it may as well be a ticket of another event.
    """
    looks_whole = text.isascii() and text.replace("-", "").isalnum()
    return () if looks_whole and len(text) < SURE_OF_A_CODE else readings(text)


def _in_other_case(code: str) -> dict[str, None]:
    ways = (str.swapcase, str.upper, str.lower)
    return dict.fromkeys(way(it) for it in candidates(code) for way in ways)

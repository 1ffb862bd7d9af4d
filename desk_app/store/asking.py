"""What somebody typed into a search, taken apart: words to find, and filters to narrow."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.store.folding import folded

_FILTER = re.compile(r'([^\W\d_]+):(?:"([^"]*)"?|(\S*))')
_DIGITS = re.compile(r"[\d\s.()/+-]+")
_NO_DIGITS = bytes(set(range(256)).difference(b"0123456789"))
FEWEST_DIGITS = 4
_NATIONAL = 9  # digits of a phone number without the country's or the leading zero


@dataclass(frozen=True, slots=True)
class Asked:
    """`words` as typed without the filters; the filters' values folded, empty where not asked.

    `statuses` may also hold "arrived" and "absent".
    """

    words: str
    organisation: str = ""
    ticket_type: str = ""
    answer: str = ""
    statuses: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        return bool(self.organisation or self.ticket_type or self.answer or self.statuses)


def asked(text: str) -> Asked:
    """Take "martin org:ocim statut:annulé" apart; a word that is no filter stays a word."""
    said: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        name = _words()["filters"].get(folded(match[1]))
        if name is None:
            return match[0]
        said[name] = folded(match[2] if match[2] is not None else match[3])
        return " "

    words = _FILTER.sub(take, text)
    status = said.pop("status", "")
    return Asked(words.strip(), **said, statuses=_statuses(status))


def phone_words(phone: str) -> tuple[str, ...]:
    """The digits of a phone number as one word, and without what stands before the national."""
    digits = _digits(phone).removeprefix("00")
    if len(digits) < FEWEST_DIGITS:
        return ()
    national = digits[-_NATIONAL:].lstrip("0")
    return (digits,) if national == digits else (digits, national)


def as_digits(text: str) -> tuple[str, ...]:
    """A text of digits alone as the beginnings it may be: of a phone number or of an order."""
    if not _DIGITS.fullmatch(text):
        return ()
    digits = _digits(text)
    if len(digits) < FEWEST_DIGITS:
        return ()
    return tuple(dict.fromkeys((digits, digits.removeprefix("00"), digits.lstrip("0"))))


def nicknames(word: str) -> tuple[str, ...]:
    """What else somebody of this given name may be called."""
    found: tuple[str, ...] = _words()["nicknames"].get(word, ())
    return found


def _digits(text: str) -> str:
    return text.encode("ascii", "ignore").translate(None, _NO_DIGITS).decode()


def _statuses(typed: str) -> tuple[str, ...]:
    """Every status with a name that begins as typed; one that nobody has where none does."""
    if not typed:
        return ()
    names = _words()["status"].items()
    found = tuple(status for status, words in names if any(it.startswith(typed) for it in words))
    return found or ("?",)


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    text = (paths.resources() / "search.toml").read_text(encoding="utf-8")
    said = tomllib.loads(text)
    return {
        "filters": {alias: name for name, all_of in said["filters"].items() for alias in all_of},
        "status": said["status"],
        "nicknames": _by_name(line.split() for line in said["nicknames"]["groups"]),
    }


def _by_name(groups: Iterable[list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for group in groups:
        for name in group:
            found.setdefault(name, {}).update(dict.fromkeys(it for it in group if it != name))
    return {name: tuple(others) for name, others in found.items()}

"""What platforms say of a registration, as one of the desk's states."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desk_app import paths
from desk_app.domain.registration import Status
from desk_app.intake.wording import key

_STATES = tuple(Status)
_ASIDE = re.compile(r"[(\[:;/]|\s[-–—]\s")
_SLUG = "wc "  # by which WooCommerce marks its own words
_MOST_WORDS = 8
_SHORTEST_WORD = 4  # letters: "no" and "ok" begin too many sentences
_LONGEST_NO = 20  # moments, which differ in every row, need no closer look


@dataclass(frozen=True, slots=True)
class Words:
    """The dictionary in `resources/exports/statuses.toml`, in compared form."""

    states: Mapping[str, Status]
    doubtful: frozenset[str]
    led_on: frozenset[str]
    unpaid: frozenset[str]
    tests: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    sections: Mapping[str, Status]
    totals: frozenset[str]
    counted: frozenset[str]
    salutations: frozenset[str]
    roles: frozenset[str]
    unnamed: frozenset[str]
    months: Mapping[str, str]

    def is_no(self, value: str) -> bool:
        """Whether a cell denies: empty, no, 0, a dash."""
        if not value or value.lower() in self.no or not value.strip("0.,"):
            return True
        return len(value) <= _LONGEST_NO and key(value) in self.no

    def is_yes_or_no(self, value: str) -> bool:
        """Whether a cell answers a closed question."""
        plain = value.lower()
        return plain in self.yes or plain in self.no or key(value) in self.yes | self.no


@cache
def words() -> Words:
    """The words as shipped, or as the user has extended them."""
    file = paths.resources() / "exports" / "statuses.toml"
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    return Words(
        states={key(word): state for state in _STATES for word in said[state]},
        doubtful=_keys(said["doubtful"]),
        led_on=_keys(said["led_on"]),
        unpaid=_keys(said["unpaid"]),
        tests=frozenset(said["words"]["tests"]),
        yes=_raw(said["yes"]),
        no=_raw(said["no"]),
        sections={
            key(word): Status(state) for state, ws in said["sections"].items() for word in ws
        },
        totals=_keys(said["rows"]["totals"]),
        counted=_keys(said["rows"]["counted"]),
        salutations=_keys(said["words"]["salutations"]),
        roles=_keys(said["words"]["roles"]),
        unnamed=_raw(said["words"]["unnamed"]),
        months={key(name): number for number, names in said["months"].items() for name in names},
    )


def _keys(texts: list[str]) -> frozenset[str]:
    return frozenset(key(text) for text in texts)


def _raw(texts: list[str]) -> frozenset[str]:
    """Signs such as "✓" or "-" have no compared form: kept as written too."""
    return frozenset(text.lower() for text in texts) | {key(text) for text in texts} - {""}


def status_of(word: str, overrides: Mapping[str, Status]) -> Status | None:
    """The state that a word means, by the platform's own rule first; None for an unknown word.

    What follows in brackets, after a dash or as in "by the organiser" does not change it.
    """
    compared = key(word)
    known = overrides.get(compared) or words().states.get(compared)
    return known or _of_beginning(word, overrides)


def _of_beginning(word: str, overrides: Mapping[str, Status]) -> Status | None:
    """The longest state that a text begins with, if what follows leads it on."""
    head = key(_ASIDE.split(word, maxsplit=1)[0]).removeprefix(_SLUG).split()[:_MOST_WORDS]
    beginnings = (head[:length] for length in range(len(head), 0, -1) if _ends(head, length))
    for said in map(" ".join, beginnings):
        known = overrides.get(said) or words().states.get(said)
        if known and len(said) >= _SHORTEST_WORD:
            return known
    return None


def _ends(head: list[str], length: int) -> bool:
    """Whether the words after so many say only by whom or when."""
    after = head[length] if length < len(head) else ""
    return not after or after in words().led_on or after[0].isdigit()


def section_status(text: str) -> Status | None:
    """The state of the people under a row such as "LISTE D'ATTENTE"; None for another title."""
    compared = key(text)
    known = words().sections
    if compared in known:
        return known[compared]
    if len(compared.split()) > 6:
        return None
    starts = (title for title in known if compared.startswith(f"{title} "))
    longest = max(starts, key=len, default="")
    return known.get(longest)

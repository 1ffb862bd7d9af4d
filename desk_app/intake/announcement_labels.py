"""The words by which announcements are recognised, read from the resources once."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.domain.names import plain

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Wordings:
    """Wordings (in `key` form) to the field they announce, and to the languages they are in."""

    labels: dict[str, str]
    headings: dict[str, str]
    kinds: frozenset[str]
    noise: frozenset[str]
    trail_marks: tuple[str, ...]
    languages: dict[str, frozenset[str]]
    common: dict[str, frozenset[str]]
    free: dict[str, str]


def key(text: str) -> str:
    """A wording for comparing: no accents, capitals, "(s)", leading signs or final colon."""
    folded = plain(text.replace("’", "'")).replace("(s)", "")
    return re.sub(r"^[^\w]+|[\s:.…]+$", "", folded)


@cache
def wordings() -> Wordings:
    """All word lists, folded for comparing."""
    found = entries()
    return Wordings(
        labels=_fields(found["labels"]),
        headings=_fields(found["headings"]),
        kinds=frozenset(key(word) for words in found["kinds"].values() for word in words),
        noise=frozenset(map(key, found["noise"]["lines"])),
        trail_marks=tuple(found["noise"]["trail_marks"]),
        languages=_languages(found),
        common={name: frozenset(words) for name, words in found["common_words"].items()},
        free=found["free"],
    )


@cache
def entries() -> dict[str, Any]:
    """The file of labels as it stands."""
    file = paths.resources() / "announcements" / "labels.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def is_noise(line: str) -> bool:
    """Whether the line belongs to the page around the event: a button, a menu, a path."""
    words = wordings()
    return key(line) in words.noise or any(mark in line for mark in words.trail_marks)


def is_kind(line: str) -> bool:
    """Whether the line is nothing but a kind of event ("Workshop")."""
    return key(line) in wordings().kinds


def language_of(text: str) -> str:
    """ "fr" or "en" by the commonest words; French where nothing tells."""
    seen = re.findall(r"\w+", plain(text.replace("’", "'")))
    count = {name: sum(word in common for word in seen) for name, common in _common().items()}
    return max(LANGUAGES, key=lambda name: count[name])


def _common() -> dict[str, frozenset[str]]:
    return wordings().common


def _fields(languages: dict[str, dict[str, list[str]]]) -> dict[str, str]:
    return {
        key(word): field
        for fields in languages.values()
        for field, words in fields.items()
        for word in words
    }


def _languages(found: dict[str, Any]) -> dict[str, frozenset[str]]:
    said: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for group in ("labels", "headings"):
            for words in found[group][language].values():
                for word in words:
                    said.setdefault(key(word), set()).add(language)
    return {word: frozenset(names) for word, names in said.items()}

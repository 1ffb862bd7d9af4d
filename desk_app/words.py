"""The desk's words in French and English; the English sentence is the key of its translation."""

import tomllib
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.domain.sentence import Sentence

LANGUAGES = ("fr", "en")
_current = "en"


def use(language: str) -> None:
    """Choose the language of `tr` from now on; an unknown one falls back to English."""
    global _current
    _current = language if language in LANGUAGES else "en"


def current() -> str:
    """The language of `tr`: "fr" or "en"."""
    return _current


def tr(text: str, /, **facts: Any) -> str:
    """A literal English text in the current language, its `{named}` gaps filled."""
    return say(text, _current, **facts)


def trn(count: int, one: str, many: str, /, **facts: Any) -> str:
    """`one` or `many` by the current language's rule; `{count}` is filled in."""
    return sayn(count, one, many, _current, **facts)


def say(text: str | Sentence, language: str, /, **facts: Any) -> str:
    """A text or a Sentence in a given language: for documents, files and error messages."""
    if isinstance(text, Sentence):
        facts = {**dict(text.facts), **facts}
        text = text.text
    found = catalogue(language).get(text, text)
    return found.format_map(facts) if facts else found


def sayn(count: int, one: str, many: str, language: str, /, **facts: Any) -> str:
    """As `trn`, in a given language. French says "0 personne", English "0 people"."""
    singular = count in (0, 1) if language == "fr" else count == 1
    return say(one if singular else many, language, count=count, **facts)


@cache
def catalogue(language: str) -> dict[str, str]:
    """English text to translated text; empty for English."""
    folder = paths.resources() / "translations" / language
    merged: dict[str, str] = {}
    for file in sorted(folder.glob("*.toml")):
        merged.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return merged

"""What the desk tells a person: an English sentence that is also its key for translation."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sentence:
    """Text with `{named}` gaps and what fills them; `words.say` renders it in a language."""

    text: str
    facts: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return self.text.format_map(dict(self.facts))


def sentence(text: str, /, **facts: Any) -> Sentence:
    """Build a Sentence; `text` stays a literal at the call so that translations can be checked."""
    return Sentence(text, tuple(facts.items()))

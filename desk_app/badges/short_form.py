"""A shorter way to write what does not fit, for a person to accept or to change."""

import re
from collections.abc import Callable

_ACRONYM = re.compile(r"\(([^()]{2,14})\)")
_PARTS = re.compile(r"\s+[-–—|/]\s+|,\s+|\s*\(")
_PARTICLES = frozenset(
    "d da das de del della den der des di do dos du el la las le les lo los ten ter van von zu"
    " zur y e al ibn bin".split()
)


def shorter(field: str, text: str) -> str:
    """A short form of a name or an organisation; "" where none offers itself."""
    if not text.strip():
        return ""
    made = _RULES.get(field, _first_part)(text.strip())
    return made if made and len(made) < len(text.strip()) else ""


def _given(text: str) -> str:
    """The first name whole, of the others the initials; of a lone double name its first half."""
    first, *others = text.split()
    kept = [word for word in others if word.lower() not in _PARTICLES]
    if kept:
        return " ".join([first, *(f"{word[0]}." for word in kept)])
    head, *tail = first.split("-")
    return "-".join([head, *(f"{part[0]}." for part in tail if part)]) if tail else ""


def _family(text: str) -> str:
    """The first family name, with the particles before it."""
    words = text.split()
    for number, word in enumerate(words):
        if word.lower().rstrip("’'") not in _PARTICLES:
            return " ".join(words[: number + 1]) if number + 1 < len(words) else _half(words)
    return ""


def _half(words: list[str]) -> str:
    head = words[-1].split("-")[0]
    return " ".join([*words[:-1], head]) if head != words[-1] else ""


def _organisation(text: str) -> str:
    """Its own abbreviation if it gives one, else what stands before a dash or comma."""
    if found := _ACRONYM.search(text):
        return found[1]
    if (first := _first_part(text)) != text:
        return first
    capitals = [word[0] for word in re.split(r"[\s\-]+|[dl]['’]", text) if word[:1].isupper()]
    return "".join(capitals) if len(capitals) >= 3 else ""


def _first_part(text: str) -> str:
    return _PARTS.split(text)[0]


_RULES: dict[str, Callable[[str], str]] = {
    "given_name": _given,
    "full_name": _given,
    "family_name": _family,
    "organisation": _organisation,
}

"""The colour of a category: stable from badge to badge and from desk to desk."""

import tomllib
import zlib
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.domain.names import plain

BLACK, WHITE = "#000000", "#ffffff"
ENOUGH = 4.5  # contrast of text with its ground


@cache
def colour(category: str) -> str:
    """The ribbon colour of a category, as `#rrggbb`; white reads well on all of them."""
    words = plain(category).replace("-", " ").split()
    for rule in _rules()["colour"]:
        if any(word.startswith(begin) for word in words for begin in rule["words"]):
            return str(rule["value"])
    others = _rules()["others"]
    return str(others[zlib.crc32(plain(category).encode("utf-8", "replace")) % len(others)])


def readable_on(ground: str, wanted: str) -> str:
    """The colour wanted for text if it reads on this ground, else black or white."""
    if contrast(ground, wanted) >= ENOUGH:
        return wanted
    return max((BLACK, WHITE), key=lambda ink: contrast(ground, ink))


def contrast(one: str, other: str) -> float:
    """How much two `#rrggbb` colours differ, from 1 to 21, as WCAG reckons it."""
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


@cache
def lightness(colour: str) -> float:
    """Relative luminance: 0 for black, 1 for white."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def palette() -> tuple[str, ...]:
    """Every colour that a ribbon can have."""
    return (*_rules()["others"], *(rule["value"] for rule in _rules()["colour"]))


@cache
def _rules() -> dict[str, Any]:
    file = paths.resources() / "badges" / "categories.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))

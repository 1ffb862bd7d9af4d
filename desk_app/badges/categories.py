"""The colour of a category: stable from badge to badge and from desk to desk."""

import tomllib
import zlib
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.domain.names import plain

BLACK = "#000000"


@cache
def colour(category: str) -> str:
    """The ribbon colour of a category, as `#rrggbb`; white reads well on all of them."""
    words = plain(category).replace("-", " ").split()
    for rule in _rules()["colour"]:
        if any(word.startswith(begin) for word in words for begin in rule["words"]):
            return str(rule["value"])
    others = _rules()["others"]
    return str(others[zlib.crc32(plain(category).encode("utf-8", "replace")) % len(others)])


@cache
def palette() -> tuple[str, ...]:
    """Every colour that a ribbon can have."""
    return (*_rules()["others"], *(rule["value"] for rule in _rules()["colour"]))


@cache
def _rules() -> dict[str, Any]:
    file = paths.resources() / "badges" / "categories.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))

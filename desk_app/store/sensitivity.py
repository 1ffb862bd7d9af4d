"""Answers that the law protects most, such as diet and access needs: known by their question."""

import hashlib
import re
import tomllib
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.domain.names import plain


@cache
def is_sensitive(heading: str) -> bool:
    """Whether a question asks for what the law protects most."""
    rules, asked = _rules(), " ".join(re.findall(r"[^\W_]+", plain(heading)))
    begins = tuple(rules["begins"])
    return any(word.startswith(begins) for word in asked.split()) or any(
        f" {it}" in f" {asked}" for it in rules["says"]
    )


@cache
def edition() -> int:
    """Another number whenever other questions are sensitive: an index made by the old is stale.

    It stands in the file's own header, SQLite's `user_version`.
    """
    return int.from_bytes(hashlib.sha256(_text().encode()).digest()[:3], "big") + 1


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(_text())


def _text() -> str:
    file = paths.resources() / "privacy" / "sensitive.toml"
    return file.read_text(encoding="utf-8")

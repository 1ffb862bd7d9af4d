"""Codes that a scanner typed for another keyboard: `àà&"è'!ç&&` was `0013748911`."""

import tomllib
from functools import cache

from desk_app import paths


def readings(text: str) -> tuple[tuple[str, str], ...]:
    """(keyboard, code) for each keyboard on which the code would have been typed as this text.

    A scanner set to the US keyboard presses keys; the system's keyboard says what they type.
    Never the text itself, never the same code twice.
    """
    found: dict[str, str] = {}
    for name, table in _tables().items():
        code = text.translate(table)
        if code != text and set(map(ord, text)) <= table.keys() | {ord(" ")}:
            found.setdefault(code, name)
    return tuple((name, code) for code, name in found.items())


@cache
def _tables() -> dict[str, dict[int, str]]:
    """By keyboard, from what it types to what the US keyboard types with the same key."""
    file = paths.resources() / "keyboards.toml"
    layouts = tomllib.loads(file.read_text(encoding="utf-8"))
    us = layouts.pop("us")
    return {
        name: {
            ord(typed): meant
            for way in ("shift", "plain")
            for typed, meant in zip(layout[way], us[way], strict=True)
            if typed != " "
        }
        for name, layout in layouts.items()
    }

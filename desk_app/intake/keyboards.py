"""Codes that a scanner typed for another keyboard: `àà&"è'!ç&&` was `0013748911`."""

import tomllib
from collections.abc import Iterator
from functools import cache

from desk_app import paths


def keyboards() -> tuple[str, ...]:
    """The names of the keyboards that are known, beside the US one."""
    return tuple(_tables())


def readings(text: str) -> tuple[tuple[str, str], ...]:
    """(keyboard, code) for each keyboard on which the code would have been typed as this text.

    A scanner set to the US keyboard presses keys; the system's keyboard says what they type, with
    Caps Lock or without. Never the text itself, never the same code twice.
    """
    found: dict[str, str] = {}
    for name in _tables():
        for code in _read(text, name):
            found.setdefault(code, name)
    found.pop(text, None)
    return tuple((name, code) for code, name in found.items())


def read_from(keyboard: str, text: str) -> str:
    """The code that was typed as this text on a keyboard; the text where it cannot have been."""
    if keyboard not in _tables():
        return text
    return next(iter(_read(text, keyboard)), text)


def typed_on(keyboard: str, code: str) -> str:
    """What the keys of a code type on a keyboard: the way back from `read_from`."""
    plain, _ = _tables().get(keyboard, ({}, {}))
    return code.translate({ord(meant): chr(typed) for typed, meant in plain.items()})


def _read(text: str, keyboard: str) -> Iterator[str]:
    """Without Caps Lock; with one that shifts letters alone; with one that shifts every key."""
    plain, locked = _tables()[keyboard]
    for typed, table in ((text, plain), (text.swapcase(), plain), (text, locked)):
        if set(map(ord, typed)) <= table.keys() | {ord(" ")}:
            yield typed.translate(table)


@cache
def _tables() -> dict[str, tuple[dict[int, str], dict[int, str]]]:
    """By keyboard, from what it types to what the US keyboard types with the same key.

    Once as it is, and once with Shift locked: French Windows does so with Caps Lock.
    """
    file = paths.resources() / "keyboards.toml"
    layouts = tomllib.loads(file.read_text(encoding="utf-8"))
    us = layouts.pop("us")
    return {
        name: (
            _table((layout["shift"], us["shift"]), (layout["plain"], us["plain"])),
            _table((layout["plain"], us["shift"]), (layout["shift"], us["plain"])),
        )
        for name, layout in layouts.items()
    }


def _table(*rows: tuple[str, str]) -> dict[int, str]:
    """A key that types alone what another types with Shift is taken as the one alone."""
    return {
        ord(typed): meant
        for typing, meaning in rows
        for typed, meant in zip(typing, meaning, strict=True)
        if typed != " "
    }

"""The typeface that was chosen for this desk: which files, by weight. No font is opened here."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

_own: dict[bool, Path] = {}
_emptied: list[Callable[[], None]] = []
_Cached = TypeVar("_Cached")


def use_own(files: Mapping[bool, Path]) -> None:
    """The files for bold and for plain text, beside the bundled fonts, from now on."""
    global _own
    if dict(files) != _own:
        _own = dict(files)
        for empty in _emptied:
            empty()


def own(bold: bool) -> Path | None:
    """The file for this weight, or the one there is."""
    return _own.get(bold) or _own.get(not bold)


def by_typeface(function: _Cached) -> _Cached:
    """A cached function whose answers hold only for the typeface in use."""
    _emptied.append(function.cache_clear)  # type: ignore[attr-defined]  # caches have it
    return function

"""A file or a folder in which newer exports appear: each is told once, when it is whole."""

from dataclasses import dataclass
from pathlib import Path

_KINDS = frozenset((".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".json", ".zip"))
_UNFINISHED = (".", "~$")  # hidden files and the locks of office programs


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was when looked at."""

    path: Path
    size: int
    changed_ns: int


class Watch:
    """Looks when it is told to, on any thread but one at a time: a shared folder may be slow.

    No notice of the system is waited for: network drives and synchronisers give none.
    """

    def __init__(self, place: Path) -> None:
        """What is there already is not told."""
        self._place = place
        self._growing: _Seen | None = None
        self._known = _latest(place)

    def look(self) -> Path | None:
        """The newest export, once it is the same at two looks; None when there is nothing new."""
        newest = _latest(self._place)
        if newest is None or newest == self._known:
            self._growing = None
        elif newest == self._growing:
            self._known, self._growing = newest, None
            return newest.path
        else:
            self._growing = newest
        return None


def _latest(place: Path) -> _Seen | None:
    """The file itself, or the newest export in the folder; None where there is nothing to read."""
    try:
        files = [it for it in place.iterdir() if _is_export(it)] if place.is_dir() else [place]
        seen = [_Seen(it, *_state(it)) for it in files]
    except OSError:  # gone between two looks, or a share that is away just now
        return None
    whole = [it for it in seen if it.size]
    return max(whole, key=lambda it: (it.changed_ns, it.path), default=None)


def _is_export(file: Path) -> bool:
    return file.suffix.lower() in _KINDS and not file.name.startswith(_UNFINISHED)


def _state(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_size, found.st_mtime_ns

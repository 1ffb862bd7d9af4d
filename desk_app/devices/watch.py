"""A file or a folder in which newer exports appear: each is told once, when it is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

_KINDS = frozenset((".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".json", ".zip"))
_UNFINISHED = (".", "~$")  # hidden files and the locks of office programs


@dataclass(frozen=True, slots=True, order=True)
class _State:
    """A file as it was when looked at; the latest is the greatest."""

    changed_ns: int
    size: int


class Watch:
    """Looks when it is told to, on any thread but one at a time: a shared folder may be slow.

    No notice of the system is waited for: network drives and synchronisers give none.
    """

    def __init__(self, place: Path) -> None:
        """What is there already is not told."""
        self._place = place
        self._known = dict(_exports(place))  # what is gone stays known: a share may come back
        self._growing: dict[Path, _State] = {}

    def look(self) -> Path | None:
        """An export that was not there, once it is the same at two looks; of several the newest.

        An older date says nothing: a file that is copied or unpacked may keep the one it had.
        """
        unknown = {it: state for it, state in _exports(self._place) if self._known.get(it) != state}
        whole = {it: state for it, state in unknown.items() if self._growing.get(it) == state}
        self._known |= whole
        self._growing = unknown
        return max(whole, key=lambda it: (whole[it], it), default=None)


def _exports(place: Path) -> Iterator[tuple[Path, _State]]:
    """The file itself, or the exports in the folder, as they are now."""
    for file in _files(place):
        try:
            found = file.stat()
        except OSError:  # gone between two looks, or a link that leads nowhere
            continue
        if found.st_size and S_ISREG(found.st_mode):
            yield file, _State(found.st_mtime_ns, found.st_size)


def _files(place: Path) -> list[Path]:
    try:
        return [it for it in place.iterdir() if _is_export(it)] if place.is_dir() else [place]
    except OSError:  # a share that is away just now
        return []


def _is_export(file: Path) -> bool:
    return file.suffix.lower() in _KINDS and not file.name.startswith(_UNFINISHED)

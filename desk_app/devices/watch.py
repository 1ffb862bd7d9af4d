"""A file or a folder in which newer exports appear: each is told once, when it is whole."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

SETTLED_MS = 1000  # a download that has not grown for so long is whole
LOOK_AGAIN_MS = 30_000  # shared folders and some synchronisers tell nobody
_KINDS = frozenset((".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".json", ".zip"))
_UNFINISHED = (".", "~$")  # hidden files and the locks of office programs


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was when looked at."""

    path: Path
    size: int
    changed_ns: int


class Watch(QObject):
    """Emits `appeared` with a Path for whatever is new since `watch` was called.

    A browser replaces a file rather than writing into it, so its folder is watched as well.
    """

    appeared = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._place: Path | None = None
        self._growing: _Seen | None = None
        self._known: _Seen | None = None
        self._watcher.fileChanged.connect(self.look)
        self._watcher.directoryChanged.connect(self.look)
        self._settling.timeout.connect(self.look)
        self._again.timeout.connect(self.look)

    def watch(self, place: Path | None) -> None:
        """Watch a file or a folder (None: nothing any more); what is there already is not told."""
        if old := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(old)
        self._place, self._growing = place, None
        self._known = _latest(place) if place else None
        self._settling.stop()
        if place is None:
            self._again.stop()
        else:
            self._again.start()
            self._follow(place)

    @Slot()
    def look(self) -> None:
        """Tell of the newest file once it is the same at two looks; also without being told to."""
        if self._place is None:
            return
        self._follow(self._place)
        newest = _latest(self._place)
        if newest is None or newest == self._known:
            self._growing = None
        elif newest == self._growing:
            self._known, self._growing = newest, None
            self.appeared.emit(newest.path)
        else:
            self._growing = newest
            self._settling.start()

    def _follow(self, place: Path) -> None:
        """A replaced file is another one to the system, and must be followed anew."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        paths = (str(it) for it in (place, place.parent) if it.exists())
        if new := [path for path in paths if path not in watched]:
            self._watcher.addPaths(new)


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

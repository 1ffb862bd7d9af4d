"""What is done to many people of the list at once: written by one act, copied, exported."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk_app import whole_file, words
from desk_app.clock import Clock
from desk_app.services import bulk, documents
from desk_app.services.bulk import Done
from desk_app.services.checkin import Place
from desk_app.services.documents import Contents
from desk_app.tables.clipboard import Copied, copied
from desk_app.tables.row_model import Column
from desk_app.tasks import InlineTasks, Tasks

__all__ = ["BulkActs", "Copied", "Done"]

_ACTS: dict[str, Callable[..., Done]] = {
    "check_in": bulk.check_in,
    "add_note": bulk.add_note,
    "change_category": bulk.change_category,
}


class BulkActs(QObject):
    """`place` tells where the desk stands; each act is taken back by one undo."""

    done = Signal(object)  # Done
    copied = Signal(object)  # Copied
    exported = Signal(object)  # the Path of the file written

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        clock: Clock,
        place: Callable[[], Place | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._place = place

    def do(self, act: str, ids: Sequence[int], text: str = "") -> None:
        """One of `_ACTS`, with what it needs to know."""
        if place := self._place():
            told = (text,) if text else ()
            work = _ACTS[act]
            self._tasks.db(work, place, ids, *told, self._clock(), done=self.done.emit)

    def copy(self, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        """Make a table of them for the clipboard; `copied` brings it."""
        self._tasks.make(copied, columns, rows, done=self.copied.emit)

    def export(self, ids: Sequence[int], kind: str, path: Path) -> None:
        """Write an attendance list of them, as a "csv", "xlsx" or "pdf" file."""
        if place := self._place():
            self._tasks.db(
                bulk.contents,
                place,
                ids,
                words.current(),
                self._clock(),
                done=partial(self._write, kind, path),
            )

    def _write(self, kind: str, path: Path, contents: Contents) -> None:
        draw = partial(documents.drawn, contents, kind)
        self._tasks.make(whole_file.draw, path, draw, done=self.exported.emit)

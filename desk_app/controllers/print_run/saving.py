"""One PDF file of many badges: read a few at a time, drawn in one go, noted as copies."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app import whole_file
from desk_app.badges import layouts, stocks
from desk_app.badges.badge import Badge
from desk_app.clock import Clock
from desk_app.controllers.print_run.queue import PrintFailed, Progress
from desk_app.domain.errors import DeskError
from desk_app.services import badges
from desk_app.services.checkin import Place
from desk_app.tasks import InlineTasks, Tasks

_SLICE = 200  # people read at a time
_STEP = 20  # pages between two words on how far it is


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What to draw, on what; labels before `first_label` are used already."""

    place: Place
    ids: tuple[int, ...]
    layout: str
    stock: str
    first_label: int = 1


@dataclass(frozen=True, slots=True)
class Saved:
    """So many badges are in this file."""

    path: Path
    count: int


class SaveRun(QObject):
    """Ends with `saved`, or with `failed` (also after `stop`): then there is no file."""

    progressed = Signal(object)  # Progress
    saved = Signal(object)  # Saved
    failed = Signal(object)  # PrintFailed

    def __init__(
        self, tasks: Tasks | InlineTasks, clock: Clock, job: Sheaf, path: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._job = job
        self._path = path
        self._read: list[Badge] = []
        self._stopped = False

    def go_on(self, more: Sequence[Badge] = ()) -> None:
        """Read the next few people; draw once all are there."""
        self._read += more
        job, start = self._job, len(self._read)
        if start < len(job.ids):
            some = job.ids[start : start + _SLICE]
            self._tasks.db(badges.of_people, job.place, some, done=self.go_on, failed=self._give_up)
        else:
            self._tasks.make(self._write, done=self._note, failed=self._give_up)

    def stop(self) -> None:
        """Write no file."""
        self._stopped = True

    def _write(self) -> None:
        """Runs on the make lane; signals cross to the UI thread by themselves."""
        from desk_app.badges.render import render

        with whole_file.opened(self._path) as file:
            render(
                self._read,
                layouts.layout(self._job.layout),
                stocks.stock(self._job.stock),
                first_label=self._job.first_label,
                progress=self._tell,
                cancelled=self._is_stopped,
                file=file,
            )

    def _tell(self, done: int, total: int) -> None:
        if done == total or done % _STEP == 0:
            self.progressed.emit(Progress(done, total))

    def _is_stopped(self) -> bool:
        return self._stopped

    def _note(self, _nothing: None) -> None:
        job = self._job
        self._tasks.db(
            badges.printed,
            job.place.event,
            job.ids,
            job.layout,
            job.stock,
            "",
            self._clock(),
            done=partial(self._finish, Saved(self._path, sum(it > 0 for it in job.ids))),
            failed=self._give_up,
        )

    def _finish(self, saved: Saved, _nothing: None) -> None:
        self.saved.emit(saved)
        self.deleteLater()

    def _give_up(self, error: DeskError) -> None:
        self.failed.emit(PrintFailed(self._job.ids, error))
        self.deleteLater()

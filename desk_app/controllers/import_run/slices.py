"""Takes an import through the lanes slice by slice, or back again; scans slip in between."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desk_app.clock import Clock
from desk_app.controllers.import_run.writing import Writing
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import FactId
from desk_app.services import imports
from desk_app.services.imports import PastImport, Progress
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

Then = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Ends:
    """Who is told what: `broken_off` with everything taken back, since another import ran, say;
    `failed` where not even that went well.
    """

    written: Callable[[Progress], None]
    finished: Callable[[PastImport], None]
    broken_off: Callable[[DeskError], None]
    failed: Callable[[DeskError], None]


class Slices:
    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock, tell: Ends) -> None:
        self._tasks = tasks
        self._clock = clock
        self._tell = tell

    def write(self, run: Writing) -> None:
        """Prepare the next slice beside the database, then write it; and so on."""
        self._tasks.make(run.prepare, done=partial(self._prepared, run))

    def take_back(self, run: Writing, then: Then) -> None:
        """Stop writing, and leave the roster as it was."""
        run.stopping = True
        self._tasks.db(
            run.take_back,
            self._clock(),
            done=partial(self._sweep, run.event, then),
            failed=self._tell.failed,
        )

    def undo(self, source: FactId, event: int, then: Then) -> None:
        """Take an import back that ended long ago."""
        self._tasks.db(
            _undo,
            source,
            self._clock(),
            done=partial(self._sweep, event, then),
            failed=self._tell.failed,
        )

    def _prepared(self, run: Writing, _nothing: None) -> None:
        if not run.stopping:
            self._write_on(run)

    def _write_on(self, run: Writing) -> None:
        self._tasks.db(
            run.advance,
            self._clock(),
            done=partial(self._written, run),
            failed=partial(self._break_off, run),
            durable=run.closing,
        )

    def _written(self, run: Writing, progress: Progress) -> None:
        if not run.stopping:
            self._tell.written(progress)
        if run.stopping:  # perhaps only since the progress was shown
            return
        if progress.finished:
            self._tasks.db(_latest, run.event, done=self._tell.finished)
        else:
            self.write(run)

    def _break_off(self, run: Writing, error: DeskError) -> None:
        """Somebody else imports, or the disk is full: what was written of it is taken back."""
        if not run.stopping:
            self.take_back(run, partial(self._tell.broken_off, error))

    def _sweep(self, event: int, then: Then, _nothing: object = None) -> None:
        """Put people's rows right a slice at a time, so that scans slip in between."""
        self._tasks.db(
            imports.sweep,
            event,
            done=partial(self._swept, event, then),
            failed=self._tell.failed,
            durable=False,
        )

    def _swept(self, event: int, then: Then, more: bool) -> None:
        if more:
            self._sweep(event, then)
        else:
            then()


def _undo(session: Session, source: FactId, now: int) -> None:
    imports.undo(session, source, now, at_once=False)


def _latest(session: Session, event: int) -> PastImport:
    return imports.history(session, event)[0]

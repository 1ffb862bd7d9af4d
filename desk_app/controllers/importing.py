"""Bringing registrations in: a file is read, compared, shown, written in slices, or taken back."""

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from threading import Event as Flag

from PySide6.QtCore import QObject, Signal, Slot

from desk_app.clock import Clock
from desk_app.collecting import without_collecting
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import FactId
from desk_app.intake.reading import Reading as Reading
from desk_app.intake.reading import SetAside as SetAside
from desk_app.services import imports, planning, settings
from desk_app.services.event_line import day as day
from desk_app.services.imports import Import, Progress
from desk_app.services.imports import PastImport as PastImport
from desk_app.services.places import Standing
from desk_app.services.planning import Answers
from desk_app.services.planning import Change as Change
from desk_app.services.planning import Difference as Difference
from desk_app.services.planning import Missing as Missing
from desk_app.services.planning import Plan as Plan
from desk_app.services.questions import Kind as Kind
from desk_app.services.questions import Question as Question
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

_FREED_AT_ONCE = 200  # objects: letting go of more would hold up the window


class Step(StrEnum):
    """What takes a while."""

    READING = "reading"
    COMPARING = "comparing"
    APPLYING = "applying"
    TAKING_BACK = "taking back"


@dataclass(frozen=True, slots=True)
class Underway:
    """How far a step is; `total` is 0 while nobody can say."""

    step: Step
    file: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The past imports of the event in hand (`zone` is None without one), the latest first.

    `desks` names the desks by their ids.
    """

    imports: tuple[PastImport, ...]
    desks: Mapping[str, str]
    zone: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one person that the export changes; `first` of that person's lines."""

    change: Change
    difference: Difference
    first: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, laid out in the database lane so that tables only look up."""

    plan: Plan
    lines: tuple[Line, ...]
    answers: Answers

    @property
    def changes(self) -> int:
        """How many people are new, changed or cancelled."""
        return len(self.plan.new) + len(self.plan.changed) + len(self.plan.cancelled)

    @property
    def struck(self) -> int:
        """How many missing people are to be cancelled, as answered so far."""
        gone = [place for place, it in enumerate(self.plan.questions) if it.kind == Kind.GONE]
        some = sum(place in self.answers.taken for place in gone)
        return some + self.answers.cancel_missing * (len(self.plan.missing) - len(gone))

    @property
    def enriched(self) -> int:
        """How many people have only answers to new questions."""
        return len(self.plan.enriched)


class ImportController(QObject):
    """Where an import stands is kept here, so that a rebuilt screen shows it again."""

    listed = Signal(object)  # History: nothing is under way
    advanced = Signal(object)  # Underway
    planned = Signal(object)  # Preview
    answered = Signal(object)  # Preview: the same plan, another answer
    finished = Signal(object)  # PastImport: the one that has just come in
    changed = Signal(object)  # the event's id, whose people are others now
    _progressed = Signal(object)

    def __init__(
        self, tasks: Tasks | InlineTasks, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._standing: Standing | None = None
        self._attempt: _Attempt | None = None
        self._preview: Preview | None = None
        self._run: _Run | None = None
        self._again: Callable[[], None] = self._list
        self._progressed.connect(self._show_progress)
        tasks.crashed.connect(self._give_up)

    def stand_at(self, standing: Standing | None) -> None:
        """A preview for another event than the one in hand is dropped."""
        before, self._standing = self._standing, standing
        if self._event_of(before) == self._event_of(standing):
            return
        if self._run is None:
            self._drop()
            self._again = self._list
        self.refresh()

    def refresh(self) -> None:
        """Show again where things stand."""
        self._again()

    def open(self, path: Path) -> None:
        """Read a file and compare it; it replaces one that is being read or looked at."""
        if self._standing is None:
            self._refuse(DeskError("Choose the event first, then import its registrations."))
        elif self._run is not None:
            self._refuse(DeskError("An import is running. Open the next file when it has ended."))
        else:
            self._drop()
            self._attempt = _Attempt(path.name, self._standing.place.event)
            self._advance(Step.READING)
            self._tasks.make(
                self._attempt.read,
                path,
                self._progressed.emit,
                done=partial(self._compare, self._attempt),
                failed=partial(self._read_in_vain, self._attempt),
            )

    def apply(self) -> None:
        """Write what the preview shows; scans are served between the slices."""
        if self._preview is None or self._run is not None:
            return
        it = self._preview
        self._run = _Run(it.plan, it.answers, self._tasks.store.folder)
        self._advance(Step.APPLYING, total=it.changes + it.enriched + it.struck)
        self._write_on(self._run)

    def answer(self, place: int, take: bool) -> None:
        """Take the export's side in a question of the plan, or the desk's."""
        if self._preview is not None:
            before = self._preview.answers
            taken = before.taken | {place} if take else before.taken - {place}
            self._answer(replace(before, taken=taken))

    def cancel_missing(self, cancel: bool) -> None:
        """Whether whoever is missing and has not come is to be cancelled."""
        if self._preview is not None:
            self._answer(replace(self._preview.answers, cancel_missing=cancel))

    def _answer(self, answers: Answers) -> None:
        assert self._preview is not None
        self._preview = replace(self._preview, answers=answers)
        self.answered.emit(self._preview)

    def cancel(self) -> None:
        """Stop whatever is under way; what was written of it is taken back."""
        if self._run is None:
            self._drop()
            self._list()
        elif not self._run.stopping:
            self._run.stopping = True
            self._advance(Step.TAKING_BACK)
            self._tasks.db(
                self._run.take_back, self._clock(), done=self._end_taken_back, failed=self._fail
            )

    def undo(self, source: FactId) -> None:
        """Take a past import back as a whole; check-ins made since stay."""
        if self._run is not None or self._standing is None:
            return
        self._drop()
        self._advance(Step.TAKING_BACK)
        event = self._standing.place.event
        self._tasks.db(
            _undo,
            source,
            self._clock(),
            done=partial(self._end_undone, event),
            failed=self._fail,
        )

    def start_over(self) -> None:
        """Leave the numbers of the finished import for the start of the next."""
        self._list()

    def _list(self) -> None:
        self._again = self._list
        if self._standing is None:
            self.listed.emit(History((), {}, None))
        else:
            place = self._standing.place
            zone = self._standing.event.zone
            self._tasks.db(_history, place.event, zone, done=self._show_history, newest="imports")

    def _show_history(self, history: History) -> None:
        if self._again == self._list:  # else a file was opened meanwhile
            self.listed.emit(history)

    def _advance(self, step: Step, done: int = 0, total: int = 0) -> None:
        self._stand(partial(self.advanced.emit, Underway(step, self._file(), done, total)))

    def _stand(self, again: Callable[[], None]) -> None:
        self._again = again
        again()

    @Slot(object)
    def _show_progress(self, progress: "_ReadSoFar") -> None:
        if progress.attempt is self._attempt:
            self._advance(Step.READING, progress.done, progress.total)

    def _compare(self, attempt: "_Attempt", reading: Reading) -> None:
        if attempt is not self._attempt:
            self._let_go([reading])
            return
        self._advance(Step.COMPARING)
        self._tasks.db(
            _preview,
            attempt.event,
            reading,
            done=partial(self._show_preview, attempt),
            failed=partial(self._read_in_vain, attempt),
        )

    def _show_preview(self, attempt: "_Attempt", preview: Preview) -> None:
        if attempt is not self._attempt:
            self._let_go([preview])
            return
        self._preview = preview
        self._stand(self._plan)

    def _plan(self) -> None:
        self.planned.emit(self._preview)

    def _read_in_vain(self, attempt: "_Attempt", error: DeskError) -> None:
        if attempt is self._attempt:
            self._fail(error)

    def _write_on(self, run: "_Run") -> None:
        self._tasks.db(
            run.advance,
            self._clock(),
            done=partial(self._written, run),
            failed=partial(self._break_off, run),
            durable=run.closing,
        )

    def _written(self, run: "_Run", progress: Progress) -> None:
        if not run.stopping:
            self._advance(Step.APPLYING, progress.done, progress.total)
        if run.stopping:  # perhaps only since the progress was shown
            return
        if progress.finished:
            self._tasks.db(_latest, run.event, done=self._finish)
        else:
            self._write_on(run)

    def _finish(self, past: PastImport) -> None:
        event = self._end_run()
        self._stand(partial(self.finished.emit, past))
        self.changed.emit(event)

    def _break_off(self, run: "_Run", error: DeskError) -> None:
        """Somebody else imports, or the disk is full: what was written of it is taken back."""
        if not run.stopping:
            run.stopping = True
            self._tasks.db(
                run.take_back,
                self._clock(),
                done=partial(self._offer_again, run.event, error),
                failed=self._fail,
            )

    def _offer_again(self, event: int, error: DeskError, _nothing: None) -> None:
        """The plan stays on the screen for another try."""
        self._run = None
        self._stand(self._plan)
        self.changed.emit(event)
        self._refuse(error)

    def _end_taken_back(self, _nothing: None) -> None:
        event = self._end_run()
        self._list()
        self.changed.emit(event)

    def _end_undone(self, event: int, _nothing: None) -> None:
        self._list()
        self.changed.emit(event)

    def _end_run(self) -> int:
        assert self._run is not None
        event, self._run = self._run.event, None
        self._drop()
        return event

    @Slot(object)
    def _give_up(self, _error: object) -> None:
        """After a bug or a full disk nothing half-done may stay, nor a screen that waits for it."""
        if self._run is not None and not self._run.stopping:
            self.cancel()
        elif self._run is not None:
            self._end_run()  # the start of the program takes back what is left
            self._list()
        elif self._attempt is not None and self._preview is None:
            self.cancel()

    def _fail(self, error: DeskError) -> None:
        self._run = None
        self._drop()
        self._list()
        self._refuse(error)

    def _refuse(self, error: DeskError) -> None:
        self._tasks.refused.emit(error)

    def _drop(self) -> None:
        """Forget the file that was read; a reading under way ends by itself."""
        if self._attempt is not None:
            self._attempt.cancelled.set()
        self._attempt = None
        preview, self._preview = self._preview, None
        if preview is not None:
            self._let_go([preview])

    def _let_go(self, holder: list[Reading | Preview]) -> None:
        self._tasks.make(_free, holder)

    def _file(self) -> str:
        return self._attempt.file if self._attempt else ""

    @staticmethod
    def _event_of(standing: Standing | None) -> int | None:
        return standing.place.event if standing else None


@dataclass(frozen=True, slots=True)
class _ReadSoFar:
    attempt: "_Attempt"
    done: int
    total: int


class _Attempt:
    """One file being read for an event; its progress is reported once per percent."""

    def __init__(self, file: str, event: int) -> None:
        self.file = file
        self.event = event
        self.cancelled = Flag()
        self._percent = -1

    def read(self, path: Path, report: Callable[[_ReadSoFar], None]) -> Reading:
        """In the make lane."""
        from desk_app.intake import reading

        def progress(done: int, total: int) -> None:
            percent = 100 * done // total if total else 0
            if percent != self._percent:
                self._percent = percent
                report(_ReadSoFar(self, done, total))

        with without_collecting(lasting=True):
            return reading.read(path, progress=progress, cancelled=self.cancelled.is_set)


class _Run:
    """An import being written. Its methods run in the database lane, whose thread has the lock."""

    def __init__(self, plan: Plan, answers: Answers, folder: Path) -> None:
        self.event = plan.event
        self.stopping = False
        self._plan: Plan | None = plan
        self._answers = answers
        self._folder = folder
        self._lock = ExitStack()
        self._import: Import | None = None

    @property
    def closing(self) -> bool:
        """Whether the next slice must be durable: the last one, which may be the first."""
        return self._import is None or self._import.closing

    def advance(self, session: Session, now: int) -> Progress:
        """Write the next slice; the first one takes the lock, the last one gives it back."""
        if self._import is None:
            assert self._plan is not None
            self._lock.enter_context(imports.only_one(self._folder))
            self._import, self._plan = Import(self._plan, self._answers), None
        progress = self._import.advance(session, now)
        if progress.finished:
            self._lock.close()
        return progress

    def take_back(self, session: Session, now: int) -> None:
        """Leave the roster as it was, and the lock to others."""
        try:
            if self._import is not None:
                with without_collecting(lasting=True):
                    self._import.take_back(session, now)
        finally:
            self._lock.close()


def _preview(session: Session, event: int, reading: Reading) -> Preview:
    with without_collecting(lasting=True):
        plan = planning.plan(session, event, reading)
        lines = tuple(
            Line(change, difference, number == 0)
            for change in plan.changed
            for number, difference in enumerate(_told(change.differences))
        )
        return Preview(plan, lines, plan.defaults)


def _told(differences: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """A whole name that changes because a part of it does need not be told twice."""
    if not {"given_name", "family_name"} & {it.field for it in differences}:
        return differences
    return tuple(it for it in differences if it.field != "full_name")


def _undo(session: Session, source: FactId, now: int) -> None:
    with without_collecting(lasting=True):
        imports.undo(session, source, now)


def _history(session: Session, event: int, zone: str) -> History:
    past = tuple(imports.history(session, event))
    return History(past, settings.desk_names(session), zone)


def _latest(session: Session, event: int) -> PastImport:
    return imports.history(session, event)[0]


def _free(holder: list[Reading | Preview]) -> None:
    """Let go of everybody a few at a time: one great release would hold up the window."""
    held = holder.pop()
    plan = held.plan if isinstance(held, Preview) else None
    reading = plan.reading if plan else held
    assert isinstance(reading, Reading)
    pieces: list[object] = [*reading.registrations, *reading.refused]
    if plan and isinstance(held, Preview):
        pieces += [*plan.new, *plan.changed, *plan.cancelled, *plan.enriched, *plan.missing]
        pieces += held.lines
    del held, plan, reading
    while pieces:
        del pieces[-_FREED_AT_ONCE:]
        time.sleep(0)  # lets the window in between

"""Bringing registrations in: a file is read, compared, shown, written in slices, or taken back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desk_app.clock import Clock
from desk_app.controllers.import_run.attempt import Attempt, ReadSoFar, Source
from desk_app.controllers.import_run.attempt import Unread as Unread
from desk_app.controllers.import_run.preview import Line as Line
from desk_app.controllers.import_run.preview import Preview as Preview
from desk_app.controllers.import_run.preview import free, preview
from desk_app.controllers.import_run.slices import Ends, Slices
from desk_app.controllers.import_run.stages import History as History
from desk_app.controllers.import_run.stages import Step as Step
from desk_app.controllers.import_run.stages import Underway as Underway
from desk_app.controllers.import_run.stages import history
from desk_app.controllers.import_run.writing import Writing
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import FactId
from desk_app.intake.reading import Head as Head
from desk_app.intake.reading import Reading as Reading
from desk_app.intake.reading import SetAside as SetAside
from desk_app.intake.reading import Wishes
from desk_app.intake.source import name_of
from desk_app.intake.wishes import ANSWER as ANSWER
from desk_app.intake.wishes import FIELDS as FIELDS
from desk_app.intake.wishes import IGNORED as IGNORED
from desk_app.intake.wishes import NONE
from desk_app.intake.wishes import Fields as Fields
from desk_app.services import corrections
from desk_app.services.differences import Difference as Difference
from desk_app.services.event_line import day as day
from desk_app.services.imports import PastImport as PastImport
from desk_app.services.imports import Progress
from desk_app.services.places import Standing
from desk_app.services.plan import Change as Change
from desk_app.services.plan import Missing as Missing
from desk_app.services.questions import WHY as WHY
from desk_app.services.questions import Kind as Kind
from desk_app.services.questions import Question as Question
from desk_app.tasks import InlineTasks, Tasks
from desk_app.words import tr


class ImportController(QObject):
    """Where an import stands is kept here, so that a rebuilt screen shows it again."""

    listed = Signal(object)  # History: nothing is under way
    advanced = Signal(object)  # Underway
    planned = Signal(object)  # Preview
    answered = Signal(object)  # Preview: the same plan, another answer
    unread = Signal(object)  # Unread: a file whose columns somebody should choose
    appeared = Signal(object)  # Preview of an export that came by itself
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
        self._attempt: Attempt | None = None
        self._preview: Preview | None = None
        self._unread: Unread | None = None  # the file whose columns somebody is choosing
        self._waiting: tuple[Path, bool] | None = None  # the latest of `take_up`, for later
        self._applies = False
        self._undoing = False
        self._run: Writing | None = None
        self._again: Callable[[], None] = self._list
        self._progressed.connect(self._show_progress)
        ends = Ends(self._written, self._finish, self._offer_again, self._fail)
        self._slices = Slices(tasks, clock, ends)
        tasks.crashed.connect(self._give_up)

    def stand_at(self, standing: Standing | None) -> None:
        """A preview for another event than the one in hand is dropped."""
        before, self._standing = self._standing, standing
        if self._event_of(before) == self._event_of(standing):
            return
        self._waiting = None
        if self._run is None:
            self._drop()
            self._again = self._list
        self.refresh()

    def refresh(self) -> None:
        """Show again where things stand."""
        self._again()

    def open(self, path: Path) -> None:
        """Read a file and compare it; it replaces one that is being read or looked at."""
        self._begin(Source(name_of(path), path))

    def paste(self, text: str) -> None:
        """As `open`, for a table that was copied elsewhere."""
        if text.strip():
            self._begin(Source(tr("Pasted table"), text=text))
        else:
            self._refuse(
                DeskError("There is no table to paste. Copy the list in the spreadsheet first.")
            )

    def correct(self, sheet: str, fields: Fields, unread: Unread | None = None) -> None:
        """Read the same export anew, with other columns; that is remembered.

        Without any `fields`, columns are recognised as if nobody had ever corrected them.
        `unread` is the file whose columns were asked for; else the previewed one is meant.
        """
        self._read_anew(unread, Wishes(sheet, fields), corrected=True)

    def choose_sheet(self, sheet: str, unread: Unread | None = None) -> None:
        """Read another sheet of the same export, by what is remembered of its columns."""
        self._read_anew(unread, Wishes(sheet), corrected=False)

    def leave(self, unread: Unread) -> None:
        """Nobody chooses columns for this file."""
        if unread is self._unread:
            self.cancel()

    def _read_anew(self, unread: Unread | None, wishes: Wishes, *, corrected: bool) -> None:
        """What somebody has corrected is shown to them, however it came."""
        asked = unread or self._attempt
        if asked is not None and unread is self._unread:
            self._begin(replace(asked.source, by_itself=False), wishes, corrected=corrected)

    def take_up(self, path: Path, apply: bool) -> None:
        """A newer export has appeared where the desk watches.

        It never comes between somebody and what they are looking at, but waits until they have
        done with it. With `apply` it is written at once if there is nothing to decide.
        """
        if self._standing is None:
            return
        if self._run or self._undoing or self._attempt or self._unread:
            self._waiting = path, apply
        else:
            self._waiting = None
            self._applies = apply
            self._begin(Source(name_of(path), path, by_itself=True))

    def _begin(self, source: Source, wishes: Wishes = NONE, *, corrected: bool = False) -> None:
        if self._standing is None:
            self._refuse(DeskError("Choose the event first, then import its registrations."))
        elif self._run is not None:
            self._refuse(DeskError("An import is running. Open the next file when it has ended."))
        else:
            self._drop()
            folder = corrections.profiles(self._tasks.store.folder)
            attempt = Attempt(source, self._standing.place.event, folder, wishes, corrected)
            self._attempt = attempt
            self._advance(Step.READING)
            if attempt.corrected:
                self._read(attempt, {})
            else:
                self._tasks.db(corrections.remembered, done=partial(self._read, attempt))

    def _read(self, attempt: Attempt, remembered: Mapping[str, Fields]) -> None:
        if attempt is self._attempt:
            self._tasks.make(
                attempt.read,
                replace(attempt.wishes, remembered=remembered),
                self._progressed.emit,
                done=partial(self._compare, attempt),
                failed=partial(self._read_in_vain, attempt),
            )

    def apply(self) -> None:
        """Write what the preview shows; scans are served between the slices."""
        if self._preview is None or self._run is not None:
            return
        it = self._preview
        self._run = Writing(it.plan, it.answers, self._tasks.store.folder)
        self._advance(Step.APPLYING, total=it.writes)
        self._slices.write(self._run)

    def answer(self, place: int, take: bool) -> None:
        """Take the export's side in a question of the plan, or the desk's."""
        if self._preview is not None:
            self._answer(self._preview.taking({place}, take))

    def answer_all(self, kind: Kind, take: bool) -> None:
        """As `answer`, in all questions of this kind."""
        if self._preview is not None:
            self._answer(self._preview.taking(self._preview.asked(kind), take))

    def cancel_missing(self, cancel: bool) -> None:
        """Whether whoever is missing and has not come is to be cancelled."""
        if self._preview is not None:
            self._answer(self._preview.cancelling(cancel))

    def _answer(self, preview: Preview) -> None:
        self._preview = preview
        self.answered.emit(self._preview)

    def cancel(self) -> None:
        """Stop whatever is under way; what was written of it is taken back."""
        if self._run is None:
            self._drop()
            self._list()
        elif not self._run.stopping:
            self._advance(Step.TAKING_BACK)
            self._slices.take_back(self._run, self._end_taken_back)

    def undo(self, source: FactId) -> None:
        """Take a past import back as a whole; check-ins made since stay."""
        if self._run is not None or self._standing is None:
            return
        self._drop()
        self._undoing = True
        self._advance(Step.TAKING_BACK)
        event = self._standing.place.event
        self._slices.undo(source, event, partial(self._end_undone, event))

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
            self._tasks.db(history, place.event, zone, done=self._show_history, newest="imports")
        if self._waiting is not None:
            self.take_up(*self._waiting)

    def _show_history(self, history: History) -> None:
        if self._again == self._list:  # else a file was opened meanwhile
            self.listed.emit(history)

    def _advance(self, step: Step, done: int = 0, total: int = 0) -> None:
        self._stand(partial(self.advanced.emit, Underway(step, self._file(), done, total)))

    def _stand(self, again: Callable[[], None]) -> None:
        self._again = again
        again()

    @Slot(object)
    def _show_progress(self, progress: ReadSoFar) -> None:
        if progress.attempt is self._attempt:
            self._advance(Step.READING, progress.done, progress.total)

    def _compare(self, attempt: Attempt, reading: Reading | Unread) -> None:
        if isinstance(reading, Unread):
            self._ask_for_columns(attempt, reading)
            return
        if attempt is not self._attempt:
            self._let_go([reading])
            return
        if attempt.corrected and reading.form:
            self._tasks.db(corrections.remember, reading.form, attempt.wishes.fields)
        self._advance(Step.COMPARING)
        self._tasks.db(
            preview,
            attempt.event,
            reading,
            done=partial(self._show_preview, attempt),
            failed=partial(self._read_in_vain, attempt),
        )

    def _show_preview(self, attempt: Attempt, preview: Preview) -> None:
        if attempt is not self._attempt:
            self._let_go([preview])
            return
        self._preview = preview
        if attempt.source.by_itself:
            self._settle(preview)
        else:
            self._stand(self._plan)

    def _settle(self, preview: Preview) -> None:
        """An export that came by itself: nothing new in it, or nothing to decide, or to be seen."""
        plan = preview.plan
        if not preview.writes and not plan.suspicious:
            self._drop()
            self._list()
            return
        self._stand(self._plan)
        unsure = plan.suspicious or plan.questions or plan.warnings or plan.missing
        if self._applies and not unsure:
            self.apply()
        else:
            self.appeared.emit(preview)

    def _ask_for_columns(self, attempt: Attempt, unread: Unread) -> None:
        """Nobody's name was recognised; a person may say which columns hold the names."""
        if attempt is self._attempt:
            self._drop()
            self._unread = None if attempt.source.by_itself else unread
            self._list()
            self._refuse(unread.error)
            if self._unread is unread:
                self.unread.emit(unread)

    def _plan(self) -> None:
        self.planned.emit(self._preview)

    def _read_in_vain(self, attempt: Attempt, error: DeskError) -> None:
        if attempt is self._attempt:
            self._fail(error)

    def _written(self, progress: Progress) -> None:
        self._advance(Step.APPLYING, progress.done, progress.total)

    def _finish(self, past: PastImport) -> None:
        alone = self._attempt is not None and self._attempt.source.by_itself
        event = self._end_run()
        self._stand(partial(self.finished.emit, past))
        self.changed.emit(event)
        if alone and self._waiting is not None:  # nobody may be there to leave the numbers
            self.take_up(*self._waiting)

    def _offer_again(self, error: DeskError) -> None:
        """The export is compared anew, with the list as it is now, for another try."""
        assert self._run is not None
        event, self._run = self._run.event, None
        self.changed.emit(event)
        self._refuse(error)
        if self._attempt is not None and self._preview is not None:
            self._compare(self._attempt, self._preview.plan.reading)

    def _end_taken_back(self) -> None:
        event = self._end_run()
        self._list()
        self.changed.emit(event)

    def _end_undone(self, event: int) -> None:
        self._undoing = False
        if self._attempt is None:  # else somebody has opened a file meanwhile
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
        self._undoing = False
        if self._run is not None and not self._run.stopping:
            self.cancel()
        elif self._run is not None:
            self._end_run()  # the start of the program takes back what is left
            self._list()
        elif self._attempt is not None and self._preview is None:
            self.cancel()

    def _fail(self, error: DeskError) -> None:
        self._run, self._undoing = None, False
        self._drop()
        self._list()
        self._refuse(error)

    def _refuse(self, error: DeskError) -> None:
        self._tasks.refused.emit(error)

    def _drop(self) -> None:
        """Forget the file that was read; a reading under way ends by itself."""
        if self._attempt is not None:
            self._attempt.cancelled.set()
        self._attempt = self._unread = None
        preview, self._preview = self._preview, None
        if preview is not None:
            self._let_go([preview])

    def _let_go(self, holder: list[Reading | Preview]) -> None:
        self._tasks.make(free, holder)

    def _file(self) -> str:
        return self._attempt.file if self._attempt else ""

    @staticmethod
    def _event_of(standing: Standing | None) -> int | None:
        return standing.place.event if standing else None

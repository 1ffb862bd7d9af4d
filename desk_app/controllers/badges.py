"""The badges screen's methods and signals: whose, how they look, and onto paper."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app.badges.stocks import Stock
from desk_app.clock import Clock
from desk_app.controllers.print_run import (
    Again,
    Asked,
    Check,
    Choices,
    Fates,
    Note,
    PagePreview,
    Preview,
    Printed,
    PrintFailed,
    PrintPdf,
    PrintQueue,
    Progress,
    Remarks,
    Review,
    Saved,
    SaveRun,
    Setup,
    Sheaf,
    Ways,
    fault,
)
from desk_app.devices import hand_over, printer, spool
from desk_app.devices.printer import PrinterInfo
from desk_app.domain.errors import DeskError
from desk_app.services import batches, checkin, print_queue, roster
from desk_app.services.batches import Batch, Wish
from desk_app.services.checkin import Place
from desk_app.services.places import Standing
from desk_app.services.print_jobs import Order, State
from desk_app.services.print_queue import Line, Queue
from desk_app.services.reprints import Reprint
from desk_app.services.roster import Found
from desk_app.store import people
from desk_app.store.people import Person
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "Asked",
    "BadgesController",
    "Batch",
    "Choices",
    "Found",
    "Line",
    "Note",
    "Person",
    "Preview",
    "PrintFailed",
    "Printed",
    "PrinterInfo",
    "Progress",
    "Queue",
    "Remarks",
    "Reprint",
    "Saved",
    "State",
    "Stock",
    "Wish",
    "fault",
]


class BadgesController(QObject):
    """`setup` knows what is printed with, `queue` what is on its way to paper."""

    chosen = Signal(object)  # Batch
    found = Signal(object)  # tuple of Found, for choosing one person
    previewed = Signal(object)  # Preview, or None: nobody to print
    remarked = Signal(object)  # Remarks
    person_shown = Signal(object)  # Person, when just one is chosen, else None
    again_asked = Signal(object)  # Asked: somebody has a badge already
    progressed = Signal(object)  # Progress
    printed = Signal(object)  # Printed
    failed = Signal(object)  # PrintFailed
    saved = Signal(object)  # Saved
    queued = Signal(object)  # Queue
    changed = Signal()

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        clock: Clock,
        *,
        print_pdf: PrintPdf = hand_over.print_pdf,
        printers: Callable[[], tuple[PrinterInfo, ...]] = printer.available_printers,
        check: Check = hand_over.check,
        fates: Fates = spool.fates,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._batch = Batch("missing", ())
        self._run: SaveRun | None = None
        self._shown = False
        self.standing: Standing | None = None
        ways = Ways(print_pdf, check, fates)
        self.setup = Setup(tasks, printers, ways, self)
        self.queue = PrintQueue(tasks, clock, ways, self)
        self._again = Again(tasks, self)
        self._pages = PagePreview(tasks, self)
        self._review = Review(tasks, self)
        self._connect()

    def stand_at(self, standing: Standing | None) -> None:
        """Print badges of this event from now on."""
        self.standing = standing
        self._batch = Batch("missing", ())
        if self._shown:
            self.refresh()

    def refresh(self) -> None:
        """Read the choices and the people again, and look for printers."""
        self._shown = True
        self.setup.refresh()
        self.queue.refresh()
        self._choose_again()

    def choose_people(self, whom: str | tuple[int, ...]) -> None:
        """All who may come in, those without a badge, who is here, or certain people."""
        if not self._place:
            self._take(Batch("missing", ()))
        elif isinstance(whom, str):
            self._tasks.db(
                batches.batch, self._place, whom, self._batch.wish,
                done=self._take, newest="badges-people",
            )  # fmt: skip
        else:
            self._take(replace(self._batch, kind="chosen", ids=whom, run=whom))

    def arrange(self, wish: Wish) -> None:
        """Print only one category, in another order, or with a label before each initial."""
        self._batch = replace(self._batch, wish=wish)
        if self._batch.kind != "chosen":
            self.choose_people(self._batch.kind)

    def search(self, text: str) -> None:
        """Find the one person whose badge is wanted."""
        if self._place:
            self._tasks.db(
                roster.find, self._place, text, 20, done=self.found.emit, newest="badges-find"
            )

    def correct(self, attendee: int, field: str, value: str) -> None:
        """Correct one field of somebody, as at the desk; the badges are looked through again."""
        if self._place:
            self._tasks.db(
                checkin.amend, self._place.event, attendee, field, value.strip(), self._clock(),
                done=self._tell_changed,
            )  # fmt: skip

    def look_at_all(self) -> None:
        """Look through all chosen badges, however many they are."""
        self._review.look_at_all()

    def preview(self, page: int = 0) -> None:
        """Draw one page of what would be printed."""
        self._pages.show(self._place, self._batch.run, self.setup.choices, page)

    def save(self, path: Path) -> None:
        """Save all chosen badges as one PDF file; `saved` says when it is there."""
        if self._place and self._batch.ids:
            it = self.setup.choices
            sheaf = Sheaf(self._place, self._batch.run, it.layout, it.stock.id, it.first_label)
            self._run = SaveRun(self._tasks, self._clock, sheaf, path, self)
            self._run.saved.connect(self._tell_saved)
            self._run.progressed.connect(self.progressed)
            self._run.failed.connect(self._give_up)
            self._run.go_on()

    def print(self, name: str) -> None:
        """Print all chosen badges; `printed` or `failed` says how it ended."""
        if self._place and self._batch.ids:
            self.setup.choose_printer(name)
            run = self._batch.run
            self._again.people(run, partial(self._order, run, name))

    def print_card(self, attendee: int) -> None:
        """Print somebody's badge as things were last chosen; a second one is asked about."""
        self._again.people((attendee,), partial(self._print_one, attendee))

    def print_one(self, attendee: int) -> None:
        """Print one badge as things were last chosen, without a word in between."""
        self._print_one(attendee, "", False)

    def print_jobs_again(self, jobs: tuple[int, ...]) -> None:
        """Print once more what came out of the printer."""
        self._again.jobs(jobs, partial(self.queue.order_again, jobs))

    def stop(self) -> None:
        """End the printing or saving under way; what is printed stays noted."""
        if self._run:
            self._run.stop()
        self.queue.stop()

    # What is chosen

    @property
    def _place(self) -> Place | None:
        return self.standing.place if self.standing else None

    def _choose_again(self) -> None:
        self.choose_people(self._batch.ids if self._batch.kind == "chosen" else self._batch.kind)

    def _take(self, batch: Batch) -> None:
        self._batch = batch
        self.chosen.emit(batch)
        self.person_shown.emit(None)
        if len(batch.ids) == 1 and self._place:
            self._tasks.db(
                _person, self._place, batch.ids[0], done=self.person_shown.emit, newest="badge-one"
            )
        self._show()

    def _show(self) -> None:
        self.preview(0)
        if self._place:
            it = self.setup.choices
            self._review.begin(self._place, self._batch.ids, it.layout, it.stock)
        else:
            self.remarked.emit(Remarks((), 0, 0))

    def _show_page_again(self) -> None:
        self.preview(self._pages.page)

    # Paper and files

    def _order(self, ids: tuple[int, ...], name: str, because: str, voids: bool) -> None:
        if self._place:
            it = self.setup.choices
            wanted = Order(self._place.event, ids, it.layout, it.stock.id, name, because, voids)
            self.queue.order(wanted)

    def _print_one(self, attendee: int, because: str, voids: bool) -> None:
        if self._place:
            self.setup.find_printer(partial(self._order_one, attendee, because, voids))

    def _order_one(self, attendee: int, because: str, voids: bool, name: str) -> None:
        if name:
            self._order((attendee,), name, because, voids)
        else:
            self.failed.emit(PrintFailed((attendee,), print_queue.missing_printer()))

    def _end(self, printed: Printed) -> None:
        """After one badge at check-in nothing is drawn anew: the screen asks when it is shown."""
        self.printed.emit(printed)
        self.setup.read_quietly()
        if len(printed.ids) > 1 or printed.ids == self._batch.ids:
            self._tell_changed()
        else:
            self.changed.emit()

    def _refuse(self, error: DeskError) -> None:
        self.failed.emit(PrintFailed((), error))

    def _tell_failed(self, failure: PrintFailed) -> None:
        self.failed.emit(failure)
        self.changed.emit()

    def _tell_saved(self, saved: Saved) -> None:
        self._run = None
        self.saved.emit(saved)
        self._tell_changed()

    def _give_up(self, failure: PrintFailed) -> None:
        self._run = None
        self._tell_failed(failure)

    def _break_off(self, _bug: object) -> None:
        """A bug anywhere may have ended our job in the middle: do not wait for it for ever."""
        if self._run:
            error = DeskError("The badges could not all be made. Look which are there, and go on.")
            self._give_up(PrintFailed((), error))

    def _tell_changed(self, _nothing: object = None) -> None:
        self.changed.emit()
        self._choose_again()

    def _connect(self) -> None:
        self.setup.read.connect(self._show_page_again)
        self.setup.turned.connect(self._show)
        self.setup.refused.connect(self._refuse)
        self.queue.shown.connect(self.queued)
        self.queue.progressed.connect(self.progressed)
        self.queue.printed.connect(self._end)
        self.queue.failed.connect(self._tell_failed)
        self._again.asked.connect(self.again_asked)
        self._pages.shown.connect(self.previewed)
        self._review.remarked.connect(self.remarked)
        self._tasks.crashed.connect(self._break_off)


def _person(session: Session, place: Place, attendee: int) -> Person | None:
    found = people.by_ids(session, [attendee], place.checkpoint)
    return found[0] if found else None

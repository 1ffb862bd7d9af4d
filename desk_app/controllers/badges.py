"""The badges screen's methods and signals: whose, on what, how it looks, and onto paper."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app.badges import stocks
from desk_app.badges.stocks import Stock
from desk_app.clock import Clock
from desk_app.controllers.print_run import (
    ZEBRAS,
    Check,
    Choices,
    Fates,
    Note,
    PagePreview,
    Preview,
    Printed,
    Printers,
    PrintFailed,
    PrintPdf,
    PrintQueue,
    Progress,
    Remarks,
    Review,
    Saved,
    SaveRun,
    Sheaf,
    Ways,
    chosen,
    fault,
    print_test_page,
    usual,
)
from desk_app.devices import hand_over, printer, spool
from desk_app.devices.printer import PrinterInfo
from desk_app.domain.errors import DeskError
from desk_app.services import (
    batches,
    checkin,
    label_counts,
    own_stocks,
    print_queue,
    roster,
    settings,
)
from desk_app.services.batches import Batch, Wish
from desk_app.services.checkin import Place
from desk_app.services.places import Standing
from desk_app.services.print_jobs import OPEN, Order, State
from desk_app.services.print_queue import Line, Queue
from desk_app.services.roster import Found, listed_name
from desk_app.store import people
from desk_app.store.people import Person
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "OPEN",
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
    "Saved",
    "State",
    "Stock",
    "Wish",
    "fault",
    "listed_name",
]


@dataclass(frozen=True, slots=True)
class Again:
    """One badge by itself, with what the desk was told of it."""

    attendee: int
    reason: str
    voids: bool


class BadgesController(QObject):
    """Remembers layout, stock and printer; a sheet begins where the last one ended."""

    chosen = Signal(object)  # Batch
    found = Signal(object)  # tuple of Found, for choosing one person
    settled = Signal(object)  # Choices
    printers_listed = Signal(object)  # tuple of PrinterInfo
    previewed = Signal(object)  # Preview, or None: nobody to print
    remarked = Signal(object)  # Remarks
    person_shown = Signal(object)  # Person, when just one is chosen, else None
    progressed = Signal(object)  # Progress
    printed = Signal(object)  # Printed
    failed = Signal(object)  # PrintFailed
    saved = Signal(object)  # Saved
    queued = Signal(object)  # Queue
    tested = Signal(object)  # the printer that got a test page
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
        self._printers = Printers(tasks, printers, self)
        self._printers.listed.connect(self.printers_listed)
        self._batch = Batch("missing", ())
        self._choices = usual()
        self._pages = PagePreview(tasks, self)
        self._pages.shown.connect(self.previewed)
        self._run: SaveRun | None = None
        self.queue = PrintQueue(tasks, clock, Ways(print_pdf, check, fates), self)
        self.queue.shown.connect(self.queued)
        self.queue.progressed.connect(self.progressed)
        self.queue.printed.connect(self._end)
        self.queue.failed.connect(self._tell_failed)
        tasks.crashed.connect(self._break_off)
        self._review = Review(tasks, self)
        self._review.remarked.connect(self.remarked)
        self._shown = False
        self.standing: Standing | None = None

    def stand_at(self, standing: Standing | None) -> None:
        """Print badges of this event from now on."""
        self.standing = standing
        self._batch = Batch("missing", ())
        if self._shown:
            self.refresh()

    def refresh(self) -> None:
        """Read the choices and the people again, and look for printers."""
        self._shown = True
        self._tasks.db(settings.read, done=self._settle, newest="badges-settings")
        self._printers.ask()
        self.queue.refresh()
        self.choose_people(self._batch.ids if self._batch.kind == "chosen" else self._batch.kind)

    def choose_people(self, whom: str | tuple[int, ...]) -> None:
        """All who may come in, those without a badge, who is here, or certain people."""
        if not self._place:
            self._take(Batch("missing", ()))
        elif isinstance(whom, str):
            self._tasks.db(
                batches.batch,
                self._place,
                whom,
                self._batch.wish,
                done=self._take,
                newest="badges-people",
            )
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

    def choose_layout(self, layout: str) -> None:
        """Print with this layout, also next time."""
        self._remember("layout", layout)
        self._choose(replace(self._choices, layout=layout))

    def choose_stock(self, stock: str) -> None:
        """Print on this stock, also next time."""
        self._remember("stock", stock)
        self._choices = replace(self._choices, stock=stocks.stock(stock), first_label=1)
        self._tasks.db(settings.read, done=self._choose_known, newest="badges-stock")

    def choose_printer(self, name: str) -> None:
        """Print on this printer, also next time."""
        self._remember("printer", name)
        self._choices = replace(self._choices, printer=name)
        self._tasks.db(settings.read, done=self._settle_quietly, newest="badges-quiet")

    def add_zebra(self, address: str) -> None:
        """Print on the Zebra printer at this address of the network, also next time."""
        try:
            added = self._printers.add(address)
        except DeskError as error:
            self.failed.emit(PrintFailed((), error))
            return
        self._remember(ZEBRAS, self._printers.addresses)
        self.choose_printer(added.name)
        self._printers.ask()

    def keep_stock(self, made: Stock) -> None:
        """Keep labels that somebody measured, and print on them."""
        self._tasks.db(own_stocks.keep_stock, made, done=self.choose_stock)

    def forget_stock(self, stock: str) -> None:
        """Take one of the desk's own stocks off the list."""
        self._tasks.db(own_stocks.forget_stock, stock)
        self._tasks.db(settings.read, done=self._choose_known, newest="badges-stock")

    def set_offset(self, x: float, y: float) -> None:
        """Move what the chosen printer prints on the chosen stock, by mm right and down."""
        it = self._choices
        self._tasks.db(own_stocks.set_offset, it.printer, it.stock.id, x, y)
        self._tasks.db(settings.read, done=self._settle_quietly, newest="badges-quiet")

    def print_test_page(self) -> None:
        """A frame on each label, to see how far the chosen printer is off; `tested` tells."""
        it = self._choices
        self._tasks.paper(
            print_test_page, it.stock, it.printer, it.offset, self.queue.ways,
            done=self.tested.emit, failed=self._refuse_test,
        )  # fmt: skip

    def set_first_label(self, number: int) -> None:
        """The first unused label of the sheet in the printer, counted from 1."""
        self._tasks.db(label_counts.set_next_label, self._choices.stock.id, number)
        self._choose(replace(self._choices, first_label=number))

    def correct(self, attendee: int, field: str, value: str) -> None:
        """Correct one field of somebody, as at the desk; the badges are looked through again."""
        if self._place:
            self._tasks.db(
                checkin.amend, self._place.event, attendee, field, value.strip(), self._clock(),
                done=self._correct_done,
            )  # fmt: skip

    def look_at_all(self) -> None:
        """Look through all chosen badges, however many they are."""
        self._review.look_at_all()

    def preview(self, page: int = 0) -> None:
        """Draw one page of what would be printed."""
        self._pages.show(self._place, self._batch.run, self._choices, page)

    def save(self, path: Path) -> None:
        """Save all chosen badges as one PDF file; `saved` says when it is there."""
        if self._place and self._batch.ids:
            it = self._choices
            sheaf = Sheaf(self._place, self._batch.run, it.layout, it.stock.id, it.first_label)
            self._run = SaveRun(self._tasks, self._clock, sheaf, path, self)
            self._run.saved.connect(self._tell_saved)
            self._run.progressed.connect(self.progressed)
            self._run.failed.connect(self._give_up)
            self._run.go_on()

    def print(self, name: str) -> None:
        """Print all chosen badges; `printed` or `failed` says how it ended."""
        if self._place and self._batch.ids:
            self.choose_printer(name)
            self._start(self._batch.run, name)

    def print_one(self, attendee: int, reason: str = "", *, voids: bool = False) -> None:
        """Print one badge as things were last chosen, without a word in between.

        `reason` says why it is printed again; when it `voids`, earlier codes no longer count.
        """
        if self._place:
            again = Again(attendee, reason, voids)
            self._tasks.db(settings.read, done=partial(self._print_as_usual, again))

    def stop(self) -> None:
        """End the printing or saving under way; what is printed stays noted."""
        if self._run:
            self._run.stop()
        self.queue.stop()

    # What is chosen

    @property
    def _place(self) -> Place | None:
        return self.standing.place if self.standing else None

    def _settle(self, known: dict[str, str]) -> None:
        self._choices = chosen(known)
        self._printers.know(known.get(ZEBRAS, ""))
        self.settled.emit(self._choices)
        self.preview(self._pages.page)

    def _choose_known(self, known: dict[str, str]) -> None:
        self._choose(chosen(known))

    def _choose(self, choices: Choices) -> None:
        self._choices = choices
        self.settled.emit(choices)
        self._show()

    def _remember(self, key: str, value: str) -> None:
        self._tasks.db(settings.write, key, value)

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
            it = self._choices
            self._review.begin(self._place, self._batch.ids, it.layout, it.stock)
        else:
            self.remarked.emit(Remarks((), 0, 0))

    # Paper and files

    def _start(self, ids: tuple[int, ...], name: str, because: str = "", *,
               voids: bool = False) -> None:  # fmt: skip
        if self._place:
            it = self._choices
            wanted = Order(self._place.event, ids, it.layout, it.stock.id, name, because, voids)
            self.queue.order(wanted)

    def _start_again(self, it: Again, name: str) -> None:
        self._start((it.attendee,), name, it.reason, voids=it.voids)

    def _print_as_usual(self, again: Again, known: dict[str, str]) -> None:
        """The first printer of the system stands in where none was ever chosen."""
        self._choices = chosen(known)
        if self._choices.printer:
            self._start_again(again, self._choices.printer)
        else:
            self._printers.find(partial(self._print_on_first, again))

    def _print_on_first(self, again: Again, found: tuple[PrinterInfo, ...]) -> None:
        if found:
            self._start_again(again, found[0].name)
        else:
            self.failed.emit(PrintFailed((again.attendee,), print_queue.missing_printer()))

    def _end(self, printed: Printed) -> None:
        """After one badge at check-in nothing is drawn anew: the screen asks when it is shown."""
        self.printed.emit(printed)
        self._tasks.db(settings.read, done=self._settle_quietly, newest="badges-quiet")
        if len(printed.ids) > 1 or printed.ids == self._batch.ids:
            self._changed()
        else:
            self.changed.emit()

    def _settle_quietly(self, known: dict[str, str]) -> None:
        self._choices = chosen(known)
        self.settled.emit(self._choices)

    def _correct_done(self, _nothing: None) -> None:
        self._changed()

    def _refuse_test(self, error: DeskError) -> None:
        self.failed.emit(PrintFailed((), error))

    def _tell_failed(self, failure: PrintFailed) -> None:
        self.failed.emit(failure)
        self.changed.emit()

    def _tell_saved(self, saved: Saved) -> None:
        self._run = None
        self.saved.emit(saved)
        self._changed()

    def _give_up(self, failure: PrintFailed) -> None:
        self._run = None
        self.failed.emit(failure)
        self.changed.emit()

    def _break_off(self, _bug: object) -> None:
        """A bug anywhere may have ended our job in the middle: do not wait for it for ever."""
        if self._run:
            error = DeskError("The badges could not all be made. Look which are there, and go on.")
            self._give_up(PrintFailed((), error))

    def _changed(self) -> None:
        self.changed.emit()
        self.choose_people(self._batch.ids if self._batch.kind == "chosen" else self._batch.kind)


def _person(session: Session, place: Place, attendee: int) -> Person | None:
    found = people.by_ids(session, [attendee], place.checkpoint)
    return found[0] if found else None

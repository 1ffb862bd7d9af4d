"""The badges screen's methods and signals: whose, on what, how it looks, and onto paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk_app.badges import layouts, stocks
from desk_app.badges.badge import Badge
from desk_app.badges.layouts import Layout
from desk_app.badges.stocks import Stock
from desk_app.clock import Clock
from desk_app.controllers.print_run import Job, Printed, PrintFailed, PrintPdf, PrintRun, Progress
from desk_app.controllers.print_run import drawn as draw
from desk_app.devices import printer
from desk_app.devices.printer import PrinterInfo
from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence
from desk_app.services import badges, batches, roster, settings
from desk_app.services.batches import Batch
from desk_app.services.checkin import Place
from desk_app.services.places import Standing
from desk_app.services.roster import Found, listed_name
from desk_app.store import people
from desk_app.store.people import Person
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "BadgesController",
    "Batch",
    "Choices",
    "Found",
    "Layout",
    "Note",
    "Person",
    "Preview",
    "PrintFailed",
    "Printed",
    "PrinterInfo",
    "Progress",
    "Remarks",
    "Saved",
    "Stock",
    "listed_name",
]

_CHECKED = 200  # badges looked through at a time
MOST_CHECKED = 2000
_GATHERED = 200  # people read at a time


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, and what is chosen; an id that is gone was replaced."""

    layouts: tuple[Layout, ...]
    stocks: tuple[Stock, ...]
    layout: str
    stock: Stock
    printer: str
    first_label: int


@dataclass(frozen=True, slots=True)
class Preview:
    """One page as it would be printed, counted from 0; `turned` means it lies on its side."""

    pdf: bytes
    page: int
    pages: int
    turned: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on one person's badge."""

    attendee: int
    name: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Remarks:
    """What was found so far; `checked` of `total` badges were looked through."""

    notes: tuple[Note, ...]
    checked: int
    total: int


@dataclass(frozen=True, slots=True)
class Saved:
    """So many badges are in this file."""

    path: Path
    count: int


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
    changed = Signal()

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        clock: Clock,
        *,
        print_pdf: PrintPdf = printer.print_pdf,
        printers: Callable[[], tuple[PrinterInfo, ...]] = printer.available_printers,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._print_pdf = print_pdf
        self._printers = printers
        self._batch = Batch("missing", ())
        self._choices = _usual()
        self._names: dict[int, str] = {}
        self._notes: tuple[Note, ...] = ()
        self._page = 0
        self._turn = 0
        self._run: PrintRun | None = None
        self._stopped = False
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
        self._tasks.make(self._printers, done=self.printers_listed.emit, newest="badges-printers")
        self.choose_people(self._batch.ids if self._batch.kind == "chosen" else self._batch.kind)

    def choose_people(self, whom: str | tuple[int, ...]) -> None:
        """All who may come in, those without a badge, who is here, or certain people."""
        if not self._place:
            self._take(Batch("missing", ()))
        elif isinstance(whom, str):
            self._tasks.db(
                batches.batch, self._place, whom, done=self._take, newest="badges-people"
            )
        else:
            self._take(replace(self._batch, kind="chosen", ids=whom))

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
        self._choose(replace(self._choices, stock=stocks.stock(stock), first_label=1))

    def choose_printer(self, name: str) -> None:
        """Print on this printer, also next time."""
        self._remember("printer", name)
        self._choices = replace(self._choices, printer=name)

    def set_first_label(self, number: int) -> None:
        """The first unused label of the sheet in the printer, counted from 1."""
        self._choose(replace(self._choices, first_label=number))

    def preview(self, page: int = 0) -> None:
        """Draw one page of what would be printed."""
        if not self._batch.ids or not self._place:
            self.previewed.emit(None)
            return
        self._page = min(max(page, 0), self._pages() - 1)
        self._tasks.db(
            badges.of_people,
            self._place,
            self._ids_of(self._page),
            done=self._draw,
            newest="badges-preview",
        )

    def save(self, path: Path) -> None:
        """Save all chosen badges as one PDF file; `saved` says when it is there."""
        self._stopped = False
        self._gather(path, ())

    def print(self, name: str) -> None:
        """Print all chosen badges; `printed` or `failed` says how it ended."""
        if self._place and self._batch.ids:
            self.choose_printer(name)
            self._start(self._batch.ids, name)

    def print_one(self, attendee: int) -> None:
        """Print one badge as things were last chosen, without a word in between."""
        if self._place:
            self._tasks.db(settings.read, done=partial(self._print_as_usual, attendee))

    def stop(self) -> None:
        """End the printing or saving under way; what is printed stays noted."""
        self._stopped = True
        if self._run:
            self._run.stop()

    # What is chosen

    @property
    def _place(self) -> Place | None:
        return self.standing.place if self.standing else None

    def _settle(self, known: dict[str, str]) -> None:
        self._choices = replace(_chosen(known), first_label=self._choices.first_label)
        most = self._choices.stock.per_page
        if self._choices.first_label > most:
            self._choices = replace(self._choices, first_label=1)
        self.settled.emit(self._choices)
        self.preview(self._page)

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
        self._turn += 1
        self._notes = ()
        self._check(self._turn, 0)

    # Pages

    def _pages(self) -> int:
        used = self._choices.first_label - 1
        return ceil((len(self._batch.ids) + used) / self._choices.stock.per_page)

    def _ids_of(self, page: int) -> tuple[int, ...]:
        per_page, used = self._choices.stock.per_page, self._choices.first_label - 1
        start = max(page * per_page - used, 0)
        return self._batch.ids[start : (page + 1) * per_page - used]

    def _draw(self, several: Sequence[Badge]) -> None:
        it = self._choices
        first = it.first_label if self._page == 0 else 1
        self._tasks.make(
            draw,
            several,
            it.layout,
            it.stock,
            first,
            done=partial(self._show_page, self._page),
            newest="badges-preview-page",
        )

    def _show_page(self, page: int, made: Any) -> None:
        turned = self._choices.stock.turned
        self.previewed.emit(Preview(made.pdf, page, self._pages(), turned))

    # Remarks: a few hundred badges at a time, beside everything else

    def _check(self, turn: int, start: int) -> None:
        ids = self._batch.ids[start : start + _CHECKED]
        total = len(self._batch.ids)
        if turn != self._turn:
            return
        self.remarked.emit(Remarks(self._notes, min(start, total), total))
        if ids and start < MOST_CHECKED and self._place:
            self._tasks.db(
                _named_badges, self._place, ids, done=partial(self._look_through, turn, start)
            )

    def _look_through(self, turn: int, start: int, several: tuple[tuple[str, Badge], ...]) -> None:
        if turn == self._turn:
            it = self._choices
            self._tasks.make(
                _notes,
                several,
                it.layout,
                it.stock,
                done=partial(self._add_notes, turn, start + len(several)),
            )

    def _add_notes(self, turn: int, checked: int, notes: tuple[Note, ...]) -> None:
        if turn == self._turn:
            known = {note.sentence for note in self._notes[:3]}
            self._notes += tuple(note for note in notes if note.sentence not in known)
            self._check(turn, checked)

    # Paper and files

    def _start(self, ids: tuple[int, ...], name: str) -> None:
        assert self._place is not None
        it = self._choices
        job = Job(self._place, ids, it.layout, it.stock.id, name, it.first_label)
        run = PrintRun(self._tasks, self._clock, self._print_pdf, job, self)
        run.progressed.connect(self.progressed)
        run.printed.connect(self._end)
        run.failed.connect(self._give_up)
        self._run = run
        run.go_on()

    def _print_as_usual(self, attendee: int, known: dict[str, str]) -> None:
        """The first printer of the system stands in where none was ever chosen."""
        label = self._choices.first_label
        self._choices = replace(_chosen(known), first_label=label)
        if self._choices.printer:
            self._start((attendee,), self._choices.printer)
        else:
            self._tasks.make(self._printers, done=partial(self._print_on_first, attendee))

    def _print_on_first(self, attendee: int, found: tuple[PrinterInfo, ...]) -> None:
        if found:
            self._start((attendee,), found[0].name)
        else:
            none = DeskError(
                "This computer knows no printer, so the badge was not printed. "
                "Connect one, or save the badge as a PDF file."
            )
            self.failed.emit(PrintFailed((attendee,), none))

    def _end(self, printed: Printed) -> None:
        self._run = None
        self._choices = replace(self._choices, first_label=printed.next_label)
        self.printed.emit(printed)
        self.settled.emit(self._choices)
        self._changed()

    def _give_up(self, failure: PrintFailed) -> None:
        self._run = None
        self.failed.emit(failure)
        self._changed()

    def _changed(self) -> None:
        self.changed.emit()
        self.choose_people(self._batch.ids if self._batch.kind == "chosen" else self._batch.kind)

    def _gather(self, path: Path, so_far: tuple[Badge, ...]) -> None:
        ids = self._batch.ids[len(so_far) : len(so_far) + _GATHERED]
        if self._place and ids and not self._stopped:
            self._tasks.db(
                badges.of_people, self._place, ids, done=partial(self._gathered, path, so_far)
            )
        elif so_far and not self._stopped:
            it = self._choices
            self._tasks.make(
                self._write,
                so_far,
                it,
                path,
                done=partial(self._note_saved, path, tuple(badge.attendee for badge in so_far)),
                failed=self._not_saved,
            )

    def _gathered(self, path: Path, so_far: tuple[Badge, ...], more: Sequence[Badge]) -> None:
        self._gather(path, (*so_far, *more))

    def _write(self, several: tuple[Badge, ...], it: Choices, path: Path) -> None:
        """Runs on the make lane; signals cross to the UI thread by themselves."""
        from desk_app.badges.render import render

        made = render(
            several,
            layouts.layout(it.layout),
            it.stock,
            first_label=it.first_label,
            progress=self._tell_progress,
            cancelled=self._is_stopped,
        )
        _put(path, made.pdf)

    def _tell_progress(self, done: int, total: int) -> None:
        if done == total or done % 20 == 0:
            self.progressed.emit(Progress(done, total))

    def _is_stopped(self) -> bool:
        return self._stopped

    def _note_saved(self, path: Path, ids: tuple[int, ...], _nothing: None) -> None:
        assert self._place is not None
        it = self._choices
        self._tasks.db(
            badges.printed,
            self._place.event,
            ids,
            it.layout,
            it.stock.id,
            "",
            self._clock(),
            done=partial(self._tell_saved, Saved(path, len(ids))),
        )

    def _tell_saved(self, saved: Saved, _nothing: None) -> None:
        self.saved.emit(saved)
        self._changed()

    def _not_saved(self, error: DeskError) -> None:
        self.failed.emit(PrintFailed(self._batch.ids, error))


def _usual() -> Choices:
    return _chosen({})


def _chosen(known: dict[str, str]) -> Choices:
    """What is remembered, as far as it still exists."""
    layout_ids = {it.id for it in layouts.layouts()}
    stock_ids = {it.id for it in stocks.stocks()}
    layout = known.get("layout", "")
    stock = known.get("stock", "")
    return Choices(
        layouts=layouts.layouts(),
        stocks=stocks.stocks(),
        layout=layout if layout in layout_ids else layouts.DEFAULT,
        stock=stocks.stock(stock if stock in stock_ids else stocks.DEFAULT),
        printer=known.get("printer", ""),
        first_label=1,
    )


def _person(session: Session, place: Place, attendee: int) -> Person | None:
    found = people.by_ids(session, [attendee], place.checkpoint)
    return found[0] if found else None


def _named_badges(
    session: Session, place: Place, ids: Sequence[int]
) -> tuple[tuple[str, Badge], ...]:
    persons = people.by_ids(session, ids, place.checkpoint)
    made = badges.badges_of(session, place, persons)
    return tuple((listed_name(it), badge) for it, badge in zip(persons, made, strict=True))


def _notes(several: Sequence[tuple[str, Badge]], layout: str, stock: Stock) -> tuple[Note, ...]:
    from desk_app.badges.render import preflight

    names = {badge.attendee: name for name, badge in several}
    found = preflight([badge for _, badge in several], layouts.layout(layout), stock)
    return tuple(Note(it.attendee, names[it.attendee], it.sentence) for it in found)


def _put(path: Path, pdf: bytes) -> None:
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise DeskError(
            "The file {file} cannot be written ({why}). Choose another folder or name.",
            file=path.name,
            why=error.strerror,
        ) from error

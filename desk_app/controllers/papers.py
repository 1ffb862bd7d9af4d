"""Documents as they will print: chosen, looked at, printed or saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desk_app import whole_file, words
from desk_app.clock import Clock
from desk_app.devices import hand_over, printer
from desk_app.devices.printer import PrinterInfo
from desk_app.services import letters, paperwork
from desk_app.services.paperwork import ORDERS, PAPER_NAMES, Draw, Request
from desk_app.services.places import Standing
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "LETTERS",
    "ORDERS",
    "PAPER_NAMES",
    "PapersController",
    "Preview",
    "PrinterInfo",
    "Wanted",
]

LETTERS = frozenset(letters.KINDS)  # whose words somebody may write anew
_A4 = (210.0, 297.0)
PrintPdf = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document: a key of `PAPER_NAMES`, its language, and a key of `ORDERS`.

    Of `only` these people, where there are any.
    """

    kind: str
    language: str
    order: str = "name"
    only: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as it will print."""

    wanted: Wanted
    pdf: bytes


class PapersController(QObject):
    """What is printed or saved is the very file that is shown."""

    drawn = Signal(object)  # Preview
    failed = Signal(object)  # DeskError: there is nothing to show
    known = Signal(object)  # a tuple of PrinterInfo
    printed = Signal(object)  # the printer's name
    saved = Signal(object)  # the Path of the file
    saved_each = Signal(int)  # how many files of their own there are

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        clock: Clock,
        print_pdf: PrintPdf = hand_over.print_pdf,
        printers: Callable[[], tuple[PrinterInfo, ...]] = printer.available_printers,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._print_pdf = print_pdf
        self._printers = printers
        self._shown: Preview | None = None
        self.standing: Standing | None = None

    def stand_at(self, standing: Standing | None) -> None:
        """Draw documents of this event from now on."""
        self.standing = standing

    def usual(self, kind: str) -> Wanted:
        """A document in the language that is spoken here."""
        return Wanted(kind, words.current())

    def draw(self, wanted: Wanted) -> None:
        """Show a document; what was asked for before is dropped."""
        self._shown = None
        if self.standing is None:
            return
        self._tasks.db(
            paperwork.gather,
            wanted.kind,
            self._request(self.standing, wanted),
            done=partial(self._draw, wanted),
            failed=self.failed.emit,
            newest="paper",
        )

    def list_printers(self) -> None:
        """Ask the system for its printers, the usual one first."""
        self._tasks.paper(self._printers, done=self.known.emit)

    def print(self, name: str) -> None:
        """Hand what is shown to a printer, on A4 at 100 %."""
        if self._shown is not None:
            title = PAPER_NAMES[self._shown.wanted.kind]
            work = partial(self._print_pdf, self._shown.pdf, name, *_A4, title=title)
            self._tasks.paper(work, done=partial(self._tell_printed, name), failed=self.failed.emit)

    def save(self, path: Path) -> None:
        """Write what is shown into a file."""
        if self._shown is not None:
            work = partial(whole_file.write, path, self._shown.pdf)
            self._tasks.make(work, done=self.saved.emit, failed=self.failed.emit)

    def save_each(self, folder: Path) -> None:
        """Write what is shown, which is letters, as a file for each person."""
        if self._shown is not None and self.standing is not None:
            wanted = self._shown.wanted
            self._tasks.db(
                paperwork.letters_of,
                wanted.kind,
                self._request(self.standing, wanted),
                done=partial(self._write_each, folder),
                failed=self.failed.emit,
            )

    def _request(self, standing: Standing, wanted: Wanted) -> Request:
        now = self._clock()
        return Request(standing.place, wanted.language, now, wanted.only, wanted.order)

    def _write_each(self, folder: Path, letters: Sequence[tuple[str, Draw]]) -> None:
        work = partial(_written, folder, letters)
        self._tasks.make(work, done=self.saved_each.emit, failed=self.failed.emit)

    def _draw(self, wanted: Wanted, draw: Draw) -> None:
        self._tasks.make(
            draw, done=partial(self._show, wanted), failed=self.failed.emit, newest="paper-drawn"
        )

    def _show(self, wanted: Wanted, pdf: bytes) -> None:
        self._shown = Preview(wanted, pdf)
        self.drawn.emit(self._shown)

    def _tell_printed(self, name: str, _nothing: None) -> None:
        self.printed.emit(name)


def _written(folder: Path, letters: Sequence[tuple[str, Draw]]) -> int:
    for name, draw in letters:
        whole_file.draw(folder / name, draw)
    return len(letters)

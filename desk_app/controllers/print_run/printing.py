"""One printing job: drawn, printed and noted a few sheets at a time, so that others slip in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk_app.badges import layouts, stocks
from desk_app.badges.badge import Badge
from desk_app.badges.stocks import Stock
from desk_app.clock import Clock
from desk_app.domain.errors import DeskError
from desk_app.services import badges
from desk_app.services.checkin import Place
from desk_app.tasks import InlineTasks, Tasks

SLICE = 40  # badges between which another job may slip in

PrintPdf = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Job:
    """What to print, on what, and where; labels before `first_label` are used already."""

    place: Place
    ids: tuple[int, ...]
    layout: str
    stock: str
    printer: str
    first_label: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How many badges are done, of how many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Printed:
    """These people's badges are with the printer; `next_label` is the first free one then."""

    ids: tuple[int, ...]
    printer: str
    next_label: int


@dataclass(frozen=True, slots=True)
class PrintFailed:
    """Why a job ended early; `ids` are those whose badges were not printed."""

    ids: tuple[int, ...]
    error: DeskError


class PrintRun(QObject):
    """Ends with `printed` (also after `stop`, for what was done by then) or with `failed`."""

    progressed = Signal(object)  # Progress
    printed = Signal(object)  # Printed
    failed = Signal(object)  # PrintFailed

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        clock: Clock,
        print_pdf: PrintPdf,
        job: Job,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._print_pdf = print_pdf
        self._job = job
        self._done = 0
        self._stopped = False

    def go_on(self, _nothing: None = None) -> None:
        """Print the next few, or say that all are done."""
        if self._stopped or self._done == len(self._job.ids):
            self._finish()
            return
        job = self._job
        self._tasks.db(
            badges.of_people, job.place, self._next(), done=self._print, failed=self._fail
        )

    def stop(self) -> None:
        """Print what is under way, and nothing after it."""
        self._stopped = True

    def _print(self, several: Sequence[Badge]) -> None:
        self._tasks.make(
            _drawn_and_printed,
            several,
            self._job,
            self._label(),
            self._print_pdf,
            done=self._note,
            failed=self._fail,
        )

    def _note(self, _nothing: None) -> None:
        job, ids = self._job, self._next()
        self._done += len(ids)
        self.progressed.emit(Progress(self._done, len(job.ids)))
        self._tasks.db(
            badges.printed,
            job.place.event,
            ids,
            job.layout,
            job.stock,
            job.printer,
            self._clock(),
            done=self.go_on,
            failed=self._fail,
        )

    def _next(self) -> tuple[int, ...]:
        """Whole sheets, the first filled up from its first free label."""
        per_page = stocks.stock(self._job.stock).per_page
        most = max(SLICE // per_page, 1) * per_page - (self._label() - 1)
        return self._job.ids[self._done : self._done + most]

    def _label(self) -> int:
        per_page = stocks.stock(self._job.stock).per_page
        return (self._job.first_label - 1 + self._done) % per_page + 1

    def _finish(self) -> None:
        done = self._job.ids[: self._done]
        self.printed.emit(Printed(done, self._job.printer, self._label()))
        self.deleteLater()

    def _fail(self, error: DeskError) -> None:
        self.failed.emit(PrintFailed(self._job.ids[self._done :], error))
        self.deleteLater()


def drawn(several: Sequence[Badge], layout: str, stock: Stock, first_label: int) -> Any:
    """A `Rendered`; the libraries that draw are imported with the first badge."""
    from desk_app.badges.render import render

    return render(several, layouts.layout(layout), stock, first_label=first_label)


def _drawn_and_printed(
    several: Sequence[Badge], job: Job, first_label: int, print_pdf: PrintPdf
) -> None:
    stock = stocks.stock(job.stock)
    made = drawn(several, job.layout, stock, first_label)
    print_pdf(made.pdf, job.printer, stock.page_w, stock.page_h, dpi=stock.dpi)

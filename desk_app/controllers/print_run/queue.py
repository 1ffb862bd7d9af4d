"""The print queue at work: one job after the other goes to paper, and is noted before and after."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desk_app.badges import layouts, stocks
from desk_app.badges.badge import Badge
from desk_app.badges.stocks import Stock
from desk_app.clock import Clock
from desk_app.devices.spool import Fate
from desk_app.domain.errors import DeskError
from desk_app.services import label_counts, print_queue, settings
from desk_app.services.print_jobs import Order, PrintJob, State
from desk_app.services.print_queue import Taken
from desk_app.tasks import InlineTasks, Tasks

ASK_AGAIN_MS = 2000

PrintPdf = Callable[..., None]
Check = Callable[[str], None]
Fates = Callable[[str, Sequence[str]], dict[str, Fate]]

_FATES = {"sent": State.SENT, "printed": State.PRINTED, "failed": State.FAILED}


@dataclass(frozen=True, slots=True)
class Ways:
    """How paper is reached: `check` refuses a printer that is off, `fates` tells of sent jobs."""

    print_pdf: PrintPdf
    check: Check
    fates: Fates


@dataclass(frozen=True, slots=True)
class Progress:
    """How many badges are done, of how many."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Printed:
    """These people's badges are with the printer."""

    ids: tuple[int, ...]
    printer: str


@dataclass(frozen=True, slots=True)
class PrintFailed:
    """Why a job ended early; `ids` are those whose badges were not printed."""

    ids: tuple[int, ...]
    error: DeskError


class PrintQueue(QObject):
    """Hands over one job at a time, on a lane of its own; everything waits in the database.

    `printed` tells at the end of a run what went out in it, `failed` of each job that did not.
    """

    shown = Signal(object)  # Queue
    progressed = Signal(object)  # Progress
    printed = Signal(object)  # Printed
    failed = Signal(object)  # PrintFailed

    def __init__(
        self, tasks: Tasks | InlineTasks, clock: Clock, ways: Ways, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self.ways = ways
        self._busy = False
        self._run: list[int] = []  # jobs asked for since nothing was under way
        self._total = 0
        self._sent: list[int] = []  # people
        self._printer = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(ASK_AGAIN_MS)
        self._later.timeout.connect(self.ask)

    def order(self, wanted: Order) -> None:
        """Put badges at the end of the queue, and see that it moves."""
        self._tasks.db(print_queue.order, wanted, self._clock(), done=self._add)

    def order_again(self, jobs: tuple[int, ...], because: str, voids: bool) -> None:
        """Print once more what came out, and why."""
        again = partial(print_queue.order_again, because=because, voids=voids)
        self._tasks.db(again, jobs, self._clock(), done=self._add)

    def go_on(self, _nothing: object = None) -> None:
        """Print whatever waits."""
        if not self._busy:
            self._busy = True
            self._take()

    def refresh(self) -> None:
        """Show the queue."""
        self._tasks.db(print_queue.queue, done=self.shown.emit, newest="print-queue")

    def stop(self) -> None:
        """Give up what this run has not sent yet."""
        self.cancel(self._run)

    def retry(self, jobs: Iterable[int], printer: str = "") -> None:
        """Print these again, on another printer where one is named."""
        self._tasks.db(print_queue.retry, tuple(jobs), self._clock(), printer, done=self.go_on)

    def cancel(self, jobs: Iterable[int]) -> None:
        """Give these up, unless they are out."""
        self._tasks.db(print_queue.cancel, tuple(jobs), self._clock())
        self.refresh()

    def came_out(self, jobs: Iterable[int]) -> None:
        """Somebody looked: these were printed."""
        self._tasks.db(print_queue.settle, tuple(jobs), State.PRINTED, None, self._clock())
        self.refresh()

    def count_labels(self, printer: str, count: int) -> None:
        """A new roll, or somebody counted."""
        self._tasks.db(label_counts.set_labels_left, printer, count)
        self.refresh()

    def choose_spare(self, printer: str) -> None:
        """Where to print when a printer fails; "" for nowhere."""
        self._tasks.db(settings.write, "spare_printer", printer)
        self.refresh()

    def ask(self) -> None:
        """Ask the printing system what became of jobs that are sent, or in doubt."""
        self._tasks.db(print_queue.waiting, done=self._ask, newest="print-fates")

    def _add(self, jobs: tuple[PrintJob, ...]) -> None:
        self._run += [it.id for it in jobs]
        self._total += sum(len(it.ids) for it in jobs)
        self.refresh()
        self.go_on()

    def _take(self, _nothing: object = None) -> None:
        self._tasks.db(print_queue.take, self._clock(), done=self._print)

    def _print(self, taken: Taken | None) -> None:
        if taken is None:
            self._finish()
            return
        job = taken.job
        self.refresh()
        self._tasks.paper(
            _hand_over,
            taken,
            self._title(job),
            self.ways,
            done=partial(self._note, job),
            failed=partial(self._fail, job),
        )

    def _note(self, job: PrintJob, _nothing: None) -> None:
        self._sent += [it for it in job.ids if it > 0]
        self._printer = job.printer
        self.progressed.emit(Progress(len(self._sent), max(self._total, len(self._sent))))
        self._tasks.db(print_queue.note_sent, job, self._clock(), done=self._take)

    def _fail(self, job: PrintJob, error: DeskError) -> None:
        done = partial(self._tell_failed, job, error)
        self._tasks.db(print_queue.note_failed, job, error.sentence, self._clock(), done=done)

    def _tell_failed(self, job: PrintJob, error: DeskError, moved: bool) -> None:
        """Where a spare printer has taken over, nobody needs to do anything."""
        if not moved:
            self._total = max(self._total - len(job.ids), 0)
            self.failed.emit(PrintFailed(job.ids, error))
        self._take()

    def _finish(self) -> None:
        self._busy = False
        sent, printer = tuple(self._sent), self._printer
        self._run, self._sent, self._total = [], [], 0
        self.refresh()
        if sent:
            self._wait_for_fates()
            self.printed.emit(Printed(sent, printer))

    def _title(self, job: PrintJob) -> str:
        """By which the printing system's job is found again; it names nobody."""
        return title_of(self._tasks.store.desk.id, job)

    # What became of it

    def _wait_for_fates(self) -> None:
        if QCoreApplication.instance():
            self._later.start()

    def _ask(self, jobs: list[PrintJob]) -> None:
        if jobs:
            desk = self._tasks.store.desk.id
            self._tasks.paper(_fates, jobs, desk, self.ways.fates, done=self._settle)

    def _settle(self, told: tuple[tuple[PrintJob, Fate], ...]) -> None:
        for job, fate in told:
            state = _FATES[fate.state]
            if state != job.state:
                self._tasks.db(print_queue.settle, (job.id,), state, fate.why, self._clock())
            if fate.state == "failed" and fate.why:
                error = DeskError(fate.why.text, **dict(fate.why.facts))
                self.failed.emit(PrintFailed(job.ids, error))
        if any(fate.state == "sent" for _, fate in told):
            self._wait_for_fates()
        if told:
            self.refresh()


def title_of(desk: str, job: PrintJob) -> str:
    """What the printing system calls a job."""
    return f"Badges {desk[:8]}-{job.id}-{job.attempts}"


def drawn(
    several: Sequence[Badge],
    layout: str,
    stock: Stock,
    first_label: int,
    offset: tuple[float, float] = (0.0, 0.0),
) -> Any:
    """A `Rendered`; the libraries that draw are imported with the first badge."""
    from desk_app.badges.render import render

    return render(several, layouts.layout(layout), stock, first_label=first_label, offset=offset)


def _hand_over(taken: Taken, title: str, ways: Ways) -> None:
    """A fault of the program ends this job, and not the queue."""
    job = taken.job
    try:
        ways.check(job.printer)
        stock = stocks.stock(job.stock)
        made = drawn(taken.badges, job.layout, stock, job.first_label, taken.offset)
        ways.print_pdf(
            made.pdf, job.printer, stock.page_w, stock.page_h, dpi=stock.dpi, title=title,
            **({"two_sided": True} if made.backs else {}),
        )  # fmt: skip
    except DeskError:
        raise
    except Exception as error:
        raise DeskError(
            "The program could not print this ({kind}). Try again, or save the badges as a PDF "
            "file.",
            kind=type(error).__name__,
        ) from error


def print_test_page(stock: Stock, name: str, offset: tuple[float, float], ways: Ways) -> str:
    """A frame on each label; gives back the printer's name."""
    from desk_app.badges.calibration import calibration_page

    ways.check(name)
    pdf = calibration_page(stock, offset)
    ways.print_pdf(pdf, name, stock.page_w, stock.page_h, dpi=stock.dpi, title="Test")
    return name


def _fates(jobs: Sequence[PrintJob], desk: str, fates: Fates) -> tuple[tuple[PrintJob, Fate], ...]:
    told = []
    for printer in {it.printer for it in jobs}:
        mine = {title_of(desk, it): it for it in jobs if it.printer == printer}
        known = fates(printer, tuple(mine))
        told += [(mine[title], fate) for title, fate in known.items()]
    return tuple(told)

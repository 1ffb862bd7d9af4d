"""Registrations in: what an export would change, and then the change, all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from desk_app.collecting import without_collecting
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import (
    Annulled,
    FactId,
    ImportConfirmed,
    ImportFinished,
    ImportStarted,
    Registered,
    gathered,
)
from desk_app.domain.registration import Status
from desk_app.services import past_imports
from desk_app.services.plan import Answers, Plan
from desk_app.services.planning import mark
from desk_app.services.sorter import Sorter
from desk_app.services.steps import Step, steps, struck, vanished
from desk_app.services.suspicions import newest
from desk_app.store import ledger, people, projection
from desk_app.store.ledger import Entry, Prepared
from desk_app.store.session import Session

SLICE = 300  # people per transaction: scans wait no longer than one slice takes
ROOM = 7  # times as many as long as nobody has come: each transaction has a price of its own
SORTED_SLICE = 4000  # names or codes per transaction


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is, in people; `finished` once it counts."""

    done: int
    total: int
    finished: bool


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import in the list of all that came in. `at` is in ms UTC; `desk` is a desk's id."""

    source: FactId
    at: int
    desk: str
    file: str
    digest: str
    platform: str
    new: int
    changed: int
    cancelled: int
    taken_back: bool


class _Slice(NamedTuple):
    people: int
    prepared: list[Prepared]


class Import:
    """Carries a plan out in slices, each a transaction of its own, so that scans slip in between.

    A large import writes the people first, and then, in its last slices, sorts the newcomers into
    the roster. The import stays once its last slice is in; one that never got there (a crash, a
    cancel) is taken back as a whole, by `take_back` or by `recover` at the next start.

    `advance` alone does it all; called before it, `prepare` takes a part of the work elsewhere.
    """

    def __init__(self, plan: Plan, answers: Answers | None = None) -> None:
        """Unless answers are given, the plan's careful ones hold."""
        self._plan = plan
        self._answers = answers or plan.defaults
        self._decided = plan.decided
        self._steps: list[Step] | None = None  # those that no slice was made of yet
        self._ready: _Slice | None = None
        self._done = 0
        self._total = 0
        self._source: FactId | None = None
        self._at_once = plan.most <= SLICE
        self._size = SLICE
        self._names = Sorter[projection.Name]()
        self._codes = Sorter[projection.Code]()

    @property
    def closing(self) -> bool:
        """Whether the next slice is the last, on which all depends: only that must be durable."""
        return self._at_once or (self._is_written and self._unsorted <= SORTED_SLICE)

    def advance(self, session: Session, now: int) -> Progress:
        """Write the next slice; call until `finished`."""
        closing = self.closing
        with without_collecting(lasting=self._source is None):
            if self._source is None:
                self._begin(session, now)
            if self._is_written:
                self._sort_in(session)
            else:
                self._write(session, now)
        if closing:
            self._finish(session, now)
        return Progress(self._done, self._total, closing)

    def prepare(self) -> None:
        """Make the next slice ready, on any thread, so that scans wait for its writing alone."""
        with without_collecting(lasting=self._source is None):
            if self._source is None:
                self._steps = steps(self._plan, self._answers)
            elif self._steps and self._ready is None:
                self._ready = self._slice()

    def take_back(self, session: Session, now: int, *, at_once: bool = True) -> None:
        """Leave the roster as it was before; nothing is left of a first slice that failed.

        As with `undo`, `sweep` follows unless `at_once`.
        """
        session.give_room_back()
        began = self._source and ledger.fact_by_id(session, self._source)
        if began and isinstance(began.body, ImportStarted):
            undo(session, began.id, now, at_once=at_once)

    @property
    def _unsorted(self) -> int:
        return len(self._names) + len(self._codes)

    @property
    def _is_written(self) -> bool:
        return self._source is not None and self._done == self._total

    def _begin(self, session: Session, now: int) -> None:
        self._source = self._start(session, now)
        here = steps(self._plan, self._answers) if self._steps is None else self._steps
        self._steps = here + vanished(session, self._plan, self._answers)
        self._total = len(self._steps)

    def _write(self, session: Session, now: int) -> None:
        (count, prepared), self._ready = self._ready or self._slice(), None
        doors_open = people.anybody_came(session, self._plan.event)
        if doors_open:
            prepared = self._without_the_arrived(session, prepared)
        ledger.write(session, self._plan.event, prepared, now, sorted_in=self._at_once)
        self._done += count
        if not self._at_once:
            self._remember(prepared)
        self._size = SLICE if doors_open else SLICE * ROOM

    def _without_the_arrived(self, session: Session, prepared: list[Prepared]) -> list[Prepared]:
        """Whoever has come since the plan was made is not cancelled unseen: they stay."""
        ids = [
            it.entry.attendee
            for it in prepared
            if isinstance(it.entry.body, Registered)
            and it.entry.body.registration.status == Status.CANCELLED
            and it.entry.attendee not in self._decided
        ]
        stay = people.here(session, [it for it in ids if it is not None])
        return [it for it in prepared if it.entry.attendee not in stay] if stay else prepared

    def _slice(self) -> "_Slice":
        """The next people's facts. They leave the list: letting go of all at once takes long."""
        assert self._source is not None
        assert self._steps is not None
        some = self._steps[: self._size]
        del self._steps[: self._size]
        entries = [Entry(it.attendee, body) for it in some for body in it.facts(self._source)]
        return _Slice(len(some), ledger.prepare(self._plan.event, entries))

    def _remember(self, prepared: list[Prepared]) -> None:
        rows = [it.rows for it in prepared if it.rows]
        self._names.add(it.name for it in rows)
        self._codes.add(code for it in rows for code in it.codes)

    def _sort_in(self, session: Session) -> None:
        names = self._names.take(SORTED_SLICE)
        codes = self._codes.take(SORTED_SLICE - len(names))
        projection.sort_in(session, names, codes)

    def _start(self, session: Session, now: int) -> FactId:
        """Under the lock of the data folder; DeskError when the plan is out of date."""
        if not self._at_once:
            session.take_room()
        recover(session, now)
        if mark(session, self._plan.event) != self._plan.mark:
            raise DeskError(
                "The list has changed since this export was compared with it. Import it again."
            )
        it = self._plan.reading
        started = ImportStarted(it.file, it.digest, it.platform, newest(it))
        return ledger.record(session, self._plan.event, [Entry(None, started)], now)[0].id

    def _finish(self, session: Session, now: int) -> None:
        it, source = self._plan, self._source
        assert source is not None
        cancelled = len(it.cancelled) + len(struck(it, self._answers))
        kept = it.keeps_missing and not self._answers.cancel_missing and it.absent > 0
        finished = ImportFinished(source, len(it.new), len(it.changed), cancelled, kept)
        ended = [Entry(None, finished)]
        if it.confirmed:
            ended.append(Entry(None, ImportConfirmed(source, gathered(it.confirmed))))
        ledger.record(session, it.event, ended, now)
        session.give_room_back()


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the data folder's import lock; DeskError while another window or command imports."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "import.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DeskError(
            "Another import is running in this data folder. Wait until it has ended."
        ) from error
    try:
        yield
    finally:
        lock.release()


def recover(session: Session, now: int) -> int:
    """Take back this desk's imports that were cut short by a crash; how many there were.

    Call under `only_one`, or a running import would be taken for a dead one.
    """
    for event in ledger.unswept(session):
        ledger.finish_sweep(session, event)
    dead = past_imports.unfinished(session)
    for source, event in dead:
        ledger.record(session, event, [Entry(None, Annulled(source, "cut short"))], now)
    return len(dead)


def undo(session: Session, source: FactId, now: int, *, at_once: bool = True) -> None:
    """Take a whole import back, also one made long ago; check-ins made since stay.

    So does whatever a later import brought just as this one did.

    Unless `at_once`, call `sweep` in further transactions: scans slip in between.
    """
    fact = ledger.fact_by_id(session, source)
    if fact is None or not isinstance(fact.body, ImportStarted):
        raise DeskError("This import is not in the ledger. Open the list of imports again.")
    if any(it.taken_back for it in history(session, fact.event) if it.source == source):
        raise DeskError("This import was taken back already.")
    prepared = ledger.prepare(fact.event, [Entry(None, Annulled(source))])
    ledger.write(session, fact.event, prepared, now, swept_at_once=at_once)


def sweep(session: Session, event: int) -> bool:
    """After `undo`: put the next people's rows right; whether more are left."""
    with without_collecting():
        return ledger.sweep(session, event)


def history(session: Session, event: int) -> list[PastImport]:
    """Every finished import of the event, the latest first."""
    return [
        PastImport(
            it.source,
            it.at,
            it.source.desk,
            it.started.file,
            it.started.digest,
            it.started.platform,
            it.finished.new,
            it.finished.changed,
            it.finished.cancelled,
            it.taken_back,
        )
        for it in reversed(past_imports.so_far(session, event))
        if it.finished is not None
    ]

"""Registrations in: what an export would change, and then the change, all of it or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.collecting import without_collecting
from desk_app.domain.attendee import fold
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import (
    Annulled,
    FactId,
    ImportFinished,
    ImportStarted,
    Registered,
)
from desk_app.domain.registration import Registration, Status, attendee_id
from desk_app.domain.sentence import Sentence, sentence
from desk_app.services.sorter import Sorter
from desk_app.store import ledger, projection
from desk_app.store.codec import fingerprint
from desk_app.store.ledger import Entry, Prepared
from desk_app.store.session import Session

if TYPE_CHECKING:
    from desk_app.intake.reading import Reading  # its word lists are not needed to open the desk

SLICE = 1000  # people per transaction: scans wait no longer than one slice takes
SORTED_SLICE = 4000  # names or codes per transaction
COMPARED = (
    "external_id",
    "scan_code",
    "given_name",
    "family_name",
    "full_name",
    "email",
    "organisation",
    "job_title",
    "ticket_type",
    "status",
    "phone",
    "order_id",
    "buyer_name",
    "buyer_email",
    "registered_at",
    "note",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one person: as this desk knows it from the last export, and as it is now."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One person whom the export changes. Empty `differences`: only answers to new questions."""

    attendee: int
    registration: Registration
    differences: tuple[Difference, ...]

    @property
    def cancels(self) -> bool:
        """Whether the person is cancelled now and was not before."""
        return any(it.field == "status" and it.new == Status.CANCELLED for it in self.differences)


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody from an earlier export who is not in this one."""

    attendee: int
    name: str
    arrived: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; nothing is written yet."""

    event: int
    reading: "Reading"
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    cancelled: tuple[Change, ...]
    enriched: tuple[Change, ...]
    missing: tuple[Missing, ...]
    unchanged: int
    warnings: tuple[Sentence, ...]

    @property
    def writes(self) -> tuple[Change, ...]:
        """Everything that `Import` will record, by attendee so that the tables grow in order."""
        every = (*self.new, *self.changed, *self.cancelled, *self.enriched)
        return tuple(sorted(every, key=lambda change: change.attendee))


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


def plan(session: Session, event: int, reading: "Reading") -> Plan:
    """Compare an export with what this desk knows. Reads only."""
    known = _known(session, event)
    new: list[Change] = []
    touched: list[tuple[int, Registration]] = []
    unchanged = 0
    present: set[int] = set()
    for registration in reading.registrations:
        attendee = attendee_id(event, registration)
        present.add(attendee)
        print_before = known.get(attendee)
        if print_before is None:
            new.append(Change(attendee, registration, ()))
        elif print_before == fingerprint(registration):
            unchanged += 1
        else:
            touched.append((attendee, registration))
    changes = list(_compared(session, event, touched))
    enriched = tuple(change for change in changes if not change.differences)
    changes = [change for change in changes if change.differences]
    return Plan(
        event=event,
        reading=reading,
        new=tuple(new),
        changed=tuple(change for change in changes if not change.cancels),
        cancelled=tuple(change for change in changes if change.cancels),
        enriched=enriched,
        missing=_missing(session, event, known.keys() - present),
        unchanged=unchanged + len(enriched),
        warnings=(*reading.warnings, *_suspicions(session, event, reading, bool(new or touched))),
    )


class Import:
    """Carries a plan out in slices, each a transaction of its own, so that scans slip in between.

    A large import writes the people first, and then, in its last slices, sorts the newcomers into
    the roster. The import stays once its last slice is in; one that never got there (a crash, a
    cancel) is taken back as a whole, by `take_back` or by `recover` at the next start.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._writes = plan.writes
        self._done = 0
        self._source: FactId | None = None
        self._at_once = len(self._writes) <= SLICE
        self._names = Sorter[projection.Name]()
        self._codes = Sorter[projection.Code]()

    @property
    def closing(self) -> bool:
        """Whether the next slice is the last, on which all depends: only that must be durable."""
        if self._at_once:
            return True
        return self._done == len(self._writes) and self._unsorted <= SORTED_SLICE

    def advance(self, session: Session, now: int) -> Progress:
        """Write the next slice; call until `finished`."""
        if self._source is None:
            self._source = self._start(session, now)
        with without_collecting():
            if self._done < len(self._writes):
                self._write(session, self._source, now)
            else:
                self._sort_in(session)
        finished = self._done == len(self._writes) and not self._unsorted
        if finished:
            self._finish(session, self._source, now)
        return Progress(self._done, len(self._writes), finished)

    def take_back(self, session: Session, now: int) -> None:
        """Leave the roster as it was before; nothing is left of a first slice that failed."""
        began = self._source and ledger.fact_by_id(session, self._source)
        if began and isinstance(began.body, ImportStarted):
            undo(session, began.id, now)

    @property
    def _unsorted(self) -> int:
        return len(self._names) + len(self._codes)

    def _write(self, session: Session, source: FactId, now: int) -> None:
        some = self._writes[self._done : self._done + SLICE]
        entries = [Entry(it.attendee, Registered(it.registration, source)) for it in some]
        prepared = ledger.prepare(self._plan.event, entries)
        ledger.write(session, self._plan.event, prepared, now, sorted_in=self._at_once)
        self._done += len(some)
        if not self._at_once:
            self._remember(prepared)

    def _remember(self, prepared: list[Prepared]) -> None:
        rows = [it.rows for it in prepared if it.rows]
        self._names.add(it.name for it in rows)
        self._codes.add(code for it in rows for code in it.codes)

    def _sort_in(self, session: Session) -> None:
        names = self._names.take(SORTED_SLICE)
        codes = self._codes.take(SORTED_SLICE - len(names))
        projection.sort_in(session, names, codes)

    def _start(self, session: Session, now: int) -> FactId:
        it = self._plan.reading
        started = ImportStarted(it.file, it.digest, it.platform)
        return ledger.record(session, self._plan.event, [Entry(None, started)], now)[0].id

    def _finish(self, session: Session, source: FactId, now: int) -> None:
        it = self._plan
        finished = ImportFinished(source, len(it.new), len(it.changed), len(it.cancelled))
        ledger.record(session, it.event, [Entry(None, finished)], now)


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
    dead = unfinished(session)
    for source, event in dead:
        ledger.record(session, event, [Entry(None, Annulled(source, "cut short"))], now)
    return len(dead)


def unfinished(session: Session) -> list[tuple[FactId, int]]:
    """This desk's imports that began and did not end, each with its event."""
    found: list[tuple[FactId, int]] = []
    for event in [row.id for row in session.run("SELECT id FROM event")]:
        facts = ledger.about_event(session, event)
        ended = {it.body.source for it in facts if isinstance(it.body, ImportFinished)}
        ended |= {it.body.target for it in facts if isinstance(it.body, Annulled)}
        found += [
            (it.id, event)
            for it in facts
            if isinstance(it.body, ImportStarted)
            and it.id not in ended
            and it.desk == session.desk.id
        ]
    return found


def undo(session: Session, source: FactId, now: int) -> None:
    """Take a whole import back, also one made long ago; check-ins made since stay."""
    fact = ledger.fact_by_id(session, source)
    if fact is None or not isinstance(fact.body, ImportStarted):
        raise DeskError("This import is not in the ledger. Open the list of imports again.")
    ledger.record(session, fact.event, [Entry(None, Annulled(source))], now)


def history(session: Session, event: int) -> list[PastImport]:
    """Every finished import of the event, the latest first."""
    facts = ledger.about_event(session, event, ImportStarted, ImportFinished, Annulled)
    finished = {it.body.source: it.body for it in facts if isinstance(it.body, ImportFinished)}
    annulled = {it.body.target for it in facts if isinstance(it.body, Annulled)}
    return [
        PastImport(
            fact.id,
            fact.clock,
            fact.desk,
            fact.body.file,
            fact.body.digest,
            fact.body.platform,
            finished[fact.id].new,
            finished[fact.id].changed,
            finished[fact.id].cancelled,
            fact.id in annulled,
        )
        for fact in reversed(facts)
        if isinstance(fact.body, ImportStarted) and fact.id in finished
    ]


def _known(session: Session, event: int) -> dict[int, int]:
    """Everybody an export brought: id to the fingerprint of the registration."""
    rows = session.run(
        "SELECT id, fingerprint FROM attendee WHERE event = ? AND listed AND NOT walk_in", (event,)
    )
    return {row[0]: row[1] for row in rows}


def _compared(
    session: Session, event: int, touched: list[tuple[int, Registration]]
) -> Iterator[Change]:
    wide = ledger.about_event(session, event, Annulled)
    for start in range(0, len(touched), SLICE):
        some = touched[start : start + SLICE]
        facts = ledger.facts_of(session, [attendee for attendee, _ in some])
        for attendee, registration in some:
            before = fold([*facts[attendee], *wide])
            assert before is not None
            yield Change(attendee, registration, tuple(_differences(before.exported, registration)))


def _differences(old: Registration, new: Registration) -> Iterator[Difference]:
    for field in COMPARED:
        before, after = str(getattr(old, field)), str(getattr(new, field))
        if before != after:
            yield Difference(field, before, after)
    answers = dict(new.answers)
    for heading, value in old.answers:
        if answers.get(heading, "") != value:
            yield Difference(heading, value, answers.get(heading, ""))


def _missing(session: Session, event: int, ids: set[int]) -> tuple[Missing, ...]:
    rows = session.run(
        "SELECT id, full_name, arrived_at FROM roster_line CROSS JOIN attendee"
        " ON id = roster_line.attendee WHERE roster_line.event = ? AND status <> 'cancelled'"
        " ORDER BY roster_line.family_key",
        (event,),
    )
    return tuple(
        Missing(row.id, row.full_name, row.arrived_at is not None) for row in rows if row.id in ids
    )


def _suspicions(
    session: Session, event: int, reading: "Reading", writes: bool
) -> Iterator[Sentence]:
    for past in history(session, event):
        if past.digest == reading.digest and not past.taken_back:
            if writes:
                yield sentence(
                    "This very file was imported before, and the list has changed since. "
                    "Importing it again brings back what it says."
                )
            else:
                yield sentence("This very file was imported before; nothing in it is new.")
            return

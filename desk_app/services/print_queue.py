"""Badges on their way to paper: what waits, what went out, and what has to be asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from desk_app.badges import stocks
from desk_app.badges.badge import Badge
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Annulled, BadgePrinted
from desk_app.domain.sentence import Sentence, sentence
from desk_app.services import badges, label_counts, settings
from desk_app.services.checkin import Place
from desk_app.services.own_stocks import offset
from desk_app.services.print_jobs import (
    AGAIN,
    COLUMNS,
    OPEN,
    Order,
    PrintJob,
    State,
    in_state,
    insert,
    job_of,
    move_to,
    some,
)
from desk_app.services.roster import listed_name
from desk_app.store import ledger, people
from desk_app.store.ledger import Entry
from desk_app.store.session import MANY, Session

TOGETHER = 10  # badges of one job: those of more would have to be asked about after a crash
LATE = 3_600_000  # ms after which what waited is no longer printed unasked when the desk starts
SHOWN = 200
_KEPT = 500


class Taken(NamedTuple):
    """A job to hand over, what it draws, and how far its printer is to be moved in mm."""

    job: PrintJob
    badges: list[Badge]
    offset: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A job as the list of the queue shows it; `name` is of the first of its people."""

    job: PrintJob
    name: str


@dataclass(frozen=True, slots=True)
class Queue:
    """Latest first; `counts` by state, of badges. `labels` are left on the rolls, by printer."""

    lines: tuple[Line, ...]
    counts: tuple[tuple[str, int], ...]
    labels: tuple[tuple[str, int], ...]
    spare: str

    def count(self, *states: State) -> int:
        """How many badges are in one of these states."""
        return sum(number for state, number in self.counts if state in states)


def order(session: Session, wanted: Order, now: int) -> tuple[PrintJob, ...]:
    """Put badges at the end of the queue, each on a label that no other job has."""
    label, jobs = label_counts.next_label(session, wanted.stock), []
    per_page = stocks.stock(wanted.stock).per_page
    rest = wanted.ids
    while rest:
        count = per_page - label + 1 if per_page > 1 else TOGETHER
        jobs.append(insert(session, replace(wanted, ids=rest[:count]), label, now))
        label = (label - 1 + len(rest[:count])) % per_page + 1
        rest = rest[count:]
    label_counts.set_next_label(session, wanted.stock, label)
    return tuple(jobs)


def order_again(
    session: Session, ids: Iterable[int], now: int, because: str = "", *, voids: bool = False
) -> tuple[PrintJob, ...]:
    """Print once more what these jobs were about, the way they were printed."""
    return tuple(
        made
        for job in some(session, ids)
        for made in order(
            session,
            Order(job.event, job.ids, job.layout, job.stock, job.printer, because, voids),
            now,
        )
    )


def take(session: Session, now: int) -> Taken | None:
    """The next job, noted as being handed over; None when nothing waits.

    Once this is on the disk the job is never handed over again unasked.
    """
    row = session.run(
        f"SELECT {COLUMNS} FROM print_job WHERE state = ? ORDER BY id LIMIT 1", (State.QUEUED,)
    ).first()
    if row is None:
        return None
    job = job_of(row)
    move_to(session, [job.id], State.SENDING, now)
    session.run("UPDATE print_job SET attempts = attempts + 1 WHERE id = ?", (job.id,))
    job = replace(job, state=State.SENDING, attempts=job.attempts + 1)
    several = badges.of_people(session, Place(job.event, ""), job.ids, renewed=job.voids)
    return Taken(job, several, offset(settings.read(session), job.printer, job.stock))


def note_sent(session: Session, job: PrintJob, now: int) -> None:
    """The printer has it: the copies count, and its roll has so many labels less."""
    move_to(session, [job.id], State.SENT, now)
    _count(session, job, now)
    left = label_counts.labels_left(session).get(job.printer)
    if left is not None and stocks.stock(job.stock).kind == "roll":
        label_counts.set_labels_left(session, job.printer, max(left - len(job.ids), 0))


def note_failed(session: Session, job: PrintJob, why: Sentence, now: int) -> bool:
    """Nothing came out. True: the spare printer gets it, and it is queued again."""
    spare = settings.read(session).get("spare_printer", "")
    moved = bool(spare) and spare != job.printer
    move_to(session, [job.id], State.QUEUED if moved else State.FAILED, now, why)
    if moved:
        session.run("UPDATE print_job SET printer = ? WHERE id = ?", (spare, job.id))
    return moved


def settle(session: Session, ids: Iterable[int], state: State, why: Sentence | None,
           now: int) -> None:  # fmt: skip
    """What the printing system, or a person who looked, says became of these jobs."""
    for job in some(session, ids):
        if state in (State.SENT, State.PRINTED) and job.state == State.UNKNOWN:
            _count(session, job, now)
        if state in (State.FAILED, State.CANCELLED) and job.state == State.SENT:
            _take_back(session, job, now)
        move_to(session, [job.id], state, now, why)


def retry(session: Session, ids: Iterable[int], now: int, printer: str = "") -> None:
    """Queue these again, on another printer where one is named; what came out stays alone."""
    for job in some(session, ids):
        if job.state in (*AGAIN, State.QUEUED):
            move_to(session, [job.id], State.QUEUED, now)
            target = printer or job.printer
            session.run("UPDATE print_job SET printer = ? WHERE id = ?", (target, job.id))


def cancel(session: Session, ids: Iterable[int], now: int) -> None:
    """Give up what has not gone out."""
    unsent = (State.QUEUED, State.FAILED, State.UNKNOWN)
    move_to(session, [it.id for it in some(session, ids) if it.state in unsent],
             State.CANCELLED, now)  # fmt: skip


def recover(session: Session, now: int) -> Queue:
    """Once, when the desk starts: what it was about when it ended has to be asked about."""
    asked = sentence("The program ended while this was being printed. Look whether it came out.")
    late = sentence("This waited when the desk was closed. Print it if it is still wanted.")
    move_to(session, in_state(session, State.SENDING), State.UNKNOWN, now, asked)
    old = in_state(session, State.QUEUED, before=now - LATE)
    move_to(session, old, State.FAILED, now, late)
    session.run(
        f"DELETE FROM print_job WHERE state IN ({','.join('?' * 3)}) AND id <= "
        f"(SELECT max(id) FROM print_job) - {_KEPT}",
        (State.SENT, State.PRINTED, State.CANCELLED),
    )
    return queue(session)


def waiting(session: Session) -> list[PrintJob]:
    """Jobs of which the printing system may know more: what is sent, or in doubt."""
    found = in_state(session, State.SENT) + in_state(session, State.UNKNOWN)
    return some(session, found[-MANY:])


def queue(session: Session) -> Queue:
    """What waits, failed or is in doubt, then what went out last."""
    open_first = f"CASE WHEN state IN ({','.join('?' * len(OPEN))}) THEN 0 ELSE 1 END"
    rows = session.run(
        f"SELECT {COLUMNS} FROM print_job ORDER BY {open_first}, id DESC LIMIT {SHOWN}", OPEN
    )
    jobs = [job_of(row) for row in rows]
    firsts = list(dict.fromkeys(_first(it) for it in jobs))
    names = {it.id: listed_name(it) for it in people.by_ids(session, firsts, "")}
    counts = session.run(
        "SELECT state, sum(length(people) - length(replace(people, ' ', '')) + 1)"
        " FROM print_job GROUP BY state"
    )
    return Queue(
        tuple(Line(it, names.get(_first(it), "")) for it in jobs),
        tuple((row[0], row[1]) for row in counts),
        tuple(sorted(label_counts.labels_left(session).items())),
        settings.read(session).get("spare_printer", ""),
    )


def _first(job: PrintJob) -> int:
    """Of its people, not its separators."""
    return next((it for it in job.ids if it > 0), 0)


def _count(session: Session, job: PrintJob, now: int) -> None:
    badges.printed(
        session, job.event, job.ids, job.layout, job.stock, job.printer, now,
        reason=job.because, voids=job.voids,
    )  # fmt: skip


def _take_back(session: Session, job: PrintJob, now: int) -> None:
    """The copies were counted when the job was handed over, but did not come out."""
    body = BadgePrinted(job.layout, job.stock, job.printer, job.because, job.voids)
    entries = []
    for attendee, facts in ledger.facts_of(session, job.ids).items():
        gone = {it.body.target for it in facts if isinstance(it.body, Annulled)}
        mine = [it for it in facts if it.body == body and it.id not in gone]
        if mine:
            latest = max(mine, key=lambda it: (it.clock, it.number))
            entries.append(Entry(attendee, Annulled(latest.id)))
    ledger.record(session, job.event, entries, now)


def missing_printer() -> DeskError:
    """There is no printer at all."""
    return DeskError(
        "This computer knows no printer, so the badge was not printed. "
        "Connect one, or save the badge as a PDF file."
    )

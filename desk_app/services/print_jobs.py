"""Print jobs as the database holds them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desk_app.domain.sentence import Sentence, sentence
from desk_app.store.session import MANY, Session

COLUMNS = (
    "id, event, people, layout, stock, printer, state, reason, first_label, attempts,"
    " asked_at, changed_at, because, voids"
)


class State(StrEnum):
    """`SENDING`: being handed over just now; `UNKNOWN`: nobody knows whether it came out."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


OPEN = (State.QUEUED, State.SENDING, State.FAILED, State.UNKNOWN)
AGAIN = (State.FAILED, State.UNKNOWN, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Order:
    """Badges to print; those of a sheet begin at its first unused label.

    `because` says why they are printed again; `voids`: their earlier codes become void.
    """

    event: int
    ids: tuple[int, ...]
    layout: str
    stock: str
    printer: str
    because: str = ""
    voids: bool = False


@dataclass(frozen=True, slots=True)
class PrintJob:
    """At most a sheet, or a few labels of a roll. Times are ms UTC."""

    id: int
    event: int
    ids: tuple[int, ...]
    layout: str
    stock: str
    printer: str
    state: State
    reason: Sentence | None
    first_label: int
    attempts: int
    asked_at: int
    changed_at: int
    because: str = ""
    voids: bool = False


def insert(session: Session, wanted: Order, label: int, now: int) -> PrintJob:
    """A new job at the end of the queue."""
    what = (wanted.event, " ".join(map(str, wanted.ids)), wanted.layout, wanted.stock)
    how = (wanted.printer, State.QUEUED, "", label, 0, now, now, wanted.because, int(wanted.voids))
    row = (*what, *how)
    names = COLUMNS.removeprefix("id, ")
    gaps = ", ".join("?" * len(row))
    made = session.run(f"INSERT INTO print_job ({names}) VALUES ({gaps}) RETURNING id", row)
    return job_of((made.scalar_one(), *row))


def job_of(row: Any) -> PrintJob:
    """The job of a row of `COLUMNS`."""
    identity, event, ids, layout, stock, printer, state, reason = row[:8]
    label, attempts, asked, changed, because, voids = row[8:]
    told = json.loads(reason) if reason else None
    return PrintJob(
        identity, event, tuple(map(int, ids.split())), layout, stock, printer, State(state),
        sentence(told["text"], **told["facts"]) if told else None,
        label, attempts, asked, changed, because, bool(voids),
    )  # fmt: skip


def some(session: Session, ids: Iterable[int]) -> list[PrintJob]:
    """The jobs with these ids, the oldest first."""
    wanted, found = list(ids), list[PrintJob]()
    for start in range(0, len(wanted), MANY):
        part = wanted[start : start + MANY]
        gaps = ",".join("?" * len(part))
        rows = session.run(
            f"SELECT {COLUMNS} FROM print_job WHERE id IN ({gaps}) ORDER BY id", tuple(part)
        )
        found += [job_of(row) for row in rows]
    return found


def in_state(session: Session, state: State, before: int | None = None) -> list[int]:
    """The ids of jobs in this state, asked for before a moment where one is given."""
    rows = session.run(
        "SELECT id FROM print_job WHERE state = ? AND (? IS NULL OR asked_at < ?) ORDER BY id",
        (state, before, before),
    )
    return [row[0] for row in rows]


def move_to(
    session: Session, ids: Sequence[int], state: State, now: int, why: Sentence | None = None
) -> None:
    """Note what became of these jobs, and why."""
    reason = _written(why) if why else ""
    for identity in ids:
        session.run(
            "UPDATE print_job SET state = ?, reason = ?, changed_at = ? WHERE id = ?",
            (state, reason, now, identity),
        )


def _written(why: Sentence) -> str:
    facts = {key: value if isinstance(value, int | float) else str(value)
             for key, value in why.facts}  # fmt: skip
    return json.dumps({"text": why.text, "facts": facts}, ensure_ascii=False)

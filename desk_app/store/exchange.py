"""The ledger as a file of JSON lines: complete, to be read elsewhere, and taken in by other desks.

The first line says what the file is and names the desks, the last counts the facts and holds the
SHA-256 of every line before it; between them stands one fact a line, by desk and number.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import orjson

from desk_app.collecting import without_collecting
from desk_app.domain.erasure import erasures
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Annulled, Erased, Fact, ImportConfirmed
from desk_app.store import erasing, ledger, projection
from desk_app.store.codec import decode, encode, fact_of, kind_of
from desk_app.store.session import Session

_FELT_BY_ALL = (Annulled, ImportConfirmed)
FORMAT, VERSION = "registration-desk-ledger", 1
_COLUMNS = ("desk", "number", "clock", "event", "attendee", "kind", "body")
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM fact ORDER BY desk, number"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file brought: facts in it, facts that were new here, people they are about.

    `erased`: identities left this desk by it, and `erasing.finish` has to clean the file.
    """

    facts: int
    new: int
    people: int
    erased: bool = False


def exported(session: Session) -> Iterator[bytes]:
    """Every line of the file, each with its line end."""
    whole, count = hashlib.sha256(), 0
    for line in _lines(session):
        whole.update(line)
        count += 1
        yield line
    yield _line({"facts": count - 1, "sha256": whole.hexdigest()})


def take_in(session: Session, content: bytes) -> Taken:
    """Add the facts that are not here yet, and bring the tables up to date; all or nothing.

    The same file again changes nothing. DeskError when it is damaged, cut short, of a newer
    release, lacks facts between those here and its own, or contradicts what is here.
    """
    with without_collecting():
        header, rows = _read(content)
        gone = _Gone(session, rows)
        new = list(_missing(session, rows, gone))
        for identity, name in header["desks"].items():
            session.run(
                "INSERT OR IGNORE INTO desk (id, name, fingerprint) VALUES (?, ?, '')",
                (str(identity), str(name)),
            )
        session.insert(f"INSERT INTO fact ({', '.join(_COLUMNS)})", new)
        facts = [fact_of(row) for row in new]
        people = _refresh(session, facts)
        erased = _erase(session, facts)
        return Taken(len(rows), len(new), people, erased)


def _lines(session: Session) -> Iterator[bytes]:
    desks = {row.id: row.name for row in session.run("SELECT id, name FROM desk ORDER BY id")}
    yield _line({"format": FORMAT, "version": VERSION, "desks": desks})
    for row in session.run(_SELECT):
        values = dict(zip(_COLUMNS, row, strict=True))
        yield _line({**values, "body": orjson.Fragment(values["body"])})


def _line(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)


def check(content: bytes) -> None:
    """DeskError unless this is a whole ledger that this release can read."""
    _header(content.splitlines(keepends=True))


def _read(content: bytes) -> tuple[dict[str, Any], list[tuple[Any, ...]]]:
    lines = content.splitlines(keepends=True)
    header = _header(lines)
    return header, [_row(_parsed(lines, number), number) for number in range(1, len(lines) - 1)]


def _header(lines: Sequence[bytes]) -> dict[str, Any]:
    """The first line, once the last one has proved that all is here."""
    header = _parsed(lines, 0)
    if header.get("format") != FORMAT or not isinstance(header.get("desks"), dict):
        raise DeskError("This file is no ledger of a registration desk. Choose another file.")
    if header.get("version") != VERSION:
        raise DeskError("This ledger was written by a newer release. Update this desk first.")
    end = _parsed(lines, len(lines) - 1)
    whole = hashlib.sha256(b"".join(lines[:-1])).hexdigest()
    if end.get("facts") != len(lines) - 2 or end.get("sha256") != whole:
        raise DeskError(
            "This ledger is damaged or was cut short: its end does not fit. Nothing was taken in."
            " Copy or export it again."
        )
    return header


def _parsed(lines: Sequence[bytes], number: int) -> dict[str, Any]:
    try:
        value = orjson.loads(lines[number])
    except (IndexError, orjson.JSONDecodeError):
        value = None
    return value if isinstance(value, dict) else {}


def _row(value: dict[str, Any], number: int) -> tuple[Any, ...]:
    """A row of the `fact` table; what the fact says is read once, so that nothing bad gets in."""
    try:
        body = orjson.dumps(value["body"]).decode()
        decode(value["kind"], body)
        desk, kind = str(value["desk"]), str(value["kind"])
        numbers = (int(value["number"]), int(value["clock"]), int(value["event"]))
        attendee = value["attendee"] if value["attendee"] is None else int(value["attendee"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DeskError(
            "Line {line} of this ledger is not understood. Nothing was taken in. Update this desk,"
            " or export the ledger again.",
            line=number + 1,
        ) from error
    return (desk, *numbers, attendee, kind, body)


class _Gone:
    """What was erased, of each event, by a fact that is here or by one in the file."""

    def __init__(self, session: Session, rows: Iterable[tuple[Any, ...]]) -> None:
        kind = kind_of(Erased)
        of_file = [fact_of(row) for row in rows if row[5] == kind]
        of_event = groupby(sorted(of_file, key=_event), _event)
        brought = {event: list(facts) for event, facts in of_event}
        events = {row[3] for row in rows}
        self._of = {
            event: gone
            for event in events
            if (gone := erasures([*ledger.about_event(session, event, Erased),
                                  *brought.get(event, ())]))
        }  # fmt: skip

    def left_of(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """A row of the `fact` table as it may stand here."""
        gone = self._of.get(row[3])
        if gone is None:
            return row
        return (*row[:6], encode(gone.left_of(row[4], decode(row[5], row[6])))[1])


def _event(fact: Fact) -> int:
    return fact.event


def _missing(
    session: Session, rows: Iterable[tuple[Any, ...]], gone: _Gone
) -> Iterator[tuple[Any, ...]]:
    """Rows that are not here, each desk's going on where those here end."""
    last = {
        row[0]: row[1] for row in session.run("SELECT desk, max(number) FROM fact GROUP BY desk")
    }
    for row in rows:
        desk, number = row[0], row[1]
        if number > last.get(desk, 0) + 1 or number < 1:
            raise DeskError(
                "This ledger goes on after a gap: facts of desk {desk} before number {number} are"
                " missing. Nothing was taken in. Take in an earlier file of that desk first.",
                desk=desk,
                number=number,
            )
        if number > last.get(desk, 0):
            last[desk] = number
            yield gone.left_of(row)
        elif not _same(session, row, gone):
            raise DeskError(
                "This ledger contradicts what is here: fact {number} of desk {desk} says something"
                " else. Nothing was taken in. Two desks may work with one identity.",
                desk=desk,
                number=number,
            )


def _same(session: Session, row: tuple[Any, ...], gone: _Gone) -> bool:
    """Whether both say the same, as far as an erasure on either side leaves it to be said."""
    kept = session.run(
        f"SELECT {', '.join(_COLUMNS)} FROM fact WHERE desk = ? AND number = ?", row[:2]
    ).first()
    if kept is None:
        return False
    here, there = gone.left_of(tuple(kept)), gone.left_of(row)
    return here[:6] == there[:6] and decode(*here[5:]) == decode(*there[5:])


def _erase(session: Session, new: Sequence[Fact]) -> bool:
    """Do here what was erased elsewhere; whether there was anything."""
    events = {fact.event for fact in new if isinstance(fact.body, Erased)}
    for event in events:
        erasing.resume(session, event)
        while erasing.advance(session, event):
            pass
    return bool(events)


def _refresh(session: Session, new: Sequence[Fact]) -> int:
    """Whoever the facts speak of; everybody of an event of which an import was taken back."""
    count = 0
    for event in sorted({fact.event for fact in new}):
        about = [fact for fact in new if fact.event == event]
        projection.refresh_event(session, event, ledger.about_event(session, event))
        wide = ledger.of_everybody(session, event)
        if any(fact.attendee is None and isinstance(fact.body, _FELT_BY_ALL) for fact in about):
            people = dict(ledger.facts_by_attendee(session, event))
        else:
            whose = {fact.attendee for fact in about if fact.attendee is not None}
            people = ledger.facts_of(session, whose)
        projection.refresh(session, people, wide, people.keys())
        count += len(people)
    return count

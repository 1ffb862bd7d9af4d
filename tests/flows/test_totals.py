"""On any day, whoever asks for a total is told the same: screens, files, papers, command line."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from desk_app.services import (
    afterwards,
    attendance,
    checkin,
    counting,
    documents,
    events,
    paperwork,
    roster,
    walk_ins,
)
from desk_app.services.attendance import Figures
from desk_app.services.checkin import Place
from desk_app.services.paperwork import Request
from desk_app.store import exchange
from desk_app.store.session import Session, Store
from tests.badges.people import document
from tests.commands.terminal import Terminal
from tests.services.days import MINUTE, NINE, desk_in, guest, tables, who
from tests.services.random_day import GUESTS, Step, lived_in, steps

TOLD = {
    "People registered": "registered",
    "People expected": "expected",
    "People present": "arrived",
    "People absent": "absent",
    "Registered at the desk": "walk_ins",
    "Registrations to be confirmed": "pending",
    "People on the waiting list": "waiting",
    "Cancelled registrations": "cancelled",
    "Places still free": "places_left",
}
DAY_AFTER = NINE + 36 * 60 * MINUTE
Totals = dict[str, int]


@settings(max_examples=8)
@given(morning=steps, afternoon=steps)
def test_every_total_is_the_same_everywhere(
    new_file: Path, morning: list[Step], afternoon: list[Step]
) -> None:
    """Whatever was undone, entered again, registered at the desk, corrected or erased."""
    with lived_in(new_file, morning, afternoon) as (folder, place):
        agree(folder, place, new_file)


def test_a_day_with_something_of_everything(new_file: Path) -> None:
    """So that no luck of the draw leaves any of it out."""
    deeds = ("enter", "leave", "enter", "undo", "enter", "walk in", "amend", "enter late", "scan")
    day = [Step(deed, place % 3, 0, place * 5, False) for place, deed in enumerate(deeds)]
    with lived_in(new_file, day, []) as (folder, place):
        with desk_in(folder) as session:
            someone = who(place, GUESTS[0])
            checkin.enter(session, place, someone, NINE + 300 * MINUTE)
            afterwards.was_not_there(session, place, someone, "A. Roy", "a slip", DAY_AFTER)
            walk_ins.register(session, place, guest("Ewa Walk"), DAY_AFTER, certain=True)
            assert attendance.figures(session, place).walk_ins
        agree(folder, place, new_file)


def agree(folder: Path, place: Place, new_file: Path) -> None:
    with desk_in(folder) as session:
        figures = attendance.figures(session, place)
        wanted = {
            name: it for name, field in TOLD.items() if (it := getattr(figures, field)) is not None
        }
        _screens(session, place, figures)
        _files(session, place, wanted)
        _papers(session, place, wanted)
        packed, rows = b"".join(exchange.exported(session)), tables(session)
    _command_line(folder, place, wanted)
    _another_desk(folder.parent / "third", new_file, packed, rows)


def _screens(session: Session, place: Place, figures: Figures) -> None:
    live = attendance.live(session, place, NINE).figures
    assert [getattr(live, it) for it in TOLD.values()] == [
        getattr(figures, it) for it in TOLD.values()
    ]
    counts = counting.counts(session, place)
    assert (counts.arrived, counts.expected) == (figures.arrived, figures.expected)
    kinds = {kind: len(attendance.listing(session, place, kind)) for kind in roster.KINDS}
    for kind in ("expected", "arrived", "absent", "walk_ins", "pending", "waiting", "cancelled"):
        assert kinds[kind] == getattr(figures, kind), kind
    assert sum(count for _, count in figures.curve) == figures.arrived
    assert sum(it.arrived for it in figures.categories) == figures.arrived
    assert sum(it.expected for it in figures.categories) == figures.expected


def _files(session: Session, place: Place, wanted: Totals) -> None:
    made = {
        kind: documents.document(session, place, kind, "en", NINE)
        for kind in ("csv", "xlsx", "json")
    }
    table = list(csv.DictReader(io.StringIO(made["csv"].decode("utf-8-sig")), delimiter=";"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(made["xlsx"]))
    heads, *sheet = book.get_sheet_by_index(0).to_python()
    told = json.loads(made["json"])
    totals: list[list[Any]] = book.get_sheet_by_index(1).to_python()
    assert told["totals"] == {str(row[0]): row[1] for row in totals[4:]} == wanted
    status = heads.index("Status")
    came = [
        [row["Status"] == "Present" for row in table],
        [row[status] == "Present" for row in sheet],
        [row["status"] == "Present" for row in told["people"]],
    ]
    assert came[0] == came[1] == came[2]
    assert sum(came[0]) == wanted["People present"]


def _papers(session: Session, place: Place, wanted: Totals) -> None:
    for kind in ("attendance", "absent", "by-organisation", "summary"):
        told = _text(session, place, kind)
        for name, count in wanted.items():
            assert re.search(rf"(?<![\d/]){count} {name}", told), (kind, name)
    present = Counter(re.findall(r"\b(Present|Absent)\b", _text(session, place, "by-organisation")))
    assert present["Present"] == wanted["People present"]


def _text(session: Session, place: Place, kind: str) -> str:
    pdf = paperwork.gather(session, kind, Request(place, "en", NINE))()
    pages = (page.get_textpage().get_text_range() for page in document(pdf))
    return re.sub(r"\s+", " ", " ".join(pages))


def _command_line(folder: Path, place: Place, wanted: Totals) -> None:
    desk = Terminal(folder)
    file = folder / "made" / "list.json"
    told = desk.ask("attendance", file, "--checkpoint", place.checkpoint)
    fields = ("registered", "expected", "arrived", "absent", "walk_ins")
    names = {field: name for name, field in TOLD.items()}
    assert {it: told[it] for it in fields} == {it: wanted[names[it]] for it in fields}
    assert set(json.loads(file.read_text(encoding="utf-8"))["totals"].values()) == set(
        wanted.values()
    )


def _another_desk(home: Path, new_file: Path, packed: bytes, rows: object) -> None:
    home.mkdir()
    (home / "desk.db").write_bytes(new_file.read_bytes())
    store = Store(home)
    with store.transaction() as session:
        exchange.take_in(session, packed)
        assert events.all_events(session)
        assert tables(session) == rows
    store.close()

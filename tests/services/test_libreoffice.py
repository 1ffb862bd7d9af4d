"""A workbook opens in LibreOffice as it is: what it reads and writes again is what we wrote."""

import csv
import io
import shutil
import subprocess
from datetime import datetime, time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desk_app.services import checkin, documents, walk_ins
from desk_app.services.checkin import Place
from desk_app.store.session import Session
from tests.badges.people import NAMES
from tests.services.days import MINUTE, NINE, guest, open_with, who

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
DAY = 24 * 60 * MINUTE
FORMULAS = ("=1+1", "+33 1 23", "-2+3", "@SUM(A1)", '=HYPERLINK("https://example.org")')


def a_day(session: Session) -> Place:
    """Names of every script and names that look like formulas; some came, one on another day."""
    people = [
        guest(f"{given} {family}".strip(), f"QR{n}") for n, (given, family) in enumerate(NAMES)
    ]
    people += [guest(f"Eve {it}", f"00{n}", organisation=it) for n, it in enumerate(FORMULAS)]
    place = open_with(session, *people)
    for person in people[::2]:
        checkin.enter(session, place, who(place, person), NINE)
    checkin.enter(session, place, who(place, people[1]), NINE + DAY)
    walk_ins.register(session, place, guest("Walk Inn"), NINE, certain=True)
    return place


def converted(file: Path, kind: str, profile: Path) -> Path:
    """Opened by LibreOffice and written again, with a profile of its own."""
    assert OFFICE
    out = file.parent / "again"
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind,
         "--outdir", str(out), str(file)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return out / f"{file.stem}.{kind.split(':')[0]}"


def cells(content: bytes, sheet: int = 0) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(sheet).to_python()  # type: ignore[return-value]


def test_a_workbook_reads_back_equal(
    session: Session, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = a_day(session)
    written = documents.document(session, place, "xlsx", "fr", NINE)
    (tmp_path / "list.xlsx").write_bytes(written)
    profile = tmp_path_factory.mktemp("office")
    again = converted(tmp_path / "list.xlsx", "xlsx", profile).read_bytes()
    assert [cells(again, it) for it in (0, 1)] == [cells(written, it) for it in (0, 1)]
    arrived = {type(row[7]) for row in cells(again)[1:] if row[7]}
    assert arrived == {time, datetime}
    shown = converted(tmp_path / "list.xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1", profile)
    rows = list(csv.reader(io.StringIO(shown.read_text(encoding="utf-8")), delimiter=";"))
    assert {it for row in rows for it in row} >= set(FORMULAS)  # as they are, and nothing computed

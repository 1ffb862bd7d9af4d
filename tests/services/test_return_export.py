"""An export goes back with the attendance added: every cell as it came, and read as it was."""

import csv
import io
from pathlib import Path

import pytest

from desk_app.domain.errors import DeskError
from desk_app.intake.original import original
from desk_app.intake.reading import read, read_bytes
from desk_app.services import checkin, return_export, roster, walk_ins
from desk_app.store.session import Session
from tests.services.days import MINUTE, NINE, bring, guest, museums, who

SAMPLES = sorted(
    file
    for file in (Path(__file__).parents[1] / "samples").iterdir()
    if file.name != "EXPECTED.json"
)


@pytest.mark.parametrize("kind", return_export.KINDS)
@pytest.mark.parametrize("file", SAMPLES, ids=lambda it: it.name)
def test_it_reads_back_as_it_was(session: Session, file: Path, kind: str) -> None:
    before, place = read(file), museums(session)
    bring(session, place, before)
    for person in roster.everybody(session, place)[:5]:
        checkin.enter(session, place, person.id, NINE)
    found = original(file)
    made = return_export.returned(session, place, found, "fr")
    after = read_bytes(return_export.drawn(made, found, kind), file.name)
    assert made.unknown == 0
    assert after.registrations == before.registrations
    assert after.platform == before.platform


def text_of(session: Session, file: Path, language: str = "en") -> list[list[str]]:
    place = museums(session)
    found = original(file)
    made = return_export.returned(session, place, found, language)
    written = return_export.drawn(made, found, "csv").decode(found.encoding)
    return list(csv.reader(io.StringIO(written), delimiter=found.separator))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_bytes(
        "Nom;Prénom;Email;Mot libre\r\nLefèvre;Zoé;zoe@example.org;=1+1\r\n"
        "Martin;Max;max@example.org;\r\n".encode("cp1252")
    )
    return path


def test_headings_order_separator_and_letters_stay(session: Session, file: Path) -> None:
    place = museums(session)
    bring(session, place, read(file))
    zoe = roster.find(session, place, "zoe")[0].person
    checkin.enter(session, place, zoe.id, NINE + 2 * MINUTE)
    assert text_of(session, file) == [
        ["Nom", "Prénom", "Email", "Mot libre", *return_export.HEADINGS],
        ["Lefèvre", "Zoé", "zoe@example.org", "=1+1", "Present", "3 December 2026, 09:02"],
        ["Martin", "Max", "max@example.org", "", "Absent", ""],
    ]


def test_walk_ins_follow_in_the_files_own_columns(session: Session, file: Path) -> None:
    place = museums(session)
    bring(session, place, read(file))
    ewa = guest("Ewa Żak", email="ewa@example.org")
    walk_ins.register(session, place, ewa, NINE, certain=True)
    found = original(file)
    made = return_export.returned(session, place, found, "en")
    content = return_export.drawn(made, found, "csv").decode("utf-8-sig")  # cp1252 has no Ż
    assert content.splitlines()[-1].startswith("Żak;Ewa;ewa@example.org;;Present;")
    assert {it.full_name for it in read_bytes(content.encode(), "x").registrations} >= {"Ewa Żak"}


def test_the_file_of_another_event_is_refused(session: Session, file: Path) -> None:
    place = museums(session)
    with pytest.raises(DeskError, match="Nobody in this file"):
        return_export.returned(session, place, original(file), "en")


def test_people_whom_the_desk_does_not_know_are_left_as_they_are(
    session: Session, file: Path
) -> None:
    place = museums(session)
    reading = read(file)
    bring(session, place, reading)
    file.write_bytes(file.read_bytes() + b"Bel;Ana;ana@example.org;\r\n")
    made = return_export.returned(session, place, original(file), "en")
    assert (made.unknown, list(made.rows[-1])) == (1, ["Bel", "Ana", "ana@example.org", ""])
    assert who(place, reading.registrations[0])

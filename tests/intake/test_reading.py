"""The public face, on the exports that platforms really write."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration
from desk_app.intake.reading import Reading, read, read_bytes
from desk_app.intake.scancode import candidates

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED = json.loads((SAMPLES / "EXPECTED.json").read_text(encoding="utf-8"))
FILES = sorted(name for name in EXPECTED if name != "_about")
COMPARED = (
    "external_id",
    "given_name",
    "family_name",
    "full_name",
    "email",
    "organisation",
    "job_title",
    "ticket_type",
    "status",
    "buyer_email",
)


def matching(reading: Reading, row: dict[str, Any]) -> Registration:
    """The one registration that has the row's id, name and address."""
    wanted = (row["external_id"] or "", row["full_name"], row["email"] or "")
    found = [r for r in reading.registrations if (r.external_id, r.full_name, r.email) == wanted]
    assert len(found) == 1, wanted
    return found[0]


@pytest.mark.parametrize("name", FILES)
def test_counts_are_those_of_the_platform(name: str) -> None:
    said, reading = EXPECTED[name], read(SAMPLES / name)
    counts = Counter(r.status.value for r in reading.registrations)
    let_in = counts["confirmed"] + counts["checked_in"]
    assert (len(reading.registrations), let_in) == (said["records"], said["attendees_expected"])
    for state in ("checked_in", "pending", "waiting_list", "cancelled"):
        assert counts[state] == said[state], state


@pytest.mark.parametrize("name", FILES)
def test_records_are_read_field_by_field(name: str) -> None:
    reading = read(SAMPLES / name)
    for row in EXPECTED[name]["rows"]:
        registration = matching(reading, row)
        wanted = {field: row[field] or "" for field in COMPARED if field in row}
        assert {field: getattr(registration, field) for field in wanted} == wanted


@pytest.mark.parametrize("name", FILES)
def test_a_scanned_ticket_finds_its_record(name: str) -> None:
    reading = read(SAMPLES / name)
    for row in EXPECTED[name]["rows"]:
        if payload := row.get("scan_code"):
            registration = matching(reading, row)
            assert {registration.scan_code, *registration.codes} & set(candidates(payload))


@pytest.mark.parametrize("name", [name for name in FILES if "resync" in EXPECTED[name]])
def test_a_later_export_differs_as_the_platform_says(name: str) -> None:
    said = EXPECTED[name]["resync"]
    before = {r.external_id: r for r in read(SAMPLES / said["base_file"]).registrations}
    after = {r.external_id: r for r in read(SAMPLES / name).registrations}
    assert after.keys() - before.keys() == set(said["added"])
    assert before.keys() - after.keys() == set(said["removed"])
    for change in said["changed"]:
        one, other = before[change["external_id"]], after[change["external_id"]]
        assert getattr(one, change["field"]) == change["from"]
        assert getattr(other, change["field"]) == change["to"]


def test_a_reading_knows_its_file() -> None:
    reading = read_bytes(b"Name,Email\nAnn Lee,ann@example.org\n", "list.csv")
    assert (reading.file, len(reading.digest), reading.platform) == ("list.csv", 64, "")
    assert reading.columns == (("full_name", "Name"), ("email", "Email"))
    assert reading.rows == (2,)


def test_the_name_of_a_file_says_nothing_of_its_form() -> None:
    workbook = (SAMPLES / "helloasso_billetterie.xlsx").read_bytes()
    assert read_bytes(workbook, "liste.csv").platform == "HelloAsso"


def test_a_check_in_list_without_someone_means_cancelled() -> None:
    assert read(SAMPLES / "pretix_checkinlist_en.csv").missing_means == "cancelled"
    assert read(SAMPLES / "pretix_positions_fr.csv").missing_means == "ask"


def test_progress_ends_with_everything() -> None:
    steps: list[tuple[int, int]] = []
    read(SAMPLES / "google_forms_fr.csv", progress=lambda done, total: steps.append((done, total)))
    assert steps[-1][0] == steps[-1][1] > 0


def test_a_cancelled_import_stops() -> None:
    with pytest.raises(DeskError, match="cancelled"):
        read(SAMPLES / "google_forms_fr.csv", cancelled=lambda: True)


def test_a_missing_file_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"gone\.csv"):
        read(tmp_path / "gone.csv")

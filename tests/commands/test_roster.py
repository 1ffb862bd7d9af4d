"""People at the command line: brought in, listed, found."""

import os
import sys
from pathlib import Path

import pytest

from desk_app import sample
from tests.commands.terminal import EXPORT, Terminal, with_three

PLAN = ["platform", "columns", "records", "new", "changed", "cancelled", "missing", "unchanged"]
PLAN += ["refused", "warnings"]
PERSON = (
    "id external_id scan_code given_name family_name full_name email organisation job_title"
    " ticket_type status arrived_at"
).split()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "export.csv"
    file.write_text(EXPORT, encoding="utf-8")
    return file


def names(people: list[dict[str, str]]) -> list[str]:
    return [person["full_name"] for person in people]


def test_an_import_answers_what_it_did(empty: Terminal, export: Path) -> None:
    plan = empty.ask("roster", "import", export, "--yes")
    assert list(plan)[: len(PLAN)] == PLAN
    assert (plan["records"], plan["new"], plan["unchanged"]) == (3, 3, 0)
    assert plan["columns"]["given_name"] == "Prénom"
    assert plan["refused"] == []


def test_the_same_export_again_changes_nothing(folder: Path) -> None:
    desk = with_three(folder)
    before = desk.ask("roster", "list")
    plan = desk.ask("roster", "import", folder / "export.csv", "--yes")
    assert (plan["new"], plan["changed"], plan["unchanged"]) == (0, 0, 3)
    assert desk.ask("roster", "list") == before


def test_a_newer_export_tells_what_it_changes(folder: Path) -> None:
    desk = with_three(folder)
    newer = folder / "newer.csv"
    newer.write_text(EXPORT.replace("max@example.org", "mm@example.org"), encoding="utf-8")
    [change] = desk.ask("roster", "import", newer, "--yes")["changes"]
    assert (change["full_name"], change["external_id"]) == ("Max Martin", "QR-MAX")
    assert change["fields"] == [
        {"field": "email", "old": "max@example.org", "new": "mm@example.org"}
    ]


def test_a_row_without_a_name_is_told_with_its_number(empty: Terminal, export: Path) -> None:
    export.write_text(EXPORT + ";;;QR-NONE;Validé\n", encoding="utf-8")
    plan = empty.ask("roster", "import", export, "--dry-run")
    [refused] = plan["refused"]
    assert refused["row"] == 5
    assert refused["reason"].endswith(".")


def test_a_dry_run_changes_nothing(empty: Terminal, export: Path) -> None:
    assert empty.ask("roster", "import", export, "--dry-run")["new"] == 3
    assert empty.ask("event", "list") == []


def test_without_a_yes_and_nobody_to_ask_nothing_is_imported(empty: Terminal, export: Path) -> None:
    answer = empty.type("roster", "import", export, "--json")
    assert (answer.code, answer.json["new"]) == (2, 3)
    assert answer.err == "Nothing was imported. Add --yes to import without asking.\n"
    assert empty.ask("event", "list") == []


def test_without_an_event_the_file_names_one(empty: Terminal, export: Path) -> None:
    empty.ask("roster", "import", export, "--yes")
    [event] = empty.ask("event", "list")
    assert (event["title"], event["registered"]) == ("export", 3)


def test_an_export_goes_to_the_event_that_is_named(empty: Terminal, export: Path) -> None:
    empty.ask("event", "import", sample.page())
    assert empty.ask("roster", "import", export, "--yes", "--event", "tiers-lieux")["new"] == 3
    assert len(empty.ask("roster", "list", "--event", "tiers-lieux")) == 3


def test_a_person_reads_the_numbers_and_the_columns(empty: Terminal, export: Path) -> None:
    said = empty.type("roster", "import", export, "--yes").out
    assert "3 people: 3 new, 0 changed, 0 cancelled, 0 missing, 0 unchanged" in said
    assert "  given_name = Prénom" in said


SIX = "Prénom;Nom;Email;Code-barres;Statut\n" + "".join(
    f"{name};Martin;{name}@example.org;QR-{name};Validé\n" for name in "ABCDEF"
)


def test_a_suspicious_file_is_refused_with_the_reason_unless_told_otherwise(
    empty: Terminal, export: Path
) -> None:
    export.write_text(SIX, encoding="utf-8")
    empty.ask("roster", "import", export, "--yes")
    export.write_text("\n".join(SIX.splitlines()[:3]) + "\n", encoding="utf-8")
    answer = empty.type("roster", "import", export, "--yes", "--missing", "cancel", "--json")
    assert (answer.code, answer.json["suspicious"]) == (2, True)
    assert answer.err.startswith("Nothing was imported. 4 of the 6 people on this desk’s list")
    assert answer.err.endswith("add --anyway.\n")
    assert len(empty.ask("roster", "imports")) == 1
    empty.ask("roster", "import", export, "--yes", "--missing", "cancel", "--anyway")
    assert empty.ask("roster", "imports")[0]["cancelled"] == 4


def test_a_file_that_ends_in_the_middle_of_a_row_is_not_imported_unseen(
    empty: Terminal, export: Path
) -> None:
    export.write_text(SIX[: SIX.index(";QR-F")], encoding="utf-8")
    answer = empty.type("roster", "import", export, "--yes")
    assert answer.code == 2
    assert "The file ends in the middle of a row." in answer.err
    assert empty.ask("event", "list") == []


def test_a_folder_is_called_one(empty: Terminal, tmp_path: Path) -> None:
    answer = empty.type("roster", "import", tmp_path, "--yes")
    assert answer.err == f"{tmp_path.name} is a folder. Choose the export in it, a single file.\n"


@pytest.mark.parametrize("name", ["gone.csv", "."])
def test_what_is_no_export_is_refused(empty: Terminal, tmp_path: Path, name: str) -> None:
    answer = empty.type("roster", "import", tmp_path / name, "--yes")
    assert answer.is_one_sentence
    assert empty.ask("event", "list") == []


def test_everybody_is_listed_by_family_name(folder: Path) -> None:
    people = with_three(folder).ask("roster", "list")
    assert names(people) == ["Carl Caron", "Zoé Lefèvre", "Max Martin"]
    assert list(people[0])[: len(PERSON)] == PERSON
    assert (people[0]["status"], people[1]["status"]) == ("cancelled", "confirmed")
    assert (people[1]["organisation"], people[1]["arrived_at"]) == (None, None)


def test_whoever_came_is_listed_as_checked_in_with_the_time(folder: Path) -> None:
    desk = with_three(folder)
    at = desk.ask("check-in", "QR-ZOE")["at"]
    zoe = desk.ask("roster", "list")[1]
    assert (zoe["status"], zoe["arrived_at"]) == ("checked_in", at)


@pytest.mark.parametrize("text", ["zoe", "LEFEVRE zoé", "lefevr", "zoe@example.org", "QR-ZOE"])
def test_people_are_found_by_whatever_is_known(folder: Path, text: str) -> None:
    assert names(with_three(folder).ask("roster", "find", text))[0] == "Zoé Lefèvre"


def test_a_limit_keeps_the_best(folder: Path) -> None:
    desk = with_three(folder)
    assert len(desk.ask("roster", "find", "example.org")) == 3
    assert len(desk.ask("roster", "find", "example.org", "--limit", "1")) == 1


def test_nobody_found_is_an_empty_answer(folder: Path) -> None:
    desk = with_three(folder)
    assert desk.ask("roster", "find", "Xyzzy") == []
    assert desk.type("roster", "find", "Xyzzy").code == 0


@pytest.mark.parametrize("limit", ["0", "501", "many"])
def test_a_limit_out_of_bounds_is_refused(folder: Path, limit: str) -> None:
    assert with_three(folder).type("roster", "find", "zoe", "--limit", limit).code == 2


def test_without_an_event_there_is_nobody_to_list(empty: Terminal) -> None:
    answer = empty.type("roster", "list")
    assert answer.is_one_sentence
    assert answer.err == "There is no event on this desk yet. Import an event first.\n"


def test_every_import_is_listed_and_can_be_taken_back(folder: Path) -> None:
    desk = with_three(folder)
    (past,) = desk.ask("roster", "imports")
    assert (past["file"], past["new"], past["taken_back"]) == ("export.csv", 3, False)
    assert len(past["sha256"]) == 64
    desk.ask("roster", "undo-import", past["id"])
    assert desk.ask("roster", "list") == []
    assert desk.ask("roster", "imports")[0]["taken_back"]
    again = desk.type("roster", "undo-import", past["id"])
    assert again.is_one_sentence
    assert (again.code, again.err) == (2, "This import was taken back already.\n")


@pytest.mark.parametrize("wrong", ["nonsense", "desk-17", "-", "desk-x", f"x-{9:0<23}"])
def test_an_import_that_never_was_is_refused(folder: Path, wrong: str) -> None:
    desk = with_three(folder)
    assert "not in the ledger" in desk.type("roster", "undo-import", wrong).err


def test_a_column_named_by_hand_is_remembered(empty: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("Alpha;Beta\nAda Lovelace;17\nMax Martin;18\n", encoding="utf-8")
    assert empty.type("roster", "import", file, "--yes").is_one_sentence
    empty.ask("roster", "import", file, "--column", "1=full_name", "--yes")
    assert names(empty.ask("roster", "list")) == ["Ada Lovelace", "Max Martin"]
    assert empty.ask("roster", "import", file, "--dry-run")["unchanged"] == 2


def test_a_column_is_remembered_only_once_the_import_was_agreed_to(
    empty: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("Alpha;Beta\nAda Lovelace;17\nMax Martin;18\n", encoding="utf-8")
    assert empty.type("roster", "import", file, "--column", "1=full_name").code == 2
    assert empty.type("roster", "import", file, "--yes").is_one_sentence


def test_columns_named_by_hand_add_up(empty: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("Alpha;Beta\nAda Lovelace;Engines\n", encoding="utf-8")
    for column in ("1=full_name", "2=organisation"):
        empty.ask("roster", "import", file, "--column", column, "--yes")
    (ada,) = empty.ask("roster", "list")
    assert (ada["full_name"], ada["organisation"]) == ("Ada Lovelace", "Engines")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is always text")
def test_a_file_name_that_is_no_text_is_no_trouble(empty: Terminal, export: Path) -> None:
    odd = export.rename(export.with_name(os.fsdecode(b"bad\xff.csv")))
    assert empty.ask("roster", "import", odd, "--yes")["new"] == 3
    assert empty.ask("roster", "imports")[0]["file"] == "bad?.csv"


def test_a_file_without_a_name_is_told_by_its_place(empty: Terminal) -> None:
    assert "The file  cannot" not in empty.type("roster", "import", Path(), "--yes").err


@pytest.mark.parametrize("column", ["email", "²=email", f"{1:0<5000}=email"])
def test_a_column_that_is_no_number_is_refused(empty: Terminal, export: Path, column: str) -> None:
    said = empty.type("roster", "import", export, "--column", column, "--yes")
    assert said.is_one_sentence
    assert "3=email" in said.err


def test_missing_people_are_cancelled_where_somebody_says_so(folder: Path) -> None:
    desk = with_three(folder)
    lines = (folder / "export.csv").read_text(encoding="utf-8").splitlines()
    (folder / "newer.csv").write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    desk.ask("roster", "import", folder / "newer.csv", "--missing", "cancel", "--yes")
    statuses = [it["status"] for it in desk.ask("roster", "list")]
    assert statuses.count("cancelled") == 1

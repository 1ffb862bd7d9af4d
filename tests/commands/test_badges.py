"""Badges at the command line: whose, in which order, whole files or none."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from tests.badges.people import text
from tests.commands.terminal import Terminal, with_three


@pytest.fixture
def desk(folder: Path) -> Terminal:
    return with_three(folder)


def test_badges_of_all_who_may_come_in(desk: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "new" / "badges.pdf"
    made = desk.ask("badges", file)
    assert made == {"file": str(file), "badges": 2, "pages": 2, "remarks": []}
    with PdfDocument(file) as pdf:
        assert len(pdf) == 2
    assert [it["badge_copies"] for it in desk.ask("roster", "list")] == [0, 1, 1]


def test_badges_of_those_without_one(desk: Terminal, tmp_path: Path) -> None:
    desk.ask("badges", tmp_path / "one.pdf", "--code", "QR-ZOE")
    assert desk.ask("badges", tmp_path / "rest.pdf", "--only", "missing")["badges"] == 1
    answer = desk.type("badges", tmp_path / "none.pdf", "--only", "missing")
    assert answer.is_one_sentence
    assert not (tmp_path / "none.pdf").exists()


def test_badges_of_those_who_are_here(desk: Terminal, tmp_path: Path) -> None:
    desk.ask("check-in", "QR-MAX")
    assert desk.ask("badges", tmp_path / "here.pdf", "--only", "arrived")["badges"] == 1


def test_badges_of_certain_codes(desk: Terminal, tmp_path: Path) -> None:
    codes = ("--code", "QR-MAX", "--code", "QR-ZOE")
    assert desk.ask("badges", tmp_path / "two.pdf", *codes)["badges"] == 2


def test_a_sheet_begun_is_gone_on_with(desk: Terminal, tmp_path: Path) -> None:
    sheet = ("--stock", "avery-l4785", "--first-label", "10", "--layout", "name-only")
    assert desk.ask("badges", tmp_path / "sheet.pdf", *sheet)["pages"] == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ("--first-label", "0"),
        ("--first-label", "2"),
        ("--first-label", "11", "--stock", "avery-l4785"),
        ("--stock", "papyrus"),
        ("--layout", "baroque"),
        ("--code", "QR-NOBODY"),
        ("--category", "Nobody's"),
    ],
)
def test_a_choice_that_is_not_there_leaves_no_file_and_no_note(
    desk: Terminal, tmp_path: Path, wrong: tuple[str, ...]
) -> None:
    answer = desk.type("badges", tmp_path / "badges.pdf", *wrong)
    assert answer.is_one_sentence
    assert not list(tmp_path.glob("badges*"))
    assert {it["badge_copies"] for it in desk.ask("roster", "list")} == {0}


def test_badges_in_the_order_of_handing_out_with_a_label_before_each_initial(
    desk: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "piles.pdf"
    made = desk.ask("badges", file, "--separators", "--layout", "name-only")
    assert (made["badges"], made["pages"]) == (2, 4)
    said = [text(file.read_bytes(), page).split()[0] for page in range(4)]
    assert said == ["L", "Zoé", "M", "Max"]
    assert [it["badge_copies"] for it in desk.ask("roster", "list")] == [0, 1, 1]


def test_badges_of_those_whose_words_changed_since(desk: Terminal, tmp_path: Path) -> None:
    desk.ask("badges", tmp_path / "all.pdf")
    assert desk.type("badges", tmp_path / "none.pdf", "--only", "changed").is_one_sentence
    export = desk.data / "export.csv"
    export.write_text(export.read_text("utf-8").replace("Max;", "Maxime;"), "utf-8")
    desk.ask("roster", "import", export, "--yes")
    assert desk.ask("badges", tmp_path / "new.pdf", "--only", "changed")["badges"] == 1


def test_a_file_that_cannot_be_finished_leaves_the_older_one(
    desk: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "badges.pdf"
    file.write_bytes(b"older")
    assert desk.type("badges", file, "--first-label", "2").is_one_sentence
    assert [it.name for it in tmp_path.iterdir() if it.is_file()] == ["badges.pdf"]
    assert file.read_bytes() == b"older"

"""Documents at the command line."""

from pathlib import Path

import pytest

from desk_app.commands.paper import KINDS, LETTERS, ORDERS
from desk_app.services import letters, paperwork
from desk_app.services.paperwork import PAPERS
from tests.commands.terminal import Terminal, with_three


@pytest.fixture
def desk(folder: Path) -> Terminal:
    return with_three(folder)


def test_the_command_knows_every_document() -> None:
    assert tuple(PAPERS) == KINDS
    assert tuple(paperwork.ORDERS) == ORDERS
    assert letters.KINDS == LETTERS


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_written(desk: Terminal, tmp_path: Path, kind: str) -> None:
    desk.ask("check-in", "QR-ZOE")
    file = tmp_path / "made.pdf"
    assert desk.ask("document", kind, file) == {"kind": kind, "files": [str(file)]}
    assert file.read_bytes().startswith(b"%PDF")


def test_letters_can_be_had_one_file_for_each(desk: Terminal, tmp_path: Path) -> None:
    desk.ask("check-in", "QR-ZOE")
    made = desk.ask("document", "attestation", tmp_path / "all", "--each")
    assert [Path(it).name for it in made["files"]] == ["0001-Zoé-Lefèvre.pdf"]


def test_a_letter_of_one_person(desk: Terminal, tmp_path: Path) -> None:
    desk.ask("check-in", "QR-ZOE")
    answer = desk.type("document", "attestation", tmp_path / "a.pdf", "--code", "QR-MAX")
    assert answer.is_one_sentence
    assert not list(tmp_path.glob("a.pdf"))


def test_another_ending_is_refused(desk: Terminal, tmp_path: Path) -> None:
    assert desk.type("document", "summary", tmp_path / "a.doc").is_one_sentence


def test_what_the_letterhead_says_stays(desk: Terminal) -> None:
    desk.ask("letterhead", "--institution", "Ocim", "--address", "1 rue; Dijon")
    kept = desk.ask("letterhead", "--city", "Dijon", "--morning", "09:00-12:00")
    assert (kept["institution"], kept["address"], kept["city"]) == ("Ocim", "1 rue; Dijon", "Dijon")


def test_the_text_of_letters_is_written_and_comes_back(desk: Terminal, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Merci {name}\n\nÀ bientôt\n", encoding="utf-8")
    kept = desk.ask("letter-text", "attestation", "--paragraphs", tmp_path / "text.txt")
    assert (kept["language"], kept["paragraphs"]) == ("fr", ["Merci {name}", "À bientôt"])
    assert desk.ask("letter-text", "attestation") == kept
    assert "Merci" not in desk.type("letter-text", "attestation", "--original").out


def test_a_text_that_names_what_there_is_not_is_refused(desk: Terminal, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("{nome}\n", encoding="utf-8")
    wrong = desk.type("letter-text", "certificate", "--paragraphs", tmp_path / "text.txt")
    assert wrong.is_one_sentence
    assert "“nome”" in wrong.err

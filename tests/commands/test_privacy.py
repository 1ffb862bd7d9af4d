"""Data protection at the command line."""

import json
from pathlib import Path

import pytest

from tests.commands.terminal import Terminal, with_three


def everything(folder: Path) -> bytes:
    return b"".join(it.read_bytes() for it in folder.glob("desk.db*"))


def test_anonymising_wants_a_word_that_it_is_meant(folder: Path) -> None:
    desk = with_three(folder)
    assert desk.type("event", "anonymise", "Musées").is_one_sentence
    assert "Lefèvre".encode() in everything(folder)


def test_an_anonymised_event_keeps_its_figures_and_no_name(folder: Path) -> None:
    desk = with_three(folder)
    desk.ask("check-in", "QR-ZOE")
    [before] = desk.ask("event", "list")
    assert desk.ask("event", "anonymise", "Musées", "--yes")["clean"]
    assert desk.ask("event", "list") == [before]
    assert {it["full_name"] for it in desk.ask("roster", "list")} == {"–"}
    assert "Lefèvre".encode() not in everything(folder)
    assert desk.ask("verify")["clean"]
    assert desk.type("check-in", "QR-ZOE").code == 2
    assert desk.type("roster", "import", folder / "export.csv", "--yes").is_one_sentence


def test_one_person_is_told_all_that_is_kept(folder: Path, tmp_path: Path) -> None:
    desk = with_three(folder)
    desk.ask("check-in", "QR-ZOE")
    desk.ask("enter-late", "QR-ZOE", "--at", "2024-07-02 14:00", "--author", "A", "--reason", "B")
    assert desk.ask("person", "export", "QR-ZOE", tmp_path / "zoe.json")["facts"] == 3
    told = json.loads((tmp_path / "zoe.json").read_text(encoding="utf-8"))
    assert told["known"]["email"] == "zoe@example.org"
    assert [it["what"].partition(",")[0] for it in told["history"]] == [
        "Registered by the export export.csv",
        "Came in at 3 July 2024",
        "Came in at 3 July 2024",
    ]
    assert told["history"][2]["what"].endswith("entered after the fact by A; reason: B")


def test_one_person_is_erased_and_does_not_come_back(folder: Path) -> None:
    desk = with_three(folder)
    assert desk.ask("person", "erase", "QR-ZOE", "--yes")["clean"]
    desk.ask("roster", "import", folder / "export.csv", "--yes")
    names = sorted(it["full_name"] for it in desk.ask("roster", "list"))
    assert names == ["Carl Caron", "Max Martin", "–"]
    assert desk.ask("verify")["clean"]


def test_until_when_names_are_kept_can_be_said_and_taken_back(folder: Path) -> None:
    desk = with_three(folder)
    said = desk.ask("event", "keep-until", "Musées", "2027-12-31")
    assert said["keep_until"] == "2027-12-31"
    assert desk.ask("event", "keep-until", "Musées", "-")["keep_until"] is None
    assert desk.type("event", "keep-until", "Musées", "soon").is_one_sentence


@pytest.mark.parametrize("purge", [False, True])
def test_sensitive_answers_are_counted_and_purged(folder: Path, purge: bool) -> None:
    desk = with_three(folder)
    file = folder / "more.csv"
    file.write_text(
        "Prénom;Nom;Email;Régime alimentaire\nZoé;Roy;roy@example.org;végane\n"
        "Ana;Bel;ana@example.org;végane\n",
        encoding="utf-8",
    )
    desk.ask("roster", "import", file, "--yes")
    options = ["--purge", "--yes"] if purge else []
    (asked,) = desk.ask("event", "sensitive", "Musées", *options)["questions"]
    assert asked == {"question": "Régime alimentaire", "answers": {"végane": 2}}
    assert len(desk.ask("event", "sensitive", "Musées")["questions"]) == (0 if purge else 1)


def test_a_file_of_another_kind_is_refused(folder: Path, tmp_path: Path) -> None:
    desk: Terminal = with_three(folder)
    assert desk.type("person", "export", "QR-ZOE", tmp_path / "desk.db").is_one_sentence

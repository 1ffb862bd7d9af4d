"""The ledger as a file, at the command line."""

import shutil
from pathlib import Path

from tests.commands.terminal import Terminal, with_three


def test_an_event_packed_into_a_file_opens_on_another_desk(
    folder: Path, new_file: Path, tmp_path: Path
) -> None:
    desk, file = with_three(folder), tmp_path / "day.jsonl"
    desk.ask("check-in", "QR-ZOE")
    written = desk.ask("ledger", "export", file)["facts"]
    (tmp_path / "other").mkdir()
    shutil.copy(new_file, tmp_path / "other" / "desk.db")
    other = Terminal(tmp_path / "other")
    assert other.ask("ledger", "import", file)["new"] == written
    assert other.ask("ledger", "import", file)["new"] == 0
    assert other.ask("verify")["clean"]
    assert other.ask("roster", "list") == desk.ask("roster", "list")
    assert other.type("check-in", "QR-ZOE").code == 1


def test_another_ending_is_refused(folder: Path, tmp_path: Path) -> None:
    answer = with_three(folder).type("ledger", "export", tmp_path / "day.db")
    assert answer.is_one_sentence
    assert not list(tmp_path.glob("day.db"))


def test_a_file_of_something_else_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("Nom;Email")
    assert with_three(folder).type("ledger", "import", tmp_path / "x.jsonl").is_one_sentence

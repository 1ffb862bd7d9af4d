"""The command line as a whole: where the data are, how errors end, which language is spoken."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app import sample, words
from tests.commands.terminal import run

ROOT = Path(__file__).parents[1]
COMMANDS = "demo event roster check-in undo badges attendance shots verify".split()


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    yield
    words.use("en")


def program(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The program as a person starts it, in a process of its own."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=env, stdin=subprocess.DEVNULL
    )


def test_help_names_every_command_of_the_readme() -> None:
    answer = run("--help")
    assert answer.code == 0
    assert [it for it in COMMANDS if f"  {it} " in answer.out] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    answer = run(command, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert command in ("event", "roster") or "--data" in answer.out
    assert command in ("event", "roster") or "--json" in answer.out


def test_the_folder_may_be_said_before_the_command_or_after(folder: Path) -> None:
    run("--data", folder, "event", "import", sample.page())
    before = run("--data", folder, "event", "list", "--json")
    after = run("event", "list", "--json", "--data", folder)
    assert len(before.json) == 1
    assert before == after


def test_the_folder_after_the_command_is_the_one_meant(folder: Path, tmp_path: Path) -> None:
    run("event", "import", sample.page(), "--data", folder)
    answer = run("--data", tmp_path / "other", "event", "list", "--json", "--data", folder)
    assert len(answer.json) == 1
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    "wrong", [("dance",), ("roster", "dance"), ("check-in",), ("undo", "--loud"), ("badges", "/")]
)
def test_a_command_that_is_wrong_ends_with_2_and_a_sentence(wrong: tuple[str, ...]) -> None:
    answer = run(*wrong)
    assert answer.is_one_sentence


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    answer = run("event", "list", "--data", tmp_path / "taken" / "desk")
    assert answer.is_one_sentence
    assert "taken" in answer.err


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_text("a shopping list, not a database" * 100)
    answer = run("event", "list", "--data", tmp_path)
    assert answer.code == 2
    assert "Traceback" not in answer.err
    assert "desk.db" in answer.err


def test_the_terminal_s_language_is_spoken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    answer = run("undo", "--data", folder)
    assert answer.code == 2
    assert answer.err.startswith("Il n’y a pas encore d’événement")


def test_the_program_answers_json_in_utf_8(folder: Path) -> None:
    taken = program("event", "import", sample.page(), "--json", "--data", folder)
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "coopérer et faire commun" in json.loads(taken.stdout)[0]["title"]


def test_the_program_ends_an_error_with_one_sentence(folder: Path) -> None:
    ended = program("undo", "--data", folder)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "There is no event on this desk yet. Import an event first.\n"

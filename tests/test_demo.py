"""Where there is no screen, the demo plays the whole day by itself and leaves what it made."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from tests.programs import program

STEPS = "event import roster search welcome queue refused again undo badges attendance".split()
Played = tuple[Path, subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The folder where the demo was started without a screen, and how it ended."""
    folder = tmp_path_factory.mktemp("demo")
    return folder, program(["demo", "--json"], folder)


def steps(played: Played) -> Sequence[Any]:
    return json.loads(played[1].stdout)["steps"]  # type: ignore[no-any-return]


def test_without_a_screen_the_tour_is_played_and_its_folder_named(played: Played) -> None:
    folder, ended = played
    assert ended.returncode == 0
    assert Path(json.loads(ended.stdout)["folder"]) == folder / "desk-tour"
    assert "There is no screen here, so the desk plays the day by itself." in ended.stderr


def test_nothing_else_is_complained_about(played: Played) -> None:
    assert len(played[1].stderr.splitlines()) == 1


def test_every_step_of_the_day_has_its_time_and_its_picture(played: Played) -> None:
    pictures = [step["files"][0] for step in steps(played)]
    assert pictures == [f"{n:02d}-{name}.png" for n, name in enumerate(STEPS, 1)]
    assert all(step["ms"] >= 0 and step["step"] for step in steps(played))


def test_every_file_that_is_told_is_there(played: Played) -> None:
    tour = played[0] / "desk-tour"
    told = {name for step in steps(played) for name in step["files"]}
    assert {file.name for file in tour.iterdir()} == told
    assert all((tour / name).stat().st_size > 100 for name in told)


def test_the_badges_are_those_of_all_who_may_come(played: Played) -> None:
    with PdfDocument(played[0] / "desk-tour" / "badges-a6.pdf") as pdf:
        assert len(pdf) == 60


def test_the_list_holds_who_came(played: Played) -> None:
    text = (played[0] / "desk-tour" / "attendance.csv").read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) > 60


def test_the_tour_leaves_its_own_data_nowhere(played: Played) -> None:
    assert [it.name for it in played[0].iterdir()] == ["desk-tour"]

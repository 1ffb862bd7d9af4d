"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from desk_app import whole_file
from desk_app.domain.errors import DeskError


def test_what_is_written_stands_there_alone(tmp_path: Path) -> None:
    target = tmp_path / "new" / "list.csv"
    assert whole_file.write(target, b"one", folders=True) == target
    assert (target.read_bytes(), list(target.parent.iterdir())) == (b"one", [target])


def test_an_older_file_stays_where_the_new_one_fails(tmp_path: Path) -> None:
    target = whole_file.write(tmp_path / "list.csv", b"old")
    with pytest.raises(ZeroDivisionError):
        half(target)
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"old", [target])


@pytest.mark.parametrize("name", ["folder", "x" * 300])
def test_a_place_that_cannot_be_is_named_in_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(DeskError, match="cannot be written"):
        whole_file.draw(tmp_path / name, lambda: b"new")
    assert [it.name for it in tmp_path.iterdir()] == ["folder"]


def half(target: Path) -> None:
    with whole_file.opened(target) as file:
        file.write(b"half of the n")
        raise ZeroDivisionError

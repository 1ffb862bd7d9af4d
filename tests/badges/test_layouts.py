"""Badge layouts."""

from pathlib import Path

import pytest

from desk_app.badges.layouts import layout, layouts, read_layout
from desk_app.domain.errors import DeskError


def test_the_classic_layout_is_the_default() -> None:
    assert layout() in layouts()
    assert layout().id == "classic"


def test_an_unknown_layout_is_answered_with_the_known_ones() -> None:
    with pytest.raises(DeskError, match="classic"):
        layout("baroque")


@pytest.mark.parametrize("content", ["title = ", 'title = "X"', 'colour = "red"'])
def test_an_unusable_layout_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "own.toml").write_text(content)
    with pytest.raises(DeskError, match=r"own\.toml"):
        read_layout(tmp_path / "own.toml")

"""Designs: what a layout of boxes may say, and its file."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desk_app.badges.designs import (
    PROPERTIES,
    Box,
    Design,
    checked,
    faults,
    overlap,
    scaled,
    written,
)
from desk_app.badges.layouts import layout, layouts, read_layout
from desk_app.badges.texts import TEXTS
from desk_app.domain.errors import DeskError

NAME = Box("given", 4, 4, 60, 20, largest=30, bold=True)
CODE = Box("code", 65, 30, 20, 20)


def design(*boxes: Box, **fields: Any) -> Design:
    usual = Design("mine", "Mine", 86, 55, boxes or (NAME, CODE))
    return replace(usual, **fields)


def test_a_design_is_read_as_it_was_written(tmp_path: Path) -> None:
    told = Box(
        "words", 0, 0, 20, 5, words='“A” \\ "B"\n', when="category", rule="equal", value="VIP"
    )
    made = design(NAME, CODE, told)
    (tmp_path / "mine.toml").write_text(written(made), encoding="utf-8")
    assert read_layout(tmp_path / "mine.toml") == made


def test_what_is_as_usual_is_not_written() -> None:
    assert set(tomllib.loads(written(design(CODE)))["box"][0]) == {"shows", "x", "y", "w", "h"}


@pytest.mark.parametrize(
    ("box", "said"),
    [
        (replace(NAME, shows="shoe_size"), "no badge has"),
        (replace(NAME, when="shoe_size"), "no badge has"),
        (replace(NAME, align="askew"), "rule that does not exist"),
        (replace(NAME, rule="perhaps"), "rule that does not exist"),
        (replace(NAME, w=1.5), "smaller than 2 mm"),
        (replace(NAME, x=40), "beyond the label"),
        (replace(NAME, y=-1), "beyond the label"),
        (replace(CODE, w=9), "too small for a code"),
        (replace(NAME, h=34, w=80), "lies on the code"),
        (replace(NAME, largest=10, least=12), "between 4 and 300 points"),
        (replace(NAME, lines=0), "between 4 and 300 points"),
        (replace(NAME, colour="red"), "#1f4e79"),
        (replace(NAME, ground="blue"), "#1f4e79"),
        (replace(NAME, shows="words"), "write them"),
    ],
)
def test_what_cannot_be_printed_is_said_with_its_box(box: Box, said: str) -> None:
    made = design(replace(CODE, x=65, y=34), box)
    with pytest.raises(DeskError, match=said):
        checked(made)
    assert [it.box for it in faults(made)] == [1]


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"title": " "}, "name"), ({"width": 9.0}, "15 and 1000"), ({"boxes": ()}, "add a box")],
)
def test_what_is_wrong_with_the_whole_is_said_of_no_box(fields: dict[str, Any], said: str) -> None:
    found = next(faults(design(**fields)))
    assert said in found.sentence.text
    assert found.box is None


def test_a_plain_area_may_lie_behind_the_code() -> None:
    assert not list(faults(design(Box("area", 0, 0, 86, 55, ground="#e3e6eb"), NAME, CODE)))


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    assert not overlap(Box("given", 0, 0, 10, 10), Box("family", 10, 0, 10, 10))


@pytest.mark.parametrize(
    "wrong", ["w = 'wide'", "bold = 1", "lines = 1.5", "shoe = 43", "x = true", "title = 3"]
)
def test_a_file_with_a_wrong_word_or_figure_is_named(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "mine.toml").write_text(written(design(NAME)) + wrong + "\n")
    with pytest.raises(DeskError, match=r"mine\.toml"):
        read_layout(tmp_path / "mine.toml")


@pytest.mark.parametrize("missing", ["width", "[label]", "x ="])
def test_a_file_that_lacks_something_is_named(tmp_path: Path, missing: str) -> None:
    lines = [it for it in written(design(NAME)).splitlines() if not it.startswith(missing)]
    (tmp_path / "mine.toml").write_text("\n".join(lines))
    with pytest.raises(DeskError, match=r"mine\.toml"):
        read_layout(tmp_path / "mine.toml")


def test_a_fault_of_a_file_is_told_in_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(written(design(replace(NAME, x=80))))
    with pytest.raises(DeskError, match=r"mine\.toml") as caught:
        read_layout(tmp_path / "mine.toml")
    assert "beyond the label" in str(dict(caught.value.sentence.facts)["reason"])


@pytest.mark.parametrize(("width", "height"), [(43, 27.5), (172, 110), (20, 300)])
def test_a_design_is_stretched_to_another_label(width: float, height: float) -> None:
    made = scaled(design(NAME), width, height)
    assert made.boxes[0].w == pytest.approx(60 * width / 86, abs=0.01)
    assert list(faults(made)) == []


def test_every_text_of_a_badge_can_be_shown_and_asked_for() -> None:
    choices = {it.name: it.choices for it in PROPERTIES}
    assert set(TEXTS) <= set(choices["shows"])
    assert set(choices["when"]) == {"", *TEXTS}


def test_the_layouts_that_ship_are_of_both_kinds() -> None:
    kinds = {type(it).__name__ for it in layouts()}
    assert kinds == {"Layout", "Design"}
    assert isinstance(layout("centred"), Design)

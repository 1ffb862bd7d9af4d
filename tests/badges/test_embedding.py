"""Faces inside a PDF."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app import paths
from desk_app.badges import shaping
from desk_app.badges.embedding import DrawnFace, SubsetFace, embedded
from desk_app.badges.fonts import Face, opened
from desk_app.badges.paper import Paper, Words
from desk_app.badges.shaping import Line
from tests.badges.people import Picture, text


def face(*, outlined: bool) -> Face:
    file: Path = paths.resources() / "fonts" / "NotoSans-Bold.ttf"
    found = opened(file, "Test", outlined=outlined)
    assert found
    return found


def written(face: Face, words: str) -> bytes:
    """A page with the words in this face alone."""
    usual = shaping.shape(words, True)
    runs = tuple(replace(run, face=face) for run in usual.runs)
    ink = (usual.width, usual.left, usual.bottom, usual.right, usual.top)
    paper = Paper("Test", "en")
    paper.open_page(300, 100)
    paper.put((Words(Line(words, True, runs, *ink, False), 20, 40, 40, "#000000"),))
    paper.close_page()
    return paper.finished()


def test_truetype_is_embedded_as_itself_and_other_outlines_as_drawings() -> None:
    assert isinstance(embedded(face(outlined=False)), SubsetFace)
    assert isinstance(embedded(face(outlined=True)), DrawnFace)


@pytest.mark.parametrize("outlined", [False, True])
def test_text_can_be_read_back(outlined: bool) -> None:
    assert text(written(face(outlined=outlined), "Žofie ẞ")).strip() == "Žofie ẞ"


def test_drawn_letters_stand_where_embedded_ones_do() -> None:
    drawn = Picture(written(face(outlined=True), "Jœ"), dpi=200).ink()
    subset = Picture(written(face(outlined=False), "Jœ"), dpi=200).ink()
    assert drawn == pytest.approx(subset, abs=0.3)

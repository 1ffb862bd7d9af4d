"""Boxes that line up."""

from dataclasses import replace

import pytest

from desk_app.controllers.designer import Box, Design
from desk_app.views.snapping import Guide, laid, stepped, stretched

MOVED = Box("given", 10, 10, 20, 10)
OTHER = Box("family", 40, 30, 20, 10)
DESIGN = Design("", "Mine", 80, 50, (MOVED, OTHER))


def test_a_box_meets_the_edge_of_another_one() -> None:
    made = laid(MOVED, 40.8, 20, DESIGN, 0, 1.5)
    assert made.box.x == 40
    assert Guide(True, 40) in made.guides


def test_a_box_meets_the_middle_of_the_label() -> None:
    made = laid(MOVED, 29.4, 2, DESIGN, 0, 1.5)
    assert made.box.x + made.box.w / 2 == 40
    assert Guide(True, 40) in made.guides


def test_far_from_everything_it_keeps_to_the_grid() -> None:
    made = laid(MOVED, 15.13, 20.4, DESIGN, 0, 0.1)
    assert (made.box.x, made.box.y) == (15, 20.5)
    assert made.guides == ()


def test_without_reach_it_meets_nothing() -> None:
    assert laid(MOVED, 40.3, 21.2, DESIGN, 0, 0.0).guides == ()


@pytest.mark.parametrize(("x", "y"), [(-9, -9), (99, 99)])
def test_a_box_stays_on_the_label(x: float, y: float) -> None:
    box = laid(MOVED, x, y, DESIGN, 0, 1.0).box
    assert 0 <= box.x <= 60
    assert 0 <= box.y <= 40


@pytest.mark.parametrize(
    ("sides", "wanted"),
    [
        ("r", replace(MOVED, w=30)),
        ("b", replace(MOVED, h=20)),
        ("rb", replace(MOVED, w=30, h=20)),
        ("l", replace(MOVED, x=28, w=2)),
        ("t", replace(MOVED, y=18, h=2)),
    ],
)
def test_a_side_goes_where_it_is_pulled(sides: str, wanted: Box) -> None:
    assert stretched(MOVED, sides, 40.4, 30.3, DESIGN, 0, 1.0).box == wanted


@pytest.mark.parametrize("sides", ["l", "t", "r", "b", "lt", "rb"])
def test_a_side_that_is_pulled_off_the_label_stops_at_its_edge(sides: str) -> None:
    for far in (-50, 150):
        box = stretched(MOVED, sides, far, far, DESIGN, 0, 1.0).box
        assert 0 <= box.x < box.right <= 80
        assert 0 <= box.y < box.bottom <= 50


def test_keys_move_and_resize_by_the_step() -> None:
    assert stepped(MOVED, DESIGN, 0.5, -5, resize=False) == replace(MOVED, x=10.5, y=5)
    assert stepped(MOVED, DESIGN, 5, 0.5, resize=True) == replace(MOVED, w=25, h=10.5)
    assert stepped(MOVED, DESIGN, -90, -90, resize=True) == replace(MOVED, w=2, h=2)
    assert stepped(MOVED, DESIGN, 90, 90, resize=False) == replace(MOVED, x=60, y=40)

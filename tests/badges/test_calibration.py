"""The test page, and what is moved by an offset."""

import pytest

from desk_app.badges.calibration import calibration_page
from desk_app.badges.layouts import layout
from desk_app.badges.render import render
from desk_app.badges.stocks import stock
from tests.badges.people import Picture, badge


def test_the_frame_stands_three_mm_inside_the_label() -> None:
    ink = Picture(calibration_page(stock("62x100")), dpi=300).ink()
    assert ink == pytest.approx((3, 3, 59, 97), abs=0.15)


def test_every_label_of_a_sheet_has_its_frame() -> None:
    sheet = stock("avery-l4785")
    left, top, right, bottom = Picture(calibration_page(sheet)).ink()
    x, y = sheet.corner(sheet.per_page - 1)
    assert (left, top) == pytest.approx((sheet.x0 + 3, sheet.y0 + 3), abs=0.3)
    assert (right, bottom) == pytest.approx((x + sheet.label_w - 3, y + sheet.label_h - 3), abs=0.3)


def test_an_offset_moves_everything_right_and_down() -> None:
    roll = stock("62x100")
    usual, moved = (
        Picture(render([badge()], layout(), roll, offset=it).pdf, dpi=300).ink()
        for it in ((0.0, 0.0), (1.0, 2.0))
    )
    assert moved[:2] == pytest.approx((usual[0] + 1, usual[1] + 2), abs=0.1)

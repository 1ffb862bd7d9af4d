"""Badges with two sides, folded, mirrored; with a logo, partners and answers."""

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from desk_app.badges.composing import compose
from desk_app.badges.designs import ANSWER, BACK, CODE, LOGO, Box, Design, faults
from desk_app.badges.frame import frame
from desk_app.badges.layouts import Layout, layout
from desk_app.badges.paper import Words
from desk_app.badges.preflight import look_through
from desk_app.badges.remarks import Kind
from desk_app.badges.render import render
from desk_app.badges.stocks import Stock, checked, stock
from desk_app.domain.errors import DeskError
from tests.badges.people import CODE as A_CODE
from tests.badges.people import Picture, badge, document, text

CARD, SHEET, FOLDED = stock("cr80"), stock("avery-l4785"), stock("a6-folded")
NAME = Box("given", 5, 5, 60, 20, largest=40)
TWO = Design("two", "Two sides", 86, 54, (NAME, Box("organisation", 5, 5, 60, 20, side=BACK)))


def logo(width: int = 40, height: int = 20) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "black").save(file, "PNG")
    return file.getvalue()


def codes(picture: Picture) -> list[str]:
    pixels = memoryview(b"".join(picture.rows)).cast("B", (picture.height, picture.width))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


def flipped(picture: Picture) -> Picture:
    picture.rows = [row[::-1] for row in picture.rows]
    return picture


def test_the_back_is_the_page_after_the_front() -> None:
    pdf = render([badge(), badge("Zoé")], TWO, CARD).pdf
    assert [text(pdf, page).strip() for page in range(4)] == ["Anne", "Ocim", "Zoé", "Ocim"]


def test_a_batch_says_whether_it_has_backs() -> None:
    assert render([badge()], TWO, CARD).backs
    assert not render([badge()], TWO, FOLDED).backs


def test_the_layout_with_a_back_fits_every_stock_it_may_meet() -> None:
    for id in ("a7-landscape", "a6-folded", "62x100", "avery-l7418", "a6x4l"):
        assert render([badge(logo=logo())], layout("institution"), stock(id)).remarks == ()


def test_backs_of_a_sheet_lie_behind_their_fronts() -> None:
    pdf = render([badge()], TWO, SHEET).pdf
    left, top, _, _ = Picture(pdf, 1).ink()
    x, y = SHEET.corner(1)
    assert x < left < x + 10
    assert y < top < y + 20


def test_a_sheet_after_a_sheet_with_backs_begins_anew() -> None:
    pdf = render([badge()] * 11, TWO, SHEET).pdf
    assert len(document(pdf)) == 4
    assert text(pdf, 2).strip() == "Anne"


def test_a_folded_badge_has_its_other_half_upside_down() -> None:
    pdf = render([badge(category="")], layout("name-only"), FOLDED).pdf
    whole = Picture(pdf)
    upper, lower = whole.crop(0, 0, 105, 74), whole.crop(0, 74, 105, 148)
    turned = [row[::-1] for row in reversed(upper)]
    same = sum(a == b for one, two in zip(turned, lower, strict=True)
               for a, b in zip(one, two, strict=True))  # fmt: skip
    assert same / (len(lower) * len(lower[0])) > 0.97
    assert len(document(pdf)) == 1


def test_a_folded_badge_takes_the_back_that_was_made_for_it() -> None:
    shown = text(render([badge()], TWO, FOLDED).pdf)
    assert sorted(shown.split()) == ["Anne", "Ocim"]


def test_a_flowing_layout_may_say_that_both_sides_are_alike() -> None:
    flowing = layout("name-only")
    assert isinstance(flowing, Layout)
    pdf = render([badge()], replace(flowing, both_sides=True), CARD).pdf
    assert text(pdf, 0) == text(pdf, 1)


def test_what_is_printed_to_be_read_through_its_back_is_mirrored() -> None:
    straight = render([badge()], layout(), CARD).pdf
    mirrored = render([badge()], layout(), stock("cr80-mirrored")).pdf
    assert Picture(mirrored).ink() == pytest.approx(
        flipped_box(Picture(straight).ink(), CARD.label_w), abs=0.4
    )
    assert codes(flipped(Picture(mirrored, dpi=203))) == [A_CODE]


def flipped_box(
    box: tuple[float, float, float, float], width: float
) -> tuple[float, float, float, float]:
    return width - box[2], box[1], width - box[0], box[3]


def test_text_of_the_back_is_looked_through_too() -> None:
    narrow = replace(TWO, boxes=(NAME, Box("organisation", 5, 5, 20, 4, least=8, side=BACK)))
    long = badge(organisation="Laboratoire de biologie moléculaire et cellulaire")
    assert Kind.LEFT_OUT in {it.kind for it in look_through([long], narrow, CARD)}


def test_a_box_of_the_back_may_lie_where_the_code_of_the_front_is() -> None:
    code = Box(CODE, 5, 5, 25, 25)
    assert list(faults(replace(TWO, boxes=(code, Box("given", 5, 5, 60, 20, side=BACK))))) == []
    assert list(faults(replace(TWO, boxes=(code, NAME)))) != []


@pytest.mark.parametrize("wrong", [{"turned": True}, {"label_h": 20.0}])
def test_labels_that_cannot_be_folded_are_refused(wrong: dict[str, object]) -> None:
    made: Stock = replace(FOLDED, **wrong)  # type: ignore[arg-type]  # the two of the list
    with pytest.raises(DeskError, match="cannot be folded"):
        checked(made)


def test_a_logo_fills_its_box_without_being_stretched() -> None:
    design = replace(TWO, boxes=(Box(LOGO, 10, 10, 40, 40),))
    pdf = render([badge(logo=logo())], design, CARD).pdf
    left, top, right, bottom = Picture(pdf).ink()
    assert (right - left) / (bottom - top) == pytest.approx(2, abs=0.1)
    assert (left, right) == pytest.approx((9.95, 49.8), abs=0.5)


def test_a_logo_is_in_the_file_once() -> None:
    design = replace(TWO, boxes=(NAME, Box(LOGO, 10, 30, 20, 20)))
    pdf = render([badge(logo=logo())] * 20, design, SHEET).pdf
    assert pdf.count(b"/Subtype /Image") == 1


def test_a_box_shows_the_answer_to_its_question() -> None:
    design = replace(TWO, boxes=(NAME, Box(ANSWER, 5, 30, 60, 8, words="régime")))
    one = badge(answers=(("Régime", "Végétarien"), ("Taille", "M")))
    marks = compose(one, design, frame(design, CARD)).marks
    assert [it.line.text for it in marks if isinstance(it, Words)] == ["Anne", "Végétarien"]


def test_a_box_may_show_the_partners() -> None:
    design = replace(TWO, boxes=(NAME, Box("partners", 5, 30, 60, 8)))
    assert "Ocim et OCIM" in text(render([badge(partners="Ocim et OCIM")], design, CARD).pdf)

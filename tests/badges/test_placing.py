"""Badges whose boxes have their places: filled, stretched, shown or not, never lost in silence."""

from dataclasses import replace
from math import sqrt
from typing import Any

import pytest

from desk_app.badges.badge import Badge
from desk_app.badges.categories import BLACK, contrast, readable_on
from desk_app.badges.composing import Composition, compose
from desk_app.badges.designs import Box, Design
from desk_app.badges.frame import frame
from desk_app.badges.layouts import layout, use_own
from desk_app.badges.paper import MM, Area, Cells, Words
from desk_app.badges.preflight import look_through
from desk_app.badges.remarks import Kind
from desk_app.badges.render import render
from desk_app.badges.stocks import Stock, stock
from tests.badges.people import NAMES, Picture, badge, text
from tests.badges.test_samples import STOCKS, flaws

LABEL = Stock("label", "Label", "page", 86, 55, 86, 55)
NAME = Box("given", 4, 4, 78, 20, largest=30, bold=True)


def design(*boxes: Box) -> Design:
    return Design("mine", "Mine", 86, 55, boxes)


def composed(made: Design, on: Stock = LABEL, **told: Any) -> Composition:
    return compose(badge(**told), made, frame(made, on))


def words(made: Composition) -> dict[str, Words]:
    return {it.line.text: it for it in made.marks if isinstance(it, Words)}


def test_a_text_stands_in_its_box() -> None:
    box = Box("given", 20, 30, 40, 10, largest=20)
    left, top, right, bottom = Picture(render([badge()], design(box), LABEL).pdf).ink()
    assert left == pytest.approx(20, abs=0.2)
    assert top >= 30
    assert right <= 60
    assert bottom <= 40


@pytest.mark.parametrize(("align", "x"), [("start", 4), ("centre", 43), ("end", 82)])
def test_a_text_is_aligned_in_its_box(align: str, x: float) -> None:
    made = words(composed(design(replace(NAME, align=align))))["Anne"]
    at = {"start": 0.0, "centre": 0.5, "end": 1.0}[align]
    assert (made.x + made.line.width * made.size * at) / MM == pytest.approx(x, abs=0.1)


def test_right_to_left_text_starts_at_the_right() -> None:
    made = words(composed(design(NAME), given="محمد"))["محمد"]
    assert (made.x + made.line.width * made.size) / MM == pytest.approx(82, abs=0.1)


def test_a_text_takes_its_size_unless_it_must_be_smaller() -> None:
    assert words(composed(design(NAME)))["Anne"].size == 30
    flat = replace(NAME, h=6.0)
    assert words(composed(design(flat)))["Anne"].size < 20


def test_a_long_name_breaks_before_it_gets_too_small() -> None:
    made = composed(design(NAME), given="Marie-Christine-Bérengère")
    assert len(words(made)) == 2
    assert made.breaks


def test_a_name_is_never_cut_and_small_print_is_told() -> None:
    made = composed(design(replace(NAME, w=20, least=12)), given="Wolfeschlegelsteinhausen")
    assert words(made).keys() == {"Wolfeschlegelsteinhausen"}
    assert [it.text for it in made.remarks if "points to fit" in it.text]


def test_an_organisation_that_is_too_long_loses_its_end_and_that_is_told() -> None:
    box = Box("organisation", 4, 30, 30, 5, largest=12, least=8)
    batch = [badge(organisation="Laboratoire de biologie " * 5)]
    (remark,) = render(batch, design(NAME, box), LABEL).remarks
    assert "end is left out" in remark.sentence.text


def test_the_layout_is_stretched_on_other_labels_and_letters_keep_their_shape() -> None:
    double = Stock("double", "Double", "page", 172, 165, 172, 165)
    made = words(composed(design(replace(NAME, y=35)), double))["Anne"]
    assert made.size == pytest.approx(30 * sqrt(2 * 3))
    assert made.x / MM == pytest.approx(8, abs=0.5)
    assert 165 - 3 * 55 < made.y / MM < 165 - 3 * 35


@pytest.mark.parametrize(
    ("x", "y", "nearer"), [(60, 30, ("right", "bottom")), (4, 4, ("left", "top"))]
)
def test_a_code_keeps_to_the_nearer_edges_of_a_label_of_other_proportions(
    x: float, y: float, nearer: tuple[str, str]
) -> None:
    tall = Stock("tall", "Tall", "page", 86, 165, 86, 165)
    made = composed(design(Box("code", x, y, 22, 22)), tall)
    (code,) = (it for it in made.marks if isinstance(it, Cells))
    quiet, whole = 4 * code.side, (code.count + 8) * code.side
    box = {"left": x, "right": x + 22, "top": 165 - 3 * y, "bottom": 165 - 3 * (y + 22)}
    edges = {
        "left": code.x - quiet,
        "right": code.x - quiet + whole,
        "bottom": code.y - quiet,
        "top": code.y - quiet + whole,
    }
    for side in nearer:
        assert edges[side] / MM == pytest.approx(box[side], abs=0.3)


@pytest.mark.parametrize(
    ("rule", "value", "organisation", "seen"),
    [
        ("filled", "", "Ocim", True),
        ("filled", "", "", False),
        ("empty", "", "", True),
        ("empty", "", "Ocim", False),
        ("equal", "OCIM", "Ocim", True),
        ("equal", "Drac", "Ocim", False),
    ],
)
def test_a_rule_says_whether_a_box_is_there(
    rule: str, value: str, organisation: str, seen: bool
) -> None:
    box = Box("words", 4, 40, 40, 6, words="Here", when="organisation", rule=rule, value=value)
    made = composed(design(NAME, box), organisation=organisation)
    assert ("Here" in words(made)) is seen


def test_a_ribbon_has_the_colour_of_its_category_and_nobody_else_has_one() -> None:
    ribbon = Box("category", 0, 45, 86, 10, ground="category")
    vip, nobody = (composed(design(ribbon), category=it) for it in ("VIP", ""))
    assert [it.colour for it in vip.marks if isinstance(it, Area)] == ["#5b3a8c"]
    assert [it for it in nobody.marks if isinstance(it, Area)] == []


def test_text_that_would_not_read_on_its_ground_gets_another_colour() -> None:
    made = composed(design(Box("area", 0, 0, 86, 55, ground="#101010"), NAME))
    assert words(made)["Anne"].colour == "#ffffff"


@pytest.mark.parametrize(
    ("ground", "areas", "ink"), [("#1f4e79", 1, "#ffffff"), ("#e3e6eb", 0, BLACK)]
)
def test_label_printers_have_black_alone(ground: str, areas: int, ink: str) -> None:
    roll = Stock("roll", "Roll", "roll", 86, 55, 86, 55)
    made = composed(design(replace(NAME, ground=ground, colour="#b3261e")), roll)
    assert [it.colour for it in made.marks if isinstance(it, Area)] == [BLACK] * areas
    assert words(made)["Anne"].colour == ink


def test_the_code_has_whole_dots_and_stays_in_its_box() -> None:
    made = composed(design(Box("code", 60, 30, 20, 20)))
    (code,) = (it for it in made.marks if isinstance(it, Cells))
    assert code.side / (72 / 300) == pytest.approx(round(code.side / (72 / 300)))
    assert code.x / MM >= 60
    assert (code.x + code.count * code.side) / MM <= 80


def test_a_code_on_a_plain_area_has_white_around_it() -> None:
    made = composed(
        design(Box("area", 0, 0, 86, 55, ground="#1f4e79"), Box("code", 60, 30, 20, 20))
    )
    white = [it for it in made.marks if isinstance(it, Area) and it.colour == "#ffffff"]
    assert len(white) == 1


def test_a_code_that_is_too_long_is_told() -> None:
    remarks = composed(design(NAME, Box("code", 60, 30, 20, 20)), code="x" * 5000).remarks
    assert "too long for a QR" in remarks[0].text


def test_a_badge_without_a_name_is_told() -> None:
    nobody = Badge(1, organisation="Ocim")
    (finding, *_) = look_through([nobody], design(NAME), LABEL)
    assert finding.kind == Kind.NAMELESS


@pytest.mark.parametrize("name", STOCKS)
@pytest.mark.parametrize("person", NAMES, ids=lambda it: it[0])
def test_a_design_that_ships_is_whole_on_labels_of_all_sizes(
    name: str, person: tuple[str, str]
) -> None:
    centred = layout("centred")
    room = frame(centred, stock(name))
    made = compose(badge(*person, no_photo=True, pronouns="elle"), centred, room)
    assert flaws(made.marks, room.width, room.height) == []


def test_each_badge_is_printed_with_the_layout_of_its_category() -> None:
    use_own([design(Box("words", 4, 4, 60, 10, words="Speaker here"))])
    try:
        several = [badge(), badge(layout="mine"), badge(layout="gone")]
        pdf = render(several, layout("name-only"), stock("a6")).pdf
        assert [text(pdf, page).split()[0] for page in range(3)] == ["Anne", "Speaker", "Anne"]
    finally:
        use_own([])


@pytest.mark.parametrize("ground", ["#000000", "#1f4e79", "#e3e6eb", "#808080", "#b3261e"])
def test_a_colour_that_reads_is_found_for_every_ground(ground: str) -> None:
    assert contrast(ground, readable_on(ground, "#777777")) >= 4.5

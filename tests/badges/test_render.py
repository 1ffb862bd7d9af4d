"""Badges to PDF."""

import re
from pathlib import Path

import pytest
import zxingcpp

from desk_app.badges.composing import compose
from desk_app.badges.frame import frame
from desk_app.badges.layouts import layout
from desk_app.badges.paper import MM, Area, Cells, Words
from desk_app.badges.render import render
from desk_app.badges.stocks import Stock, stock, stocks
from desk_app.domain.errors import DeskError
from tests.badges.people import CODE, NAMES, Picture, badge, document, runs, text

A6, ROLL, SHEET = stock("a6"), stock("62x100"), stock("avery-l4785")


def codes(picture: Picture) -> list[str]:
    pixels = memoryview(b"".join(picture.rows)).cast("B", (picture.height, picture.width))
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


def test_pages_have_the_size_of_the_stock() -> None:
    page = document(render([badge()], layout(), ROLL).pdf)[0]
    assert [side / 72 * 25.4 for side in page.get_size()] == pytest.approx([62, 100], abs=0.01)


def test_the_same_badges_give_the_same_bytes() -> None:
    batch = [badge(*name) for name in NAMES]
    assert render(batch, layout(), SHEET).pdf == render(batch, layout(), SHEET).pdf


def test_a_sheet_is_filled_before_the_next_one() -> None:
    assert render([badge()] * 10, layout(), SHEET).pages == 1
    assert render([badge()] * 10, layout(), SHEET, first_label=2).pages == 2


def test_the_first_label_may_be_any_of_the_sheet() -> None:
    left, top, _, _ = Picture(render([badge()], layout(), SHEET, first_label=4).pdf).ink()
    assert left > SHEET.corner(3)[0]
    assert top > SHEET.corner(3)[1]


@pytest.mark.parametrize("number", [0, 11])
def test_a_label_that_the_sheet_lacks_is_refused(number: int) -> None:
    with pytest.raises(DeskError, match="from 1 to 10"):
        render([badge()], layout(), SHEET, first_label=number)


def test_no_badge_is_refused() -> None:
    with pytest.raises(DeskError, match="at least one person"):
        render([], layout(), SHEET)


@pytest.mark.parametrize("one", stocks(), ids=lambda one: one.id)
def test_nothing_leaves_its_label_nor_the_printable_part(one: Stock) -> None:
    ink = Picture(render([badge(*NAMES[-1])], layout(), one).pdf, dpi=72).ink()
    x, y = one.corner(0)
    left, top, right, bottom = one.unprintable
    assert ink[0] >= max(x, left) - 0.4
    assert ink[1] >= max(y, top) - 0.4
    assert ink[2] <= min(x + one.label_w, one.page_w - right) + 0.4
    assert ink[3] <= min(y + one.label_h, one.page_h - bottom) + 0.4


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[0][:12])
@pytest.mark.parametrize("one", [A6, ROLL, SHEET], ids=lambda one: one.id)
def test_every_name_stays_within_the_margins(one: Stock, name: tuple[str, str]) -> None:
    left, top, right, bottom = Picture(render([badge(*name)], layout(), one).pdf).ink()
    x, y = one.corner(0)
    assert min(left - x, top - y) > 2.5
    assert min(x + one.label_w - right, y + one.label_h - bottom) > 2.5


@pytest.mark.parametrize("name", NAMES[:5], ids=lambda name: name[0])
def test_names_can_be_found_in_the_file(name: tuple[str, str]) -> None:
    found = " ".join(text(render([badge(*name)], layout(), stock("a6-landscape")).pdf).split())
    assert f"{name[0]} {name[1]}" in found


def test_marks_and_reordered_letters_are_told_apart_for_search() -> None:
    assert "श्रीनिवास" in text(render([badge("श्रीनिवास", "क्षत्रिय")], layout(), A6).pdf)


@pytest.mark.parametrize("one", [A6, ROLL, SHEET], ids=lambda one: one.id)
def test_the_code_reads_back(one: Stock) -> None:
    assert CODE in codes(Picture(render([badge()], layout(), one).pdf, dpi=203))


def test_the_cells_of_a_code_are_whole_dots() -> None:
    picture = Picture(render([badge(category="")], layout(), A6).pdf, dpi=300)
    row = picture.crop(60, 139, 105, 140)[0]
    assert {length % 16 for length in runs(row)[1:-1]} == {0}


@pytest.mark.parametrize("one", ["a6", "62x100", "avery-l4785", "avery-l7418", "dymo-11356"])
def test_the_code_measures_18_mm_or_more(one: str) -> None:
    marks = compose(badge(), layout(), frame(layout(), stock(one))).marks
    (cells,) = [mark for mark in marks if isinstance(mark, Cells)]
    assert cells.side * cells.count / MM >= 18


def test_without_a_code_there_is_none() -> None:
    assert codes(Picture(render([badge(code="")], layout(), SHEET).pdf, dpi=203)) == []


def test_the_file_names_its_event_and_language() -> None:
    pdf = render([badge(language="fr")], layout(), SHEET).pdf
    assert document(pdf).get_metadata_value("Title") == ("Badges – Numériser les collections")
    assert b"/Lang (fr)" in pdf


def test_no_font_is_left_to_chance() -> None:
    pdf = render([badge()], layout(), SHEET).pdf
    assert len(re.findall(rb"/FontFile2", pdf)) == 2


def test_a_badge_costs_less_than_two_kilobytes() -> None:
    batch = [badge(code=CODE[:-1] + letter) for letter in "BCDEFGHJKLNPRSTUVX" * 4]
    assert len(render(batch, layout(), ROLL).pdf) / len(batch) < 2000


def test_thermal_printers_get_black_and_white_only() -> None:
    marks = compose(badge(), layout(), frame(layout(), ROLL)).marks
    colours = {mark.colour for mark in marks if isinstance(mark, Area | Words)}
    assert colours == {"#000000", "#ffffff"}


def test_a_very_long_name_is_printed_whole_and_remarked() -> None:
    made = render([badge(*NAMES[10])], layout(), SHEET)
    assert NAMES[10][0] in text(made.pdf)
    assert NAMES[10][0] in str(made.remarks[0].sentence)


def test_a_single_name_is_the_big_one_wherever_it_was_given() -> None:
    given = render([badge("Pelé", "")], layout(), A6).pdf
    family = render([badge("", "Pelé")], layout(), A6).pdf
    full = render([badge("", "", full_name="Pelé")], layout(), A6).pdf
    assert given == family == full


def test_a_badge_without_a_name_is_remarked() -> None:
    (remark,) = render([badge("", "", attendee=7)], layout(), A6).remarks
    assert (remark.attendee, str(remark.sentence)) == (7, "This badge has no name.")


def test_a_sign_without_a_font_is_remarked() -> None:
    (remark,) = render([badge("Zoé \U0001cd00")], layout(), A6).remarks
    assert "says “Zoé”" in str(remark.sentence)


def test_a_text_without_any_font_is_remarked() -> None:
    (remark,) = render([badge(organisation="\U0001cd00")], layout(), A6).remarks
    assert "not on the badge" in str(remark.sentence)


def test_an_endless_organisation_is_shortened_and_remarked() -> None:
    (remark,) = render(
        [badge(organisation="Laboratoire de biologie " * 12)], layout(), SHEET
    ).remarks
    assert "its end is left out" in str(remark.sentence)


def test_what_concerns_the_event_is_said_once() -> None:
    batch = [badge(event_title="Colloque international " * 12)] * 3
    assert len(render(batch, layout(), SHEET).remarks) == 1


def test_details_give_way_to_the_name_on_the_smallest_labels() -> None:
    remarks = render([badge()], layout(), stock("brother-dk11209")).remarks
    assert "no room for “Chargée de mission”" in str(remarks[0].sentence)


def test_a_code_beyond_any_symbol_is_remarked() -> None:
    (remark,) = render([badge(code="x" * 5000)], layout(), SHEET).remarks
    assert "too long for a QR" in str(remark.sentence)


def test_a_code_of_too_fine_cells_is_remarked() -> None:
    (remark,) = render([badge(code="x" * 900)], layout(), SHEET).remarks
    assert "too fine" in str(remark.sentence)


def test_a_name_from_right_to_left_stands_at_the_right() -> None:
    usual = Picture(render([badge(organisation="", job_title="", code="")], layout(), A6).pdf)
    turned = Picture(
        render([badge("محمد", "علي", organisation="", job_title="", code="")], layout(), A6).pdf
    )
    middle = (0.0, 40.0, 30.0, 100.0)
    assert min(map(min, usual.crop(*middle))) < 128
    assert min(map(min, turned.crop(*middle))) > 250


def test_progress_ends_at_the_total() -> None:
    seen: list[tuple[int, int]] = []
    render([badge()] * 12, layout(), SHEET, progress=lambda done, all: seen.append((done, all)))
    assert seen == [(10, 12), (12, 12)]


def test_pages_are_on_the_disk_before_the_last_is_drawn(tmp_path: Path) -> None:
    sizes: list[int] = []
    with (tmp_path / "badges.pdf").open("wb", buffering=0) as file:
        render(
            [badge()] * 3, layout(), A6, file=file, progress=lambda *_: sizes.append(file.tell())
        )
    assert sizes == sorted(set(sizes))
    whole = render([badge()] * 3, layout(), A6).pdf
    assert (tmp_path / "badges.pdf").read_bytes() == whole


def test_a_cancelled_batch_ends_with_a_sentence() -> None:
    with pytest.raises(DeskError, match="after 1 of 3"):
        render([badge()] * 3, layout(), A6, cancelled=lambda: True)


def test_the_head_shows_whatever_is_known_of_the_event() -> None:
    only_line = badge(event_title="")
    assert "3 déc. 2026" in text(render([only_line], layout(), SHEET).pdf)
    nothing = badge(event_title="", event_line="")
    assert text(render([nothing], layout(), SHEET).pdf).startswith("Anne")


def test_a_file_without_an_event_still_has_a_title() -> None:
    pdf = render([badge(event_title="")], layout(), SHEET).pdf
    assert document(pdf).get_metadata_value("Title") == "Badges"


def test_the_layout_decides_what_is_printed() -> None:
    found = text(render([badge()], layout("name-only"), SHEET).pdf)
    assert found.split() == ["Anne", "Martin", "Ocim"]


def test_a_mirrored_badge_keeps_its_code_readable() -> None:
    assert codes(Picture(render([badge("محمد", "علي")], layout(), SHEET).pdf, dpi=203)) == [CODE]


def test_a_long_event_title_leaves_room_for_the_person() -> None:
    long = badge(event_title="Colloque international " * 6)
    marks = compose(long, layout(), frame(layout(), stock("avery-l4784"))).marks
    (given,) = [mark for mark in marks if isinstance(mark, Words) and mark.line.text == "Anne"]
    assert given.size > 12


def test_pronouns_and_the_wish_for_no_picture_are_printed() -> None:
    made = render([badge(pronouns="elle", no_photo=True)], layout(), A6)
    shown = text(made.pdf)
    assert "elle" in shown
    assert "PAS DE PHOTO" in shown

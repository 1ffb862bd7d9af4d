"""Everybody of every sample export, on stocks of all sizes: no ink lost, beside, or on the code."""

from collections.abc import Sequence
from math import ceil, floor
from pathlib import Path

import pytest

from desk_app.badges.badge import Badge
from desk_app.badges.composing import compose
from desk_app.badges.frame import frame, matrix
from desk_app.badges.layouts import layout
from desk_app.badges.paper import Area, Cells, Mark, Picture, Words
from desk_app.badges.preflight import look_through
from desk_app.badges.qr import QUIET
from desk_app.badges.remarks import Kind
from desk_app.badges.render import render
from desk_app.badges.stocks import Stock, stock
from desk_app.domain.registration import Registration
from desk_app.intake.reading import read
from tests.badges import people as shown
from tests.badges.people import CODE

SAMPLES = sorted(
    it for it in (Path(__file__).parents[1] / "samples").iterdir()
    if it.suffix in (".csv", ".xlsx", ".xls", ".ods", ".json")
    and it.name != "EXPECTED.json"
)  # fmt: skip
STOCKS = ("avery-l4785", "avery-l7418", "avery-5395", "62x100", "a6", "a7", "dymo-99014", "cr80")
MOST = 120  # people of one sample; the rest is of the same kind
_HAIR = 0.3  # points
Box = tuple[float, float, float, float]


def badge(person: Registration) -> Badge:
    return Badge(
        1,
        given_name=person.given_name,
        family_name=person.family_name,
        full_name=person.full_name,
        organisation=person.organisation,
        job_title=person.job_title,
        category=person.ticket_type,
        code=person.scan_code or CODE,
        event_title="Numériser les collections",
        event_line="3 déc. 2026 – Dijon",
        no_photo=True,
    )


def box(mark: Mark) -> Box:
    """The ink of a mark; of a code with the white around it."""
    if isinstance(mark, Words):
        line, size = mark.line, mark.size
        return (mark.x + line.left * size, mark.y + line.bottom * size,
                mark.x + line.right * size, mark.y + line.top * size)  # fmt: skip
    if isinstance(mark, Area | Picture):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    quiet, side = QUIET * mark.side, mark.count * mark.side
    return mark.x - quiet, mark.y - quiet, mark.x + side + quiet, mark.y + side + quiet


def apart(one: Box, other: Box) -> bool:
    return (one[2] <= other[0] + _HAIR or other[2] <= one[0] + _HAIR
            or one[3] <= other[1] + _HAIR or other[3] <= one[1] + _HAIR)  # fmt: skip


def flaws(marks: Sequence[Mark], width: float, height: float) -> list[str]:
    boxes = [(mark, box(mark)) for mark in marks]
    codes = [it for mark, it in boxes if isinstance(mark, Cells)]
    ink = [it for mark, it in boxes if not isinstance(mark, Cells)]
    beyond = [f"outside the label: {it}" for it in ink
              if it[0] < -_HAIR or it[1] < -_HAIR or it[2] > width + _HAIR
              or it[3] > height + _HAIR]  # fmt: skip
    return beyond + [f"on the code: {it}" for it in ink for code in codes if not apart(it, code)]


@pytest.mark.parametrize("file", SAMPLES, ids=lambda it: it.name)
def test_every_badge_of_a_sample_is_whole(file: Path) -> None:
    people = [badge(it) for it in read(file).registrations[:MOST]]
    for name in STOCKS:
        room = frame(layout(), stock(name))
        for it in people:
            made = compose(it, layout(), room)
            assert flaws(made.marks, room.width, room.height) == [], (name, it.full_name)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda it: it.name)
def test_whatever_is_left_out_is_told_before(file: Path) -> None:
    people = [badge(it) for it in read(file).registrations[:MOST]]
    for name in ("avery-l4785", "a7"):
        for it in people:
            made = compose(it, layout(), frame(layout(), stock(name)))
            written = " ".join(mark.line.text for mark in made.marks if isinstance(mark, Words))
            told = {found.kind for found in look_through([it], layout(), stock(name))}
            if it.family_name and it.given_name and it.family_name.split()[0] not in written:
                assert told & {Kind.LEFT_OUT, Kind.LETTERS, Kind.SMALL, Kind.BROKEN}, it.family_name


@pytest.mark.slow
@pytest.mark.parametrize("file", SAMPLES, ids=lambda it: it.name)
def test_what_comes_out_of_the_printer_keeps_to_its_label_and_off_the_code(file: Path) -> None:
    people = [badge(it) for it in read(file).registrations]
    longest = sorted(people, key=lambda it: -len(it.full_name + it.organisation))[:LONGEST]
    chosen = [*people[:3], *longest]
    for name in STOCKS:
        pdf, one = render(chosen, layout(), stock(name)).pdf, stock(name)
        room = frame(layout(), one)
        for number, it in enumerate(chosen):
            page, label = divmod(number, one.per_page)
            if label == 0:
                dots = inked(shown.Picture(pdf, page, dpi=DPI))
                assert not beyond_labels(dots, one), name
            (cells,) = [m for m in compose(it, layout(), room).marks if isinstance(m, Cells)]
            assert not around(dots, cells, one, label), (name, it.full_name)


LONGEST, DPI = 4, 100
_BITS = bytes(ord("1") if dot < 200 else ord("0") for dot in range(256))


def inked(picture: shown.Picture) -> list[int]:
    """A number for each row of dots, with a bit for each that has ink, the left one lowest."""
    return [int(row[::-1].translate(_BITS), 2) for row in picture.rows]


def beyond_labels(dots: list[int], one: Stock) -> bool:
    """Whether there is ink on the page beyond its labels."""
    allowed = [0] * len(dots)
    for label in range(one.per_page):
        x, y = one.corner(label)
        for row in range(floor(at(y)), min(ceil(at(y + one.label_h)), len(dots))):
            allowed[row] |= span(at(x), at(x + one.label_w))
    return any(row & ~may for row, may in zip(dots, allowed, strict=True))


def around(dots: list[int], cells: Cells, one: Stock, label: int) -> bool:
    """Whether there is ink in the white around a code; a dot beside the cells may be grey."""
    inner = (
        cells.x,
        cells.y,
        cells.x + cells.count * cells.side,
        cells.y + cells.count * cells.side,
    )
    quiet = QUIET * cells.side
    outer = (inner[0] - quiet, inner[1] - quiet, inner[2] + quiet, inner[3] + quiet)
    left, top, right, bottom = on_page(inner, one, label)
    wide_left, wide_top, wide_right, wide_bottom = on_page(outer, one, label)
    ring = span(max(wide_left, 0) + 1.5, wide_right - 1.5)
    code = span(left - 1.5, right + 1.5)
    for row in range(max(ceil(wide_top + 1.5), 0), min(floor(wide_bottom - 1.5), len(dots))):
        beside = ring & ~code if top - 1.5 < row < bottom + 1.5 else ring
        if dots[row] & beside:
            return True
    return False


def on_page(box: Box, one: Stock, label: int) -> Box:
    """A box of the badge in dots of the page, from its top left corner."""
    a, b, c, d, e, f = matrix(one, label)
    places = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    xs = [x * DPI / 72 for x, _ in places]
    ys = [at(one.page_h) - y * DPI / 72 for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)


def at(millimetres: float) -> float:
    return millimetres / 25.4 * DPI


def span(left: float, right: float) -> int:
    """The bits of the dots from one place to another."""
    first, last = floor(left), ceil(right)
    return ((1 << max(last - first, 0)) - 1) << max(first, 0)

"""What the PDF shows is what Qt's own text layout draws from the same fonts, for 204 names."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from itertools import product, zip_longest
from operator import or_
from pathlib import Path

import pytest
import uharfbuzz as hb
from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from desk_app import paths
from desk_app.badges.fonts import BUNDLED
from desk_app.badges.paper import Paper, Words
from desk_app.badges.shaping import Line, shape, tidy
from tests.badges.people import Picture, text

NAMES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("names.toml").read_text(encoding="utf-8")
)
MIXED = ["Anna אנה Μαρία", "Dr. محمد Ali", "प्रिया Müller", "Zoë (יעל) לוי", "علي Ali-عمر"]
SIZE = 260  # dots an em
ROOM = SIZE  # white around
ENOUGH = 0.97
_BITS = bytes(ord("1") if dot < 128 else ord("0") for dot in range(256))


def test_there_are_200_names_in_12_scripts() -> None:
    assert (sum(map(len, NAMES.values())), len(NAMES)) == (204, 12)


@pytest.mark.parametrize("script", NAMES)
def test_names_look_as_qt_draws_them(script: str) -> None:
    lines = [shape(tidy(name), bold=True) for name in NAMES[script]]
    pdf = drawn(lines)
    alike = {
        line.text: overlap(ours(pdf, page), theirs(line.text, script))
        for page, line in enumerate(lines)
    }
    assert {name: round(it, 3) for name, it in alike.items() if it < ENOUGH} == {}


def test_lines_of_several_scripts_look_as_qt_draws_them() -> None:
    lines = [shape(tidy(name), bold=True) for name in MIXED]
    pdf = drawn(lines)
    alike = {
        line.text: overlap(ours(pdf, page), theirs(line.text, "Latin"))
        for page, line in enumerate(lines)
    }
    assert {name: round(it, 3) for name, it in alike.items() if it < ENOUGH} == {}


@pytest.mark.parametrize("script", NAMES)
def test_names_are_found_in_the_file_as_they_are_read(script: str) -> None:
    lines = [shape(tidy(name), bold=True) for name in NAMES[script]]
    pdf = drawn(lines)
    found = {line.text: tidy(text(pdf, page)) for page, line in enumerate(lines)}
    joiner = "\u200c"  # which the reader shows as a blank
    assert {name: it for name, it in found.items() if it != name.replace(joiner, " ")} == {}


@pytest.mark.parametrize("script", NAMES)
def test_no_ink_is_beyond_the_box_that_badges_reckon_with(script: str) -> None:
    lines = [shape(tidy(name), bold=True) for name in NAMES[script]]
    pdf = drawn(lines)
    beyond = {
        line.text: beside(line, Picture(pdf, page, dpi=72)) for page, line in enumerate(lines)
    }
    assert {name: it for name, it in beyond.items() if it} == {}


def drawn(lines: Sequence[Line]) -> bytes:
    """A page for each line, with room around it."""
    paper = Paper("Names", "en")
    for line in lines:
        paper.open_page(ROOM * 2 + line.breadth * SIZE, ROOM * 2 + SIZE)
        paper.put((Words(line, ROOM, ROOM, SIZE, "#000000"),))
        paper.close_page()
    return paper.finished()


def beside(line: Line, picture: Picture) -> list[str]:
    """The sides on which there is ink out of the line's box, or none at its border."""
    bits = [int(row.translate(_BITS), 2) for row in picture.rows]
    rows = [y for y, row in enumerate(bits) if row]
    every = reduce(or_, bits)
    base = picture.height - ROOM
    wanted = {
        "left": (picture.width - every.bit_length(), ROOM + line.left * SIZE),
        "right": (picture.width + 1 - (every & -every).bit_length(), ROOM + line.right * SIZE),
        "top": (rows[0], base - line.top * SIZE),
        "bottom": (rows[-1] + 1, base - line.bottom * SIZE),
    }
    return [side for side, (found, told) in wanted.items() if abs(found - told) > 2]


def ours(pdf: bytes, page: int) -> list[int]:
    """The ink of the PDF, cropped."""
    return cropped(Picture(pdf, page, dpi=72).rows)


def theirs(name: str, script: str) -> list[int]:
    """The ink of Qt, cropped."""
    layout = QTextLayout(name, font(script))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    image = QImage(int(line.naturalTextWidth()) + 2 * ROOM, 4 * ROOM, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    left = line.naturalTextRect().left()
    for run in layout.glyphRuns():
        painter.drawGlyphRun(QPointF(ROOM - left, 2 * ROOM), run)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    raw, stride = bytes(grey.constBits()), grey.bytesPerLine()
    return cropped([raw[y * stride : y * stride + grey.width()] for y in range(grey.height())])


def font(script: str) -> QFont:
    """The same files and no other; the script's own first, whose blank goes with its letters."""
    families = loaded()
    own = [it for it in families if it.endswith(f" {script}")]
    made = QFont()
    made.setFamilies([*own, *families])
    made.setBold(True)
    made.setPixelSize(SIZE)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@pytest.fixture(scope="module", autouse=True)
def alone(qapp: QApplication) -> Iterator[None]:
    """No font but these; a window dressed before has them under the same names, uncut."""
    QFontDatabase.removeAllApplicationFonts()
    qapp.setProperty("dressed", None)  # the next window dresses anew
    yield
    QFontDatabase.removeAllApplicationFonts()
    loaded.cache_clear()


@cache
def loaded() -> tuple[str, ...]:
    """The families of the bundled fonts, the main one first."""
    folder = paths.resources() / "fonts"
    files = [*(f"{it}-Bold.ttf" for it in BUNDLED), *(f"NotoSans{it}.ttf" for it in NAMES)]
    numbers = [QFontDatabase.addApplicationFontFromData(QByteArray(bold(folder / it)))
               for it in files if (folder / it).exists()]  # fmt: skip
    return tuple(QFontDatabase.applicationFontFamilies(it)[0] for it in numbers)


def bold(file: Path) -> bytes:
    """The font; a variable one cut bold, as Qt takes the kerning of such a one from the regular."""
    face = hb.Face(hb.Blob.from_file_path(str(file)))
    if not face.axis_infos:
        return file.read_bytes()
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    for axis in face.axis_infos:
        wanted.pin_axis_location(face, axis.tag, 700 if axis.tag == "wght" else axis.default_value)
    return bytes(hb.subset(face, wanted).blob.data)


def cropped(rows: list[bytes]) -> list[int]:
    """A number for each row, with a bit for each dark dot; without the white around."""
    bits = [int(row.translate(_BITS), 2) for row in rows]
    while not bits[0]:
        bits.pop(0)
    while not bits[-1]:
        bits.pop()
    every = reduce(or_, bits)
    right = (every & -every).bit_length() - 1
    return [it >> right for it in bits]


def overlap(one: list[int], other: list[int]) -> float:
    """Shared ink of all ink; if need be at the best of nine places: crops may be a dot apart."""
    first = _shared(one, other, 0, 0)
    if first >= ENOUGH:
        return first
    return max(_shared(one, other, x, y) for x, y in product((-1, 0, 1), repeat=2))


def _shared(one: list[int], other: list[int], x: int, y: int) -> float:
    here = [0, *(it << 1 for it in one), 0]
    there = [0] * (1 + y) + [it << 1 + x for it in other] + [0] * (1 - y)
    pairs = list(zip_longest(here, there, fillvalue=0))
    either = sum((a | b).bit_count() for a, b in pairs)
    return sum((a & b).bit_count() for a, b in pairs) / either

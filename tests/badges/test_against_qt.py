"""What the PDF shows is what Qt's own text layout draws from the same fonts."""

from functools import cache, reduce
from itertools import pairwise, product, zip_longest
from operator import or_

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from desk_app import paths
from desk_app.badges.fonts import BUNDLED
from desk_app.badges.paper import Paper, Words
from desk_app.badges.shaping import shape, tidy
from tests.badges.people import Picture

GIVEN = {
    "Latin": ("Jean-Baptiste", "Zoé", "Łukasz", "Þóra", "İpek"),
    "Combining": (
        "Ame\u0301lie",
        "Ångstro\u0308m",
        "S\u030cpela",
        "N\u0303andu",
        "Zo\u0308e\u0301",
    ),
    "Vietnamese": ("Nguyễn", "Phượng", "Thị Hồng", "Đặng", "Trường"),
    "Greek": ("Ὀδυσσεύς", "Παύλος", "Ἑλένη", "Γιώργος", "Ζωή"),
    "Cyrillic": ("Екатерина", "Щукин", "Їжак", "Ђорђе", "Жанна"),
    "Arabic": ("محمد", "عبد الله", "فاطمة", "لاله", "مُحَمَّد"),
    "Hebrew": ("שָׁלוֹם", "כֹּהֵן", "יעל", "דָּוִד", "רבקה"),
    "Devanagari": ("श्रीनिवास", "क्षत्रिय", "प्रिया", "हर्ष", "लक्ष्मी"),
    "Thai": ("สมชาย", "ศรีสุวรรณ", "น้ำผึ้ง", "กิ่งแก้ว", "ปิ่น"),
}
OWN_BLANK = ("Hebrew",)  # whose blank we take from the letters' font, and Qt from the first one
SIZE = 260  # dots an em
ENOUGH = 0.97
_BITS = bytes(ord("1") if dot < 128 else ord("0") for dot in range(256))
FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari",
            "Noto Sans Thai")  # fmt: skip


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("script", GIVEN)
def test_names_look_as_qt_draws_them(script: str) -> None:
    pairs = pairwise(GIVEN[script] if script not in OWN_BLANK else ())
    names = [*GIVEN[script], *(f"{a} {b}" for a, b in pairs)]
    alike = {name: overlap(ours(tidy(name)), theirs(tidy(name))) for name in names}
    assert {name: round(it, 3) for name, it in alike.items() if it < ENOUGH} == {}


def ours(name: str) -> list[int]:
    """The ink of the PDF, cropped."""
    line, room = shape(name, bold=True), SIZE * 1.5
    paper = Paper("Name", "en")
    paper.open_page(room * 2 + line.width * SIZE, room * 2)
    paper.put((Words(line, room, room, SIZE, "#000000"),))
    paper.close_page()
    return cropped(Picture(paper.finished(), dpi=72).rows)


def theirs(name: str) -> list[int]:
    """The ink of Qt, cropped."""
    layout = QTextLayout(name, font())
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    room = int(SIZE * 1.5)
    image = QImage(int(line.naturalTextWidth()) + 2 * room, 3 * room, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    left = line.naturalTextRect().left()
    for run in layout.glyphRuns():
        painter.drawGlyphRun(QPointF(room - left, room), run)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    raw, stride = bytes(grey.constBits()), grey.bytesPerLine()
    return cropped([raw[y * stride : y * stride + grey.width()] for y in range(grey.height())])


@cache
def font() -> QFont:
    """The same files, and no other."""
    assert QApplication.instance()
    for name in BUNDLED:
        added = str(paths.resources() / "fonts" / f"{name}-Bold.ttf")
        assert QFontDatabase.addApplicationFont(added) >= 0
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setBold(True)
    made.setPixelSize(SIZE)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


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
    """Shared ink of all ink, at the best of nine places: crops may be a dot apart."""
    return max(_shared(one, other, x, y) for x, y in product((-1, 0, 1), repeat=2))


def _shared(one: list[int], other: list[int], x: int, y: int) -> float:
    here = [0, *(it << 1 for it in one), 0]
    there = [0] * (1 + y) + [it << 1 + x for it in other] + [0] * (1 - y)
    pairs = list(zip_longest(here, there, fillvalue=0))
    either = sum((a | b).bit_count() for a, b in pairs)
    return sum((a & b).bit_count() for a, b in pairs) / either

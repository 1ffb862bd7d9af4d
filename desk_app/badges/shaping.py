"""Text to glyphs: fonts chosen by coverage, shaped by HarfBuzz, laid out in visual order."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb

from desk_app.badges.direction import directions, reads_right_to_left
from desk_app.badges.fonts import SIGNS, Face, face_for, invisible, preferred
from desk_app.badges.typefaces import by_typeface

CAP_HEIGHT = 0.714  # of Noto Sans, in ems
_BLANKS = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face in visual order, with their places in ems from the start of the line.

    `meanings` are the letters each glyph stands for; of several glyphs for the same letters only
    the first has them, and the run is not `direct`; nor is one read `backwards`, from right to
    left, of whose glyphs one stands for several. `text` is the run as it is read. Parallel
    tuples rather than an object per glyph: the collector passes over them.
    """

    face: Face
    text: str
    numbers: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    meanings: tuple[str, ...]
    direct: bool
    width: float
    backwards: bool


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of shaped text. Every measure is in ems; the ink's box is around the baseline."""

    text: str
    bold: bool
    runs: tuple[Run, ...]
    width: float
    left: float
    bottom: float
    right: float
    top: float
    right_to_left: bool

    @property
    def breadth(self) -> float:
        """What the line needs: its advance, or its ink where that is wider."""
        return max(self.width, self.right) - min(0.0, self.left)


@lru_cache(maxsize=2048)
def tidy(text: str) -> str:
    """Composed letters, single blanks, nothing that would steer a printer or the direction."""
    plain = _UNWANTED.sub("", _BLANKS.sub(" ", text))
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", plain)).strip()


@by_typeface
@lru_cache(maxsize=2048)
def shape(text: str, bold: bool = False) -> Line:
    """Shape tidy, legible text as one line."""
    pen, runs = 0.0, []
    for piece, face, backwards in _visual(text, bold):
        run, pen = _shaped(piece, face, backwards, pen)
        runs.append(run)
    boxes = [
        (x, y, box)
        for run in runs
        for number, x, y in zip(run.numbers, run.xs, run.ys, strict=True)
        if (box := run.face.glyph(number)).right != box.left
    ]
    return Line(
        text=text,
        bold=bold,
        runs=tuple(runs),
        width=pen,
        left=min((x + box.left for x, _, box in boxes), default=0.0),
        bottom=min((y + box.bottom for _, y, box in boxes), default=0.0),
        right=max((x + box.right for x, _, box in boxes), default=0.0),
        top=max((y + box.top for _, y, box in boxes), default=0.0),
        right_to_left=reads_right_to_left(text),
    )


def _shaped(text: str, face: Face, backwards: bool, pen: float) -> tuple[Run, float]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    hb.shape(face.font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    numbers = tuple(glyph.codepoint for glyph in infos)
    clusters = [glyph.cluster for glyph in infos]
    start, xs, ys = pen, [], []
    for offset in positions:
        xs.append(pen + offset.x_offset / face.upem)
        ys.append(offset.y_offset / face.upem)
        pen += offset.x_advance / face.upem
    meanings = _meanings(text, clusters)
    direct = len(set(clusters)) == len(clusters) and not (backwards and max(map(len, meanings)) > 1)
    width = pen - start
    return Run(face, text, numbers, tuple(xs), tuple(ys), meanings, direct, width, backwards), pen


def _meanings(text: str, clusters: list[int]) -> tuple[str, ...]:
    ends = dict(pairwise(sorted({len(text), *clusters})))
    return tuple(
        "" if start in clusters[:index] else text[start : ends[start]]
        for index, start in enumerate(clusters)
    )


def _visual(text: str, bold: bool) -> Iterator[tuple[str, Face, bool]]:
    """Pieces of one face and direction each, from left to right on the paper."""
    for start, end, backwards in directions(text):
        pieces = list(_by_face(text[start:end], bold))
        for piece, face in reversed(pieces) if backwards else pieces:
            yield piece, face, backwards


def _by_face(text: str, bold: bool) -> Iterator[tuple[str, Face]]:
    main = preferred(bold)[0]
    if main.covers_all(text):  # as it has most names: nothing to choose
        yield text, main
        return
    piece, face = "", None
    for cell in _cells(text):
        chosen = _face_of(cell, face, bold) or main
        if face is not None and chosen is not face:
            yield piece, face
            piece = ""
        piece, face = piece + cell, chosen
    if face is not None:
        yield piece, face


def _face_of(cell: str, current: Face | None, bold: bool) -> Face | None:
    """A letter takes the first font that has it; a blank or a sign stays with its neighbours."""
    visible = [ch for ch in cell if not invisible(ch)]
    signs = current is not None and current.key.startswith(SIGNS)  # whose blanks are too wide
    if (
        current
        and not signs
        and (not visible or not cell[0].isalpha())
        and all(map(current.covers, visible))
    ):
        return current
    wanted = [face for ch in visible if (face := face_for(ch, bold))]
    whole = (face for face in wanted if all(map(face.covers, visible)))
    return next(whole, wanted[0] if wanted else current)


def _cells(text: str) -> Iterator[str]:
    """A letter with the marks and joiners that belong to it."""
    cell = ""
    for ch in text:
        attached = (
            unicodedata.category(ch).startswith("M") or invisible(ch) or cell.endswith("\u200d")
        )
        if cell and not attached:
            yield cell
            cell = ""
        cell += ch
    if cell:
        yield cell

"""Text to lines: where a text may break, and the breaks that let it be largest."""

import re
from collections.abc import Sequence
from functools import lru_cache

from desk_app.badges.shaping import Line, shape
from desk_app.badges.typefaces import by_typeface

# After a blank, a hyphen or a slash; and between ideographs, which are written without blanks.
_PIECES = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff] ?|"
    r"[^ \-\u2010/\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]*[\-\u2010/ ]+|"
    r"[^ \-\u2010/\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)
_HALVINGS = 12


@by_typeface
@lru_cache(maxsize=1024)
def balanced(text: str, bold: bool, count: int) -> tuple[Line, ...]:
    """The text in at most `count` lines, broken so that the widest is as narrow as it can be."""
    if count == 1:
        return (shape(text, bold),)
    pieces = _PIECES.findall(text)
    widths = [shape(piece.rstrip(), bold).width for piece in pieces]
    low, high = max(widths, default=0.0), sum(widths) + len(widths)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        fits = len(_filled(pieces, widths, middle)) <= count
        low, high = (low, middle) if fits else (middle, high)
    return tuple(shape(line, bold) for line in _filled(pieces, widths, high))


@by_typeface
@lru_cache(maxsize=1024)
def wrapped(text: str, bold: bool, width: float) -> tuple[Line, ...]:
    """The text in lines of at most `width` ems; a word longer than that is broken anywhere."""
    if (whole := shape(text, bold)).width <= width:
        return (whole,)
    pieces = [part for piece in _PIECES.findall(text) for part in _parts(piece, bold, width)]
    widths = [shape(piece.rstrip(), bold).width for piece in pieces]
    return tuple(shape(line, bold) for line in _filled(pieces, widths, width))


def shortened(text: str, bold: bool, width: float) -> str:
    """The longest beginning that fits `width` ems together with the ellipsis that ends it."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = shape(f"{text[:middle].rstrip()}…", bold).width <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{text[:low].rstrip(' ,;-–')}…"


def _filled(pieces: Sequence[str], widths: Sequence[float], limit: float) -> list[str]:
    """Pieces set one after the other, a new line whenever the next would pass the limit."""
    lines, line, used = [], "", 0.0
    for piece, width in zip(pieces, widths, strict=True):
        blank = 0.26 if line.endswith(" ") else 0.0
        if line and used + blank + width > limit + 1e-6:
            lines.append(line.rstrip())
            line, used, blank = "", 0.0, 0.0
        line, used = line + piece, used + blank + width
    return [*lines, line.rstrip()]


def _parts(piece: str, bold: bool, width: float) -> list[str]:
    if len(piece) == 1 or shape(piece.rstrip(), bold).width <= width:
        return [piece]
    middle = len(piece) // 2
    return [*_parts(piece[:middle], bold, width), *_parts(piece[middle:], bold, width)]

"""A glyph's outline as PDF path operators."""

from functools import cache
from typing import Any

import uharfbuzz as hb

from desk_app.badges.fonts import Face
from desk_app.badges.shaping import Run


def drawing(face: Face, number: int) -> bytes:
    """The procedure of a Type 3 font that draws one glyph, in thousandths of an em."""
    glyph, path = face.glyph(number), _Path(1000 / face.upem)
    face.font.draw_glyph(number, _pens(), path)
    box = (glyph.left, glyph.bottom, glyph.right, glyph.top)
    limits = " ".join(f"{value * 1000:.0f}" for value in box)
    return " ".join([f"{glyph.advance * 1000:.2f} 0 {limits} d1", *path.code, "f"]).encode()


def outline(run: Run) -> str:
    """The glyphs of a run as one path, in ems from the start of its line."""
    parts = []
    for number, x, y in zip(run.numbers, run.xs, run.ys, strict=True):
        path = _Path(1 / run.face.upem, x, y)
        run.face.font.draw_glyph(number, _pens(), path)
        parts += path.code
    return " ".join(parts)


class _Path:
    """Collects operators; a quadratic curve, which PDF lacks, becomes the cubic one it equals."""

    def __init__(self, scale: float, x: float = 0.0, y: float = 0.0) -> None:
        self._scale = scale
        self._start = x, y
        self._here = (0.0, 0.0)
        self.code: list[str] = []

    def add(self, operator: str, *numbers: float) -> None:
        places = (
            f"{number * self._scale + self._start[place % 2]:.5g}"
            for place, number in enumerate(numbers)
        )
        self.code.append(" ".join(places))
        self.code.append(operator)
        self._here = numbers[-2], numbers[-1]

    def curve(self, cx: float, cy: float, x: float, y: float) -> None:
        fx, fy = self._here
        handles = (fx + (cx - fx) * 2 / 3, fy + (cy - fy) * 2 / 3, x + (cx - x) * 2 / 3)
        self.add("c", *handles, y + (cy - y) * 2 / 3, x, y)


@cache
def _pens() -> Any:
    pens = hb.DrawFuncs()
    pens.set_move_to_func(lambda x, y, path: path.add("m", x, y))
    pens.set_line_to_func(lambda x, y, path: path.add("l", x, y))
    pens.set_quadratic_to_func(lambda cx, cy, x, y, path: path.curve(cx, cy, x, y))
    pens.set_cubic_to_func(lambda a, b, c, d, x, y, path: path.add("c", a, b, c, d, x, y))
    pens.set_close_path_func(lambda path: path.code.append("h"))
    return pens

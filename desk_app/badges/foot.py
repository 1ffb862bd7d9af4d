"""The foot of a badge: the code in the corner, the category's ribbon beside it."""

from dataclasses import dataclass, replace
from math import ceil, floor

from desk_app.badges.categories import BLACK, colour
from desk_app.badges.fitting import Block, fit
from desk_app.badges.frame import Frame
from desk_app.badges.layouts import CodeBox, Style
from desk_app.badges.paper import MM, Area, Cells, Mark
from desk_app.badges.qr import QUIET, symbol
from desk_app.badges.shaping import CAP_HEIGHT
from desk_app.domain.sentence import Sentence, sentence

FINEST_CELL = 0.3 * MM  # finer cells are lost by cameras and by 203 dpi printers


@dataclass(frozen=True, slots=True)
class Sides:
    """Turns what was measured from left to right into places on a badge that may be mirrored."""

    width: float
    mirrored: bool

    def span(self, left: float, right: float) -> tuple[float, float]:
        return (self.width - right, self.width - left) if self.mirrored else (left, right)

    @property
    def start(self) -> float:
        """Where lines begin: 0 at the left, 1 at the right."""
        return float(self.mirrored)


def set_code(
    content: str, box: CodeBox | None, frame: Frame
) -> tuple[Cells | None, list[Sentence]]:
    """The QR in the lower right corner, its cells whole dots of the printer."""
    if not content or not box:
        return None, []
    made = symbol(content)
    if made is None:
        return None, [sentence("The code of this badge is too long for a QR: none is printed.")]
    limit = min(box.most_of_height * frame.height, box.most_of_width * frame.width)
    wanted = max(box.least * MM, box.share * min(frame.width, frame.height))
    dots = ceil(min(wanted, limit) / made.cells / frame.dot)
    if dots * frame.dot * made.cells > limit:
        dots -= 1
    side = max(dots, 1) * frame.dot
    x = frame.width - max(frame.right, QUIET * side) - side * made.cells
    y = max(frame.bottom, QUIET * side)
    on_dots = floor(x / frame.dot) * frame.dot, ceil(y / frame.dot) * frame.dot
    cells = Cells(made.code, *on_dots, side, made.cells)
    small = [sentence("The code of this badge is long: its QR may be too fine to be read.")]
    return cells, small if side < FINEST_CELL else []


def beside(code: Cells | None, frame: Frame) -> float:
    """The right end of what stands beside the code."""
    return code.x - QUIET * code.side if code else frame.width - frame.right


def set_ribbon(
    text: str, style: Style | None, frame: Frame, code: Cells | None
) -> tuple[list[Block], float]:
    """The category's block, and the height above which the body may be set."""
    foot = _foot(frame, code)
    if not text or not style:
        return [], foot
    width = beside(code, frame) - frame.left - 2 * style.padding
    block = fit(text, style, width)
    return [block], foot + _ribbon_height(block) + style.padding


def _foot(frame: Frame, code: Cells | None) -> float:
    return code.y if code else frame.bottom


def _ribbon_height(block: Block) -> float:
    ink = block.rises + block.drops[-1]
    return max(block.style.height, ink + 1.1 * block.style.padding)


def ribbon_marks(
    category: str, ribbon: list[Block], frame: Frame, code: Cells | None, sides: Sides
) -> list[Mark]:
    if not ribbon:
        return []
    block, foot = ribbon[0], _foot(frame, code)
    height = _ribbon_height(block)
    left, right = sides.span(frame.left, beside(code, frame))
    shade = BLACK if frame.one_bit else colour(category)
    area = Area(left, foot, right - left, height, block.style.radius, shade)
    ink = CAP_HEIGHT * block.size + block.drops[-1]
    top = foot + (height + ink) / 2 + block.rises - CAP_HEIGHT * block.size
    padding = block.style.padding
    return [area, *block.words(left + padding, right - padding, top, sides.start)]


def code_marks(code: Cells | None, sides: Sides) -> list[Mark]:
    if code is None:
        return []
    left, _ = sides.span(code.x, code.x + code.count * code.side)
    return [replace(code, x=left)]

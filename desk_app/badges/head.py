"""The head of a badge: the event's title and line, side by side where they fit."""

from dataclasses import replace

from desk_app.badges.fitting import Block, fit
from desk_app.badges.frame import Frame
from desk_app.badges.layouts import Style
from desk_app.badges.paper import Cells, Words
from desk_app.badges.wording import EVENT

_SHARE = 0.24  # of the label's height: beyond it the event is told on single lines


def set_head(
    texts: dict[str, str], styles: dict[str, Style], frame: Frame, code: Cells | None
) -> tuple[list[Block], float]:
    """The blocks of the head, and where it ends: above the code in any case."""
    width = frame.width - frame.left - frame.right
    parts = [(texts[name], styles[name]) for name in EVENT if texts[name]]
    blocks = [fit(text, style, width) for text, style in parts]
    free = frame.height - frame.top - (code.y + code.count * code.side if code else 0.0)
    if _height(blocks, width) > min(free, _SHARE * frame.height):
        blocks = [fit(text, replace(style, lines=1, extra=1), width) for text, style in parts]
    return blocks, frame.height - frame.top - _height(blocks, width)


def _height(blocks: list[Block], width: float) -> float:
    if not blocks:
        return 0.0
    if _side_by_side(blocks, width):
        return max(block.height for block in blocks)
    return sum(block.height for block in blocks) + blocks[0].style.gap * (len(blocks) - 1)


def _side_by_side(blocks: list[Block], width: float) -> bool:
    single = all(len(block.lines) == 1 and block.size == block.style.size for block in blocks)
    apart = 2 * blocks[0].size
    return len(blocks) == 2 and single and sum(b.width for b in blocks) + apart <= width


def head_words(blocks: list[Block], frame: Frame) -> list[Words]:
    left, right, top = frame.left, frame.width - frame.right, frame.height - frame.top
    if not blocks:
        return []
    side = float(blocks[0].lines[0].right_to_left)
    first = blocks[0].words(left, right, top, side)
    if len(blocks) == 1:
        return first
    if _side_by_side(blocks, right - left):
        second = blocks[1].words(left, right, top, 1 - side)
        return [*first, replace(second[0], y=first[0].y)]
    below = top - blocks[0].height - blocks[0].style.gap
    return first + blocks[1].words(left, right, below, side)

"""Text as large as its place allows: shrink, break, shrink again, and say when it got small."""

from dataclasses import dataclass, replace
from math import floor

from desk_app.badges.breaking import balanced, shortened, wrapped
from desk_app.badges.layouts import Style
from desk_app.badges.paper import MM, Words
from desk_app.badges.shaping import CAP_HEIGHT, Line, shape

_LEADING = 1.14  # from baseline to baseline, in ems
_DESCENT = 0.2  # kept below a line even when none of its letters goes down
_CLEARANCE = 0.06  # between the ink of two lines


@dataclass(frozen=True, slots=True)
class Block:
    """A text set in lines. `cut`: its end was left out; `size` in points."""

    text: str
    style: Style
    lines: tuple[Line, ...]
    size: float
    cut: bool = False

    @property
    def rises(self) -> float:
        """From the first baseline to the top: at least a capital's height."""
        return max(CAP_HEIGHT, self.lines[0].top) * self.size

    @property
    def drops(self) -> tuple[float, ...]:
        """Each baseline's distance below the first one."""
        if len(self.lines) == 1:
            return (0.0,)
        depths = [0.0]
        for above, below in zip(self.lines, self.lines[1:], strict=False):
            ink = max(0.0, -above.bottom) + max(CAP_HEIGHT, below.top) + _CLEARANCE
            depths.append(depths[-1] + max(_LEADING, ink) * self.size)
        return tuple(depths)

    @property
    def height(self) -> float:
        below = max(_DESCENT, -self.lines[-1].bottom) * self.size
        return self.rises + self.drops[-1] + below

    @property
    def hollow(self) -> float:
        """What is kept below the last line where none of its letters goes down so far."""
        return max(0.0, _DESCENT + min(0.0, self.lines[-1].bottom)) * self.size

    @property
    def width(self) -> float:
        return max(line.breadth for line in self.lines) * self.size

    @property
    def small(self) -> bool:
        """Smaller than the layout holds to be readable."""
        return self.size < self.style.hard - 0.05

    def words(self, left: float, right: float, top: float, side: float = 0.0) -> list[Words]:
        """The lines below `top`; `side` 0 sets them left, 0.5 centred, 1 right."""
        baseline = top - self.rises
        return [
            Words(
                line,
                _start(line, self.size, left, right, side),
                baseline - drop,
                self.size,
                self.style.colour,
            )
            for line, drop in zip(self.lines, self.drops, strict=True)
        ]


def scaled(style: Style, measure: float) -> Style:
    """The style on a label of this measure (points): floors never exceed the size itself."""
    scale = measure / (100 * MM)
    size = min(style.size * scale, style.most)
    return replace(
        style,
        size=size,
        soft=min(max(style.soft, style.keep * size), size),
        hard=min(style.hard, size),
        least=min(style.least, size),
        gap=style.gap * scale * MM,
        height=style.height * scale * MM,
        radius=style.radius * scale * MM,
        padding=style.padding * scale * MM,
    )


def fit(text: str, style: Style, width: float, most: float | None = None) -> Block:
    """Set a text in `width` points, at `most` points of size; without, at the style's own."""
    most = style.size if most is None else most
    for count in range(1, style.lines + 1):
        block = _block(text, style, width, most, count)
        if block.size >= min(style.soft, most) - 1e-6:
            return block
    tried = [_block(text, style, width, most, count) for count in range(1, style.extra + 1)]
    best = max(tried, key=lambda block: round(block.size, 2))
    least = min(style.least, most)
    return best if best.size >= least - 1e-6 else _shortened(best, least, width)


def fit_into(text: str, style: Style, width: float, height: float) -> Block:
    """Set a text in a box: as large as both its sides allow, in as few lines as stay readable."""
    tried = [_into(text, style, width, height, count) for count in range(1, style.lines + 1)]
    for block in tried:
        if block.size >= style.soft - 1e-6:
            return block
    best = max(tried, key=lambda block: round(block.size, 2))
    least = min(style.least, height / (tried[0].height / tried[0].size))
    if best.size >= least - 1e-6:
        return best
    lines = max(1, floor((height / least - CAP_HEIGHT - _DESCENT) / _LEADING) + 1)
    cut = _shortened(
        replace(best, style=replace(style, extra=min(lines, style.lines))), least, width
    )
    return replace(cut, size=cut.size * min(1.0, height / cut.height))


def _into(text: str, style: Style, width: float, height: float, count: int) -> Block:
    block = _block(text, style, width, style.size, count)
    return replace(block, size=block.size * min(1.0, height / block.height))


def _block(text: str, style: Style, width: float, most: float, count: int) -> Block:
    lines = balanced(text, style.bold, count)
    widest = max(line.breadth for line in lines)
    return Block(text, style, lines, min(most, width / widest) if widest else most)


def _shortened(block: Block, size: float, width: float) -> Block:
    """As many whole lines as may be at this size, the last one ending in an ellipsis."""
    style, room = block.style, width / size
    lines = wrapped(block.text, style.bold, room)
    if len(lines) <= style.extra:
        return replace(block, lines=lines, size=size)
    rest = " ".join(line.text for line in lines[style.extra - 1 : style.extra + 1])
    last = shape(shortened(rest, style.bold, room), style.bold)
    return replace(block, lines=(*lines[: style.extra - 1], last), size=size, cut=True)


def _start(line: Line, size: float, left: float, right: float, side: float) -> float:
    """Where the line begins so that its ink keeps inside; a J may hang out to the left."""
    x = left + (right - left - line.width * size) * side
    return max(x, left - line.left * size) if side == 0 else x

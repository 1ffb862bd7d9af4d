"""The room that a layout has on the labels of a stock."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import sqrt

from desk_app.badges.designs import Design
from desk_app.badges.layouts import AnyLayout, Margin, layout_or
from desk_app.badges.paper import MM
from desk_app.badges.stocks import Stock

_UP_TO_EDGE = Margin(share=0.0, least=0.0, most=0.0, clear=0.3)  # a design says where boxes are


@dataclass(frozen=True, slots=True)
class Frame:
    """A label as its badge sees it, in points, y up; the four margins keep text readable.

    `dot` is one dot of the printer; `one_bit` printers know black only.
    """

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    dot: float
    one_bit: bool

    @property
    def measure(self) -> float:
        """One length for the label's size, by which type grows and shrinks."""
        return sqrt(self.width * self.height)


def frame(layout: AnyLayout, stock: Stock) -> Frame:
    """The label's size and margins, turned the way its badge is read."""
    insets = _insets(stock)
    width, height = stock.badge_size
    if stock.folded:
        outer = max(insets[1], insets[3])
        insets = insets[0], outer, insets[2], outer
    if stock.turned:
        left, top, right, bottom = insets
        insets = top, right, bottom, left
    rule = _UP_TO_EDGE if isinstance(layout, Design) else layout.margin
    base = min(max(rule.share * min(width, height), rule.least), rule.most)
    left, top, right, bottom = (
        max(base, inset + rule.clear if inset else 0.0) * MM for inset in insets
    )
    dot = 72 / stock.dpi
    return Frame(width * MM, height * MM, left, top, right, bottom, dot, stock.one_bit)


def rooms(layout: AnyLayout, stock: Stock) -> Callable[[str], tuple[AnyLayout, Frame]]:
    """For the layout that a badge names, if any, that layout and its room on a label."""

    @cache
    def room(named: str) -> tuple[AnyLayout, Frame]:
        own = layout_or(named, layout)
        return own, frame(own, stock)

    return room


def matrix(stock: Stock, index: int) -> tuple[float, ...]:
    """The PDF matrix that brings a badge to the label counted from 0."""
    x, y = stock.corner(index)
    if stock.turned:  # a quarter turn clockwise: the badge's top is at the right
        return _seen(stock, x, (0, -1, 1, 0, x * MM, (stock.page_h - y) * MM))
    return _seen(stock, x, (1, 0, 0, 1, x * MM, (stock.page_h - y - stock.label_h) * MM))


def upper_half(stock: Stock, index: int) -> tuple[float, ...]:
    """The PDF matrix that brings a badge upside down to the upper half of a folded label."""
    x, y = stock.corner(index)
    return _seen(stock, x, (-1, 0, 0, -1, (x + stock.label_w) * MM, (stock.page_h - y) * MM))


def behind(stock: Stock, index: int) -> int:
    """Which label of the other side lies behind this one, of a sheet turned like a book's leaf."""
    row, column = divmod(index, stock.cols)
    return row * stock.cols + stock.cols - 1 - column


def _seen(stock: Stock, x: float, place: tuple[float, ...]) -> tuple[float, ...]:
    """The matrix, mirrored within its label where that is read through its back."""
    if not stock.mirrored:
        return place
    a, b, c, d, e, f = place
    return (-a, b, -c, d, (2 * x + stock.label_w) * MM - e, f)


def moved(place: tuple[float, ...], offset: tuple[float, float], dpi: int) -> tuple[float, ...]:
    """The matrix, moved to the right and down by mm, in whole dots of the printer."""
    dot = 25.4 / dpi
    x, y = (round(it / dot) * dot * MM for it in offset)
    return (*place[:4], place[4] + x, place[5] - y)


def _insets(stock: Stock) -> tuple[float, float, float, float]:
    """How far the printer's white border reaches into the worst placed label: l, t, r, b."""
    below = stock.page_h - (stock.y0 + (stock.rows - 1) * stock.dy + stock.label_h)
    beside = stock.page_w - (stock.x0 + (stock.cols - 1) * stock.dx + stock.label_w)
    left, top, right, bottom = (
        max(0.0, border - room)
        for border, room in zip(stock.unprintable, (stock.x0, stock.y0, beside, below), strict=True)
    )
    if stock.per_page == 1:
        return left, top, right, bottom
    across, along = max(left, right), max(top, bottom)
    return across, along, across, along  # the same on all labels of a sheet

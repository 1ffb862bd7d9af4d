"""Designs on paper: a layout taken apart into boxes, and one label drawn to be looked at."""

from dataclasses import dataclass, replace

from desk_app.badges.badge import Badge
from desk_app.badges.designs import Design
from desk_app.badges.layouts import AnyLayout
from desk_app.badges.stocks import Stock
from desk_app.domain.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Drawn:
    """One label as it is printed, and what the desk would be told of it."""

    pdf: bytes
    remarks: tuple[Sentence, ...]


def label_size(stock: Stock) -> tuple[float, float]:
    """Width and height of one side of a badge in mm, as people write them."""
    width, height = stock.badge_size
    return round(width, 2), round(height, 2)


def from_layout(layout: AnyLayout, stock: Stock) -> Design:
    """A layout as boxes; the libraries that draw are imported with the first one."""
    from desk_app.badges.unfolding import unfolded

    return unfolded(layout, stock)


def drawn(badge: Badge, design: Design, one_bit: bool) -> Drawn:
    """The design on a label of its own size, in black alone where the labels are so."""
    from desk_app.badges.render import render

    label = Stock(
        "design", "", "roll" if one_bit else "page",
        design.width, design.height, design.width, design.height,
    )  # fmt: skip
    made = render([replace(badge, layout="")], design, label)
    return Drawn(made.pdf, tuple(it.sentence for it in made.remarks))

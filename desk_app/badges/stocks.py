"""Label stocks: sheets, rolls and single pages, as `resources/badges/stocks` describes them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from desk_app import paths
from desk_app.domain.errors import DeskError

KINDS = ("sheet", "roll", "page")
DEFAULT = "avery-l4785"
_SLACK = 0.05  # mm by which published figures may miss the page or each other


@dataclass(frozen=True, slots=True)
class Stock:
    """Millimetres from the top left corner of the page; `dx`, `dy` from label to label.

    `unprintable` is what the printer leaves white: left, top, right, bottom. `turned` says that
    the badge lies on its side on a page that is fed upright; `folded`, that a label is two badges
    one above the other, the upper one upside down; `mirrored`, that it is read through its back.
    """

    id: str
    name: str
    kind: str
    page_w: float
    page_h: float
    label_w: float
    label_h: float
    x0: float = 0.0
    y0: float = 0.0
    dx: float = 0.0
    dy: float = 0.0
    cols: int = 1
    rows: int = 1
    unprintable: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    dpi: int = 300
    turned: bool = False
    folded: bool = False
    mirrored: bool = False

    @property
    def per_page(self) -> int:
        return self.cols * self.rows

    @property
    def one_bit(self) -> bool:
        """Label printers know black only: a colour would come out as a pattern of dots."""
        return self.kind == "roll"

    @property
    def badge_size(self) -> tuple[float, float]:
        """Width and height of one side of a badge in mm, the way it is read."""
        size = self.label_w, self.label_h / 2 if self.folded else self.label_h
        return size[::-1] if self.turned else size

    def corner(self, index: int) -> tuple[float, float]:
        """Top left corner of a label, counted from 0 along the rows."""
        row, column = divmod(index, self.cols)
        return self.x0 + column * self.dx, self.y0 + row * self.dy


_own: dict[str, Stock] = {}


def use_own(found: Sequence[Stock]) -> None:
    """The stocks that were made at this desk, beside those that ship with it, from now on."""
    global _own
    _own = {it.id: it for it in found}


def stocks() -> tuple[Stock, ...]:
    """Every stock, the desk's own first, then sheets."""
    return (*_own.values(), *_all().values())


def stock(id: str) -> Stock:
    """One stock; an unknown id is answered with the ids that look like it."""
    known = {**_all(), **_own}
    if found := known.get(id.strip().lower()):
        return found
    near = get_close_matches(id.lower(), known, n=3, cutoff=0.4) or ["a6", "62x100", DEFAULT]
    raise DeskError(
        "There is no label stock “{id}”. Choose one of the list, {near} for example.",
        id=id,
        near=", ".join(near),
    )


def read_stocks(file: Path) -> tuple[Stock, ...]:
    """The stocks of one TOML file, each checked."""
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8")).get("stock", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DeskError(
            "The stock file {file} cannot be read: {reason}.", file=file.name, reason=str(error)
        ) from error
    return tuple(_stock(entry, file.name) for entry in entries)


def checked(stock: Stock) -> Stock:
    """The stock itself when its labels are on the page and apart; else a DeskError says why."""
    for fault, sentence in _FAULTS:
        if fault(stock):
            raise DeskError(sentence, id=stock.id)
    return stock


def _right(stock: Stock) -> float:
    return stock.x0 + (stock.cols - 1) * stock.dx + stock.label_w


def _bottom(stock: Stock) -> float:
    return stock.y0 + (stock.rows - 1) * stock.dy + stock.label_h


_FAULTS = (
    (lambda s: s.kind not in KINDS, "The stock “{id}” is neither a sheet, a roll nor a page."),
    (
        lambda s: min(s.page_w, s.page_h) < 15 or max(s.page_w, s.page_h) > 1000,
        "The page of the stock “{id}” must measure between 15 and 1000 mm.",
    ),
    (
        lambda s: min(s.label_w, s.label_h) < 15,
        "The labels of the stock “{id}” must measure at least 15 mm.",
    ),
    (
        lambda s: s.cols < 1 or s.rows < 1,
        "The stock “{id}” needs at least one column and one row of labels.",
    ),
    (
        lambda s: s.folded and (s.turned or s.label_h < 30),
        "The labels of the stock “{id}” cannot be folded: they must be upright, and 30 mm high.",
    ),
    (
        lambda s: (
            (s.cols > 1 and s.dx < s.label_w - _SLACK) or (s.rows > 1 and s.dy < s.label_h - _SLACK)
        ),
        "The labels of the stock “{id}” overlap: their pitch is smaller than their size.",
    ),
    (
        lambda s: s.x0 < 0 or _right(s) > s.page_w + _SLACK,
        "The labels of the stock “{id}” leave the page at the side.",
    ),
    (
        lambda s: s.y0 < 0 or _bottom(s) > s.page_h + _SLACK,
        "The labels of the stock “{id}” leave the page at the top or bottom.",
    ),
)


@cache
def _all() -> dict[str, Stock]:
    files = sorted((paths.resources() / "badges" / "stocks").glob("*.toml"))
    found = [stock for file in files for stock in read_stocks(file)]
    found.sort(key=lambda stock: KINDS[::-1].index(stock.kind), reverse=True)
    return {stock.id: stock for stock in found}


def _stock(entry: dict[str, Any], file: str) -> Stock:
    fields = {**entry, "unprintable": tuple(entry.get("unprintable", (0.0, 0.0, 0.0, 0.0)))}
    try:
        return checked(Stock(**fields))
    except TypeError as error:
        raise DeskError(
            "The stock “{id}” in {file} lacks a figure, or has one too many: {reason}.",
            id=entry.get("id", "?"),
            file=file,
            reason=str(error),
        ) from error

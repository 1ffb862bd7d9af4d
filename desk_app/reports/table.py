"""Tables on paper: rows of text, boxes to sign in, boxes to tick, codes to scan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk_app.badges.paper import MM, Area, Cells, Mark, Words
from desk_app.badges.qr import symbol
from desk_app.badges.shaping import CAP_HEIGHT, Line
from desk_app.reports.look import colour, left, look, width
from desk_app.reports.text import line, wrapped

_ASCENT = 1.0  # above a baseline, in ems: accents on capitals too


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is already in the document's language; `share` is of the table's width."""

    heading: str
    share: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """An empty box to sign in. The note stands beside it, never in it."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A small empty box."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that holds this text."""

    text: str


Cell = str | Box | Tick | Code


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row whose text is wrapped; `height` in points, the rule included.

    `heading`: it begins a section, and never stands last on a page.
    """

    cells: tuple[Cell, ...]
    lines: tuple[tuple[Line, ...], ...]
    height: float
    heading: bool = False


def set_row(cells: tuple[Cell, ...], columns: Sequence[Column]) -> SetRow:
    """Measure a row."""
    table = look()["table"]
    lines = tuple(
        wrapped(it, column.bold, table["size"], room) if isinstance(it, str) else ()
        for it, column, (_, room) in zip(cells, columns, places(columns), strict=True)
    )
    text = max(map(len, lines)) * table["size"] * table["leading"]
    high = max(_height(it) for it in cells)
    return SetRow(cells, lines, max(text, high) + 2 * table["padding"] * MM)


def set_heading(text: str) -> SetRow:
    """Measure the heading of a section."""
    table = look()["table"]
    lines = wrapped(text, True, table["section"], width())
    height = len(lines) * table["section"] * table["leading"] + 4.5 * table["padding"] * MM
    return SetRow((text,), (lines,), height, heading=True)


def places(columns: Sequence[Column]) -> Iterator[tuple[float, float]]:
    """Left end and width of each column."""
    x, gap = left(), look()["table"]["gap"] * MM
    for column in columns:
        yield x, column.share * width() - gap
        x += column.share * width()


def headings_height(columns: Sequence[Column]) -> float:
    """What the row of headings needs."""
    table = look()["table"]
    most = max(len(_heading_lines(column, room)) for column, room in _rooms(columns))
    return float(table["heading"] * 1.3 * most + 1.6 * table["padding"] * MM)


def headings(columns: Sequence[Column], top: float) -> Iterator[Mark]:
    """The row of headings, with a line below."""
    table = look()["table"]
    for column, (x, room) in zip(columns, places(columns), strict=True):
        for step, it in enumerate(_heading_lines(column, room)):
            y = top - table["heading"] * (CAP_HEIGHT + 1.3 * step)
            yield Words(it, x, y, table["heading"], colour("accent"))
    yield rule(top - headings_height(columns), 4 * table["hairline"] * MM, "accent")


def rows(those: Sequence[SetRow], columns: Sequence[Column], top: float) -> Iterator[Mark]:
    """Rows under one another, each with a rule below."""
    y = top
    for row in those:
        if row.heading:
            yield from _section(row, y)
        else:
            yield from _cells(row, columns, y)
        y -= row.height
        yield rule(y, look()["table"]["hairline"] * MM, "rule")


def rule(y: float, height: float, shade: str) -> Area:
    """A line from margin to margin."""
    return Area(left(), y, width(), height, 0, colour(shade))


def frame(x: float, y: float, wide: float, high: float) -> Iterator[Area]:
    """The four sides of an empty box."""
    thin, shade = look()["table"]["line"] * MM, colour("soft")
    yield Area(x, y, wide, thin, 0, shade)
    yield Area(x, y + high - thin, wide, thin, 0, shade)
    yield Area(x, y, thin, high, 0, shade)
    yield Area(x + wide - thin, y, thin, high, 0, shade)


def paragraph(
    lines: Sequence[Line], x: float, y: float, size: float, shade: str
) -> Iterator[Words]:
    """Lines from the first baseline down; those read from the right end together there."""
    widest = max((it.width for it in lines), default=0.0)
    for step, it in enumerate(lines):
        start = x + (widest - it.width) * size * it.right_to_left
        down = step * size * look()["table"]["leading"]
        yield Words(it, start, y - down, size, colour(shade))


def _rooms(columns: Sequence[Column]) -> Iterator[tuple[Column, float]]:
    for column, (_, room) in zip(columns, places(columns), strict=True):
        yield column, room


def _heading_lines(column: Column, room: float) -> tuple[Line, ...]:
    return wrapped(column.heading, True, look()["table"]["heading"], room) or (line(""),)


def _height(cell: Cell) -> float:
    table = look()["table"]
    high = {Box: table["box"], Tick: table["tick"], Code: table["code"]}
    return float(high.get(type(cell), 0.0) * MM)


def _section(row: SetRow, y: float) -> Iterator[Mark]:
    table = look()["table"]
    base = y - 3 * table["padding"] * MM - table["section"] * CAP_HEIGHT
    yield from paragraph(row.lines[0], left(), base, table["section"], "accent")


def _cells(row: SetRow, columns: Sequence[Column], y: float) -> Iterator[Mark]:
    """Texts among themselves begin at the top; beside boxes they stand in the middle."""
    boxed = not all(isinstance(it, str) for it in row.cells)
    for cell, lines, (x, room) in zip(row.cells, row.lines, places(columns), strict=True):
        if isinstance(cell, str):
            yield from _text(lines, x, y, row.height, middle=boxed)
        else:
            yield from _drawing(cell, x, room, y, row.height)


def _text(
    lines: tuple[Line, ...], x: float, y: float, height: float, *, middle: bool
) -> Iterator[Mark]:
    table = look()["table"]
    above = table["padding"] * MM
    if middle:
        above = (height - len(lines) * table["size"] * table["leading"]) / 2
    yield from paragraph(lines, x, y - above - table["size"] * _ASCENT, table["size"], "ink")


def _drawing(
    cell: Box | Tick | Code, x: float, room: float, y: float, height: float
) -> Iterator[Mark]:
    table = look()["table"]
    high = _height(cell)
    low = y - (height + high) / 2
    match cell:
        case Box(note):
            beside = table["note_width"] * MM if note else 0.0
            yield from frame(x, low, room - beside, high)
            size = table["note"]
            told = wrapped(note, False, size, beside - 2 * MM) if note else ()
            base = low + high / 2 + (len(told) * table["leading"] / 2 - 1) * size
            yield from paragraph(told, x + room - beside + 2 * MM, base, size, "soft")
        case Tick():
            yield from frame(x, low, high, high)
        case Code(text):
            if made := symbol(text):
                yield Cells(made.code, x, low, high / made.cells, made.cells)

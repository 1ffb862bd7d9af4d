"""The attendance list on paper: A4 pages with the totals on the first."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.badges.breaking import wrapped
from desk_app.badges.fonts import legible
from desk_app.badges.paper import MM, Area, Mark, Paper, Words
from desk_app.badges.shaping import CAP_HEIGHT, Line, shape, tidy
from desk_app.reports.attendance import AttendanceRow, AttendanceSummary
from desk_app.words import say

_ASCENT = 1.0  # above a baseline, in ems: accents on capitals too


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: tuple[Line, ...]
    x: float


@dataclass(frozen=True, slots=True)
class _TableRow:
    """The cells of one person, or of the headings; `height` in points, the rule included."""

    cells: tuple[_Cell, ...]
    height: float


def attendance_pdf(summary: AttendanceSummary, rows: Sequence[AttendanceRow]) -> bytes:
    """Rows in the order given; long texts wrap, the headings return on every page."""
    look = _look()
    head, head_height = _head(summary, look)
    pages = list(_pages([_row(row, summary.language, look) for row in rows], head_height, look))
    title = say("Attendance – {title}", summary.language, title=summary.event_title)
    paper = Paper(title, summary.language)
    for number, page in enumerate(pages, start=1):
        paper.open_page(look["page"]["width"] * MM, look["page"]["height"] * MM)
        top = _top(look)
        if number == 1:
            paper.put(tuple(head))
            top -= head_height
        paper.put(tuple(_table(page, top, summary.language, look)))
        paper.put(tuple(_footer(summary, number, len(pages), look)))
        paper.close_page()
    return paper.finished()


@cache
def _look() -> dict[str, Any]:
    file = paths.resources() / "reports" / "attendance.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _top(look: dict[str, Any]) -> float:
    page = look["page"]
    return float((page["height"] - page["top"]) * MM)


def _width(look: dict[str, Any]) -> float:
    page = look["page"]
    return float((page["width"] - page["left"] - page["right"]) * MM)


def _pages(
    rows: list[_TableRow], head_height: float, look: dict[str, Any]
) -> Iterator[list[_TableRow]]:
    """Rows page by page; there is a first page even without rows."""
    full = _top(look) - look["page"]["bottom"] * MM - _heading_height(look)
    room, page = full - head_height, list[_TableRow]()
    for row in rows:
        if row.height > room and page:
            yield page
            room, page = full, []
        page.append(row)
        room -= row.height
    yield page


# The head of the first page


def _head(summary: AttendanceSummary, look: dict[str, Any]) -> tuple[list[Mark], float]:
    style, colours, left = look["title"], look["colours"], look["page"]["left"] * MM
    marks, top = list[Mark](), _top(look)
    heading = say("Attendance", summary.language)
    texts = (
        (heading, style["label"] + 1, True, colours["accent"], 1.6),
        (summary.event_title, style["size"], True, colours["ink"], 1.25),
        (summary.event_line, style["line"], False, colours["soft"], 1.75),
    )
    y = top
    for text, size, bold, colour, leading in texts:
        for line in _wrapped(text, bold, size, _width(look)) if text else ():
            y -= size * leading
            marks.append(Words(line, left, y, size, colour))
    if summary.totals:
        numbers, y = _totals(summary, y - style["between"] * MM, look)
        marks += numbers
    return marks, top - y + style["after"] * MM


def _totals(
    summary: AttendanceSummary, top: float, look: dict[str, Any]
) -> tuple[list[Mark], float]:
    """Numbers over their labels, side by side, on a new row when one is full."""
    style, colours, left = look["title"], look["colours"], look["page"]["left"] * MM
    marks, x, y = list[Mark](), left, top
    for label, number in summary.totals:
        line, figure = _line(label, False), _line(f"{number:,}".replace(",", "\u202f"), True)
        width = max(line.width * style["label"], figure.width * style["number"])
        if x > left and x + width > left + _width(look):
            x, y = left, y - (style["number"] + style["label"]) * 1.9
        marks.append(Words(figure, x, y - style["number"] * 0.75, style["number"], colours["ink"]))
        below = y - style["number"] * 0.75 - style["label"] * 1.55
        marks.append(Words(line, x, below, style["label"], colours["soft"]))
        x += width + 9 * MM
    return marks, y - style["number"] * 0.75 - style["label"] * 1.8


# The table


def _row(row: AttendanceRow, language: str, look: dict[str, Any]) -> _TableRow:
    texts = {
        "name": row.name or row.full_name,
        "organisation": row.organisation,
        "ticket": row.ticket_type,
        "status": _joined(row.status, say("walk-in", language) if row.walk_in else ""),
        "arrived": _joined(row.arrived, row.checkpoint),
    }
    return _table_row([texts[column["field"]] for column in look["column"]], look)


def _joined(*texts: str) -> str:
    return " · ".join(filter(None, texts))


def _table_row(texts: list[str], look: dict[str, Any]) -> _TableRow:
    table = look["table"]
    cells = tuple(
        _Cell(_wrapped(text, bold, table["size"], width), x)
        for text, (x, width, bold) in zip(texts, _columns(look), strict=True)
    )
    lines = max(len(cell.lines) for cell in cells)
    height = lines * table["size"] * table["leading"] + 2 * table["padding"] * MM
    return _TableRow(cells, height)


def _columns(look: dict[str, Any]) -> Iterator[tuple[float, float, bool]]:
    """Left end, width and weight of each column."""
    x, gap = look["page"]["left"] * MM, look["table"]["gap"] * MM
    for column in look["column"]:
        width = column["share"] * _width(look)
        yield x, width - gap, column.get("bold", False)
        x += width


def _table(
    rows: list[_TableRow], top: float, language: str, look: dict[str, Any]
) -> Iterator[Mark]:
    yield from _headings(top, language, look)
    table, colours = look["table"], look["colours"]
    y = top - _heading_height(look)
    for row in rows:
        baseline = y - table["padding"] * MM - table["size"] * _ASCENT
        for cell in row.cells:
            for number, line in enumerate(cell.lines):
                down = number * table["size"] * table["leading"]
                yield _set(line, cell, baseline - down, table["size"], colours["ink"])
        y -= row.height
        yield _rule(y, table["hairline"] * MM, colours["rule"], look)


def _set(line: Line, cell: _Cell, y: float, size: float, colour: str) -> Words:
    """In a list every text keeps to the left; lines read from the right end together there."""
    widest = max(other.width for other in cell.lines)
    x = cell.x + (widest - line.width) * size * line.right_to_left
    return Words(line, x, y, size, colour)


def _heading_height(look: dict[str, Any]) -> float:
    return float(look["table"]["heading"] * 1.3 + 1.6 * look["table"]["padding"] * MM)


def _headings(top: float, language: str, look: dict[str, Any]) -> Iterator[Mark]:
    table, colours = look["table"], look["colours"]
    for column, (x, _, _) in zip(look["column"], _columns(look), strict=True):
        line = _line(say(column["heading"], language), True)
        y = top - table["heading"] * CAP_HEIGHT
        yield Words(line, x, y, table["heading"], colours["accent"])
    bottom = top - _heading_height(look)
    yield _rule(bottom, 4 * table["hairline"] * MM, colours["accent"], look)


def _rule(y: float, height: float, colour: str, look: dict[str, Any]) -> Area:
    return Area(look["page"]["left"] * MM, y, _width(look), height, 0, colour)


def _footer(
    summary: AttendanceSummary, number: int, count: int, look: dict[str, Any]
) -> Iterator[Mark]:
    size, colour, page = look["footer"]["size"], look["colours"]["soft"], look["page"]
    y = page["bottom"] * MM * 0.5
    told = say("Page {number} / {count}", summary.language, number=number, count=count)
    line = _line(told, False)
    end = page["left"] * MM + _width(look) - line.width * size
    yield Words(line, end, y, size, colour)
    words = _joined(summary.event_title, summary.generated)
    if words:
        room = _width(look) - line.width * size - 6 * MM
        yield Words(_wrapped(words, False, size, room)[0], page["left"] * MM, y, size, colour)


# Text


@cache
def _readable(text: str, bold: bool) -> str:
    return legible(tidy(text), bold)[0]


def _line(text: str, bold: bool) -> Line:
    return shape(_readable(text, bold), bold)


def _wrapped(text: str, bold: bool, size: float, width: float) -> tuple[Line, ...]:
    return wrapped(_readable(text, bold), bold, width / size) if text else ()

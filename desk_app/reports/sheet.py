"""Lists on paper: A4 pages, headings on every one, numbered through the whole document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk_app.badges.paper import MM, Mark, Paper
from desk_app.domain.papers import Letterhead
from desk_app.reports.attendance import AttendanceRow, AttendanceSummary
from desk_app.reports.head import DrawnHead, Head, drawn_head, footer
from desk_app.reports.look import bottom, left, look, paper_size, top, width
from desk_app.reports.table import (
    Cell,
    Column,
    SetRow,
    headings,
    headings_height,
    paragraph,
    rows,
    set_heading,
    set_row,
)
from desk_app.reports.text import joined, wrapped
from desk_app.words import say


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together; without a heading where it is empty.

    Of `spare` rows, which are blank, as many stand there as the last page has room for, but at
    least the first `fewest`.
    """

    heading: str
    rows: tuple[tuple[Cell, ...], ...]
    spare: bool = False
    fewest: int = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list. `everywhere`: every page has the whole head, as each may be asked for alone.

    `notes` stand in small type below the last row.
    """

    head: Head
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    everywhere: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Page:
    head: DrawnHead | None
    rows: tuple[SetRow, ...]
    sheet: Sheet
    last: bool


def sheets_pdf(title: str, language: str, sheets: Sequence[Sheet], generated: str = "") -> bytes:
    """Sheets one after the other, each on pages of its own."""
    pages = [page for sheet in sheets for page in _pages(sheet)]
    paper = Paper(title, language)
    for number, page in enumerate(pages, start=1):
        paper.open_page(*paper_size())
        if page.head:
            page.head.put(paper)
        paper.put(tuple(_body(page)))
        told = say("Page {number} / {count}", language, number=number, count=len(pages))
        paper.put(tuple(footer(joined(page.sheet.head.title, generated), told)))
        paper.close_page()
    return paper.finished()


def attendance_pdf(
    summary: AttendanceSummary,
    people: Sequence[AttendanceRow],
    letterhead: Letterhead | None = None,
    notes: tuple[str, ...] = (),
) -> bytes:
    """Rows in the order given; long texts wrap, the headings return on every page."""
    head = Head(
        say("Attendance", summary.language),
        summary.event_title,
        summary.event_line,
        totals=summary.totals,
        letterhead=letterhead or Letterhead(),
    )
    body = tuple(person_cells(row, summary.language, "attendance") for row in people)
    columns = columns_of("attendance", summary.language)
    title = say("Attendance – {title}", summary.language, title=summary.event_title)
    sheet = Sheet(head, columns, (Section("", body),), notes=notes)
    return sheets_pdf(title, summary.language, [sheet], summary.generated)


def columns_of(kind: str, language: str) -> tuple[Column, ...]:
    """The columns of a kind of list."""
    return tuple(
        Column(say(it["heading"], language), it["share"], it.get("bold", False))
        for it in look()["columns"][kind]
    )


def person_cells(row: AttendanceRow, language: str, kind: str, **more: Cell) -> tuple[Cell, ...]:
    """One person in the columns of a kind of list; `more` are cells beyond the usual texts."""
    texts: dict[str, Cell] = {
        "name": row.name or row.full_name,
        "organisation": row.organisation,
        "ticket": row.ticket_type,
        "email": row.email,
        "status": joined(row.status, say("walk-in", language) if row.walk_in else ""),
        "arrived": row.arrived,  # where, the head says
        **more,
    }
    return tuple(texts[it["field"]] for it in look()["columns"][kind])


def _pages(sheet: Sheet) -> Iterator[_Page]:
    """There is a first page even without rows."""
    head = drawn_head(sheet.head)
    full = top() - bottom() - headings_height(sheet.columns)
    rest = full - head.height if sheet.everywhere else full
    room, page, first = full - head.height, list[SetRow](), True
    for row, needed, spare in _kept_together(sheet):
        if spare and needed + _notes_height(sheet) > room:
            continue
        if needed > room and page:
            yield _Page(head if first or sheet.everywhere else None, tuple(page), sheet, False)
            room, page, first = rest, [], False
        page.append(row)
        room -= row.height
    if _notes_height(sheet) > room and page and sheet.notes:
        kept = page.pop()
        yield _Page(head if first or sheet.everywhere else None, tuple(page), sheet, False)
        page, first = [kept], False
    yield _Page(head if first or sheet.everywhere else None, tuple(page), sheet, True)


def _kept_together(sheet: Sheet) -> Iterator[tuple[SetRow, float, bool]]:
    """Every row, with the height that must be free for it: a heading's includes its first row.

    And whether it may be left out where there is no room.
    """
    for section in sheet.sections:
        body = [set_row(cells, sheet.columns) for cells in section.rows]
        if section.heading and body:
            heading = set_heading(section.heading)
            yield heading, heading.height + body[0].height, False
        for place, row in enumerate(body):
            yield row, row.height, section.spare and place >= section.fewest


def _body(page: _Page) -> Iterator[Mark]:
    y = top() - (page.head.height if page.head else 0.0)
    columns = page.sheet.columns
    yield from headings(columns, y)
    y -= headings_height(columns)
    yield from rows(page.rows, columns, y)
    if page.last:
        y -= sum(row.height for row in page.rows)
        yield from _notes(page.sheet, y - 4 * MM)


def _notes(sheet: Sheet, y: float) -> Iterator[Mark]:
    size = look()["note"]["size"]
    for note in sheet.notes:
        lines = wrapped(note, False, size, width())
        yield from paragraph(lines, left(), y - size, size, "soft")
        y -= len(lines) * size * look()["table"]["leading"] + 1 * MM


def _notes_height(sheet: Sheet) -> float:
    size = look()["note"]["size"]
    count = sum(len(wrapped(note, False, size, width())) for note in sheet.notes)
    return float(count * size * look()["table"]["leading"] + (4 + len(sheet.notes)) * MM)

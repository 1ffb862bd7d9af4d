"""The attendance list as an Excel workbook."""

import io
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from desk_app.reports.attendance import COLUMNS, AttendanceRow, AttendanceSummary
from desk_app.words import say

_ARRIVED = next(i for i, column in enumerate(COLUMNS) if column.heading == "Arrived")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def attendance_xlsx(summary: AttendanceSummary, rows: Sequence[AttendanceRow]) -> bytes:
    """Two sheets: the list, ready to filter, and the totals. Text stays text, times are times."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": summary.event_title, "created": datetime(2000, 1, 1)})  # noqa: DTZ001
        _list(book, summary, rows)
        _totals(book, summary)
    return file.getvalue()


def _list(book: Any, summary: AttendanceSummary, rows: Sequence[AttendanceRow]) -> None:
    sheet = book.add_worksheet(say("Attendance", summary.language))
    heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#e9eef4"})
    formats = {
        datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
        time: book.add_format({"num_format": "hh:mm", "align": "left"}),
    }
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, say(column.heading, summary.language), heading)
    for line, row in enumerate(rows, start=1):
        for index, column in enumerate(COLUMNS):
            _write(sheet, line, index, column.text(row), formats, summary.language)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(
    sheet: Any, line: int, index: int, text: str, formats: dict[type, Any], language: str
) -> None:
    if index == len(COLUMNS) - 1:
        text = say(text, language)
    moment = _moment(text) if index == _ARRIVED else None
    if moment is not None:
        sheet.write_datetime(line, index, moment, formats[type(moment)])
    elif text:
        sheet.write_string(line, index, text)


def _moment(text: str) -> datetime | time | None:
    """A time of day or a date with a time, where the text is one; Excel knows no zones."""
    for read in (time.fromisoformat, datetime.fromisoformat):
        try:
            return read(text).replace(tzinfo=None)
        except ValueError:
            continue
    return None


def _totals(book: Any, summary: AttendanceSummary) -> None:
    sheet = book.add_worksheet(say("Totals", summary.language))
    sheet.set_column(0, 0, 44)
    sheet.write_string(0, 0, summary.event_title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, summary.event_line)
    sheet.write_string(2, 0, summary.generated)
    for line, (label, number) in enumerate(summary.totals, start=4):
        sheet.write_string(line, 0, label)
        sheet.write_number(line, 1, number)

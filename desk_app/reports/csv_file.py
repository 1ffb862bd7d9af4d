"""The attendance list as a CSV file that a French spreadsheet opens with a double click."""

import csv
import io
from collections.abc import Iterable

from desk_app.reports.attendance import COLUMNS, AttendanceRow, AttendanceSummary
from desk_app.words import say

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def attendance_csv(summary: AttendanceSummary, rows: Iterable[AttendanceRow]) -> bytes:
    """UTF-8 with a byte order mark, semicolons, CRLF; no cell can act as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([say(column.heading, summary.language) for column in COLUMNS])
    writer.writerows(_cells(row, summary.language) for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def _cells(row: AttendanceRow, language: str) -> list[str]:
    cells = [_harmless(column.text(row)) for column in COLUMNS]
    cells[-1] = say(cells[-1], language)
    return cells


def _harmless(text: str) -> str:
    """A leading apostrophe keeps a spreadsheet from computing what somebody registered as."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text

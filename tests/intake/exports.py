"""Small exports made on the spot."""

import csv
import io
from typing import Any

import xlsxwriter

from desk_app.domain.registration import Registration
from desk_app.intake.reading import Reading, read_bytes


def table(*rows: tuple[Any, ...], separator: str = ";") -> bytes:
    """CSV in UTF-8."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode()


def workbook(**sheets: list[tuple[Any, ...]]) -> bytes:
    """An .xlsx whose cells keep their types."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return file.getvalue()


def reading(*rows: tuple[Any, ...]) -> Reading:
    """What the rows, headings first, are read as."""
    return read_bytes(table(*rows), "list.csv")


def first(*rows: tuple[Any, ...]) -> Registration:
    """The first registration of the rows."""
    return reading(*rows).registrations[0]


def warnings(found: Reading) -> str:
    """All warnings as one text."""
    return "\n".join(map(str, found.warnings))


def reasons(found: Reading) -> list[tuple[int, str]]:
    """Row numbers and kinds of what was set aside."""
    return [(aside.row, aside.kind) for aside in found.refused]

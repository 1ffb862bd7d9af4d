"""Small exports made on the spot."""

import csv
import io
import zipfile
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


def open_document(*rows: tuple[str, ...]) -> bytes:
    """An .ods whose sheet goes on in empty cells to its last corner, as LibreOffice writes it."""
    cell = "<table:table-cell office:value-type='string'><text:p>{}</text:p></table:table-cell>"
    empty = "<table:table-cell table:number-columns-repeated='16000'/>"
    lines = [f"<table:table-row>{''.join(map(cell.format, row))}{empty}" for row in rows]
    lines.append(f"<table:table-row table:number-rows-repeated='1048000'>{empty}")
    return document("".join(f"{line}</table:table-row>" for line in lines))


def document(rows: str) -> bytes:
    """An .ods with these rows in XML."""
    namespace = "urn:oasis:names:tc:opendocument:xmlns"
    parts = ("office", "table", "text")
    declared = " ".join(f"xmlns:{part}='{namespace}:{part}:1.0'" for part in parts)
    content = (
        f"<office:document-content {declared}><office:body><office:spreadsheet>"
        f"<table:table table:name='Liste'>{rows}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f"<manifest:manifest xmlns:manifest='{namespace}:manifest:1.0'/>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
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

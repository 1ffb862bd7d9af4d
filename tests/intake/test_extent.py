"""Sheets with a stray cell far from the list."""

import io
import re
import zipfile

import pytest
import xlsxwriter

from desk_app.domain.errors import DeskError
from desk_app.intake import extent, source

LAST = (1_048_575, 16_383)


def sheet(row: int, column: int, value: str | None = "x") -> bytes:
    """A list of one person and a cell elsewhere; None: a cell that is only formatted."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page, bold = book.add_worksheet(), book.add_format({"bold": True})
        page.write_row(0, 0, ("Nom", "Prénom"))
        page.write_row(1, 0, ("Lee", "Ann"))
        page.write(row, column, value, bold)
    return file.getvalue()


def without_dimension(data: bytes) -> bytes:
    """As writers leave it that do not know the end of a sheet when they begin it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            new.writestr(part, re.sub(rb"<dimension[^>]*>", b"", old.read(part)))
    return file.getvalue()


def too_far(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return extent.too_far(archive)


def test_a_stray_cell_is_refused_and_named() -> None:
    with pytest.raises(DeskError, match="XFD1048576"):
        source.tables(sheet(*LAST))


def test_a_stray_cell_is_found_though_the_sheet_does_not_tell_its_size() -> None:
    assert too_far(without_dimension(sheet(*LAST))) == "XFD1048576"


@pytest.mark.parametrize(("row", "column"), [(1_048_575, 2), (2, 16_383)])
def test_a_sheet_that_is_only_long_or_only_wide_is_read(row: int, column: int) -> None:
    assert not too_far(sheet(row, column))


def test_cells_that_are_only_formatted_do_not_count() -> None:
    assert not too_far(sheet(*LAST, None))


def test_cells_across_two_pieces_of_a_sheet_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "_CHUNK", 7)
    assert too_far(without_dimension(sheet(*LAST))) == "XFD1048576"

"""How far the sheets of an .xlsx reach, found before its reader lays out every cell up to there."""

import re
import zipfile
from collections.abc import Iterator
from typing import IO

_CHUNK = 1 << 20
_MOST_CELLS = 50_000_000
_DIMENSION = re.compile(rb'<dimension\s+ref="(?:[A-Z]+\d+:)?([A-Z]{1,3})(\d{1,7})"')
_FILLED = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*(?<!/)>')


def too_far(archive: zipfile.ZipFile) -> str:
    """The last row and column in use, such as `XFD1048576`, of a sheet too large to lay out.

    Empty when all sheets are of reasonable size. A sheet that says so itself is believed; only
    the others, and sheets that say nothing, are looked through.
    """
    for part in archive.infolist():
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            with archive.open(part) as sheet:
                head = sheet.read(_CHUNK)
                said = _DIMENSION.search(head[:4000])
                if said and _cells(*said.groups()) <= _MOST_CELLS:
                    continue
                column, row = _corner(_chunks(head, sheet))
                if _cells(column, row) > _MOST_CELLS:
                    return (column + row).decode()
    return ""


def _chunks(head: bytes, sheet: IO[bytes]) -> Iterator[bytes]:
    """The sheet in pieces that end where a tag ends."""
    rest = head
    while True:
        more = sheet.read(_CHUNK)
        whole, _, tail = rest.rpartition(b"<") if more else (rest, b"", b"")
        yield whole
        if not more:
            return
        rest = b"<" + tail + more


def _corner(chunks: Iterator[bytes]) -> tuple[bytes, bytes]:
    column, row = b"A", b"1"
    for chunk in chunks:
        for letters, digits in _FILLED.findall(chunk):
            column = max(column, letters, key=_column)
            row = max(row, digits, key=int)
    return column, row


def _cells(column: bytes, row: bytes) -> int:
    return _column(column) * int(row)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

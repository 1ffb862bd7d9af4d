"""How far the sheets of an .xlsx reach, found before its reader lays out every cell up to there."""

import re
import zipfile
from collections.abc import Iterator
from typing import IO

_CHUNK = 1 << 20
_ALWAYS_FEW = 5_000_000
_BYTES_PER_CELL = 2  # a cell takes far more in XML: a rectangle with fewer is nearly empty
_BELIEVED_FROM = 16 << 20
_DIMENSION = re.compile(rb'<dimension\s+ref="(?:[A-Z]+\d+:)?([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb'<(?:\w+:)?row\s[^<>]*?\br="(\d{1,7})"')
_WIDER = ((re.compile(rb'r="[A-Z]{3}\d'), b"XFD"), (re.compile(rb'r="[A-Z]{2}\d'), b"ZZ"))
_FILLED = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*(?<!/)>')


def too_far(archive: zipfile.ZipFile) -> str:
    """The last row and column in use, such as `XFD1048576`, of a sheet too large to lay out.

    Empty when all sheets are of reasonable size: few cells, or cells that are mostly filled. Only
    a large sheet is believed what it says of itself; to look through it would take too long.
    """
    for part in archive.infolist():
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            most = max(_ALWAYS_FEW, part.file_size // _BYTES_PER_CELL)
            if _may_reach_beyond(archive, part, most):
                with archive.open(part) as sheet:
                    column, row = _corner(_chunks(sheet.read(_CHUNK), sheet))
                if _cells(column, row) > most:
                    return (column + row).decode()
    return ""


def _may_reach_beyond(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bool:
    """A quick look at the letters of the columns and at the numbers of the rows."""
    with archive.open(part) as sheet:
        head = sheet.read(_CHUNK)
        said = _DIMENSION.search(head[:4000])
        if said and part.file_size > _BELIEVED_FROM:
            return _cells(*said.groups()) > most
        column, rows = b"Z", 1
        for chunk in _chunks(head, sheet):
            column = max(column, _widest(chunk, column), key=_column)
            numbers = _ROW.findall(chunk)
            rows = max(rows, *map(int, numbers)) if numbers else rows
    return _cells(column, b"%d" % rows) > most


def _widest(chunk: bytes, known: bytes) -> bytes:
    """The last column that letters as many as the chunk's may name."""
    for letters, last in _WIDER:
        if len(last) <= len(known):
            break
        if letters.search(chunk):
            return last
    return known


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

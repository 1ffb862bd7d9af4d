"""Delimited text: its separator found by looking, its rows read as they come."""

import codecs
import csv
import io
import math
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from desk_app.domain.errors import DeskError
from desk_app.intake import encoding
from desk_app.intake.table import OPENING, Table, not_too_wide

_SAMPLE = 1 << 17
_SAMPLE_ROWS = 300
_END = "\x1e"  # the record separator of ASCII, which no export contains
_SEPARATORS = "\t;|,"  # of equals the one that stands in texts the least
_LONGEST_LINE = 8 << 20
_MOST_LINES = 1_000_000  # ten times as many as the largest event


def read_delimited(data: bytes) -> Table:
    """The table that the bytes hold; raises DeskError for what is no text or never ends."""
    data, mended = encoding.once(data)
    found, errors, warnings = encoding.find(data)
    if not encoding.is_wide(found) and b"\0" in data:
        raise DeskError(
            "This file is not text: it holds bytes that no export contains. "
            "Export the list again as CSV or Excel."
        )
    _refuse_countless_lines(data)
    _refuse_endless_line(data)
    sample = codecs.getincrementaldecoder(found)(errors).decode(data[:_SAMPLE])
    announced = _announced_separator(sample)
    separator = separator_of(sample)
    text = io.TextIOWrapper(io.BytesIO(data), encoding=found, errors=errors, newline="")
    rows = _rows(text, separator)
    if announced:
        next(rows, None)
    opening = tuple(not_too_wide(islice(rows, OPENING)))
    open_end = not data[-2:].strip(b"\0").endswith((b"\n", b"\r"))
    return Table(
        "", opening, rows, len(data), lambda: text.buffer.tell(), (*mended, *warnings), open_end
    )


def unfolded(table: Table) -> Table:
    """A table whose rows each stand in one cell, as a spreadsheet leaves a CSV it did not part."""
    filled = [row for row in table.opening if any(cell.strip() for cell in row)]
    if len(filled) < 2 or any(cell.strip() for row in filled for cell in row[1:]):
        return table
    lines = [row[0] for row in filled]
    separator = find_separator("\n".join(lines))
    widths = {len(_parts(line, separator)) for line in lines}
    if len(widths) > 1 or widths == {1} or _is_punctuation("\n".join(lines), separator):
        return table
    opening, rest = (
        (_parts(row[0], separator) if row else row for row in rows)
        for rows in (table.opening, table.rest)
    )
    return replace(table, opening=tuple(opening), rest=rest)


def _parts(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _refuse_countless_lines(data: bytes) -> None:
    """Before minutes are spent on them."""
    lines = max(data.count(b"\n"), data.count(b"\r"))
    if lines > _MOST_LINES:
        raise DeskError(
            "This file has {lines} lines, more than any list of participants. "
            "Export the list of this event alone.",
            lines=lines,
        )


def _refuse_endless_line(data: bytes) -> None:
    """Before it is taken into the memory whole: no row of people is that long."""
    start = 0
    while len(data) - start > _LONGEST_LINE:
        until = start + _LONGEST_LINE
        end = max(data.rfind(b"\n", start, until), data.rfind(b"\r", start, until))
        if end < 0:
            raise DeskError(
                "Line {line} is longer than {size} MB: this is no list of participants. "
                "Export the list again as CSV or Excel.",
                line=data.count(b"\n", 0, start) + 1,
                size=_LONGEST_LINE >> 20,
            )
        start = end + 1


def _announced_separator(sample: str) -> str:
    """Excel's own first line `sep=;`."""
    first = sample.lstrip("\ufeff")[:8].split("\n")[0].strip().strip('"').lower()
    return first[4] if first.startswith("sep=") and len(first) == 5 else ""


def separator_of(sample: str) -> str:
    """The separator that the text announces, else the likeliest."""
    return _announced_separator(sample) or find_separator(sample)


def find_separator(sample: str) -> str:
    """The separator by which most rows of the sample have the same, and many, cells."""
    likely = [separator for separator in _SEPARATORS if not _is_punctuation(sample, separator)]
    return max(likely or _SEPARATORS, key=lambda separator: _regularity(sample, separator))


def _is_punctuation(sample: str, sign: str) -> bool:
    """ "Lee, Ann" in a list of one column: a blank after each sign, and none in the heading."""
    heading = sample.lstrip("\ufeff\r\n ").splitlines()[:1]
    spaced, all_of_them = sample.count(f"{sign} "), sample.count(sign)
    return bool(heading) and sign not in heading[0] and spaced > 0.9 * all_of_them > 0


def _regularity(sample: str, separator: str) -> float:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    widths: Counter[int] = Counter()
    try:
        for row in islice(reader, _SAMPLE_ROWS):
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        return 0.0
    parted = [(rows, width) for width, rows in widths.items() if width > 1]
    if not parted:
        return 0.0
    rows, width = max(parted)
    return (rows / widths.total()) * math.log2(width)


def _rows(text: io.TextIOWrapper, separator: str) -> Iterator[list[str]]:
    """Every row; raises DeskError where a quotation mark is opened and never closed.

    Two rows of our own stand after the last: an open quotation mark swallows both.
    """
    reader = csv.reader(chain(text, (_END, _END)), delimiter=separator)
    width = 0
    try:
        for row in iter(reader.__next__, [_END]):
            if len(row) > 1:
                width = len(row)
            elif row and width and separator in row[0] and len(_parts(row[0], separator)) == width:
                row = _parts(row[0], separator)  # a spreadsheet has quoted it as one cell
            yield row
        closed = next(reader, None) is not None
    except csv.Error:
        closed = False
    if not closed:
        raise _why_it_stopped(text, separator)


def _why_it_stopped(text: io.TextIOWrapper, separator: str) -> DeskError:
    """A quotation mark that is never closed, or a cell too long, with the number of the row."""
    text.seek(0)
    marks = 0

    def counted() -> Iterator[str]:
        nonlocal marks
        for line in text:
            marks += line.count('"')
            yield line

    lines, number = counted(), 0
    try:
        for _ in csv.reader(lines, delimiter=separator):
            number += 1
            marks = 0
    except csv.Error:
        number += 1
        deque(lines, maxlen=0)
        if marks % 2 == 0:
            return _too_long(number)
    return _unclosed(number)


def _too_long(row: int) -> DeskError:
    return DeskError(
        "A cell of row {row} holds more than {size} kB of text, more than any answer. "
        "Shorten it, or leave its column out of the export.",
        row=row,
        size=csv.field_size_limit() >> 10,
    )


def _unclosed(row: int) -> DeskError:
    return DeskError(
        "A quotation mark opened in row {row} is never closed, so the rows after it cannot be "
        "told apart. Export the file again, or correct that row.",
        row=row,
    )

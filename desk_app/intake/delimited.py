"""Delimited text: its encoding and separator found by looking, its rows read as they come."""

import codecs
import csv
import io
import math
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake.table import OPENING, Table

_SLICE = 1 << 20
_SAMPLE = 1 << 17
_SAMPLE_ROWS = 300
_END = "\x1e"  # the record separator of ASCII, which no export contains
_SEPARATORS = ",;\t|"
_WIDE_ENCODINGS = ("utf-16", "utf-32")
_BYTE_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850")
_USUAL_LETTERS = frozenset("éèêëàâäçîïôöùûüÿœæÉÈÊÀÂÇÎÔÖÜÄßñÑáíóúãõ’«»–—…€°·“”²")


def read_delimited(data: bytes) -> Table:
    """The table that the bytes hold; raises DeskError for what is no text or never ends."""
    encoding, warnings = find_encoding(data)
    if not encoding.startswith(_WIDE_ENCODINGS) and b"\0" in data:
        raise DeskError(
            "This file is not text: it holds bytes that no export contains. "
            "Export the list again as CSV or Excel."
        )
    sample = _decoded(data[:_SAMPLE], encoding)
    announced = _announced_separator(sample)
    separator = announced or find_separator(sample)
    text = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")
    rows = _rows(text, separator)
    if announced:
        next(rows, None)
    opening = tuple(islice(rows, OPENING))
    return Table("", opening, rows, len(data), lambda: text.buffer.tell(), warnings)


def find_encoding(data: bytes) -> tuple[str, tuple[Sentence, ...]]:
    """The encoding, and a warning where it had to be guessed against damaged bytes."""
    for mark, encoding in _BYTE_MARKS:
        if data.startswith(mark):
            return encoding, ()
    if wide := _wide_without_mark(data):
        return wide, ()
    if _is_utf8(data):
        return "utf-8", ()
    bad, good = _utf8_balance(data)
    if good > bad:  # letters of an older encoding hardly ever form a right sequence by chance
        return "utf-8", (
            sentence("Some characters of the file are damaged; they are shown as \ufffd."),
        )
    return _old_encoding(data), ()


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 shows by zeros in every other byte of western text."""
    head = data[:4000]
    if len(head) < 8:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _is_utf8(data: bytes) -> bool:
    """In slices: to decode a large file at once would keep every other thread waiting."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _SLICE):
            decoder.decode(data[start : start + _SLICE], start + _SLICE >= len(data))
    except UnicodeDecodeError:
        return False
    return True


def _utf8_balance(data: bytes) -> tuple[int, int]:
    """How many sequences are wrong as UTF-8, and how many beyond ASCII are right."""
    text = data[:_SLICE].decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    return wrong, sum(1 for letter in text if letter > "\x7f") - wrong


def _old_encoding(data: bytes) -> str:
    """The one-byte encoding in which the bytes beyond ASCII make the most usual letters."""
    counts = Counter(data[:_SAMPLE])  # as long as other threads can be kept waiting
    beyond = {byte: count for byte, count in counts.items() if byte > 0x7F}

    def usual(encoding: str) -> int:
        letters = ((bytes([b]).decode(encoding, "replace"), n) for b, n in beyond.items())
        return sum(count for letter, count in letters if letter in _USUAL_LETTERS)

    return max(_OLD_ENCODINGS, key=usual)


def _decoded(data: bytes, encoding: str) -> str:
    return codecs.getincrementaldecoder(encoding)(errors="replace").decode(data)


def _announced_separator(sample: str) -> str:
    """Excel's own first line `sep=;`."""
    first = sample.lstrip("\ufeff")[:8].split("\n")[0].strip().strip('"').lower()
    return first[4] if first.startswith("sep=") and len(first) == 5 else ""


def find_separator(sample: str) -> str:
    """The separator by which most rows of the sample have the same, and many, cells."""
    return max(_SEPARATORS, key=lambda separator: _regularity(sample, separator))


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
    try:
        yield from iter(reader.__next__, [_END])
        closed = next(reader, None) is not None
    except csv.Error:
        closed = False
    if not closed:
        raise _unclosed(_last_row(text, separator))


def _last_row(text: io.TextIOWrapper, separator: str) -> int:
    """The number of the row that never ends."""
    text.seek(0)
    number = 0
    try:
        for _ in csv.reader(text, delimiter=separator):
            number += 1
    except csv.Error:
        number += 1
    return number


def _unclosed(row: int) -> DeskError:
    return DeskError(
        "A quotation mark opened in row {row} is never closed, so the rows after it cannot be "
        "told apart. Export the file again, or correct that row.",
        row=row,
    )

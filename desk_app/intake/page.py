"""The tables of a web page: many platforms give one away as an .xls file."""

import re
from html.parser import HTMLParser
from typing import Any

from desk_app.domain.errors import DeskError
from desk_app.intake import encoding
from desk_app.intake.table import Table, of_rows

_LARGEST = 20 << 20
_MOST_TABLES = 20
_MOST_SPAN = 200
_MOST_COLUMNS = 2_000
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_SILENT = frozenset(("script", "style"))
_BREAKS = frozenset(("br", "p", "div", "li"))


def read_page(data: bytes) -> tuple[Table, ...]:
    """The tables with more than one row, in the page's order; a table inside another first.

    DeskError for a page that is too large to be read in the time people wait.
    """
    if len(data) > _LARGEST:
        raise DeskError(
            "This web page is larger than {size} MB. Export the list again as CSV or Excel.",
            size=_LARGEST >> 20,
        )
    found, errors, warnings = encoding.find(data)
    said = _CHARSET.search(data[:4000])
    if said and not found.startswith("utf"):
        found = _known(said[1].decode("ascii"), found)
    parser = _Tables()
    parser.feed(data.decode(found, errors))
    parser.close()
    full = [rows for rows in parser.found if len(rows) > 1][:_MOST_TABLES]
    several = len(full) > 1
    return tuple(
        of_rows(str(number) if several else "", rows, warnings)
        for number, rows in enumerate(full, start=1)
    )


def _known(said: str, otherwise: str) -> str:
    try:
        b"".decode(said)
    except (LookupError, ValueError):
        return otherwise
    return "cp1252" if said.lower() in ("iso-8859-1", "latin1", "latin-1") else said


class _Tables(HTMLParser):
    """Collects rows of text; `found` has the finished tables."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[list[str]]] = []
        self._open: list[_OpenTable] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open.append(_OpenTable())
        elif self._open:
            self._open[-1].start(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._open:
            self.found.append(self._open.pop().finished())
        elif self._open:
            self._open[-1].end(tag)

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._open[-1].text(data)

    def close(self) -> None:
        """A page that was cut off has tables without an end."""
        super().close()
        while self._open:
            self.found.append(self._open.pop().finished())


class _OpenTable:
    """The table that is being read."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._span = 1

    def start(self, tag: str, attrs: dict[str, Any]) -> None:
        if tag == "tr":
            self._end_cell()
            self._rows.append([])
        elif tag in ("td", "th"):
            self._end_cell()
            self._cell = []
            span = str(attrs.get("colspan") or "1")
            self._span = min(int(span), _MOST_SPAN) if span.isascii() and span.isdigit() else 1
        elif tag in _BREAKS:
            self.text("\n")

    def end(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self._end_cell()

    def text(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def finished(self) -> list[list[str]]:
        self._end_cell()
        return [row for row in self._rows if row]

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        if not self._rows:
            self._rows.append([])
        if len(self._rows[-1]) < _MOST_COLUMNS:
            self._rows[-1] += [_lines("".join(self._cell)), *[""] * (self._span - 1)]
        self._cell, self._span = None, 1


def _lines(text: str) -> str:
    """Without the blanks by which pages are laid out."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)

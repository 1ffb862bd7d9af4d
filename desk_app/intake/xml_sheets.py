"""Workbooks of Excel 2003 in XML, which old reporting tools still write as .xls or .xml."""

from typing import Any
from xml.parsers import expat

from desk_app.intake import workbook
from desk_app.intake.table import Table, of_rows

_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_HEAD = 4000
_LARGEST = 60 << 20
_MOST_ROWS, _MOST_COLUMNS = 1_100_000, 2_000


def are_in(data: bytes) -> bool:
    """Whether the bytes are such a workbook."""
    head = data[:_HEAD].replace(b"\0", b"")
    return b"<Workbook" in head and _NAMESPACE.encode() in head


def read_sheets(data: bytes) -> tuple[Table, ...]:
    """One table for each sheet that holds anything; DeskError if the file is damaged."""
    sheets = _Sheets()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = sheets.start
    parser.EndElementHandler = sheets.end
    parser.CharacterDataHandler = sheets.text
    parser.EntityDeclHandler = sheets.refuse
    try:
        parser.Parse(data[:_LARGEST], True)
    except (expat.ExpatError, ValueError):
        raise workbook.damaged() from None
    return tuple(of_rows(name, rows) for name, rows in sheets.found if rows)


class _Sheets:
    """Takes in elements; `found` has the name and the rows of each sheet."""

    def __init__(self) -> None:
        self.found: list[tuple[str, list[list[str]]]] = []
        self._texts: list[str] | None = None
        self._column = 0

    def start(self, element: str, attributes: dict[str, str]) -> None:
        name = element.removeprefix(f"{_NAMESPACE} ")
        if name == "Worksheet":
            self.found.append((attributes.get(f"{_NAMESPACE} Name", ""), []))
        elif name == "Row" and self.found:
            self._begin_row(_number(attributes, "Index"))
        elif name == "Cell" and self.found and self._rows:
            self._begin_cell(_number(attributes, "Index"), _number(attributes, "MergeAcross"))
        elif name == "Data":
            self._texts = []

    def end(self, element: str) -> None:
        if element == f"{_NAMESPACE} Data" and self._texts is not None:
            if self.found and self._rows and self._rows[-1]:
                self._rows[-1][self._column] = "".join(self._texts)
            self._texts = None

    def text(self, text: str) -> None:
        if self._texts is not None:
            self._texts.append(text)

    def refuse(self, *_declaration: Any) -> None:
        """Entities of its own are for attacks; no program writes them here."""
        raise ValueError("entity")

    @property
    def _rows(self) -> list[list[str]]:
        return self.found[-1][1]

    def _begin_row(self, index: int) -> None:
        rows = self._rows
        if len(rows) >= _MOST_ROWS or index > _MOST_ROWS:
            raise ValueError("rows")
        rows += [[] for _ in range(index - 1 - len(rows))]
        rows.append([])

    def _begin_cell(self, index: int, across: int) -> None:
        row = self._rows[-1]
        if max(len(row), index) + across > _MOST_COLUMNS:
            raise ValueError("columns")
        row += [""] * (index - 1 - len(row))
        self._column = len(row)
        row += [""] * (1 + across)


def _number(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(f"{_NAMESPACE} {name}", "")
    return int(text) if text.isascii() and text.isdigit() else 0

"""Rows of a table as other programs take them from the clipboard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from desk_app.tables.row_model import Column

_COMPUTED = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Copied:
    """The same table twice: divided by tabs for spreadsheets, as HTML for letters."""

    text: str
    html: str
    count: int


def copied(columns: Sequence[Column[Any]], rows: Iterable[Any]) -> Copied:
    """A heading and a line for each row; no cell can act as a formula or break the table."""
    cells = [[_cell(column.value(row)) for column in columns] for row in rows]
    heading = [column.title for column in columns]
    text = "\n".join("\t".join(line) for line in (heading, *cells))
    body = "".join(f"<tr>{_tagged('td', line)}</tr>" for line in cells)
    html = f"<table><thead><tr>{_tagged('th', heading)}</tr></thead><tbody>{body}</tbody></table>"
    return Copied(text, html, len(cells))


def _cell(text: str) -> str:
    """A leading apostrophe keeps a spreadsheet from computing what somebody registered as."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_COMPUTED) else line


def _tagged(tag: str, cells: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)

"""An export as its file holds it, cell by cell, with the people that its rows name."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.registration import Registration
from desk_app.intake import delimited, encoding, heads, source
from desk_app.intake.reading import chosen_sheet, read_bytes
from desk_app.intake.wishes import NONE, Wishes

_SAMPLE = 1 << 17


@dataclass(frozen=True, slots=True)
class Original:
    """`people` by the place of their row in `rows`; `heading` is the place of the headings, or -1.

    `fields` says what each column holds, as in `Head.field`. `separator` and `encoding` are those
    of a text, empty for a workbook.
    """

    sheet: str
    rows: tuple[list[str], ...]
    heading: int
    fields: tuple[str, ...]
    people: Mapping[int, Registration]
    separator: str = ""
    encoding: str = ""


def original(path: Path, *, wishes: Wishes = NONE, profiles: Path | None = None) -> Original:
    """Read a file for its own cells; DeskError as for an import of it."""
    data = source.read_file(path)
    read = read_bytes(data, source.name_of(path), wishes=wishes, profiles=profiles)
    table, columns = chosen_sheet(data, wishes, profiles)
    separator, written = _text_of(data)
    return Original(
        sheet=table.name,
        rows=tuple(table.rows()),
        heading=columns.heading,
        fields=tuple(it.field for it in heads.heads(table, columns)),
        people={row - 1: it for row, it in zip(read.rows, read.registrations, strict=True)},
        separator=separator,
        encoding=written,
    )


def _text_of(data: bytes) -> tuple[str, str]:
    """Separator and encoding of a delimited text; empty for anything else."""
    if not source.is_delimited(data):
        return "", ""
    found, errors, _ = encoding.find(data)
    sample = data[:_SAMPLE].decode(found, errors)
    return delimited.separator_of(sample), found

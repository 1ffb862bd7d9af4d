"""Workbooks (.xlsx, .xls, .ods): their visible sheets as tables of text."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from desk_app.domain.errors import DeskError
from desk_app.intake.table import OPENING, Table, not_too_wide

_MOST_SHEETS = 30
_EXACT = 2**53


def read_workbook(data: bytes) -> tuple[Table, ...]:
    """One table for each sheet that can be seen and holds anything; DeskError if unreadable."""
    import python_calamine  # slow to import, and only needed here

    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        return tuple(_tables(book, python_calamine))
    except python_calamine.PasswordError:
        raise protected() from None
    except (python_calamine.CalamineError, OSError, ValueError):
        raise damaged() from None
    except BaseException as problem:
        # The reader is written in Rust: where it meets nonsense it panics, outside Exception.
        if type(problem).__name__ != "PanicException":
            raise
        raise damaged() from None


def protected() -> DeskError:
    """A workbook that opens only with a password."""
    return DeskError(
        "This workbook is protected by a password. Open it, save a copy without the password, "
        "and choose that copy."
    )


def damaged() -> DeskError:
    """A workbook whose end or parts are missing."""
    return DeskError(
        "This workbook is damaged or incomplete. Download it again, or open it and save it anew "
        "as .xlsx."
    )


def _tables(book: Any, calamine: Any) -> Iterator[Table]:
    for described in book.sheets_metadata[:_MOST_SHEETS]:
        visible = described.visible == calamine.SheetVisibleEnum.Visible
        if visible and described.typ == calamine.SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_name(described.name)
            if sheet.total_height:
                yield _table(described.name, sheet)


def _table(name: str, sheet: Any) -> Table:
    # iter_rows lets other threads work between rows; to_python would hold them for the whole sheet.
    counted = _Counted(sheet.iter_rows())
    rows = iter(counted)
    opening = tuple(not_too_wide(islice(rows, OPENING)))
    return Table(name, opening, rows, max(1, sheet.total_height), lambda: counted.number)


class _Counted:
    """Rows of text that know how many have been asked for."""

    def __init__(self, rows: Iterator[list[Any]]) -> None:
        self._rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[list[str]]:
        for row in self._rows:
            self.number += 1
            yield [value if type(value) is str else as_text(value) for value in row]


def as_text(value: Any) -> str:
    """A cell as a person reads it: whole numbers without `.0`, moments in ISO form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
    if isinstance(value, datetime):
        return (
            value.date().isoformat() if value.time() == time() else value.isoformat("T", "seconds")
        )
    if isinstance(value, time):
        return value.isoformat("seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)

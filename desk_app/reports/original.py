"""The organiser's own export with the attendance added, as a text or a workbook."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime

Rows = Sequence[Sequence[str]]


def original_csv(rows: Rows, separator: str, encoding: str) -> bytes:
    """The rows by the file's own separator, and in its encoding wherever that knows the names."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator or ";", lineterminator="\r\n").writerows(rows)
    try:
        return text.getvalue().encode(encoding or "utf-8-sig")
    except (UnicodeEncodeError, LookupError):
        return text.getvalue().encode("utf-8-sig", "replace")


def original_xlsx(rows: Rows, sheet: str, heading: int) -> bytes:
    """One sheet of the same name. All cells are text: nothing computes, no zero is lost."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001
        page = book.add_worksheet(sheet[:31] or None)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    page.write_string(line, column, cell)
        if heading >= 0:
            page.freeze_panes(heading + 1, 0)
    return file.getvalue()

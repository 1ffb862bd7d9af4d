"""Attendance files."""

import csv
import io
from datetime import time

import pytest
import python_calamine

from desk_app.reports.attendance import AttendanceRow, AttendanceSummary
from desk_app.reports.csv_file import attendance_csv
from desk_app.reports.sheet import attendance_pdf
from desk_app.reports.workbook import attendance_xlsx
from tests.badges.people import document

ENGLISH = AttendanceSummary("Colloquium", "3 Dec – Dijon", "en", "", (("present", 1842),))


def row(**fields: str | bool) -> AttendanceRow:
    usual: dict[str, str | bool] = {
        "name": "Martin, Anne",
        "given_name": "Anne",
        "family_name": "Martin",
        "organisation": "Ocim",
        "status": "Confirmed",
        "arrived": "09:02",
    }
    return AttendanceRow(**{**usual, **fields})  # type: ignore[arg-type]  # named by the caller


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def page_texts(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document(content)]


def test_csv_opens_in_a_french_spreadsheet() -> None:
    content = attendance_csv(AttendanceSummary("X", language="fr"), [row()])
    assert content.startswith(b"\xef\xbb\xbfNom complet;Pr")
    assert content.count(b"\r\n") == 2


def test_csv_keeps_separators_and_quotes_in_their_cell() -> None:
    content = attendance_csv(ENGLISH, [row(organisation='A;"B"\nC')])
    assert read_csv(content)[1][3] == 'A;"B"\nC'


@pytest.mark.parametrize("start", "=+-@\t")
def test_csv_cells_cannot_be_formulas(start: str) -> None:
    assert read_csv(attendance_csv(ENGLISH, [row(name=f"{start}1+1")]))[1][0] == f"'{start}1+1"


def test_csv_says_walk_in_in_words() -> None:
    content = attendance_csv(AttendanceSummary("X", language="fr"), [row(walk_in=True)])
    assert read_csv(content)[1][-1] == "Oui"


def read_xlsx(content: bytes, sheet: int = 0) -> list[list[object]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [list(line) for line in book.get_sheet_by_index(sheet).to_python()]


def test_workbook_holds_text_as_text_and_times_as_times() -> None:
    rows = read_xlsx(attendance_xlsx(ENGLISH, [row(name="=1+1", email="http://a.b")]))
    assert (rows[1][0], rows[1][4], rows[1][7]) == ("=1+1", "http://a.b", time(9, 2))


def test_workbook_keeps_an_arrival_it_cannot_read_as_text() -> None:
    assert read_xlsx(attendance_xlsx(ENGLISH, [row(arrived="Thursday")]))[1][7] == "Thursday"


def test_workbook_has_the_totals_on_a_sheet_of_their_own() -> None:
    assert ["present", 1842.0] in read_xlsx(attendance_xlsx(ENGLISH, []), sheet=1)


def test_printed_list_has_its_totals_and_names() -> None:
    (page,) = page_texts(attendance_pdf(ENGLISH, [row()]))
    assert all(word in page for word in ("Colloquium", "present", "Martin, Anne", "Page 1 / 1"))


def test_printed_list_repeats_its_headings_and_counts_its_pages() -> None:
    pages = page_texts(attendance_pdf(ENGLISH, [row()] * 120))
    assert all("Organisation" in page for page in pages)
    assert f"Page {len(pages)} / {len(pages)}" in pages[-1]


def test_printed_list_keeps_every_row_in_order() -> None:
    names = [f"Person{number:03}" for number in range(200)]
    printed = " ".join(page_texts(attendance_pdf(ENGLISH, [row(name=name) for name in names])))
    assert [word for word in printed.split() if word.startswith("Person")] == names


def test_printed_list_without_rows_still_says_what_it_is() -> None:
    (page,) = page_texts(attendance_pdf(ENGLISH, []))
    assert "Attendance" in page


def test_printed_list_wraps_long_names_whole() -> None:
    name = "García-Huidobro Errázuriz y Fernández de Córdoba, María de los Ángeles"
    (page,) = page_texts(attendance_pdf(ENGLISH, [row(name=name)]))
    assert name.replace(" ", "") in "".join(page.split())


def test_printed_list_is_the_same_bytes_each_time() -> None:
    assert attendance_pdf(ENGLISH, [row()]) == attendance_pdf(ENGLISH, [row()])

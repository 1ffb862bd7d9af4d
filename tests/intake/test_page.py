"""Tables in web pages and in Excel's old XML, under whatever name."""

import pytest

from desk_app.domain.errors import DeskError
from desk_app.intake.reading import read_bytes

ROW = "<tr><td>Lee</td><td>Ann</td><td>a@example.org</td></tr>"
HEADINGS = "<tr><th>Nom</th><th>Pr&eacute;nom</th><th>Mail</th></tr>"
XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Notes"><Table/></Worksheet>
<Worksheet ss:Name="Liste"><Table>
<Row><Cell><Data ss:Type="String">Nom</Data></Cell>
 <Cell ss:Index="3"><Data ss:Type="String">Prénom</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="String">L&amp;e</Data></Cell>
 <Cell ss:Index="3"><Data ss:Type="String">Ann</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def page(inside: str) -> bytes:
    return f"<html><head><meta charset='utf-8'></head><body>{inside}</body></html>".encode()


def names(data: bytes) -> list[str]:
    return [one.full_name for one in read_bytes(data, "export.xls").registrations]


def test_a_table_saved_as_an_xls_file_is_read() -> None:
    (one,) = read_bytes(page(f"<table>{HEADINGS}{ROW}</table>"), "export.xls").registrations
    assert (one.full_name, one.email) == ("Ann Lee", "a@example.org")


def test_cells_and_rows_need_no_end() -> None:
    assert names(page("<table><tr><td>Nom<td>Mail<tr><td>Lee<td>a@example.org")) == ["Lee"]


def test_wide_cells_keep_the_columns_below_apart() -> None:
    band = "<tr><th colspan=2>Participant</th><th>Contact</th></tr>"
    assert names(page(f"<table>{band}{HEADINGS}{ROW}</table>")) == ["Ann Lee"]


def test_a_table_inside_another_and_its_markup_do_not_disturb() -> None:
    inner = f"<table>{HEADINGS}<tr><td><b>Lee</b></td><td>Ann<br>B</td><td></td></tr></table>"
    assert names(page(f"<table><tr><td>menu</td><td>{inner}</td></tr></table>")) == ["Ann B Lee"]


def test_the_charset_that_a_page_names_is_believed() -> None:
    head = "<html><meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"
    data = f"{head}<table><tr><td>Name<td>Mail<tr><td>Ярослава<td>y@example.org</table>"
    assert names(data.encode("cp1251")) == ["Ярослава"]


@pytest.mark.parametrize(
    "inside",
    ["<form>Log in</form>", f"<table>{HEADINGS}</table>", "<table><tr><td>Login<td>x<tr><td>y"],
)
def test_a_page_without_people_is_said_to_be_one(inside: str) -> None:
    with pytest.raises(DeskError, match="web page"):
        read_bytes(page(inside), "export.csv")


def test_workbooks_of_excel_2003_are_read_with_their_gaps() -> None:
    found = read_bytes(XML.encode(), "export.xls")
    assert (found.sheet, found.rows) == ("Liste", (4,))
    assert found.registrations[0].full_name == "Ann L&e"


def test_an_empty_workbook_of_excel_2003_is_said() -> None:
    empty = XML[: XML.index("<Worksheet")] + "</Workbook>"
    with pytest.raises(DeskError, match="workbook is empty"):
        read_bytes(empty.encode(), "x")


@pytest.mark.parametrize("index", ["9999999", "30000"])
def test_a_cell_far_away_in_excel_2003_is_damage(index: str) -> None:
    with pytest.raises(DeskError, match="damaged"):
        read_bytes(XML.replace('ss:Index="3"', f'ss:Index="{index}"').encode(), "x")

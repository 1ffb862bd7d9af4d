"""Rows on the clipboard: for spreadsheets and for letters, and harmless in both."""

from desk_app.tables.clipboard import copied
from desk_app.tables.row_model import Column

COLUMNS = (
    Column[tuple[str, str]]("Name", lambda row: row[0]),
    Column[tuple[str, str]]("Organisation", lambda row: row[1]),
)


def test_a_heading_and_a_line_for_each_row() -> None:
    assert copied(COLUMNS, [("Zoé", "Ocim"), ("Max", "")]).text == (
        "Name\tOrganisation\nZoé\tOcim\nMax\t"
    )


def test_the_same_table_stands_there_as_html() -> None:
    html = copied(COLUMNS, [("Zoé & Max", "<Ocim>")]).html
    assert "<th>Name</th>" in html
    assert "<td>Zoé &amp; Max</td><td>&lt;Ocim&gt;</td>" in html


def test_no_cell_is_a_formula_or_breaks_the_table() -> None:
    made = copied(COLUMNS, [("=1+1", "a\tb\nc")])
    assert made.text.splitlines()[1] == "'=1+1\ta b c"
    assert made.count == 1

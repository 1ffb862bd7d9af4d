"""What can be opened, and one clear sentence for what cannot."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.domain.errors import DeskError
from desk_app.intake import source
from desk_app.intake.reading import Reading, read_bytes
from tests.intake.exports import open_document, table, warnings, workbook

TEXT = "Nom;Prénom;Courriel;Fonction\r\nCurie;Hélène;h@example.org;Chargée d’études\r\n"
HEADINGS = ("Nom", "Prénom", "Mail")


def only_name(data: bytes) -> str:
    (one,) = read_bytes(data, "x").registrations
    return f"{one.full_name} {one.job_title}"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_encodings(encoding: str) -> None:
    assert only_name(TEXT.encode(encoding)) == "Hélène Curie Chargée d’études"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_separators_and_line_endings(separator: str, ending: str) -> None:
    text = TEXT.replace(";", separator).replace("\r\n", ending)
    assert only_name(text.encode()) == "Hélène Curie Chargée d’études"


def test_the_separator_that_excel_announces() -> None:
    assert only_name(b"sep=;\r\n" + TEXT.encode()) == "Hélène Curie Chargée d’études"


def test_a_heading_with_a_comma_is_no_separator_beside_tabs() -> None:
    text = "Last name, First name\tEmail\nLee, Ann\ta@example.org\nRoe, Bob\tb@example.org\n"
    assert read_bytes(text.encode(), "x").registrations[0].full_name == "Ann Lee"


@pytest.mark.parametrize("pack", [table, lambda *rows: workbook(Liste=list(rows))])
def test_rows_that_a_spreadsheet_left_in_one_cell_are_parted(pack: Callable[..., bytes]) -> None:
    data = pack(("Nom,Prénom,Mail",), ("Lee,Ann,a@example.org",), ('"Roe, Jr",Bob,b@example.org',))
    names = [one.full_name for one in read_bytes(data, "x").registrations]
    assert names == ["Ann Lee", "Bob Roe, Jr"]


def test_decimal_commas_do_not_separate() -> None:
    data = table(("Nom", "Prix", "Remise"), ("Ann Lee", "85,00", "-10,00"))
    assert only_name(data) == "Ann Lee "


def test_damage_does_not_garble_the_letters_around_it() -> None:
    damaged = "Nom;Prénom\nDupré;Zoé\n".encode() + b"Le\xff Goff;An\xfene\n"
    assert read_bytes(damaged, "x").registrations[0].full_name == "Zoé Dupré"


def test_numbers_in_a_workbook_are_the_digits_typed() -> None:
    rows = [("Nom", "Numéro de billet", "Téléphone"), ("Ann Lee", 172700895, 611220301)]
    (one,) = read_bytes(workbook(Export=rows), "x").registrations
    assert (one.external_id, one.phone) == ("172700895", "0611220301")


def test_an_open_document_is_read() -> None:
    data = open_document(HEADINGS, ("Lee", "Ann", "a@example.org"))
    found = read_bytes(data, "x")
    assert (found.sheet, found.registrations[0].full_name) == ("Liste", "Ann Lee")


def test_a_number_too_long_for_a_workbook_is_no_code() -> None:
    rows = [("Name", "Barcode"), ("Ann Lee", 1.4371832761231919e19)]
    assert read_bytes(workbook(Export=rows), "x").registrations[0].scan_code == ""


def test_the_sheet_with_people_is_chosen_and_others_are_told() -> None:
    sheets = workbook(
        Notes=[("brouillon",)],
        Jour1=[(*HEADINGS, "Fonction"), ("Lee", "Ann", "a@example.org", "Chef")],
        Jour2=[HEADINGS, ("Roe", "Bob", "b@example.org")],
    )
    found = read_bytes(sheets, "x")
    assert (found.sheet, len(found.registrations)) == ("Jour1", 1)
    assert "Jour2" in warnings(found)


def test_rows_of_a_workbook_are_numbered_from_its_top() -> None:
    rows: list[tuple[str, ...]] = [(), (), HEADINGS, ("Lee", "Ann", "a@example.org")]
    assert read_bytes(workbook(Liste=rows), "x").rows == (4,)


def test_a_csv_alone_in_a_zip_is_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Form.csv", TEXT)
    assert only_name(packed.getvalue()) == "Hélène Curie Chargée d’études"


def test_a_list_of_objects_in_json() -> None:
    people = [
        {"id": 5, "profile": {"first_name": "Ann", "last_name": "Lee", "email": "a@example.org"}}
    ]
    (one,) = read_bytes(json.dumps({"attendees": people, "page": 1}).encode(), "x").registrations
    assert (one.external_id, one.full_name, one.email) == ("5", "Ann Lee", "a@example.org")


def test_one_object_a_line_is_a_list_too() -> None:
    lines = b'{"name": "Ann Lee", "email": "a@example.org"}\n\n{"name": "Bob Roe", "id": 7}\n'
    found = read_bytes(lines, "x").registrations
    assert [one.full_name for one in found] == ["Ann Lee", "Bob Roe"]


GOOD = workbook(Export=[HEADINGS, ("Lee", "Ann", "a@example.org")])


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b'[{"name": "Ann"', "JSON"),
        (b'{"name": "Ann"}', "JSON"),
        (b'{"name": "Ann"}\n{"name": "B', "JSON"),
        (b"BEGIN:VCARD\nFN:Ann\n", "vCard"),
        (b"<?xml version='1.0'?><people/>", "XML"),
        (b"PK\x05\x06" + bytes(18), "packed folder"),
    ],
)
def test_other_kinds_of_files_are_named(data: bytes, word: str) -> None:
    with pytest.raises(DeskError, match=word):
        read_bytes(data, "export.csv")


def test_a_quote_that_never_closes_is_found_after_many_rows() -> None:
    rows = [("Nom", "Mail"), *((f"P{n}", f"p{n}@example.org") for n in range(1500))]
    with pytest.raises(DeskError, match="row 1502"):
        read_bytes(table(*rows) + b'"Bob;b@example.org\nCy;c@example.org\n', "x")


def test_a_stray_quote_inside_a_cell_is_no_harm() -> None:
    assert only_name(b'Nom;Note\nAnn Lee;a 5" disc\n') == "Ann Lee "


def packed(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as folder:
        for name, data in files.items():
            folder.writestr(name, data)
    return archive.getvalue()


@pytest.mark.parametrize("name", ["list.csv", "out/list.xlsx"])
def test_the_one_export_in_a_zip_is_read(name: str) -> None:
    data = GOOD if name.endswith("xlsx") else table(HEADINGS, ("Lee", "Ann", "a@example.org"))
    (one,) = read_bytes(packed({name: data, "__MACOSX/._list.csv": b"x"}), "x").registrations
    assert one.full_name == "Ann Lee"


def test_a_zip_that_holds_itself_is_not_opened_for_ever() -> None:
    inner = packed({"list.xlsx": packed({"list.csv": b"Nom\nLee\n"})})
    with pytest.raises(DeskError, match="packed folder"):
        read_bytes(inner, "x")


def test_a_document_of_another_kind_in_a_zip_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(DeskError, match="another kind of document"):
        read_bytes(packed.getvalue(), "x")


def test_an_absurdly_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("wb") as handle:
        handle.truncate(source.LARGEST + 1)
    with pytest.raises(DeskError, match="200 MB"):
        source.read_file(file)


def reading_or_sentence(data: bytes) -> Reading | str:
    try:
        return read_bytes(data, "x")
    except DeskError as problem:
        return str(problem)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=600))
def test_any_bytes_give_a_reading_or_a_sentence(data: bytes) -> None:
    assert reading_or_sentence(data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=8))
def test_any_cells_below_headings_give_a_reading_or_a_sentence(rows: list[list[str]]) -> None:
    cells = [tuple(cell.encode("utf-8", "replace").decode() for cell in row) for row in rows]
    data = table(("ID", "Nom", "Prénom", "Mail", "Statut", "Date d'inscription"), *cells)
    assert reading_or_sentence(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_a_workbook_damaged_anywhere_gives_a_reading_or_a_sentence(at: int, noise: bytes) -> None:
    assert reading_or_sentence(GOOD[:at] + noise + GOOD[at + len(noise) :])

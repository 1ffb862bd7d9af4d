"""Which encoding a text is in."""

import pytest

from desk_app.domain.registration import Registration
from desk_app.intake.reading import Reading, read_bytes
from tests.intake.exports import warnings

LIST = "Nom;Prénom;Fonction\r\nDupré-Lacôte;Hélène;Chargée d'études à Nîmes\r\n"
RUSSIAN = "Name;Email\nЯрослава Тихомирецкая;y@example.org\n"


def found(data: bytes) -> Reading:
    return read_bytes(data, "x")


def only(data: bytes) -> Registration:
    (one,) = found(data).registrations
    return one


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850", "utf-16-be"])
def test_old_encodings_are_told_apart_by_their_usual_letters(encoding: str) -> None:
    one = only(LIST.encode(encoding))
    assert (one.full_name, one.job_title) == ("Hélène Dupré-Lacôte", "Chargée d'études à Nîmes")


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_one_accent_is_enough(encoding: str) -> None:
    assert only("Nom;Mail\nRené Roe;r@example.org\n".encode(encoding)).full_name == "René Roe"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_need_not_be_latin(encoding: str) -> None:
    assert only(RUSSIAN.encode(encoding)).full_name == "Ярослава Тихомирецкая"


def test_two_encodings_in_one_file_are_both_read_and_told() -> None:
    mixed = LIST.encode() + "Béart;Zoé;Élève\r\n".encode("cp1252")
    assert [one.full_name for one in found(mixed).registrations] == [
        "Hélène Dupré-Lacôte",
        "Zoé Béart",
    ]
    assert "first in line 3" in warnings(found(mixed))


def test_a_few_lines_of_utf8_in_an_older_file_are_read_too() -> None:
    lines = "".join(f"Prévôt{n};Zoé;à côté\r\n" for n in range(50))
    mixed = ("Nom;Prénom;Fonction\r\n" + lines).encode("cp1252") + "Béart;Zoé;x\r\n".encode()
    assert found(mixed).registrations[-1].full_name == "Zoé Béart"
    assert "two encodings" in warnings(found(mixed))


def test_capitals_before_a_closing_quote_are_no_second_encoding() -> None:
    one = found("Nom;Note\nDupré;«CAFÉ»\nRoe;été\n".encode("cp1252"))
    assert (one.registrations[0].note, one.warnings) == ("«CAFÉ»", ())


def test_accents_encoded_twice_are_put_right_and_told() -> None:
    twice = LIST.encode().decode("cp1252").encode()
    assert only(twice).full_name == "Hélène Dupré-Lacôte"
    assert "encoded twice" in warnings(found(twice))


def test_a_text_that_was_not_all_encoded_twice_is_left_alone() -> None:
    half = LIST.encode().decode("cp1252").encode() + "Лес;Анна;\n".encode()
    assert found(half).registrations[1].full_name == "Лес"

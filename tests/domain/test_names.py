"""Names: compared, joined and listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.names import joined, listed, plain


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("  Élodie\u00a0 BRISE-FER\t", "elodie brise-fer"),
        ("Straße", "strasse"),
        ("ﬁn", "fin"),
        ("Łukasz", "łukasz"),
        ("İnci", "inci"),
        ("", ""),
    ],
)
def test_names_are_compared_without_case_accents_and_blanks(text: str, compared: str) -> None:
    assert plain(text) == compared


@given(st.text())
def test_comparing_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_a_name_is_joined_in_reading_order() -> None:
    assert joined("Zoé", "Lefèvre") == "Zoé Lefèvre"


def test_a_single_name_may_sit_in_either_part() -> None:
    assert joined("Pelé", "") == joined("", "Pelé") == "Pelé"


def test_lists_put_the_family_name_first() -> None:
    assert listed("Zoé", "Lefèvre", "Zoé Lefèvre") == "LEFÈVRE Zoé"


def test_lists_keep_a_name_whole_where_its_parts_are_unknown() -> None:
    assert listed("", "Lefèvre", "Zoé Lefèvre") == "Zoé Lefèvre"
    assert listed("Pelé", "", "") == "Pelé"

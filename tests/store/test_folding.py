"""Text as search sees it, and what of a shown name was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.store.folding import folded, marks, words_of_name


@pytest.mark.parametrize(
    ("text", "ascii_text"),
    [
        ("Lefèvre-Ångström", "lefevre angstrom"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("Işık", "isik"),
        ("Straße", "strasse"),
        ("小野", "xiaoye"),
        ("Достоевская", "dostoevskaya"),
        ("O\u2019Connor", "o connor"),
        ("  a\u00a0 b ", "a b"),
        ("🎉", "tada"),
        ("", ""),
    ],
)
def test_every_script_becomes_plain_letters(text: str, ascii_text: str) -> None:
    assert folded(text) == ascii_text


@given(st.text())
def test_folded_text_is_words_in_ascii(text: str) -> None:
    words = folded(text).split(" ")
    assert words == [""] or all(word.isascii() and word.isalnum() for word in words)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_a_name_may_be_typed_with_or_without_its_hyphens() -> None:
    assert words_of_name("Jean-Baptiste d'Aubrac") == (
        "jean baptiste d aubrac jeanbaptiste daubrac".split()
    )


def test_a_plain_name_has_each_word_once() -> None:
    assert words_of_name("Zoé Lefèvre") == ["zoe", "lefevre"]


@pytest.mark.parametrize(
    ("shown", "typed", "marked"),
    [
        ("LEFÈVRE Zoé", "lef", ["LEF"]),
        ("LEFÈVRE Zoé", "zo lefe", ["LEFÈ", "Zo"]),
        ("LEFE\u0300VRE Zoé", "lefev", ["LEFE\u0300V"]),
        ("DE LA CRUZ Inés", "la cruz", ["LA", "CRUZ"]),
        ("ŒUVRARD Anne", "o", ["Œ"]),
        ("ŒUVRARD Anne", "oeu", ["ŒU"]),
        ("D'AUBRAC Jean-Luc", "aub luc", ["AUB", "Luc"]),
        ("小野 太郎", "xiao", ["小"]),
        ("LEFÈVRE Zoé", "xyz", []),
        ("LEFÈVRE Zoé", "", []),
        ("", "a", []),
    ],
)
def test_what_was_typed_is_marked(shown: str, typed: str, marked: list[str]) -> None:
    assert [shown[start : start + length] for start, length in marks(shown, typed)] == marked


@given(st.text(max_size=20), st.text(max_size=6))
def test_marks_lie_inside_the_shown_text(shown: str, typed: str) -> None:
    for start, length in marks(shown, typed):
        assert 0 <= start < start + length <= len(shown)

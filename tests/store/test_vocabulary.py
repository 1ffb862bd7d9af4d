"""Misspelt words are near the words that are known."""

import pytest

from desk_app.store.vocabulary import Vocabulary

WORDS = ("lefevre", "lefebvre", "martin", "anne", "zo")


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("lefevre", "lefevre"),
        ("lefevrr", "lefevre"),
        ("elfevre", "lefevre"),
        ("lefevbre", "lefebvre"),
        ("matrin", "martin"),
        ("lefv", "lefe"),
        ("anme", "anne"),
    ],
)
def test_the_nearest_word_comes_first(typed: str, nearest: str) -> None:
    assert next(iter(Vocabulary(WORDS).near(typed))).startswith(nearest)


def test_short_words_allow_one_slip_and_long_ones_two() -> None:
    assert list(Vocabulary(["anne"]).near("abbe")) == []
    assert list(Vocabulary(["lefevre"]).near("lafavre")) == ["lefevre"]


def test_below_three_letters_only_what_is_there_is_near() -> None:
    assert list(Vocabulary(WORDS).near("zo")) == ["zo"]
    assert list(Vocabulary(WORDS).near("zi")) == []


def test_a_word_half_typed_is_compared_with_beginnings() -> None:
    assert "dost" in [word[:4] for word in list(Vocabulary(["dostoevskaya"]).near("dosz"))]


def test_new_words_are_near_from_then_on() -> None:
    known = Vocabulary(["anne"])
    assert list(known.near("kowalczik")) == []
    known.learn(["kowalczyk", "anne"])
    assert list(known.near("kowalczik")) == ["kowalczyk"]


def test_a_word_learnt_with_the_same_beginning_is_not_offered_twice() -> None:
    known = Vocabulary(["martin"])
    known.near("mart")
    known.learn(["martinez", "martini"])
    assert list(known.near("mart")) == ["mart", "marti"]


def test_a_desk_that_has_warmed_up_finds_the_same() -> None:
    warm = Vocabulary(WORDS)
    warm.warm()
    for typed in ("z", "zo", "anm", "lefv", "lefevbre", "elfevre", "matrin"):
        assert warm.near(typed) == Vocabulary(WORDS).near(typed)


def test_the_first_letter_may_be_missing_or_wrong() -> None:
    many = Vocabulary([*WORDS, *(f"{letter}ortinez" for letter in "abcdefgh")])
    assert many.near("artin")["martin"] == many.near("lartin")["martin"] == 1
    many.learn(["dartin"])
    assert {"martin", "dartin"} <= many.near("lartin").keys()


def test_no_more_words_than_asked_for() -> None:
    many = Vocabulary(f"mart{letter}n" for letter in "abcdefghijklmnopqrstuvwxyz")
    assert len(many.near("martn", most=5)) == 5

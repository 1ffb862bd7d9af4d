"""Codes are known by the shapes of their roster, words are not taken for them."""

import pytest

from desk_app.domain.code_shape import NO_SHAPES, shapes_of

PRETIX = shapes_of(["hxewpex6ek4upwgy", "a1b2c3d4e5f6g7h8", "zzzzzzzzzzzzzzz2"])
NUMBERS = shapes_of(["81204771", "81217997", "80000001"])
ORDERS = shapes_of(["Q7X2L-1", "ZZAB9-2", "11AAB-3"])


@pytest.mark.parametrize("text", ["81204770", "00000000"])
def test_a_number_as_long_as_the_others_fits(text: str) -> None:
    assert NUMBERS.fits(text)
    assert NUMBERS.surely_fits(text)


@pytest.mark.parametrize("text", ["8120477", "812047711", "8120477a", "Martinez", "", "8120-771"])
def test_other_lengths_letters_and_signs_do_not(text: str) -> None:
    assert not NUMBERS.fits(text)


def test_caps_lock_changes_no_shape() -> None:
    assert ORDERS.fits("q7x2l-1")
    assert PRETIX.fits("HXEWPEX6EK4UPWGY")


def test_a_word_as_long_as_the_codes_fits_but_not_for_sure() -> None:
    assert PRETIX.fits("christophemartin")
    assert not PRETIX.surely_fits("christophemartin")


def test_a_sign_must_stand_where_it_stands_in_the_others() -> None:
    assert ORDERS.fits("AAAA1-9")
    assert not ORDERS.fits("AAA1-99")


def test_a_shape_that_hardly_any_code_has_is_none() -> None:
    shapes = shapes_of([*(f"T{number:07}" for number in range(400)), "see the list"])
    assert shapes.fits("T9999999")
    assert not shapes.fits("see the list")


def test_letters_of_other_scripts_are_kinds_of_their_own() -> None:
    assert not NUMBERS.fits("٨١٢٠٤٧٧١")


def test_without_codes_nothing_fits() -> None:
    assert shapes_of([]) == NO_SHAPES
    assert not NO_SHAPES.fits("")

"""Names that no font of the computer has are spelt out; all others stay as they are written."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from desk_app.views import theme
from desk_app.views.legible import apart, legible

LINEAR_B = "\U00010000"  # the Linear B syllable A, which no usual font has


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.mark.parametrize("name", ["Zoé D'Orsenval", "Ţugurean Ștefania", "نوران", "Æ‐Þ", "👋 Ada"])
def test_names_that_can_be_drawn_stay_as_they_are(name: str) -> None:
    assert legible(name) == name


def test_letters_without_a_font_are_spelt_in_latin_ones() -> None:
    assert not QFontMetrics(theme.font("row")).inFontUcs4(ord(LINEAR_B))
    assert legible(f"Zoé {LINEAR_B}") == "Zoé a"


def test_a_name_written_from_the_right_does_not_turn_the_words_around_it() -> None:
    assert apart("نوران") == "\u2068نوران\u2069"
    assert apart("Zoé L.") == "Zoé L."

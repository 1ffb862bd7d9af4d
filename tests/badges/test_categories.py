"""Ribbon colours."""

import pytest

from desk_app.badges.categories import colour, palette


def luminance(value: str) -> float:
    parts = [int(value[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("value", palette())
def test_white_reads_on_every_colour(value: str) -> None:
    assert 1.05 / (luminance(value) + 0.05) >= 4.5


def test_words_for_the_same_role_share_a_colour() -> None:
    assert colour("Intervenante") == colour("SPEAKER") != colour("Participant")


def test_an_unknown_category_keeps_its_colour_in_any_spelling() -> None:
    assert colour("Élève") == colour("eleve")
    assert colour("Élève") in palette()

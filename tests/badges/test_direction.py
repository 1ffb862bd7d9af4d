"""From left to right or back."""

import pytest

from desk_app.badges.direction import directions, reads_right_to_left


def visual(text: str) -> str:
    """What a reader sees, from left to right."""
    return "".join(
        text[start:end][::-1] if backwards else text[start:end]
        for start, end, backwards in directions(text)
    )


def test_the_first_letter_decides_the_side() -> None:
    assert reads_right_to_left("(12) محمد")
    assert not reads_right_to_left("Anne محمد")


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("Anne", "Anne"),
        ("יעל Smith", "Smith לעי"),
        ("Zoë (יעל) לוי", "Zoë (לעי) יול"),
        ("Zoë ]יעל", "Zoë ]לעי"),
        ("יעל (Zoë 12)", ")Zoë 12( לעי"),
    ],
)
def test_a_line_is_laid_out_by_the_bidirectional_algorithm(read: str, seen: str) -> None:
    assert visual(read) == seen

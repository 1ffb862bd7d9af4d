"""Text to lines."""

from desk_app.badges.breaking import balanced, shortened, wrapped
from desk_app.badges.shaping import shape


def test_lines_are_broken_to_be_of_like_width() -> None:
    lines = [line.text for line in balanced("Muséum national d’Histoire naturelle", False, 2)]
    assert lines == ["Muséum national", "d’Histoire naturelle"]


def test_a_hyphen_is_a_place_to_break() -> None:
    assert [line.text for line in balanced("Anastasia-Victoria", True, 2)] == [
        "Anastasia-",
        "Victoria",
    ]


def test_a_single_word_stays_whole() -> None:
    assert len(balanced("Donaudampfschifffahrt", True, 3)) == 1


def test_ideographs_break_without_blanks() -> None:
    assert len(balanced("國立故宮博物院", False, 2)) == 2


def test_wrapped_lines_keep_to_the_width_even_within_a_word() -> None:
    lines = wrapped("Donaudampfschifffahrtsgesellschaft am Ufer", False, 6)
    assert all(line.width <= 6 for line in lines)
    assert "".join(line.text for line in lines).replace(" ", "").endswith("amUfer")


def test_a_shortened_text_says_so() -> None:
    short = shortened("Laboratoire de biologie", False, 6)
    assert short.endswith("…")
    assert shape(short).width <= 6

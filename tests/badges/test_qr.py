"""QR codes as rectangles."""

from desk_app.badges.qr import symbol
from tests.badges.people import CODE


def test_a_short_code_takes_the_smallest_symbol() -> None:
    made = symbol(CODE)
    assert made
    assert made.cells == 21
    assert made.code.startswith("0 20 7 1 re")


def test_a_text_beyond_any_symbol_gives_none() -> None:
    assert symbol("x" * 5000) is None

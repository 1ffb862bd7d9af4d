"""What a scanner typed for another keyboard is read back."""

import string
import tomllib

import pytest

from desk_app import paths
from desk_app.intake.keyboards import readings

LAYOUTS = tomllib.loads((paths.resources() / "keyboards.toml").read_text(encoding="utf-8"))
US = LAYOUTS["us"]["plain"] + LAYOUTS["us"]["shift"]


def typed_on(keyboard: str, code: str) -> str:
    """What the keys of a code type there."""
    table = LAYOUTS[keyboard]["plain"] + LAYOUTS[keyboard]["shift"]
    return "".join(table[US.index(letter)] for letter in code)


@pytest.mark.parametrize("keyboard", [name for name in LAYOUTS if name != "us"])
def test_every_letter_and_digit_comes_back_from_every_keyboard(keyboard: str) -> None:
    code = string.ascii_letters + string.digits
    assert code in {meant for _, meant in readings(typed_on(keyboard, code))}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("àà&\"è'!ç&&", "0013748911"),
        ("àà&\"è'_ç&&", "0013748911"),
        ("AR)WOE)&", "QR-ZOE-1"),
        ("YX81", "ZX81"),
        ('**"»+(-/""', "0013748911"),
    ],
)
def test_codes_are_put_right(typed: str, code: str) -> None:
    assert code in [meant for _, meant in readings(typed)]


def test_a_text_is_never_its_own_reading() -> None:
    assert all(meant != "12345" for _, meant in readings("12345"))


def test_letters_that_a_keyboard_does_not_have_are_not_read_on_it() -> None:
    assert readings("日本") == ()

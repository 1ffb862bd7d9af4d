"""What a scanner typed for another keyboard is read back."""

import string
import tomllib

import pytest

from desk_app import paths
from desk_app.intake.keyboards import keyboards, read_from, readings
from desk_app.intake.keyboards import typed_on as typed_there

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


@pytest.mark.parametrize("keyboard", keyboards())
def test_with_every_key_shifted_by_caps_lock_codes_come_back_too(keyboard: str) -> None:
    """As French Windows does: digits come right, and letters from the wrong place."""
    code = "qa0815zw"
    table = LAYOUTS[keyboard]["shift"] + LAYOUTS[keyboard]["plain"]
    locked = "".join(table[US.index(letter)] for letter in code)
    assert code in {locked.lower(), *(it.lower() for _, it in readings(locked))}


def test_with_letters_alone_in_capitals_codes_come_back_too() -> None:
    assert "ab0137" in [meant for _, meant in readings('QBÀ&"È')]


@pytest.mark.parametrize("keyboard", keyboards())
def test_what_was_read_back_wrongly_can_be_put_back(keyboard: str) -> None:
    assert typed_there(keyboard, read_from(keyboard, "QX0815")) == "QX0815"


def test_a_keyboard_that_nobody_knows_changes_nothing() -> None:
    assert read_from("dvorak", "àà&") == "àà&"


def test_a_text_that_a_keyboard_cannot_type_stays() -> None:
    assert read_from("azerty", "日本") == "日本"

"""Registering somebody who was in no export: a name is enough."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.domain.registration import Registration
from desk_app.views import theme
from desk_app.views.walk_in_form import WalkInForm
from tests.controllers.standing import heard
from tests.views.showing import show_in_frame


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


def form(qtbot: QtBot, typed: str = "") -> tuple[WalkInForm, list[Any]]:
    """In front, begun with these words; and all that it registers."""
    made = WalkInForm()
    show_in_frame(qtbot, "checkin", made)
    made.begin(typed)
    return made, heard(made.finished)


def fields(made: WalkInForm) -> list[str]:
    return [field.text() for field in made.findChildren(QLineEdit)]


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, key)


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClicks(focused, text)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Ada", ["Ada", ""]),
        ("Ada  van Late ", ["Ada", "van Late"]),
        ("ZX81-42", ["", ""]),
        ("", ["", ""]),
    ],
)
def test_what_was_typed_is_taken_for_a_name(qtbot: QtBot, typed: str, names: list[str]) -> None:
    made, _ = form(qtbot, typed)
    assert fields(made)[:2] == names


def test_enter_goes_from_field_to_field_and_registers(qtbot: QtBot) -> None:
    _, registered = form(qtbot)
    for text in ("Ada", "Late", "Museum", "ada@example.org"):
        assert registered == []
        write(text)
        press(Qt.Key.Key_Return)
    assert registered == [
        Registration(
            given_name="Ada",
            family_name="Late",
            full_name="Ada Late",
            organisation="Museum",
            email="ada@example.org",
        )
    ]


def test_a_family_name_alone_is_enough(qtbot: QtBot) -> None:
    made, registered = form(qtbot)
    press(Qt.Key.Key_Return)
    write(" Late ")
    made._save.click()
    assert [it.full_name for it in registered] == ["Late"]


def test_without_a_name_the_cursor_goes_back_to_it(qtbot: QtBot) -> None:
    made, registered = form(qtbot)
    for _ in range(4):
        press(Qt.Key.Key_Return)
    assert registered == []
    assert made.findChildren(QLineEdit)[0].hasFocus()


def test_escape_gives_up(qtbot: QtBot) -> None:
    made, registered = form(qtbot, "Ada")
    with qtbot.waitSignal(made.given_up):
        press(Qt.Key.Key_Escape)
    assert registered == []


def test_beginning_again_forgets_the_last_person(qtbot: QtBot) -> None:
    made, _ = form(qtbot, "Ada Late")
    made.begin("Max")
    assert fields(made) == ["Max", "", "", ""]


def test_every_field_has_a_name_to_be_read_out(qtbot: QtBot) -> None:
    made, _ = form(qtbot)
    named = [field.accessibleName() for field in made.findChildren(QLineEdit)]
    assert named == ["Given name", "Family name", "Organisation", "E-mail"]

"""The list of people: what is chosen, what is kept, what is marked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.views import theme
from desk_app.views.chip import chip_width
from desk_app.views.person_list import PersonList
from desk_app.views.person_model import PersonRow
from desk_app.views.person_row import shortened

LEFEBVRE = PersonRow(2**40, "LEFEBVRE Zoé", ((0, 3),), "Dijon", "Speaker", "Expected", "accent")
LONG = "LEFEBVRE DE LA ROCHEFOUCAULD-MONTMORENCY Marie-Antoinette"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def people(count: int) -> list[PersonRow]:
    return [replace(LEFEBVRE, key=2**40 + n, name=f"LEFEBVRE {n}") for n in range(count)]


def listed(qtbot: QtBot, rows: list[PersonRow]) -> PersonList:
    made = PersonList()
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.set_rows(rows)
    return made


def test_the_first_person_is_current(qtbot: QtBot) -> None:
    assert listed(qtbot, people(3)).current_key() == 2**40


def test_down_and_enter_choose_the_second(qtbot: QtBot) -> None:
    shown = listed(qtbot, people(3))
    QTest.keyClick(shown, Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert chosen.args == [2**40 + 1]


def test_moving_stops_at_the_ends(qtbot: QtBot) -> None:
    shown = listed(qtbot, people(3))
    shown.move_current(8)
    assert shown.current_key() == 2**40 + 2
    shown.move_current(-8)
    assert shown.current_key() == 2**40


def test_the_same_person_stays_current(qtbot: QtBot) -> None:
    shown = listed(qtbot, people(3))
    shown.set_current(2**40 + 2)
    shown.set_rows(people(5)[1:])
    assert shown.current_key() == 2**40 + 2


def test_an_empty_list_has_nobody_and_says_so(qtbot: QtBot) -> None:
    shown = listed(qtbot, people(1))
    with qtbot.waitSignal(shown.current_changed) as told:
        shown.set_rows([])
    assert told.args == [None]
    assert shown.current_key() is None


def test_a_row_is_heard_as_one_sentence(qtbot: QtBot) -> None:
    shown = listed(qtbot, [LEFEBVRE])
    heard = shown.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "LEFEBVRE Zoé, Expected, Speaker, Dijon"


def test_the_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    shown = listed(qtbot, [])
    tester = QAbstractItemModelTester(shown.model())  # says what is wrong as a fatal Qt message
    shown.set_rows(people(4))
    shown.set_rows(people(1))
    assert tester.model() is shown.model()


@pytest.mark.parametrize("name", [LONG, "لفبفر محمد عبد الرحمن بن عبد العزيز بن سعيد الأندلسي"])
def test_a_long_name_never_touches_the_chip(qtbot: QtBot, name: str) -> None:
    shown = listed(qtbot, [replace(LEFEBVRE, name=name, marks=(), category="")])
    image = shown.viewport().grab().toImage()
    left = image.width() - 14 - chip_width(LEFEBVRE.chip_text)
    gap = {image.pixel(x, y) for x in range(left - 14, left - 2) for y in range(6, 54)}
    assert gap == {theme.color("accent_soft").rgb()}


def test_marks_are_painted(qtbot: QtBot) -> None:
    shown = listed(qtbot, [LEFEBVRE])
    image = shown.viewport().grab().toImage()
    pixels = {image.pixel(x, y) for x in range(120) for y in range(60)}
    assert theme.color("mark").rgb() in pixels


def metrics() -> QFontMetricsF:
    return QFontMetricsF(theme.font("row", bold=True))


def test_a_name_that_fits_is_left_alone(qapp: QApplication) -> None:
    assert shortened("LE FLOCH", ((0, 2),), metrics(), 500) == ("LE FLOCH", ((0, 2),))


def test_a_long_name_keeps_both_ends_and_its_marks(qapp: QApplication) -> None:
    first, last = (0, 3), (LONG.index("nette"), 5)
    text, marks = shortened(LONG, (first, last), metrics(), 300)
    assert [text[start : start + length] for start, length in marks] == ["LEF", "nette"]


def test_marks_in_the_part_that_is_cut_vanish(qapp: QApplication) -> None:
    middle = (len(LONG) // 2, 2)
    assert shortened(LONG, (middle,), metrics(), 150)[1] == ()


def test_a_list_that_was_painted_takes_the_colours_of_another_theme(
    qtbot: QtBot, qapp: QApplication
) -> None:
    shown = listed(qtbot, [replace(it, chip_tone="good") for it in people(2)])
    shown.viewport().grab()
    theme.apply(qapp, "dark")
    image = shown.viewport().grab().toImage()
    pixels = {image.pixel(x, y) for x in range(image.width()) for y in range(60, image.height())}
    assert {theme.color("surface").rgb(), theme.color("good_soft").rgb()} <= pixels

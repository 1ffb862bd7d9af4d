"""The frame: screens change by key and click, the header stays whole, the palette finds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.chip import Chip
from desk_app.views.elided import ElidedLabel
from desk_app.views.frame import MINIMUM, Frame
from desk_app.views.palette import CommandPalette
from desk_app.views.rail import PLACES, Place, RailButton
from desk_app.views.search_field import SearchField

KEYS = [place.key for place in PLACES]
TITLE = "Rencontres nationales des tiers-lieux et des institutions culturelles de Bourgogne"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def field_of(palette: CommandPalette) -> SearchField:
    found = palette.findChild(SearchField)
    assert isinstance(found, SearchField)
    return found


def frame(qtbot: QtBot) -> Frame:
    made = Frame()
    qtbot.addWidget(made)
    for key in KEYS:
        made.add_screen(key, QLineEdit())
    made.resize(*MINIMUM)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.mark.parametrize("place", PLACES[:6], ids=KEYS[:6])
def test_function_keys_switch_screens(qtbot: QtBot, place: Place) -> None:
    desk = frame(qtbot)
    number = PLACES.index(place)
    desk.show_screen("settings")
    with qtbot.waitSignal(desk.screen_shown) as shown:
        QTest.keyClick(desk, Qt.Key(Qt.Key.Key_F1 + number))
    assert shown.args == [KEYS[number]]


def test_a_click_on_the_rail_switches(qtbot: QtBot) -> None:
    desk = frame(qtbot)
    QTest.mouseClick(desk.findChildren(RailButton)[2], Qt.MouseButton.LeftButton)
    assert desk.current_key() == "roster"


def test_a_place_without_a_screen_changes_nothing(qtbot: QtBot) -> None:
    desk = Frame()
    qtbot.addWidget(desk)
    desk.add_screen("checkin", QWidget())
    desk.show_screen("badges")
    assert desk.current_key() == "checkin"
    checked = [b.place.key for b in desk.findChildren(RailButton) if b.isChecked()]
    assert checked == ["checkin"]


def test_a_frame_without_screens_shows_none(qtbot: QtBot) -> None:
    desk = Frame()
    qtbot.addWidget(desk)
    desk.show_screen("roster")
    assert desk.current_key() == ""
    assert not any(button.isChecked() for button in desk.findChildren(RailButton))


def test_a_screen_gets_the_cursor_where_it_asks(qtbot: QtBot) -> None:
    desk = Frame()
    qtbot.addWidget(desk)
    screen = QWidget()
    field = QLineEdit(screen)
    screen.setFocusProxy(field)
    desk.add_screen("events", QWidget())
    desk.add_screen("checkin", screen)
    desk.show_screen("checkin")
    assert desk.focusWidget() is field


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_words_of_the_rail_are_never_cut(qtbot: QtBot, language: str) -> None:
    words.use(language)
    desk = frame(qtbot)
    words.use("en")
    buttons = desk.findChildren(RailButton)
    assert all(button.word_width() <= button.width() for button in buttons)
    assert all(button.height() >= 44 for button in buttons)


def test_the_rail_speaks_the_new_language(qtbot: QtBot) -> None:
    desk = frame(qtbot)
    words.use("fr")
    desk.retranslate()
    words.use("en")
    assert desk.findChildren(RailButton)[1].accessibleName() == "Accueil"


def test_at_the_smallest_size_only_the_title_is_cut(qtbot: QtBot) -> None:
    desk = frame(qtbot)
    desk.header.set_event(TITLE, "Workshop")
    desk.header.set_counts(128, 240)
    desk.header.set_state("Offline – safe on this desk")
    desk.grab()
    title = desk.header.findChildren(ElidedLabel)[0]
    chip = desk.header.findChild(Chip)
    assert title.toolTip() == TITLE
    assert isinstance(chip, Chip)
    assert chip.width() >= chip.sizeHint().width()
    assert desk.width() == MINIMUM[0]


def test_the_palette_finds_without_accents_and_runs(qtbot: QtBot) -> None:
    ran: list[str] = []
    commands = [("Imprimer", "F9", lambda: None), ("Événements", "", lambda: ran.append("events"))]
    palette = CommandPalette(commands)
    qtbot.addWidget(palette)
    field = field_of(palette)
    QTest.keyClicks(field, "evene")
    assert palette.shown_texts() == ["Événements"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert ran == ["events"]


def test_the_palette_moves_with_the_arrows(qtbot: QtBot) -> None:
    ran: list[int] = []
    palette = CommandPalette(
        [("One", "", lambda: ran.append(1)), ("Two", "", lambda: ran.append(2))]
    )
    qtbot.addWidget(palette)
    field = field_of(palette)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert ran == [2]


def test_the_palette_runs_nothing_when_nothing_is_found(qtbot: QtBot) -> None:
    palette = CommandPalette([("One", "", lambda: pytest.fail("ran"))])
    qtbot.addWidget(palette)
    field = field_of(palette)
    QTest.keyClicks(field, "zzz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette.shown_texts() == []


def test_the_palette_of_the_frame_goes_to_screens(qtbot: QtBot) -> None:
    desk = frame(qtbot)
    palette = desk.open_palette()
    QTest.keyClicks(field_of(palette), "badges")
    QTest.keyClick(field_of(palette), Qt.Key.Key_Return)
    assert desk.current_key() == "badges"


def test_escape_empties_the_search_field(qtbot: QtBot) -> None:
    field = SearchField("Scan or type")
    qtbot.addWidget(field)
    field.setText("lef")
    with qtbot.waitSignal(field.cleared):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_ctrl_z_passes_an_empty_field_on_to_the_desk_s_undo(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    undo = Button("Undo", shortcut="Ctrl+Z", parent=window)
    field = SearchField("Scan or type", window)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    with qtbot.waitSignal(undo.clicked):
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_up_and_down_in_the_field_move_the_list(qtbot: QtBot) -> None:
    field = SearchField("Scan or type")
    qtbot.addWidget(field)
    steps: list[int] = []
    field.moved.connect(steps.append)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert steps == [1, -1]

"""The small parts: chip, button, tile, notice, empty state, bars, elided label."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.chip import HEIGHT, Chip
from desk_app.views.elided import ElidedLabel
from desk_app.views.empty import EmptyState
from desk_app.views.group_bars import Bar, GroupBars
from desk_app.views.keycap import key_words
from desk_app.views.notice import Notice
from desk_app.views.tile import Tile


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def button_of(widget: QWidget) -> Button:
    found = widget.findChild(Button)
    assert isinstance(found, Button)
    return found


def colours(widget: QWidget) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("tone", theme.TONES)
def test_chips_of_every_tone_have_one_height_and_their_ground(qtbot: QtBot, tone: str) -> None:
    chip = Chip("Expected", tone)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.height() == HEIGHT
    assert theme.color(f"{tone}_soft").rgb() in colours(chip)


def test_a_chip_says_its_new_state(qtbot: QtBot) -> None:
    chip = Chip("Expected", "accent")
    qtbot.addWidget(chip)
    chip.set_state("Arrived 09:12", "good")
    assert (chip.accessibleName(), chip.tone()) == ("Arrived 09:12", "good")


@pytest.mark.parametrize("look", ["", "primary", "big", "danger", "flat"])
def test_buttons_are_big_enough_for_a_finger(qtbot: QtBot, look: str) -> None:
    button = Button("Undo", look=look)
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 44


def test_a_button_without_words_is_square_and_has_a_name(qtbot: QtBot) -> None:
    button = Button("", icon="x")
    qtbot.addWidget(button)
    button.setAccessibleName("Close")
    assert button.minimumSizeHint().width() == 44
    assert button.accessibleName() == "Close"


def test_a_narrow_button_gives_up_its_keycap_then_its_icon_but_no_word(qtbot: QtBot) -> None:
    button = Button("Print badge", shortcut="Ctrl+P", icon="printer")
    bare = Button("Print badge")
    for it in (button, bare):
        qtbot.addWidget(it)
        it.resize(bare.sizeHint().width(), 44)
    assert button.minimumSizeHint().width() == bare.sizeHint().width()
    assert button.minimumSizeHint().width() < button.width_without_keys()
    assert button.width_without_keys() < button.sizeHint().width()
    assert button.grab().toImage() == bare.grab().toImage()


def test_a_button_keeps_its_key_when_its_words_change(qtbot: QtBot) -> None:
    button = Button("Undo", shortcut="Ctrl+Z")
    qtbot.addWidget(button)
    button.setText("Annuler")
    assert button.shortcut().toString() == "Ctrl+Z"
    assert button.accessibleName() == "Annuler"


def test_the_key_of_a_button_presses_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = Button("Undo", shortcut="Ctrl+Z", parent=window)
    with qtbot.waitActive(window):
        window.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_keys_have_the_names_of_the_language() -> None:
    words.use("fr")
    named = key_words("Shift+Return")
    words.use("en")
    assert named == "Maj+Entrée"


def test_a_tile_says_number_and_word(qtbot: QtBot) -> None:
    tile = Tile("to decide", "mind", 2)
    qtbot.addWidget(tile)
    tile.set_number(3)
    assert (tile.number(), tile.accessibleName()) == (3, "3 to decide")


def test_a_tile_is_a_filter_for_the_keyboard_too(qtbot: QtBot) -> None:
    tile = Tile("new", "accent", 5)
    qtbot.addWidget(tile)
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert tile.isChecked()


def test_an_empty_state_offers_what_to_do(qtbot: QtBot) -> None:
    empty = EmptyState("users", "No list yet", "Read an export first.", "Choose a file…")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.chosen):
        QTest.mouseClick(button_of(empty), Qt.MouseButton.LeftButton)


def test_an_empty_state_may_have_no_button(qtbot: QtBot) -> None:
    empty = EmptyState("users", "Nobody", "Nobody has come yet.")
    qtbot.addWidget(empty)
    assert button_of(empty).isHidden()


def test_a_notice_waits_until_it_is_closed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notice = Notice(window)
    assert notice.isHidden()
    notice.say("The printer is off.", "Check-ins are safe.", "Switch it on.")
    assert not notice.isHidden()
    with qtbot.waitSignal(notice.closed):
        QTest.mouseClick(button_of(notice), Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_bars_can_be_heard_and_open_their_group(qtbot: QtBot) -> None:
    bars = GroupBars("By category")
    qtbot.addWidget(bars)
    bars.show_groups([("speaker", Bar("Speakers", 12, 20)), ("press", Bar("Press", 0, 4))])
    assert [row.accessibleName() for row in bars.rows] == ["Speakers: 12 of 20", "Press: 0 of 4"]
    with qtbot.waitSignal(bars.chosen) as chosen:
        QTest.keyClick(bars.rows[1], Qt.Key.Key_Space)
    assert chosen.args == ["press"]


def test_a_group_that_is_gone_leaves_no_bar(qtbot: QtBot) -> None:
    bars = GroupBars("By category")
    qtbot.addWidget(bars)
    bars.show_groups([("a", Bar("A", 1, 2)), ("b", Bar("B", 1, 2))])
    bars.show_groups([("b", Bar("B", 2, 2))])
    assert [row.isHidden() for row in bars.rows] == [False, True]


def test_a_bar_is_filled_by_its_share(qtbot: QtBot) -> None:
    bars = GroupBars("By category")
    qtbot.addWidget(bars)
    bars.show_groups([("press", Bar("Press", 0, 4))])
    bars.resize(bars.sizeHint())
    empty = colours(bars)
    bars.show_groups([("press", Bar("Press", 2, 4))])
    assert theme.color("good").rgb() in colours(bars) - empty


def test_what_a_label_cannot_show_is_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Rencontres nationales des tiers-lieux et des institutions")
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(900, 24)
    label.grab()
    assert label.toolTip() == ""

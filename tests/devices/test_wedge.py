"""A scanner's keys are taken out of whatever has the focus; fingers keep theirs."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.devices.wedge import TRIES, Trial, Wedge
from desk_app.domain.code_shape import shapes_of
from tests.devices.keys import press

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
CODE = "TICKET-0815"
Key = Qt.Key


class Window(QWidget):
    """The box, and other things that take keys."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.box, self.other, self.notes = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.choice, self.number = QComboBox(), QSpinBox()
        self.choice.addItems(["Paper", "Ticket", "Table"])
        column = QVBoxLayout(self)
        for it in (self.box, self.other, self.notes, self.choice, self.number):
            column.addWidget(it)
        self.wedge = Wedge(self.box, self)
        self.scanned: list[str] = []
        self.at = 1_000_000
        self.wedge.scanned.connect(self.scanned.append)
        qtbot.addWidget(self)
        with qtbot.waitActive(self):
            self.show()
        self.wedge.watch(self.windowHandle())

    def scan(self, code: str = CODE, end: Qt.Key | None = Key.Key_Return) -> None:
        """As a wedge does: one key every two ms."""
        for letter in code:
            self.press(letter, after=2)
        if end:
            self.press(end, after=2)

    def type(self, text: str) -> None:
        """As quick fingers do."""
        for letter in text:
            self.press(letter, after=FASTEST_FINGERS_MS + 10)

    def scan_slowly(self, code: str, apart: int = 60) -> None:
        """As a scanner by radio does."""
        for letter in code:
            self.press(letter, after=apart)
        self.press(Key.Key_Return, after=apart)

    def press(self, key: str | Qt.Key, after: int) -> None:
        self.at += after
        press(self.windowHandle(), key, self.at)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot)


def test_a_scan_into_the_box_is_told_once(window: Window) -> None:
    window.box.setFocus()
    window.scan()
    assert window.scanned == [CODE]


def test_a_scan_into_another_field_leaves_it_as_it_was(window: Window) -> None:
    window.other.setText("Lef")
    window.other.setFocus()
    window.other.setCursorPosition(1)
    window.scan()
    assert (window.scanned, window.other.text()) == ([CODE], "Lef")
    assert window.other.cursorPosition() == 1


def test_a_scan_into_notes_a_list_and_a_number_leaves_them_as_they_were(window: Window) -> None:
    window.notes.setPlainText("two\nlines")
    window.number.setValue(7)
    for it in (window.notes, window.choice, window.number):
        it.setFocus()
        window.scan("T0815-4711")
    assert window.scanned == ["T0815-4711"] * 3
    assert (window.notes.toPlainText(), window.choice.currentText()) == ("two\nlines", "Paper")
    assert window.number.value() == 7


def test_typed_text_is_never_a_scan(window: Window) -> None:
    window.other.setFocus()
    window.type("ticket")
    window.press(Key.Key_Return, after=FASTEST_FINGERS_MS + 10)
    assert (window.scanned, window.other.text()) == ([], "ticket")


def test_letters_typed_before_a_scan_stay_where_they_were(window: Window) -> None:
    window.other.setFocus()
    window.type("Lef")
    window.at += 200
    window.scan()
    assert (window.scanned, window.other.text()) == ([CODE], "Lef")


def test_the_enter_of_a_scan_reaches_nobody(window: Window) -> None:
    pressed: list[str] = []
    window.other.returnPressed.connect(lambda: pressed.append("enter"))
    window.other.setFocus()
    window.scan()
    window.press(Key.Key_Return, after=3)  # some send CR and LF
    assert (window.scanned, pressed) == ([CODE], [])


def test_keys_that_a_busy_desk_gets_all_at_once_are_still_typed(window: Window) -> None:
    """The moments are those of the presses, whenever the window came to look at them."""
    window.box.setFocus()
    window.type("martin")
    window.press(Key.Key_Return, after=60)
    assert window.scanned == []


def test_the_same_digit_twice_at_one_moment_counts_twice(window: Window) -> None:
    window.box.setFocus()
    for digit in "00112233":
        window.press(digit, after=int(digit))
    window.press(Key.Key_Return, after=1)
    assert window.scanned == ["00112233"]


def test_a_few_quick_keys_are_no_code(window: Window) -> None:
    window.other.setFocus()
    window.scan("Max")
    assert (window.scanned, window.other.text()) == ([], "Max")


def test_a_held_key_is_no_scanner(window: Window) -> None:
    none = Qt.KeyboardModifier.NoModifier
    for again in range(12):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, none, "a", again > 0)
        QApplication.sendEvent(window.box, event)
    QTest.keyClick(window.box, Key.Key_Return)
    assert window.scanned == []


def test_tab_ends_a_scan_as_well_and_moves_nothing(window: Window) -> None:
    window.other.setFocus()
    window.scan(end=Key.Key_Tab)
    assert window.scanned == [CODE]
    assert window.other.hasFocus()


def test_any_other_key_ends_a_burst_that_is_none(window: Window) -> None:
    window.scan(end=Key.Key_Left)
    window.scan("Max")
    assert window.scanned == []


def test_silence_ends_a_scan_where_no_key_does(window: Window, qtbot: QtBot) -> None:
    window.wedge.configure({"scanner_end": "none"})
    window.other.setFocus()
    with qtbot.waitSignal(window.wedge.scanned):
        window.scan(end=None)
    assert (window.scanned, window.other.text()) == ([CODE], "")


def test_what_the_scanner_puts_around_a_code_is_taken_off(window: Window) -> None:
    window.wedge.configure({"scanner_prefix": "~", "scanner_suffix": "#"})
    window.scan(f"~{CODE}#")
    window.at += 200
    window.scan(CODE)
    assert window.scanned == [CODE, CODE]


def test_a_visiting_card_of_many_lines_is_one_scan(window: Window) -> None:
    window.other.setFocus()
    for line in ("BEGIN:VCARD", "N:Li", "FN:Li", "END:VCARD"):
        window.scan(line)
    assert window.scanned == ["BEGIN:VCARD\nN:Li\nFN:Li\nEND:VCARD"]
    assert window.other.text() == ""


def test_a_visiting_card_that_breaks_off_holds_up_nothing(window: Window) -> None:
    window.scan("BEGIN:VCARD")
    window.at += 500
    window.press(Key.Key_Return, after=0)
    window.scan()
    assert window.scanned == [CODE]


def test_a_slow_scanner_is_known_by_the_shape_of_its_codes(window: Window) -> None:
    window.wedge.know(shapes_of(["81204771", "81217997"]))
    window.other.setText("Lef")
    window.other.setFocus()
    window.scan_slowly("81200000")
    assert (window.scanned, window.other.text()) == (["81200000"], "Lef")


def test_words_typed_quickly_are_no_scan_whatever_the_codes_look_like(window: Window) -> None:
    window.wedge.know(shapes_of(["abcdefgh", "zyxwvuts"]))
    window.other.setFocus()
    window.scan_slowly("martinez")
    assert (window.scanned, window.other.text()) == ([], "martinez")


def test_a_short_code_is_a_scan_where_the_roster_has_such(window: Window) -> None:
    window.scan("A-17")
    window.at += 200
    window.wedge.know(shapes_of(["A-01", "B-02"]))
    window.scan("A-17")
    assert window.scanned == ["A-17"]


def test_a_scanner_held_up_in_the_middle_still_gives_the_whole_code(window: Window) -> None:
    window.wedge.know(shapes_of(["81204771", "81217997"]))
    window.box.setFocus()
    for number, digit in enumerate("81204771"):
        window.press(digit, after=70 if number == 2 else 3)
    window.press(Key.Key_Return, after=3)
    assert window.scanned == ["81204771"]


@pytest.mark.parametrize("pause", [90, 300])
@pytest.mark.parametrize("at", [1, 4, 7])
def test_the_end_of_a_code_that_was_held_up_is_never_a_code_of_its_own(
    window: Window, pause: int, at: int
) -> None:
    window.wedge.know(shapes_of(["812047711", "812179971", "047711", "179971"]))
    window.box.setFocus()
    for number, digit in enumerate("812047711"):
        window.press(digit, after=pause if number == at else 3)
    window.press(Key.Key_Return, after=3)
    assert window.scanned == ["812047711"]


def test_letters_typed_just_before_a_code_that_is_held_up_are_no_part_of_it(
    window: Window,
) -> None:
    window.wedge.know(shapes_of(["81204771", "81217997"]))
    window.box.setFocus()
    window.type("mar")
    for number, digit in enumerate("81204771"):
        window.press(digit, after=200 if number in (0, 2) else 3)
    window.press(Key.Key_Return, after=3)
    assert window.scanned == ["81204771"]


def test_a_code_typed_by_hand_is_no_scan(window: Window) -> None:
    window.wedge.know(shapes_of(["81204771", "81217997"]))
    window.box.setFocus()
    for digit in "81204771":
        window.press(digit, after=150)
    window.press(Key.Key_Return, after=150)
    assert window.scanned == []


def test_a_slow_scanner_on_another_keyboard_is_known_too(window: Window) -> None:
    window.wedge.know(shapes_of(["81204771", "81217997"]))
    window.scan_slowly("_&é\"'(-è")
    assert len(window.scanned) == 1


def test_a_remembered_keyboard_is_read_back_at_once(window: Window) -> None:
    window.wedge.configure({"scanner_keyboard": "azerty"})
    window.scan("àà&\"è'_ç&&")
    window.at += 200
    window.scan("QR)WOE)&")
    assert window.scanned == ["0013748911", "AR-ZOE-1"]


def test_another_scanner_that_types_right_is_left_alone(window: Window) -> None:
    window.wedge.know(shapes_of(["81204771", "81217997"]))
    window.wedge.configure({"scanner_keyboard": "azerty"})
    window.scan("81204771")
    assert window.scanned == ["81204771"]


def test_a_visiting_card_on_another_keyboard_is_one_scan(window: Window) -> None:
    window.wedge.configure({"scanner_keyboard": "qwertz"})
    for line in ("BEGINÖVCARD", "FNÖLi Yhou", "ENDÖVCARD"):
        window.scan(line)
    assert window.scanned == ["BEGIN:VCARD\nFN:Li Zhou\nEND:VCARD"]


def test_what_stands_around_a_code_is_taken_off_on_another_keyboard_too(window: Window) -> None:
    window.wedge.configure({"scanner_keyboard": "azerty", "scanner_prefix": "!!"})
    window.scan("11" + "àà&\"è'_ç&&")  # the scanner sends "!!", the keyboard makes "11" of it
    window.at += 200
    window.wedge.configure({"scanner_keyboard": "azerty", "scanner_prefix": "11"})
    window.scan("11" + "àà&\"è'_ç&&")
    assert window.scanned == ["0013748911", "0013748911"]


def test_a_scan_to_try_is_told_apart_and_lets_nobody_in(window: Window) -> None:
    tried: list[Trial] = []
    window.wedge.tried.connect(tried.append)
    window.wedge.configure({"scanner_prefix": "~"})
    window.other.setProperty(TRIES, True)
    window.other.setFocus()
    window.scan(f"~{CODE}", end=Key.Key_Tab)
    assert (window.scanned, window.other.text()) == ([], "")
    assert tried == [Trial(f"~{CODE}", CODE, 2.0, "Tab")]

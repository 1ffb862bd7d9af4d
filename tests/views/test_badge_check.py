"""Remarks on badges: read, sorted by gravity, and mended on the spot."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.controllers.badges import Note, Remarks
from desk_app.domain.sentence import sentence
from desk_app.views.badge_check import BadgeCheck
from tests.views.showing import show_in_frame

SAID = sentence("This badge has no name.")
LONG = Note(7, "MARTIN Jean-Baptiste", "broken", SAID, "given_name", "Jean-Baptiste", "Jean-B.")
NAMELESS = Note(8, "", "nameless", SAID, "given_name")
CODE = Note(9, "PETIT Anne", "code", SAID)


def check(qtbot: QtBot, *notes: Note, checked: int = 3, total: int = 3) -> BadgeCheck:
    made = BadgeCheck()
    show_in_frame(qtbot, "badges", made)
    made.show_remarks(Remarks(notes, checked, total))
    return made


def corrections(made: BadgeCheck) -> list[tuple[object, str, str]]:
    sent: list[tuple[object, str, str]] = []
    made.corrected.connect(lambda who, field, value: sent.append((who, field, value)))
    return sent


def test_the_gravest_come_first(qtbot: QtBot) -> None:
    made = check(qtbot, LONG, NAMELESS)
    assert [it.attendee for it in made._rows.rows()] == [8, 7]


def test_a_short_form_is_taken_by_one_press(qtbot: QtBot) -> None:
    made = check(qtbot, LONG)
    sent = corrections(made)
    made.table.selectRow(0)
    made.short.click()
    assert sent == [(7, "given_name", "Jean-B.")]


def test_other_words_are_typed_and_kept_with_enter(qtbot: QtBot) -> None:
    made = check(qtbot, NAMELESS)
    sent = corrections(made)
    made.table.selectRow(0)
    QTest.keyClicks(made.value, "Zoe")
    QTest.keyClick(made.value, Qt.Key.Key_Return)
    assert sent == [(8, "given_name", "Zoe")]


def test_what_is_no_field_is_only_shown(qtbot: QtBot) -> None:
    made = check(qtbot, CODE)
    made.table.selectRow(0)
    assert made.value.isHidden()
    assert made.see.isEnabled()


def test_one_kind_can_be_looked_at_alone(qtbot: QtBot) -> None:
    made = check(qtbot, LONG, NAMELESS, CODE)
    made.kinds.setCurrentIndex(made.kinds.findData("code"))
    made.kinds.activated.emit(made.kinds.currentIndex())
    assert [it.attendee for it in made._rows.rows()] == [9]


def test_more_than_was_looked_through_can_be_asked_for(qtbot: QtBot) -> None:
    assert not check(qtbot, LONG, checked=2000, total=9000).all.isHidden()
    assert check(qtbot, LONG, checked=900, total=900).all.isHidden()

"""A name corrected at the desk while the person waits: seen on the badge, kept, taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.domain.facts import Amended
from tests.flows.at_the_desk import CTRL, HELENE, AtTheDesk, offscreen
from tests.flows.test_the_person import type_out, written

pytestmark = offscreen
Key = Qt.Key


def begin(it: AtTheDesk) -> QImage:
    """On the page, with the badge as it is."""
    it.scan(HELENE)
    it.press(Key.Key_E, CTRL)
    page = it.desk.screen.correction.page
    assert page
    it.wait(page.sketch.has_page)
    return page.sketch.grab().toImage()


def test_the_badge_changes_while_the_name_is_typed_and_nothing_is_written_yet(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    before = begin(it)
    with it.qtbot.waitSignal(it.desk.checkin.sketch.drawn):
        type_out("Z")
    page = it.desk.screen.correction.page
    assert page
    sketch = page.sketch
    it.wait(lambda: sketch.grab().toImage() != before)
    assert written(it, Amended) == []


def test_several_fields_are_one_correction_which_one_undo_names_and_takes_back(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    begin(it)
    type_out("Zoe")
    it.press(Key.Key_Tab)
    it.press(Key.Key_A, CTRL)
    type_out("Roy")
    it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Corrected: Zoe Roy")
    assert len(written(it, Amended)) == 2
    it.press(Key.Key_Escape)
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.verdict == "Take back: correction of Zoe Roy (Given name, Family name)?")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.verdict == "Correction taken back: Hélène Vaugirault")


def test_a_name_cannot_be_emptied(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    begin(it)
    it.press(Key.Key_Delete)
    it.press(Key.Key_Tab)
    it.press(Key.Key_Delete)
    it.press(Key.Key_Return)
    it.wait(lambda: it.notice)
    assert it.notice[0] == "Everybody needs a name. Type one; nothing was changed."
    assert written(it, Amended) == []
    assert it.desk.screen.correction.is_open


def test_escape_leaves_everything_as_it_was(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    begin(it)
    type_out("Zoe")
    it.press(Key.Key_Escape)
    it.wait(it.desk.screen.card.isVisible)
    assert it.desk.screen.field.hasFocus()
    assert written(it, Amended) == []


def test_a_scan_in_the_middle_of_a_correction_leaves_what_was_typed(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    begin(it)
    type_out("Zoe")
    it.scan_from_anywhere("81205524")
    assert it.verdict.startswith("Welcome, ")
    page = it.desk.screen.correction.page
    assert page
    given = page.fields["given_name"]
    assert (given.isVisible(), given.text()) == (True, "Zoe")
    assert QApplication.focusWidget() is given
    QTest.keyClick(given, Key.Key_Return)
    it.wait(lambda: it.verdict == "Corrected: Zoe Vaugirault")

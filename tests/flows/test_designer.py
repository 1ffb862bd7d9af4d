"""A layout of one's own, made by keys on the real window and printed with."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.badges import layouts
from desk_app.views.badges_screen import BadgesScreen
from desk_app.views.designer_screen import DesignerScreen
from desk_app.views.leaving import LeaveQuestion
from tests.badges.people import text
from tests.flows.at_the_desk import CTRL, HELENE, NONE, AtTheDesk, offscreen

pytestmark = offscreen
Key = Qt.Key


def badges_screen(it: AtTheDesk) -> BadgesScreen:
    found = it.desk.frame.findChild(BadgesScreen)
    assert isinstance(found, BadgesScreen)
    return found


def open_designer(it: AtTheDesk) -> DesignerScreen:
    """By the keys: badges, the button beside the layout, space."""
    with it.qtbot.waitSignal(it.desk.rest.badges.setup.settled):
        it.press(Key.Key_F4)
    badges_screen(it).left.design.setFocus()
    with it.qtbot.waitSignal(it.desk.rest.designer.drawn):
        it.press(Key.Key_Space)
    found = it.desk.frame.findChild(DesignerScreen)
    assert isinstance(found, DesignerScreen)
    it.wait(lambda: QApplication.focusWidget() is found.page.canvas)
    return found


def test_a_layout_is_made_by_keys_and_printed_with(sample_desk: AtTheDesk, tmp_path: Path) -> None:
    it = sample_desk
    shown = open_designer(it)
    controller = it.desk.rest.designer
    shown.add_box("words")
    line = shown.parts.inspector.editors["words"].field
    line.setFocus()
    it.press(Key.Key_A, CTRL)
    with it.qtbot.waitSignal(controller.drawn):
        QTest.keyClicks(line, "Welcome to Dijon")
    shown.page.canvas.setFocus()
    it.press(Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    with it.qtbot.waitSignal(controller.kept):
        it.press(Key.Key_S, CTRL)
    with it.qtbot.waitSignals([it.desk.rest.badges.setup.settled, it.desk.rest.badges.previewed]):
        it.press(Key.Key_F4)
    it.wait(lambda: badges_screen(it).left.layouts.currentText() == "Classic 2")
    with it.qtbot.waitSignal(it.desk.rest.badges.saved):
        it.desk.rest.badges.save(tmp_path / "badges.pdf")
    assert text((tmp_path / "badges.pdf").read_bytes()).count("Welcome to Dijon") == 10
    layouts.use_own([])


def test_undo_in_the_designer_leaves_check_ins_alone(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    shown = open_designer(it)
    it.press(Key.Key_Tab)
    before = shown._draft
    it.press(Key.Key_Down)
    assert shown._draft != before
    it.press(Key.Key_Z, CTRL)
    assert shown._draft is not None
    assert before is not None
    assert shown._draft.design == before.design
    assert it.counts == "0 of 60 arrived"


def test_a_change_shows_at_once_and_its_page_follows(sample_desk: AtTheDesk) -> None:
    """The box is where the arrow put it before the page is drawn anew."""
    it = sample_desk
    shown = open_designer(it)
    it.press(Key.Key_Tab)
    place = shown.page.canvas.box_place(shown._current)
    with it.qtbot.waitSignal(it.desk.rest.designer.drawn):
        it.press(Key.Key_Down, NONE)
        assert shown.page.canvas.box_place(shown._current).top() > place.top()


def move_a_box(it: AtTheDesk) -> DesignerScreen:
    shown = open_designer(it)
    it.press(Key.Key_Tab)
    it.press(Key.Key_Down)
    assert it.desk.rest.designer.unsaved
    return shown


def asked(it: AtTheDesk) -> LeaveQuestion:
    it.wait(lambda: it.desk.window.findChild(LeaveQuestion))
    found = it.desk.window.findChildren(LeaveQuestion)[-1]
    assert isinstance(found, LeaveQuestion)
    return found


def test_the_window_does_not_close_on_a_design_that_is_not_saved(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    move_a_box(it)
    it.desk.window.close()
    asked(it).stay.click()
    assert it.desk.window.isVisible()
    it.desk.window.close()
    with it.qtbot.waitSignal(it.desk.window.closing):
        asked(it).save.click()
    assert (it.desk.tasks.store.folder / "layouts" / "own-classic-2.toml").is_file()
    layouts.use_own([])


def test_a_scan_is_answered_whatever_is_being_designed(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    move_a_box(it)
    it.scan_from_anywhere(HELENE)
    assert it.desk.frame.current_key() == "checkin"
    assert it.desk.rest.designer.unsaved

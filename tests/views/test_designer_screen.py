"""The designer as people use it: by keys, by mouse, on the page as it prints."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.badges import layouts
from desk_app.controllers.designer import Box, Design, DesignerController
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.category_layouts import CategoryDialog
from desk_app.views.designer_screen import DesignerScreen
from desk_app.views.frame import Frame
from desk_app.views.leaving import LeaveQuestion
from tests.controllers.standing import clock, standing
from tests.services.days import guest
from tests.views.showing import show_in_frame

Key, Hold = Qt.Key, Qt.KeyboardModifier
GIVEN, FAMILY = 1, 2  # boxes of the layout "Centred"
ASIDE = 6  # the box that tells of no photos: narrower than the label, at its left
MEAL = (("Which meal?", "Fish"), ("Which workshop?", "Blue"))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    words.use("en")
    yield
    layouts.use_own([])


def screen(qtbot: QtBot, store: Store) -> DesignerScreen:
    controller = DesignerController(InlineTasks(store), clock)
    shown = DesignerScreen(controller)
    controller.stand_at(
        standing(store, guest("Zoé Lefèvre", answers=MEAL), guest("Max Martin", ticket_type="VIP"))
    )
    controller.refresh()
    controller.open("centred")
    show_in_frame(qtbot, "designer", shown)
    shown.page.canvas.setFocus()
    return shown


def design(shown: DesignerScreen) -> Design:
    assert shown._draft is not None
    return shown._draft.design


def box(shown: DesignerScreen, number: int = GIVEN) -> Box:
    return design(shown).boxes[number]


def pick(shown: DesignerScreen, name: str) -> None:
    """Walk by Tab to a box."""
    for _ in design(shown).boxes:
        QTest.keyClick(shown.page.canvas, Key.Key_Tab)
        if box(shown, shown._current).shows == name:
            return


def number_field(shown: DesignerScreen, name: str) -> QDoubleSpinBox:
    found = shown.parts.inspector.editors[name].field
    assert isinstance(found, QDoubleSpinBox)
    return found


def choice(shown: DesignerScreen, name: str) -> QComboBox:
    found = shown.parts.inspector.editors[name].field
    assert isinstance(found, QComboBox)
    return found


def test_tab_goes_through_the_boxes_and_then_on(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    seen = []
    while QApplication.focusWidget() is shown.page.canvas:
        QTest.keyClick(shown.page.canvas, Key.Key_Tab)
        seen.append(shown._current)
    assert seen[: len(design(shown).boxes)] == list(range(len(design(shown).boxes)))


def test_shift_tab_goes_back(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "family")
    QTest.keyClick(shown.page.canvas, Key.Key_Backtab, Hold.ShiftModifier)
    assert shown._current == GIVEN


@pytest.mark.parametrize(
    ("key", "held", "moved"),
    [
        (Key.Key_Left, Hold.NoModifier, (-0.5, 0, 0, 0)),
        (Key.Key_Down, Hold.NoModifier, (0, 0.5, 0, 0)),
        (Key.Key_Down, Hold.ShiftModifier, (0, 5, 0, 0)),
        (Key.Key_Left, Hold.ControlModifier, (0, 0, -0.5, 0)),
        (Key.Key_Up, Hold.ControlModifier | Hold.ShiftModifier, (0, 0, 0, -5)),
    ],
)
def test_arrows_move_and_resize(
    qtbot: QtBot,
    store: Store,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    moved: tuple[float, float, float, float],
) -> None:
    shown = screen(qtbot, store)
    pick(shown, "given")
    before = box(shown)
    QTest.keyClick(shown.page.canvas, key, held)
    it = box(shown)
    by = (it.x - before.x, it.y - before.y, it.w - before.w, it.h - before.h)
    assert by == pytest.approx(moved)


def test_undo_takes_a_walk_of_the_arrows_back_at_once(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    before, top = design(shown), box(shown).y
    pick(shown, "given")
    for _ in range(3):
        QTest.keyClick(shown.page.canvas, Key.Key_Down)
    QTest.keyClick(shown.page.canvas, Key.Key_Z, Hold.ControlModifier)
    assert design(shown) == before
    QTest.keyClick(shown.page.canvas, Key.Key_Y, Hold.ControlModifier)
    assert box(shown).y == top + 1.5


def test_delete_removes_the_box(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "family")
    QTest.keyClick(shown.page.canvas, Key.Key_Delete)
    assert "family" not in [it.shows for it in design(shown).boxes]


def test_a_box_is_dragged_and_meets_the_middle(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    place, it = shown.page.canvas.box_place(ASIDE), box(shown, ASIDE)
    start = place.center().toPoint()
    scale = shown.page.canvas.page_place().width() / design(shown).width
    QTest.mousePress(shown.page.canvas, LEFT, pos=start)
    far = start + QPoint(round((43 - it.x - it.w / 2) * scale) + 3, 0)
    QTest.mouseMove(shown.page.canvas, far)
    assert shown.page.canvas._guides
    QTest.mouseRelease(shown.page.canvas, LEFT, pos=far)
    assert box(shown, ASIDE).x + box(shown, ASIDE).w / 2 == pytest.approx(43, abs=0.01)


def test_a_handle_makes_the_box_wider(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "organisation")
    place = shown.page.canvas.box_place(3)
    start = QPointF(place.right(), place.center().y()).toPoint()
    QTest.mousePress(shown.page.canvas, LEFT, pos=start)
    QTest.mouseMove(shown.page.canvas, start - QPoint(90, 0))
    QTest.mouseRelease(shown.page.canvas, LEFT, pos=start - QPoint(90, 0))
    assert box(shown, 3).x == 4
    assert box(shown, 3).w < 70


def test_escape_puts_back_what_is_being_dragged(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    before = design(shown)
    start = shown.page.canvas.box_place(FAMILY).center().toPoint()
    QTest.mousePress(shown.page.canvas, LEFT, pos=start)
    QTest.mouseMove(shown.page.canvas, start + QPoint(0, 40))
    QTest.keyClick(shown.page.canvas, Key.Key_Escape)
    QTest.mouseRelease(shown.page.canvas, LEFT, pos=start + QPoint(0, 40))
    assert design(shown) == before


def test_what_is_picked_in_the_list_is_in_hand_everywhere(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.parts.boxes.list.setCurrentRow(GIVEN + 1)
    assert choice(shown, "shows").currentText() == "First name"
    assert "First name" in shown.page.canvas.accessibleDescription()
    QTest.keyClick(shown.parts.boxes.list, Key.Key_Home)
    assert shown.parts.label.isVisible()
    assert not shown.parts.inspector.isVisible()


def test_the_inspector_changes_the_box(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "given")
    number_field(shown, "x").stepUp()
    number_field(shown, "largest").setValue(10)
    assert (box(shown).x, box(shown).largest, box(shown).least) == (4.5, 10, 10)


def test_only_what_counts_for_a_box_is_offered(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "code")
    assert not number_field(shown, "largest").isVisible()
    assert number_field(shown, "w").isVisible()


def test_a_rule_is_made_from_three_words(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "organisation")
    assert not choice(shown, "rule").isVisible()
    for name, value in (("when", "category"), ("rule", "equal")):
        field = choice(shown, name)
        field.setCurrentIndex(field.findData(value))
        field.activated.emit(field.currentIndex())
    line = shown.parts.inspector.editors["value"].field
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "VIP")
    assert (box(shown, 3).when, box(shown, 3).rule, box(shown, 3).value) == (
        "category", "equal", "VIP",
    )  # fmt: skip


def test_a_new_box_is_in_hand_and_its_words_are_typed(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.add_box("words")
    line = shown.parts.inspector.editors["words"].field
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "Wi-Fi: museum")
    assert design(shown).boxes[-1].words == "Wi-Fi: museum"
    assert (
        shown.parts.boxes.list.currentItem().text()
        == f"{len(design(shown).boxes)} · “Wi-Fi: museum”"
    )


@pytest.mark.parametrize("shows", ["words", "family", "area"])
def test_a_new_box_can_be_printed_where_it_is(qtbot: QtBot, store: Store, shows: str) -> None:
    shown = screen(qtbot, store)
    shown.add_box(shows)
    assert shown._draft is not None
    assert shown._draft.fault is None


def test_the_label_becomes_the_one_in_use(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.pick(-1)
    shown.parts.label.fit.click()
    assert (design(shown).width, design(shown).height) == (80, 50)
    assert box(shown).w == pytest.approx(78 * 80 / 86, abs=0.01)
    assert not shown.parts.label.fit.isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support")  # lists that pop up, without a screen
def test_an_answer_is_shown_to_a_question_of_the_event(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.add_box("answer")
    assert design(shown).boxes[-1].words == "Which meal?"
    line = shown.parts.inspector.editors["words"].field
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "work")
    assert line.completer().currentCompletion() == "Which workshop?"
    shown.pick(GIVEN)
    assert line.completer() is None


def test_the_back_is_turned_to_and_filled(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.page.sides.buttons["back"].click()
    white = shown.page.canvas.grab().toImage()
    shown.add_box("organisation")
    assert design(shown).boxes[-1].side == "back"
    assert shown.page.canvas.grab().toImage() != white
    QTest.keyClick(shown.page.canvas, Key.Key_Backtab, Hold.ShiftModifier)
    assert shown._current == len(design(shown).boxes) - 1  # no other box is on the back


def test_a_box_of_the_other_side_turns_the_label(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.page.sides.buttons["back"].click()
    shown.parts.boxes.list.setCurrentRow(GIVEN + 1)
    assert shown.page.sides.buttons["front"].isChecked()
    field = choice(shown, "side")
    field.setCurrentIndex(field.findData("back"))
    field.activated.emit(field.currentIndex())
    assert shown.page.sides.buttons["back"].isChecked()


def test_a_plain_area_lies_behind_the_others(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.add_box("area")
    assert design(shown).boxes[0].shows == "area"
    assert shown._current == 0


def test_what_cannot_be_printed_is_said_and_not_saved(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "category")
    number_field(shown, "w").setValue(70)
    assert "lies on the code" in shown.page.told.text()
    assert not shown.bar.save.isEnabled()
    QTest.keyClick(shown.page.canvas, Key.Key_Z, Hold.ControlModifier)
    assert shown.page.told.text() == ""
    assert not shown.bar.undo.isEnabled()


def test_a_layout_is_named_and_saved_by_keys(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.pick(-1)
    shown.parts.label.name.selectAll()
    QTest.keyClicks(shown.parts.label.name, "Ours")
    with qtbot.waitSignal(shown._controller.kept):
        QTest.keyClick(shown.parts.label.name, Key.Key_S, Hold.ControlModifier)
    assert "“Ours” is saved" in shown.page.told.text()
    assert shown.bar.layouts.currentText() == "Ours"
    assert not shown.bar.save.isEnabled()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the question, without a screen
def test_changes_are_not_lost_without_a_question(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "given")
    QTest.keyClick(shown.page.canvas, Key.Key_Down)
    changed = design(shown)
    shown._open("classic")
    asked = shown._asked
    assert isinstance(asked, LeaveQuestion)
    assert design(shown) == changed
    asked.leave.click()
    assert design(shown).title == "Classic 2"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_changes_are_saved_before_another_layout_is_opened(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    pick(shown, "given")
    QTest.keyClick(shown.page.canvas, Key.Key_Down)
    shown._open("classic")
    assert isinstance(shown._asked, LeaveQuestion)
    shown._asked.save.click()
    assert [it.title for it in layouts.layouts()][-1] == "Centred 2"
    assert design(shown).title == "Classic 2"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_whoever_stays_has_the_changes_still(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    frame = shown.window()
    assert isinstance(frame, Frame)
    frame.add_screen("badges", QWidget())
    pick(shown, "given")
    QTest.keyClick(shown.page.canvas, Key.Key_Down)
    changed = design(shown)
    QTest.keyClick(frame, Key.Key_F4)
    assert isinstance(shown._asked, LeaveQuestion)
    QTest.keyClick(shown._asked, Key.Key_Escape)
    assert frame.current_key() == "designer"
    assert design(shown) == changed
    QTest.keyClick(frame, Key.Key_F4)
    shown._asked.leave.click()
    assert frame.current_key() == "badges"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_cannot_be_saved_can_only_be_left(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown._controller.change(replace(design(shown), boxes=()))
    shown._open("classic")
    assert isinstance(shown._asked, LeaveQuestion)
    assert not shown._asked.save.isEnabled()
    shown._asked.stay.click()
    assert design(shown).boxes == ()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_layout_goes_out_and_comes_in_again(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    shown = screen(qtbot, store)
    shown.bar.actions_by_key["hand_out"].trigger()
    assert shown._dialog is not None
    shown._dialog.fileSelected.emit(str(tmp_path / "mine.toml"))
    assert "mine.toml" in shown.page.told.text()
    shown._dialog.close()
    shown.bar.actions_by_key["take_in"].trigger()
    shown._dialog.fileSelected.emit(str(tmp_path / "mine.toml"))
    shown._dialog.close()
    assert shown.bar.layouts.currentText() == "Centred 2"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_each_category_can_have_its_layout(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.bar.actions_by_key["categories"].trigger()
    asked = shown._asked
    assert isinstance(asked, CategoryDialog)
    assert list(asked.boxes) == ["Participant", "VIP"]
    QTest.keyClick(asked.boxes["VIP"], Key.Key_Down)
    asked.close_it.click()
    shown.bar.actions_by_key["categories"].trigger()
    assert isinstance(shown._asked, CategoryDialog)
    assert shown._asked.boxes["VIP"].currentText() == "Centred"
    shown._asked.close()


def test_a_file_that_cannot_be_used_is_named(qtbot: QtBot, store: Store) -> None:
    (store.folder / "layouts").mkdir()
    (store.folder / "layouts" / "own-bad.toml").write_text("nonsense")
    shown = screen(qtbot, store)
    shown._controller.refresh()
    assert "own-bad.toml" in shown.page.told.text()


def test_the_longest_names_are_tried(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    before = shown.page.canvas.grab().toImage()
    QTest.keyClick(shown.bar.samples, Key.Key_Down)
    assert shown.bar.samples.currentText() == "The longest names"
    assert shown.page.canvas.grab().toImage() != before

"""The roster as a table, by keys on the real window: filter, choose many, correct, take back."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.domain.names import plain
from desk_app.services import list_views
from desk_app.views.attendance_screen import AttendanceScreen
from desk_app.views.roster_screen import RosterScreen
from tests.flows.at_the_desk import CTRL, AtTheDesk, offscreen

pytestmark = offscreen
Key = Qt.Key
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def roster(it: AtTheDesk) -> RosterScreen:
    """The roster, read to its end."""
    it.go_to(Key.Key_F3, "roster")
    screen = it.desk.frame.findChild(RosterScreen)
    assert isinstance(screen, RosterScreen)
    it.wait(lambda: screen.table.people.rowCount() == 64)
    return screen


def choose_top(it: AtTheDesk, screen: RosterScreen, count: int) -> None:
    """The first people of the list, from the box through the table by keys."""
    it.press(Key.Key_Down)
    screen.table.setFocus()
    for _ in range(count - 1):
        it.press(Key.Key_Down, SHIFT)
    it.wait(lambda: screen.table.selected_count() == count)


def told(screen: RosterScreen) -> str:
    return screen._told.text()


def names(screen: RosterScreen) -> list[str]:
    model = screen.table.people
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_many_are_checked_in_by_one_act_and_one_undo(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    choose_top(it, screen, 3)
    it.press(Key.Key_Return, CTRL)
    it.wait(lambda: screen.bulk.question.text() == "Check in 3 people?")
    it.press(Key.Key_Return)
    it.wait(lambda: told(screen) == "3 people are checked in")
    it.wait(lambda: it.counts == "3 of 60 arrived")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: told(screen) == "Once more takes back: check-in of 3 people")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: told(screen) == "The last 3 check-ins were taken back")
    it.wait(lambda: it.counts == "0 of 60 arrived")


def test_escape_leaves_everybody_as_they_were(sample_desk: AtTheDesk) -> None:
    screen = roster(sample_desk)
    choose_top(sample_desk, screen, 2)
    sample_desk.press(Key.Key_N, CTRL_SHIFT)
    sample_desk.wait(screen.bulk.line.hasFocus)
    QTest.keyClicks(screen.bulk.line, "Lunch")
    sample_desk.press(Key.Key_Escape)
    assert QApplication.focusWidget() is screen.table
    assert screen.table.selected_rows()[0].note == ""


def test_a_note_goes_to_all_who_are_chosen(sample_desk: AtTheDesk) -> None:
    screen = roster(sample_desk)
    choose_top(sample_desk, screen, 2)
    sample_desk.press(Key.Key_N, CTRL_SHIFT)
    sample_desk.wait(screen.bulk.line.hasFocus)
    QTest.keyClicks(screen.bulk.line, "Lunch")
    sample_desk.press(Key.Key_Return)
    sample_desk.wait(lambda: told(screen) == "A note for 2 people")
    sample_desk.wait(lambda: screen.table.people.row(screen.table.people.index(1, 0)).note)


def test_f2_corrects_the_cell_under_the_cursor(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    choose_top(it, screen, 1)
    it.press(Key.Key_Right)
    it.press(Key.Key_F2)
    it.wait(lambda: QApplication.focusWidget() is not screen.table)
    cell = QApplication.focusWidget()
    assert cell is not None
    it.press(Key.Key_A, CTRL)
    QTest.keyClicks(cell, "Ocim")
    it.press(Key.Key_Return)
    it.wait(lambda: screen.table.people.index(0, 1).data() == "Ocim")
    person = screen.table.people.row(screen.table.people.index(0, 0))
    assert person.amended == ("organisation",)


def test_f2_on_a_name_opens_its_parts(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    choose_top(it, screen, 1)
    it.press(Key.Key_F2)
    family = screen.aside.card.fields["family_name"].edit
    it.wait(lambda: QApplication.focusWidget() is family)
    assert it.desk.frame.current_key() == "roster"


@contextmanager
def clipboard() -> Iterator[QMimeData]:
    """What was copied; cleared, as the offscreen clipboard would outlive Python and crash it."""
    board = QGuiApplication.clipboard()
    try:
        yield board.mimeData()
    finally:
        board.clear()


def test_the_chosen_are_copied_as_a_table(sample_desk: AtTheDesk) -> None:
    screen = roster(sample_desk)
    choose_top(sample_desk, screen, 2)
    sample_desk.press(Key.Key_C, CTRL)
    sample_desk.wait(lambda: told(screen) == "2 lines copied")
    with clipboard() as copied:
        lines = copied.text().splitlines()
        assert lines[0].startswith("Name\tOrganisation\tCategory")
        assert lines[1].startswith(names(screen)[0])
        assert "<table>" in copied.html()


def test_filters_go_together_and_are_let_go(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    it.press(Key.Key_L, CTRL)
    box = screen.looks.panel.facets[("category",)]
    it.wait(lambda: box.count() > 1)
    assert QApplication.focusWidget() is box
    it.press(Key.Key_Down)
    it.wait(lambda: screen.table.people.rowCount() == 50)
    it.press(Key.Key_Escape)
    assert not screen.looks.panel.isVisible()
    screen.filters.choose("cancelled")
    it.wait(lambda: screen.table.people.rowCount() == 1)
    screen.looks.remove_all()
    it.wait(lambda: screen.table.people.rowCount() == 2)


def test_the_list_is_put_in_order_by_keys(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    it.press(Key.Key_L, CTRL)
    it.wait(lambda: screen.looks.panel.isVisible())
    order = screen.looks.panel.order
    order.by.setFocus()
    it.press(Key.Key_Down)
    it.wait(lambda: screen._listing and screen._listing.wish.by == "organisation")
    order.backwards.setFocus()
    it.press(Key.Key_Space)
    it.wait(lambda: screen._listing and screen._listing.wish.descending)
    said = [row.organisation for row in screen.table.people.rows() if row.organisation]
    assert plain(said[0]) > plain(said[-1])


def test_columns_and_a_view_are_kept(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    it.press(Key.Key_L, CTRL)
    it.wait(screen.looks.panel.isVisible)
    QTest.keyClick(screen.looks.panel.columns["note"], Key.Key_Space)
    screen.filters.choose("absent")
    screen.looks.panel.name.setFocus()
    QTest.keyClicks(screen.looks.panel.name, "Notes of the absent")
    with it.qtbot.waitSignal(it.desk.rest.roster.views.known):
        it.press(Key.Key_Return)
    with it.desk.tasks.store.transaction() as session:
        kept = list_views.known(session)
    assert "note" in kept.columns
    assert [(view.name, view.wish.kind) for view in kept.views] == [
        ("Notes of the absent", "absent")
    ]


def test_a_saved_view_brings_its_filters_columns_and_order(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    screen._controller.order("name", True)
    screen.filters.choose("pending")
    it.wait(lambda: screen.table.people.rowCount() == 2)
    backwards = names(screen)
    screen._controller.views.save("Pending", ("name", "phone"), screen._listing.wish)  # type: ignore[union-attr]
    screen._controller.order("", False)
    screen.filters.choose("all")
    it.wait(lambda: screen.looks.panel.views.count() == 2)
    it.press(Key.Key_L, CTRL)
    it.wait(screen.looks.panel.isVisible)
    screen.looks.panel.views.setFocus()
    it.press(Key.Key_Down)
    it.wait(lambda: names(screen) == backwards)
    assert screen.table.columns_shown() == ("name", "phone")


def test_badges_of_the_chosen_are_ready_to_print(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    choose_top(it, screen, 4)
    with it.qtbot.waitSignal(it.desk.rest.badges.chosen) as batch:
        it.press(Key.Key_P, CTRL_SHIFT)
    assert it.desk.frame.current_key() == "badges"
    it.wait(lambda: it.desk.rest.badges._batch.kind == "chosen")
    assert len(it.desk.rest.badges._batch.ids) == 4
    assert batch.args


def test_a_number_of_the_attendance_opens_its_people(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    screen = roster(it)
    QTest.keyClicks(screen.field, "vaug")
    it.wait(lambda: screen.table.people.rowCount() == 1)
    it.go_to(Key.Key_F5, "attendance")
    shown = it.desk.frame.findChild(AttendanceScreen)
    assert isinstance(shown, AttendanceScreen)
    it.wait(lambda: shown.groups.categories.rows)
    bars = shown.groups.categories.rows
    speakers = next(row for row in bars if row.accessibleName().startswith("Intervenant"))
    speakers.setFocus()
    it.press(Key.Key_Space)
    it.wait(lambda: it.desk.frame.current_key() == "roster")
    it.wait(lambda: screen.looks.facets.isVisible() and screen.field.text() == "")
    it.wait(lambda: screen.table.people.rowCount() == 6)
    assert {row.ticket_type for row in screen.table.people.rows()} == {"Intervenant·e"}

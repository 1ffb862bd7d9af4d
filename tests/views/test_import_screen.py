"""The import screen leads from a file to the list and back, by keys alone."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QRadioButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.importing import Head, ImportController, Step, Underway
from desk_app.controllers.watching import WatchController
from desk_app.domain.event import Event
from desk_app.services import checkin, events, places, roster
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.frame import MINIMUM, Frame
from desk_app.views.import_columns import ColumnsDialog
from desk_app.views.import_screen import ImportScreen
from desk_app.views.tile import Tile

NOON = 1_720_000_800_000
SAMPLES = Path(__file__).parents[1] / "samples"
DAY_1 = SAMPLES / "helloasso_billetterie.csv"
DAY_2 = SAMPLES / "helloasso_billetterie-day2.csv"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def clock() -> int:
    return NOON


def screen(
    qtbot: QtBot, tmp_path: Path, *, with_event: bool = True
) -> tuple[ImportScreen, ImportController]:
    store = Store(tmp_path)
    controller = ImportController(InlineTasks(store), clock)
    made = ImportScreen(controller, watching(store))
    if with_event:
        with store.transaction() as session:
            events.describe(session, Event("Event"), NOON)
            standing = places.here(session, NOON)
        controller.stand_at(standing)
    controller.refresh()
    framed(qtbot, made)
    return made, controller


def watching(store: Store) -> WatchController:
    return WatchController(InlineTasks(store))


def framed(qtbot: QtBot, made: ImportScreen) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    frame.add_screen("import", made)
    frame.resize(*MINIMUM)
    with qtbot.waitActive(frame):
        frame.show()


def button(within: QWidget, text: str) -> Button:
    return next(it for it in within.findChildren(Button) if it.text() == text and it.isVisible())


def said(within: QWidget) -> list[str]:
    """All the words on the screen."""
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


def tile(within: QWidget, word: str) -> Tile:
    return next(it for it in within.findChildren(Tile) if it.text() == word)


def table(within: QWidget) -> QTableView:
    return next(it for it in within.findChildren(QTableView) if it.isVisible())


def cells(within: QWidget, row: int) -> list[str]:
    model = table(within).model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_without_an_event_it_leads_to_the_events(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = screen(qtbot, tmp_path, with_event=False)
    with qtbot.waitSignal(made.screen_wanted) as wanted:
        QTest.mouseClick(button(made, "Go to the events"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["events"]


def test_a_file_dropped_on_it_is_opened(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = screen(qtbot, tmp_path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(DAY_1))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    made.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, Qt.KeyboardModifier.NoModifier))
    assert any(DAY_1.name in text for text in said(made))


def test_the_preview_opens_with_who_is_new(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    assert tile(made, "new").isChecked()
    assert table(made).model().rowCount() == tile(made, "new").number() > 0


def test_the_keys_apply_and_show_the_numbers(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    count = tile(made, "new").number()
    QTest.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "The import is in" in said(made))
    assert str(count) in said(made)


def test_changes_stand_side_by_side(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    controller.apply()
    controller.open(DAY_2)
    tile(made, "changed").click()
    assert cells(made, 0)[1:] == ["Status", "Pending", "Confirmed"]


def test_an_empty_kind_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    tile(made, "cancelled").click()
    assert "Nobody is newly cancelled in this export." in said(made)


def test_rows_set_aside_have_their_number_their_text_and_a_reason(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made, controller = screen(qtbot, tmp_path)
    export = tmp_path / "list.csv"
    export.write_text("Prénom;Nom;E-mail\nAda;Lovelace;a@example.org\nTotal;1;\n", encoding="utf-8")
    controller.open(export)
    tile(made, "set aside").click()
    assert cells(made, 0) == ["3", "Total · 1", "A sum, not a person."]


def test_the_same_file_again_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    controller.apply()
    controller.open(DAY_1)
    assert "There is nothing to change: this desk knows all of this already." in said(made)
    assert "This very file was imported before; nothing in it is new." in said(made)


def test_escape_leaves_the_preview(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    QTest.keyClick(made, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Drop the export of the registrations here" in said(made))


def test_columns_say_what_they_were_taken_for(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    QTest.mouseClick(button(made, "Columns…"), Qt.MouseButton.LeftButton)
    dialog = made.findChild(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    assert taken_for(dialog, "Prénom participant").currentText() == "Given name"
    dialog.close()


def taken_for(dialog: QWidget, heading: str) -> QComboBox:
    boxes = dialog.findChildren(QComboBox)
    return next(it for it in boxes if it.accessibleName() == f"Taken for: {heading}")


def test_a_column_taken_for_something_else_is_corrected(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    file = tmp_path / "list.csv"
    file.write_text("Prénom;Nom;Remarques\nAda;Lovelace;Analytical Engine\n", encoding="utf-8")
    controller.open(file)
    QTest.mouseClick(button(made, "Columns…"), Qt.MouseButton.LeftButton)
    dialog = made.findChild(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    box = taken_for(dialog, "Remarques")
    box.setCurrentText("Organisation")
    QTest.mouseClick(button(dialog, "Read with these columns"), Qt.MouseButton.LeftButton)
    assert "Analytical Engine" in cells(made, 0)


def test_a_file_without_names_asks_which_columns_hold_them(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    file = tmp_path / "list.csv"
    file.write_text("Alpha;Beta\nAda Lovelace;17\nMax Martin;18\n", encoding="utf-8")
    controller.open(file)
    dialog = made.findChild(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    taken_for(dialog, "Alpha").setCurrentText("Whole name")
    QTest.mouseClick(button(dialog, "Read with these columns"), Qt.MouseButton.LeftButton)
    assert tile(made, "new").number() == 2


def test_columns_left_alone_let_the_next_export_in(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    file = tmp_path / "list.csv"
    file.write_text("Alpha;Beta\nAda Lovelace;17\nMax Martin;18\n", encoding="utf-8")
    controller.open(file)
    controller.take_up(DAY_1, False)
    dialog = made.findChild(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert any(DAY_1.name in text for text in said(made))


def chosen_in(dialog: ColumnsDialog) -> tuple[list[Any], list[Any]]:
    """What the dialog will say: corrections, and other sheets."""
    corrected: list[Any] = []
    sheets: list[Any] = []
    dialog.corrected.connect(lambda *its: corrected.append(its))
    dialog.sheet_chosen.connect(sheets.append)
    return corrected, sheets


def test_the_only_sheet_of_a_workbook_is_corrected(qtbot: QtBot) -> None:
    dialog = ColumnsDialog("list.xlsx", [Head(0, "Alpha", "", "Ada")], ("List",), "List")
    qtbot.addWidget(dialog)
    dialog.show()
    corrected, sheets = chosen_in(dialog)
    taken_for(dialog, "Alpha").setCurrentText("Whole name")
    button(dialog, "Read with these columns").click()
    assert (corrected, sheets) == ([("List", ((0, "full_name"),))], [])


def test_another_sheet_is_no_correction(qtbot: QtBot) -> None:
    dialog = ColumnsDialog("list.xlsx", [Head(0, "Alpha", "", "Ada")], ("List", "More"), "List")
    qtbot.addWidget(dialog)
    dialog.show()
    corrected, sheets = chosen_in(dialog)
    dialog.findChildren(QComboBox)[0].setCurrentText("More")
    button(dialog, "Read with these columns").click()
    assert (corrected, sheets) == ([], ["More"])


def test_a_table_is_pasted(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = screen(qtbot, tmp_path)
    QApplication.clipboard().setText("Prénom\tNom\nAda\tLovelace\nMax\tMartin\n")
    QTest.mouseClick(button(made, "Paste a table"), Qt.MouseButton.LeftButton)
    assert tile(made, "new").number() == 2


def test_undo_asks_on_the_page_before_it_is_done(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    controller.apply()
    controller.start_over()
    QTest.mouseClick(button(made, "Undo this import"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(made, "Take it back"), Qt.MouseButton.LeftButton)
    assert "Taken back" in said(made)


def test_an_import_may_be_kept_after_all(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    controller.apply()
    QTest.mouseClick(button(made, "Undo this import"), Qt.MouseButton.LeftButton)
    QTest.keyClick(button(made, "Keep it"), Qt.Key.Key_Space)
    assert button(made, "Undo this import").isEnabled()


def test_progress_can_be_cancelled_until_it_is_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.advanced.emit(Underway(Step.APPLYING, "list.csv", 1000, 5000))
    assert "list.csv · 1,000 of 5,000 people" in said(made)
    assert button(made, "Cancel").isEnabled()
    controller.advanced.emit(Underway(Step.TAKING_BACK, "list.csv"))
    assert not any(it.isVisible() for it in made.findChildren(Button))


def test_a_screen_made_anew_shows_the_preview_in_the_other_language(
    qtbot: QtBot, tmp_path: Path
) -> None:
    _, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    words.use("fr")
    anew = ImportScreen(controller, watching(Store(tmp_path)))
    words.use("en")
    framed(qtbot, anew)
    controller.refresh()
    assert "Ce que cet export changerait" in said(anew)


def conflict(qtbot: QtBot, tmp_path: Path) -> tuple[ImportScreen, ImportController]:
    """Somebody's e-mail was corrected at the desk, and the export says another one now."""
    made, controller = screen(qtbot, tmp_path)
    controller.open(exported(tmp_path, "ada@example.org"))
    controller.apply()
    store = Store(tmp_path)
    with store.transaction() as session:
        standing = places.here(session, NOON)
        ada = roster.everybody(session, standing.place)[0].id
        checkin.amend(session, standing.place.event, ada, "email", "desk@example.org", NOON)
    store.close()
    controller.open(exported(tmp_path, "newer@example.org"))
    return made, controller


def exported(folder: Path, email: str) -> Path:
    file = folder / "list.csv"
    file.write_text(
        f"Numéro de billet;Prénom;Nom;E-mail\nT-81;Ada;Lovelace;{email}\n", encoding="utf-8"
    )
    return file


def emails_now(tmp_path: Path) -> list[str]:
    store = Store(tmp_path)
    with store.transaction() as session:
        standing = places.here(session, NOON)
        found = [it.email for it in roster.everybody(session, standing.place)]
    store.close()
    return found


def email_now(tmp_path: Path) -> str:
    return emails_now(tmp_path)[0]


def radio(within: QWidget, text: str) -> QRadioButton:
    return next(it for it in within.findChildren(QRadioButton) if it.text() == text)


def test_a_conflict_comes_first_and_the_desks_side_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = conflict(qtbot, tmp_path)
    assert tile(made, "to decide").isChecked()
    assert radio(made, "desk@example.org").isChecked()
    controller.apply()
    assert email_now(tmp_path) == "desk@example.org"


def test_the_exports_side_is_taken_by_the_space_bar(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = conflict(qtbot, tmp_path)
    QTest.keyClick(radio(made, "newer@example.org"), Qt.Key.Key_Space)
    controller.apply()
    assert email_now(tmp_path) == "newer@example.org"


def test_an_answer_outlives_a_rebuilt_screen(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = conflict(qtbot, tmp_path)
    radio(made, "newer@example.org").click()
    anew = ImportScreen(controller, watching(Store(tmp_path)))
    framed(qtbot, anew)
    controller.refresh()
    assert radio(anew, "newer@example.org").isChecked()


def test_cancelling_the_missing_counts_as_a_change(qtbot: QtBot, tmp_path: Path) -> None:
    made, controller = screen(qtbot, tmp_path)
    controller.open(DAY_1)
    controller.apply()
    controller.open(DAY_2)
    before = button(made, "Apply 10 changes")
    tile(made, "missing").click()
    QTest.keyClick(radio(made, "Cancel the one person who has not come"), Qt.Key.Key_Space)
    assert before.text() == "Apply 11 changes"


def conflicts(qtbot: QtBot, tmp_path: Path, count: int) -> ImportScreen:
    """As `conflict`, with that many people."""
    made, controller = screen(qtbot, tmp_path)
    names = [f"Guest{number}" for number in range(count)]

    def export(email: str) -> Path:
        rows = (f"T-{name};{name};Martin;{name}@{email}\n" for name in names)
        file = tmp_path / f"{email}.csv"
        file.write_text("Numéro de billet;Prénom;Nom;E-mail\n" + "".join(rows), encoding="utf-8")
        return file

    controller.open(export("old.org"))
    controller.apply()
    store = Store(tmp_path)
    with store.transaction() as session:
        standing = places.here(session, NOON)
        for person in roster.everybody(session, standing.place):
            email = f"{person.given_name}@desk.org"
            checkin.amend(session, standing.place.event, person.id, "email", email, NOON)
    store.close()
    controller.open(export("new.org"))
    return made


def test_all_questions_of_a_kind_are_answered_by_one_key(qtbot: QtBot, tmp_path: Path) -> None:
    made = conflicts(qtbot, tmp_path, 3)
    assert "3 questions" in said(made)
    QTest.keyClick(button(made, "Take all of the export"), Qt.Key.Key_Space)
    assert all(radio(made, f"Guest{n}@new.org").isChecked() for n in range(3))
    radio(made, "Guest1@desk.org").click()
    QTest.keyClick(button(made, "Apply 3 changes"), Qt.Key.Key_Space)
    assert emails_now(tmp_path) == ["Guest0@new.org", "Guest1@desk.org", "Guest2@new.org"]


def test_an_answer_for_all_holds_for_people_who_are_shown_later(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = conflicts(qtbot, tmp_path, 31)
    QTest.keyClick(button(made, "Take all of the export"), Qt.Key.Key_Space)
    QTest.keyClick(button(made, "Keep all of this desk"), Qt.Key.Key_Space)
    QTest.keyClick(button(made, "Take all of the export"), Qt.Key.Key_Space)
    QTest.keyClick(button(made, "Show one more person"), Qt.Key.Key_Space)
    assert all(radio(made, f"Guest{n}@new.org").isChecked() for n in range(31))


def test_one_question_alone_needs_no_answer_for_all(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = conflict(qtbot, tmp_path)
    assert not [it for it in made.findChildren(Button) if it.text() == "Take all of the export"]

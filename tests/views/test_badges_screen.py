"""The badges screen: choose by keys, see the page, print, and read what went wrong."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.badges import BadgesController, PrinterInfo
from desk_app.domain.errors import DeskError
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.badges_screen import BadgesScreen
from desk_app.views.pdf_page import PdfPage
from tests.controllers.standing import clock, heard, standing
from tests.services.days import guest, who
from tests.views.showing import show_in_frame

ZOE, MAX = guest("Zoé Lefèvre", "QR-Z"), guest("Max Martin", "QR-M")


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


def one_printer() -> tuple[PrinterInfo, ...]:
    return (PrinterInfo("labels", "Label printer", is_default=True, ready=True),)


def accept(_pdf: bytes, *_: Any, **__: Any) -> None:
    """A printer that takes everything."""


def refuse(_pdf: bytes, *_: Any, **__: Any) -> None:
    raise DeskError("The printer “{printer}” does not take the job. Check that it is switched on, "
                    "or choose another one.", printer="labels")  # fmt: skip


def screen(
    qtbot: QtBot, store: Store, print_pdf: Any = accept, printers: Any = one_printer
) -> BadgesScreen:
    controller = BadgesController(InlineTasks(store), clock, print_pdf=print_pdf, printers=printers)
    shown = BadgesScreen(controller)
    controller.stand_at(standing(store, ZOE, MAX))
    controller.refresh()
    show_in_frame(qtbot, "badges", shown)
    return shown


def test_the_page_is_seen_and_the_button_counts(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    assert shown.preview.front.has_page()
    assert shown.foot.print.text() == "Print 2 badges"


def test_the_preview_keeps_the_proportions_of_the_paper(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.left.stocks.picked.emit("a6")
    place = shown.preview.front.page_place()
    assert place.height() / place.width() == pytest.approx(148 / 105, rel=0.01)


def test_a_click_on_the_sheet_chooses_the_first_label(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    picture = shown.left.first.picture
    third = picture.label_place(3).center().toPoint()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(third))
    assert shown.left.first.number.value() == 3
    QTest.keyClick(picture, Qt.Key.Key_Down)
    assert shown.left.first.number.value() == 5


def test_a_roll_has_no_first_label(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.left.stocks.picked.emit("62x100")
    assert not shown.left.first.isVisible()


def test_words_that_are_no_stock_give_way_to_the_last_choice(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    before = shown.left.stocks.currentText()
    edit = shown.left.stocks.lineEdit()
    assert edit is not None
    edit.setText("nonsense")
    edit.editingFinished.emit()
    assert shown.left.stocks.currentText() == before


def test_one_person_is_found_by_name(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.left.people.buttons["chosen"].click()
    QTest.keyClicks(shown.left.people.field, "lefe")
    QTest.keyClick(shown.left.people.field, Qt.Key.Key_Return)
    assert shown.foot.print.text() == "Print 1 badge"


def test_a_second_copy_is_named_so(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.foot.print.click()
    controller = shown._controller
    assert controller.standing is not None
    controller.choose_people((who(controller.standing.place, ZOE),))
    assert shown.foot.print.text() == "Print again"


def test_printing_says_how_many_went_where(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.foot.print.click()
    assert shown.foot.told.text() == "2 badges sent to labels"
    assert not shown.foot.print.isEnabled()


def test_a_refusal_is_read_on_the_screen(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store, refuse)
    shown.foot.print.click()
    assert "does not take the job" in shown.foot.told.text()


def test_without_a_printer_only_saving_is_offered(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store, printers=tuple)
    assert not shown.foot.print.isEnabled()
    assert shown.foot.save.isEnabled()
    assert shown.foot.printers.currentText() == "No printer is connected"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the dialog, without a screen
def test_badges_are_saved_where_asked(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    shown = screen(qtbot, store)
    shown.foot.save.click()
    dialog = shown._dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "b.pdf"))
    dialog.close()
    assert shown.foot.told.text().startswith("2 badges saved in b.pdf. Print them at 100 %")
    wanted = heard(shown.foot.file_wanted)
    shown.foot.file_wanted.disconnect(shown._open_saved)
    shown.foot.open.click()
    assert wanted == [tmp_path / "b.pdf"]


def test_pages_are_turned(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.left.stocks.picked.emit("a6")
    shown.preview.pager.on.click()
    assert not shown.preview.pager.on.isEnabled()
    assert shown.preview.pager.back.isEnabled()


def test_the_back_is_seen_beside_the_front_where_the_layout_has_one(
    qtbot: QtBot, store: Store
) -> None:
    shown = screen(qtbot, store)
    shown.left.stocks.picked.emit("a6")
    assert not shown.preview.back.isVisible()
    shown.left.layout_picked.emit("institution")
    front, back = shown.preview.front, shown.preview.back
    assert back.isVisible()
    assert back.x() > front.x()
    assert seen(back) not in (seen(front), b"")


def test_a_folded_sheet_is_seen_as_it_will_be_folded(qtbot: QtBot, store: Store) -> None:
    """The classic layout says the same on both halves, and one of them is printed upside down."""
    shown = screen(qtbot, store)
    shown.left.stocks.picked.emit("a6-folded")
    front, back = shown.preview.front, shown.preview.back
    assert front.proportions() == pytest.approx(105 / 74, rel=0.01)
    dark = [ink(page) for page in (front, back)]
    assert dark[0] == pytest.approx(dark[1], abs=0.03)
    assert dark[0][0] < 0.1  # it begins at the left, and is no mirror image


def seen(page: PdfPage) -> bytes:
    return bytes(page.grab().toImage().constBits())


def ink(page: PdfPage) -> tuple[float, float]:
    """Where the first dark dots are, as shares of the page: from the left, from the top."""
    place = page.page_place().toRect().adjusted(3, 3, -3, -3)
    picture = page.grab(place).toImage()
    rows, columns = range(0, picture.height(), 2), range(0, picture.width(), 2)
    dark = [(x, y) for y in rows for x in columns if picture.pixelColor(x, y).lightness() < 100]
    return min(x for x, _ in dark) / picture.width(), min(y for _, y in dark) / picture.height()

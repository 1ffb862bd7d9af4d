"""Documents are looked at before they are printed or saved; what goes out is what is shown."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.papers import ORDERS, PAPER_NAMES, PapersController
from desk_app.devices.printer import PrinterInfo
from desk_app.services import checkin, places
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.paper_dialog import PaperDialog
from tests.services.days import MINUTE, NINE, guest, open_with, who

# Of the dialog, without a screen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
ZOE = guest("Zoé Lefèvre", organisation="Ocim")
MAX = guest("Max Martin", organisation="Atelier")
LASER = PrinterInfo("laser", "Laser of the office", True, True)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


class Office:
    """Where printed pages go."""

    def __init__(self) -> None:
        self.got: list[tuple[bytes, str, float, float]] = []

    def print_pdf(self, pdf: bytes, name: str, width: float, height: float, *, title: str) -> None:
        assert title
        self.got.append((pdf, name, width, height))


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def controller(store: Store, office: Office) -> PapersController:
    with store.transaction() as session:
        place = open_with(session, ZOE, MAX)
        checkin.enter(session, place, who(place, MAX), NINE)
        checkin.enter(session, place, who(place, ZOE), NINE + 5 * MINUTE)
        standing = places.here(session, NINE)
    made = PapersController(InlineTasks(store), lambda: NINE, office.print_pdf, lambda: (LASER,))
    made.stand_at(standing)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, controller: PapersController) -> Iterator[PaperDialog]:
    made = PaperDialog(controller, "attendance")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
    yield made
    made.close()


def said(within: QWidget) -> str:
    return "\n".join(it.text() for it in within.findChildren(QLabel) if it.isVisible())


def text_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def chosen(box: QWidget, downs: int) -> None:
    box.setFocus()
    for _ in range(downs):
        QTest.keyClick(box, Qt.Key.Key_Down)


def pressed(button: QWidget) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def printed(dialog: PaperDialog, office: Office) -> str:
    pressed(dialog.print)
    pdf, name, *size = office.got[-1]
    assert (name, size) == ("laser", [210.0, 297.0])
    return text_of(pdf)


def test_the_document_is_shown_and_printed(dialog: PaperDialog, office: Office) -> None:
    assert dialog.page.has_page()
    assert "Attendance" in printed(dialog, office)
    assert "Sent to laser" in said(dialog)


def test_another_document_another_language(dialog: PaperDialog, office: Office) -> None:
    chosen(dialog.kind, 1)
    dialog.language.setFocus()
    QTest.keyClick(dialog.language, Qt.Key.Key_Up)
    assert "Feuille d’émargement" in printed(dialog, office)


@pytest.mark.parametrize(
    ("order", "first"), [("name", "Zoé"), ("organisation", "Max"), ("arrival", "Max")]
)
def test_people_stand_in_the_order_wanted(
    dialog: PaperDialog, office: Office, order: str, first: str
) -> None:
    chosen(dialog.order, list(ORDERS).index(order))
    text = printed(dialog, office)
    second = {"Zoé": "Max", "Max": "Zoé"}[first]
    assert text.index(first) < text.index(second)


def test_pages_are_turned(dialog: PaperDialog) -> None:
    chosen(dialog.kind, 1)  # a sign-in sheet of two days
    assert dialog.page.pages() == 2
    dialog.pager.on.setFocus()
    QTest.keyClick(dialog.pager.on, Qt.Key.Key_Space)
    assert "Page 2 / 2" in said(dialog)


def test_what_is_shown_is_saved(dialog: PaperDialog, tmp_path: Path) -> None:
    pressed(dialog.save)
    dialog.dialog.fileSelected.emit(str(tmp_path / "list.pdf"))
    dialog.dialog.close()
    assert "Attendance" in text_of((tmp_path / "list.pdf").read_bytes())
    assert "Saved: list.pdf" in said(dialog)


def test_what_cannot_be_drawn_is_said_and_cannot_be_printed(dialog: PaperDialog) -> None:
    dialog._controller.standing = None
    dialog.draw()
    assert not dialog.print.isEnabled()
    assert not dialog.save.isEnabled()


def test_without_a_printer_it_can_be_saved(dialog: PaperDialog) -> None:
    dialog.show_printers(())
    assert not dialog.print.isEnabled()
    assert dialog.save.isEnabled()


def test_only_letters_have_a_text_to_change(qtbot: QtBot, dialog: PaperDialog) -> None:
    assert not dialog.text.isVisible()
    chosen(dialog.kind, list(PAPER_NAMES).index("certificate"))
    with qtbot.waitSignal(dialog.text_wanted) as wanted:
        pressed(dialog.text)
    assert wanted.args == ["certificate", "en"]


def choose_a_folder(dialog: PaperDialog, folder: Path) -> None:
    pressed(dialog.each)
    dialog.dialog.fileSelected.emit(str(folder))
    dialog.dialog.close()


def test_letters_are_saved_one_file_for_each_person(dialog: PaperDialog, tmp_path: Path) -> None:
    assert not dialog.each.isVisible()
    chosen(dialog.kind, list(PAPER_NAMES).index("attestation"))
    (tmp_path / "letters").mkdir()
    choose_a_folder(dialog, tmp_path / "letters")
    files = sorted((tmp_path / "letters").iterdir())
    assert [it.name for it in files] == ["0001-Zoé-Lefèvre.pdf", "0002-Max-Martin.pdf"]
    assert "Max Martin" in text_of(files[1].read_bytes())
    assert "2 files saved" in said(dialog)


def test_a_folder_that_is_gone_is_told(dialog: PaperDialog, tmp_path: Path) -> None:
    chosen(dialog.kind, list(PAPER_NAMES).index("certificate"))
    choose_a_folder(dialog, tmp_path / "gone")
    assert "cannot be written" in said(dialog)


def test_a_letter_of_one_person_alone(qtbot: QtBot, controller: PapersController) -> None:
    assert controller.standing
    max_alone = (who(controller.standing.place, MAX),)
    made = PaperDialog(controller, "attestation", only=max_alone)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
    assert made.page.pages() == 1
    assert made.kind.count() == 2
    assert not made.each.isVisible()
    made.close()

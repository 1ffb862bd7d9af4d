"""The words of letters are typed, seen on an example at once, refused in a sentence, and kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.letters import FIELDS, LettersController
from desk_app.services import letters, places
from desk_app.store.session import Session, Store
from desk_app.tasks import InlineTasks, Tasks
from desk_app.views import theme
from desk_app.views.letter_dialog import LetterDialog
from tests.services.days import NINE, guest, open_with

# Of the dialog, without a screen.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


@pytest.fixture
def controller(store: Store) -> LettersController:
    with store.transaction() as session:
        open_with(session, guest())
        standing = places.here(session, NINE)
    made = LettersController(InlineTasks(store), lambda: NINE)
    made.stand_at(standing)
    return made


class Slow:
    """A dialog whose answers can be held up on their way from the database."""

    def __init__(self, dialog: LetterDialog, tasks: Tasks) -> None:
        self.dialog = dialog
        self._tasks = tasks

    @contextmanager
    def held_up(self) -> Iterator[None]:
        goes_on = Event()

        def wait(_session: Session) -> None:
            goes_on.wait(20)

        self._tasks.db(wait)
        try:
            yield
        finally:
            goes_on.set()


@pytest.fixture
def slow(qtbot: QtBot, store: Store) -> Iterator[Slow]:
    with store.transaction() as session:
        open_with(session, guest())
        standing = places.here(session, NINE)
    tasks = Tasks(store)
    controller = LettersController(tasks, lambda: NINE)
    controller.stand_at(standing)
    dialog = LetterDialog(controller, "attestation", "en")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    yield Slow(dialog, tasks)
    dialog._leaving = True
    dialog.close()
    tasks.close()


@pytest.fixture
def dialog(qtbot: QtBot, controller: LettersController) -> Iterator[LetterDialog]:
    made = LetterDialog(controller, "attestation", "en")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
    yield made
    made._leaving = True
    made.close()


def type_in(dialog: LetterDialog, text: str) -> None:
    """At the end of the text; the fingers rest afterwards."""
    dialog.body.setFocus()
    QTest.keyClick(dialog.body, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(dialog.body, text)
    dialog._pause.timeout.emit()


def leave_by(qtbot: QtBot, dialog: LetterDialog, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(dialog.body, key, held)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def page(controller: LettersController, dialog: LetterDialog) -> str:
    """What the example says now."""
    got: list[bytes] = []
    controller.drawn.connect(got.append)
    dialog.draw()
    return str(pypdfium2.PdfDocument(got[-1])[0].get_textpage().get_text_range())


def kept(dialog: LetterDialog, store: Store, language: str = "en") -> str:
    with store.transaction() as session:
        event = places.here(session, NINE).place.event
        return "\n".join(letters.text(session, event, "attestation", language).paragraphs)


def test_an_example_is_there_at_once(dialog: LetterDialog, controller: LettersController) -> None:
    assert dialog.page.has_page()
    assert "Camille Example" in page(controller, dialog)


def test_what_is_typed_is_seen_and_kept(
    qtbot: QtBot, dialog: LetterDialog, controller: LettersController, store: Store
) -> None:
    type_in(dialog, " See you, {name}!")
    assert "See you, Camille Example!" in page(controller, dialog)
    assert "See you" not in kept(dialog, store)
    leave_by(qtbot, dialog, Qt.Key.Key_S, CTRL)
    assert kept(dialog, store).endswith("See you, {name}!")


def test_a_field_is_chosen_by_keys(dialog: LetterDialog) -> None:
    dialog.fields.setFocus()
    QTest.keyClick(dialog.fields, Qt.Key.Key_Down)
    assert dialog.body.toPlainText().startswith(f"{{{next(iter(FIELDS))}}}")
    assert dialog.body.hasFocus()


def test_an_unknown_field_is_refused_in_a_sentence(dialog: LetterDialog, store: Store) -> None:
    before = kept(dialog, store)
    type_in(dialog, "{nome}")
    assert dialog._told.text().startswith("There is no field “nome”. There are: name, ")
    assert not dialog.save.isEnabled()
    dialog.save.click()
    assert dialog.isVisible()
    assert kept(dialog, store) == before
    for _ in "{nome}":
        QTest.keyClick(dialog.body, Qt.Key.Key_Backspace)
    dialog._pause.timeout.emit()
    assert dialog.save.isEnabled()


def test_each_language_has_its_text(qtbot: QtBot, dialog: LetterDialog, store: Store) -> None:
    type_in(dialog, "Bye")
    dialog.language.setFocus()
    QTest.keyClick(dialog.language, Qt.Key.Key_Up)
    assert dialog.heading.text() == "Attestation de présence"
    type_in(dialog, "Au revoir")
    leave_by(qtbot, dialog, Qt.Key.Key_S, CTRL)
    assert kept(dialog, store, "fr").endswith("Au revoir")
    assert kept(dialog, store, "en").endswith("Bye")


def test_what_is_typed_stays_in_its_language(qtbot: QtBot, slow: Slow) -> None:
    dialog = slow.dialog
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):  # both texts are known from now on
        QTest.keyClick(dialog.language, key)
        qtbot.waitUntil(lambda: dialog._shown == dialog.language.currentData())
    type_in(dialog, "Bye")
    with slow.held_up():
        QTest.keyClick(dialog.language, Qt.Key.Key_Up)
        type_in(dialog, "Bye")  # the fields hold the English text still
    qtbot.waitUntil(lambda: dialog.heading.text() == "Attestation de présence")
    assert "Bye" not in dialog.body.toPlainText()
    QTest.keyClick(dialog.language, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.body.toPlainText().endswith("Bye"))


def test_the_original_comes_back(dialog: LetterDialog, store: Store) -> None:
    before = kept(dialog, store)
    assert not dialog.original.isEnabled()
    type_in(dialog, "Bye")
    dialog.original.setFocus()
    QTest.keyClick(dialog.original, Qt.Key.Key_Space)
    assert dialog.body.toPlainText() == before
    assert not dialog.original.isEnabled()


def test_what_is_typed_is_not_lost_by_one_key(
    qtbot: QtBot, dialog: LetterDialog, store: Store
) -> None:
    type_in(dialog, "Bye")
    QTest.keyClick(dialog.body, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "not saved" in dialog._told.text())
    assert dialog.isVisible()
    leave_by(qtbot, dialog, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert "Bye" not in kept(dialog, store)

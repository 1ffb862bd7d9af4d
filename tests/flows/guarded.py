"""A desk with a PIN, for stories about who may do what."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.views.pin_dialog import PinDialog
from tests.flows.at_the_desk import AtTheDesk, at_the_desk

PIN = "2468"


@contextmanager
def guarded(folder: Path, qtbot: QtBot) -> Iterator[AtTheDesk]:
    """At the desk with the sample event and a PIN; a lead has it still."""
    with at_the_desk(folder, qtbot) as lead:
        lead.wait(lambda: lead.counts == "0 of 60 arrived")
        guard(lead)
        yield lead
    words.use("en")


def guard(it: AtTheDesk) -> None:
    """Set the PIN."""
    with it.qtbot.waitSignal(it.desk.guard.controller.guarded):
        it.desk.guard.controller.choose_pin(PIN, "")


def dialog_of(it: AtTheDesk) -> PinDialog:
    """The dialog that asks for the PIN, once it is open."""
    it.wait(lambda: it.desk.guard.dialog is not None)
    dialog = it.desk.guard.dialog
    assert dialog
    return dialog


def type_pin(dialog: PinDialog, text: str, reason: str = "") -> None:
    QTest.keyClicks(dialog.reason, reason)
    QTest.keyClicks(dialog.pin, text)
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)

"""What is seldom done to one person: corrected afterwards, told, erased; by keys."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app.controllers.afterwards import AfterwardsController
from desk_app.controllers.privacy import PrivacyController
from desk_app.intake.reading import read
from desk_app.services import afterwards, attendance, checkin, places, roster
from desk_app.services.places import Standing
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.correction_dialog import CorrectionDialog
from desk_app.views.erase_dialog import EraseDialog
from desk_app.views.person_menu import PersonMenu
from tests.services.days import MINUTE, NINE, bring, guest, open_with, who

# Of the dialogs, without a screen.
pytestmark = pytest.mark.qt_log_ignore("plugin does not support")
ZOE = guest("Zoé Lefèvre", "QR-ZOE")
EVENING = NINE + 600 * MINUTE


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def standing(store: Store) -> Standing:
    with store.transaction() as session:
        open_with(session, ZOE)
        return places.here(session, NINE)


@pytest.fixture
def controller(store: Store, standing: Standing) -> AfterwardsController:
    made = AfterwardsController(InlineTasks(store), lambda: EVENING)
    made.stand_at(standing)
    return made


@pytest.fixture
def form(
    qtbot: QtBot, controller: AfterwardsController, standing: Standing
) -> Iterator[CorrectionDialog]:
    made = CorrectionDialog(controller, who(standing.place, ZOE), "Zoé LEFÈVRE")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
    yield made
    made.close()


def said(within: QWidget) -> str:
    return "\n".join(it.text() for it in within.findChildren(QLabel) if it.isVisible())


def signed(form: CorrectionDialog) -> None:
    form.author.setFocus()
    QTest.keyClicks(form.author, "A. Roy")
    QTest.keyClick(form.author, Qt.Key.Key_Tab)
    QTest.keyClicks(form.reason, "side door")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)


def arrived(store: Store, standing: Standing) -> int:
    with store.transaction() as session:
        return attendance.figures(session, standing.place).arrived


def test_somebody_is_entered_who_was_not_scanned(
    form: CorrectionDialog, store: Store, standing: Standing
) -> None:
    assert form.at.text() == "2026-12-03 09:00"
    signed(form)
    assert not form.isVisible()
    assert arrived(store, standing) == 1
    with store.transaction() as session:
        assert afterwards.count(session, standing.place.event) == 1


def test_without_a_name_the_form_says_what_lacks_and_stays(form: CorrectionDialog) -> None:
    form.reason.setFocus()
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert form.isVisible()
    assert "your name and a reason" in said(form)


def test_a_time_that_is_none_is_refused_in_the_form(form: CorrectionDialog) -> None:
    form.at.setText("soon")
    signed(form)
    assert form.isVisible()
    assert "“soon” is no date with a time" in said(form)


def test_somebody_was_not_there_after_all(
    form: CorrectionDialog, store: Store, standing: Standing
) -> None:
    with store.transaction() as session:
        checkin.scan(session, standing.place, "QR-ZOE", NINE)
    form.what.setFocus()
    QTest.keyClick(form.what, Qt.Key.Key_Down)
    assert not form.at.isVisible()
    signed(form)
    assert not form.isVisible()
    assert arrived(store, standing) == 0


def test_nothing_to_take_back_is_said(form: CorrectionDialog) -> None:
    form.what.setFocus()
    QTest.keyClick(form.what, Qt.Key.Key_Down)
    signed(form)
    assert "nothing to take back" in said(form)


def test_one_person_leaves_once_the_word_is_typed(
    qtbot: QtBot, store: Store, standing: Standing
) -> None:
    privacy = PrivacyController(InlineTasks(store), lambda: EVENING)
    place = standing.place
    dialog = EraseDialog(privacy, place.event, who(place, ZOE), "Zoé LEFÈVRE")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    QTest.keyClick(dialog.word, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.word, "Erase")
    QTest.keyClick(dialog.word, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    with store.transaction() as session:
        assert [it.full_name for it in roster.everybody(session, place)] == ["–"]


def test_one_persons_data_goes_into_a_file(
    controller: AfterwardsController, standing: Standing, tmp_path: Path
) -> None:
    controller.save_data(who(standing.place, ZOE), tmp_path / "zoe.json")
    told = json.loads((tmp_path / "zoe.json").read_text(encoding="utf-8"))
    assert told["known"]["full_name"] == "Zoé Lefèvre"
    assert len(told["history"]) == 1


def test_an_export_goes_back_with_the_attendance(
    controller: AfterwardsController, store: Store, standing: Standing, tmp_path: Path
) -> None:
    export, target = tmp_path / "export.csv", tmp_path / "back.csv"
    export.write_text("Nom complet;Code-barres\nMax Bel;QR-MAX\n", encoding="utf-8")
    with store.transaction() as session:
        bring(session, standing.place, read(export))
        checkin.scan(session, standing.place, "QR-MAX", NINE)
    controller.return_export(export, target)
    assert "Max Bel;QR-MAX;Présent;" in target.read_text(encoding="utf-8")


def test_the_menu_tells_what_was_chosen(qtbot: QtBot) -> None:
    menu = PersonMenu()
    qtbot.addWidget(menu)
    menu.show()
    chosen: list[str] = []
    menu.chosen.connect(chosen.append)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    qtbot.waitUntil(menu.offered.isVisible)
    QTest.keyClick(menu.offered, Qt.Key.Key_Down)
    QTest.keyClick(menu.offered, Qt.Key.Key_Return)
    assert chosen == ["correct"]

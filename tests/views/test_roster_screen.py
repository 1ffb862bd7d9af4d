"""The roster by keys: search, filter, open, correct, let in, take back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.roster import RosterController
from desk_app.domain.admission import Outcome
from desk_app.domain.registration import Registration, Status
from desk_app.services import afterwards, badges, checkin, undoing
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.button import Button
from desk_app.views.person_history import history_of
from desk_app.views.roster_screen import RosterScreen
from tests.controllers.standing import clock, heard, standing
from tests.services.days import MINUTE, NINE, guest, who
from tests.views.showing import show_in_frame

ZOE = guest("Zoé Lefèvre", "QR-ZOE", organisation="Ocim", answers=(("Diet", "Vegan"),))
MAX = guest("Max Martin")
EVE = replace(guest("Ève Adam"), status=Status.PENDING)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


def screen(qtbot: QtBot, store: Store) -> tuple[RosterScreen, RosterController]:
    """Adam (pending), Lefèvre and Martin, in this order."""
    controller = RosterController(InlineTasks(store), clock)
    shown = RosterScreen(controller)
    controller.stand_at(standing(store, ZOE, MAX, EVE))
    controller.refresh()
    show_in_frame(qtbot, "roster", shown)
    return shown, controller


def names(shown: RosterScreen) -> list[str]:
    model = shown.table.people
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def id_of(controller: RosterController, person: object) -> int:
    assert controller.standing is not None
    return who(controller.standing.place, person)  # type: ignore[arg-type]


def test_the_model_keeps_qts_rules(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    QAbstractItemModelTester(
        shown.table.people, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    controller.filter("pending")
    controller.filter("all")
    assert names(shown) == ["ADAM Ève", "LEFÈVRE Zoé", "MARTIN Max"]


def test_typing_searches_and_escape_shows_everybody(qtbot: QtBot, store: Store) -> None:
    shown, _ = screen(qtbot, store)
    QTest.keyClicks(shown.field, "mart")
    qtbot.waitUntil(lambda: names(shown) == ["MARTIN Max"])
    QTest.keyClick(shown.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(shown)) == 3)


def test_a_filter_shows_its_people(qtbot: QtBot, store: Store) -> None:
    shown, _ = screen(qtbot, store)
    shown.filters.choose("pending")
    assert names(shown) == ["ADAM Ève"]


def test_a_header_sorts(qtbot: QtBot, store: Store) -> None:
    shown, _ = screen(qtbot, store)
    shown.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(shown) == ["MARTIN Max", "LEFÈVRE Zoé", "ADAM Ève"]


def test_enter_opens_the_card_and_escape_closes_it(qtbot: QtBot, store: Store) -> None:
    shown, _ = screen(qtbot, store)
    shown.table.selectRow(1)
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert shown.aside.card.isVisible()
    assert shown.aside.card.fields["organisation"].edit.text() == "Ocim"
    shown.aside.card.closed.emit()
    assert not shown.aside.card.isVisible()


def test_a_field_is_corrected_with_enter_and_says_what_the_export_has(
    qtbot: QtBot, store: Store
) -> None:
    shown, controller = screen(qtbot, store)
    controller.open_card(id_of(controller, ZOE))
    field = shown.aside.card.fields["organisation"]
    field.edit.selectAll()
    QTest.keyClicks(field.edit, "Museum")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert shown.table.people.index(1, 1).data() == "Museum"
    assert "Ocim" in field.edit.accessibleDescription()


def test_the_button_lets_in_and_then_is_done(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    controller.open_card(id_of(controller, ZOE))
    shown.aside.card.check_in.click()
    assert shown.aside.card.check_in.text() == "Already in"
    assert not shown.aside.card.check_in.isEnabled()


def test_somebody_pending_is_let_in_only_all_the_same(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    controller.open_card(id_of(controller, EVE))
    assert shown.aside.card.check_in.text() == "Let in all the same"
    shown.aside.card.check_in.click()
    assert shown.aside.reason.field.hasFocus()
    QTest.keyClick(shown.aside.reason.field, Qt.Key.Key_Down)
    press_focused(Qt.Key.Key_Return)
    assert shown.aside.card.check_in.text() == "Already in"
    [line] = [it for it in told_of(controller, EVE) if "all the same" in it]
    assert line == "Checked in all the same: Paid at the desk"


def test_something_is_taken_back_later_from_the_history_with_a_reason(
    qtbot: QtBot, store: Store
) -> None:
    shown, controller = screen(qtbot, store)
    controller.open_card(id_of(controller, ZOE))
    shown.aside.card.check_in.click()
    controller.amend(id_of(controller, ZOE), "note", "vegan")
    qtbot.waitUntil(lambda: bool(buttons_to_take_back(shown)))
    buttons_to_take_back(shown)[0].setFocus()
    press_focused(Qt.Key.Key_Space)
    QTest.keyClicks(shown.aside.reason.field, "not her", delay=30)
    press_focused(Qt.Key.Key_Return)
    assert told_of(controller, ZOE)[0] == "Taken back: Checked in (not her)"
    assert shown.aside.card.check_in.text() == "Check in"
    assert shown.aside.card.fields["note"].edit.text() == "vegan"


def test_undo_is_named_before_it_is_done(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    controller.open_card(id_of(controller, ZOE))
    shown.aside.card.check_in.click()
    shown.aside.card.undo.click()
    assert shown._told.text() == "Once more takes back: check-in of Zoé Lefèvre"
    assert shown.aside.card.check_in.text() == "Already in"
    shown.aside.card.undo.click()
    assert shown.aside.card.check_in.text() == "Check in"


def buttons_to_take_back(shown: RosterScreen) -> list[Button]:
    found = shown.aside.card.findChildren(Button)
    return [it for it in found if it.isVisible() and it.toolTip() == "Take back: Checked in"]


def told_of(controller: RosterController, who: Registration) -> list[str]:
    """The lines of somebody's history, the latest first."""
    cards = heard(controller.card_shown)
    controller.open_card(id_of(controller, who))
    return [it.what for it in history_of(cards[-1], controller.moment, controller.desks)]


def press_focused(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, key)


def test_the_badge_button_names_the_person(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    wanted = heard(shown.badge_wanted)
    controller.open_card(id_of(controller, ZOE))
    shown.aside.card.badge.click()
    assert wanted == [id_of(controller, ZOE)]


def test_the_history_is_told_in_sentences(qtbot: QtBot, store: Store) -> None:
    _, controller = screen(qtbot, store)
    zoe, place = id_of(controller, ZOE), controller.standing
    assert place is not None
    with store.transaction() as session:
        checkin.enter(session, place.place, zoe, NINE)
        undoing.undo(session, place.place.event, NINE + MINUTE)
        badges.printed(session, place.place.event, [zoe], "classic", "a6", "Labels", NINE)
    cards = heard(controller.card_shown)
    controller.open_card(zoe)
    told = history_of(cards[-1], controller.moment, controller.desks)
    assert [(it.what, it.void) for it in told] == [
        ("Badge printed on Labels", False),
        ("Taken back: Checked in", False),
        ("Checked in", True),
        ("Came in with an import", False),
    ]
    assert told[-1].when == "3 December 2026, 09:00"


def test_a_correction_names_its_author_in_the_history(qtbot: QtBot, store: Store) -> None:
    _, controller = screen(qtbot, store)
    zoe, place = id_of(controller, ZOE), controller.standing
    assert place is not None
    with store.transaction() as session:
        afterwards.enter_late(session, place.place, zoe, NINE, "A. Roy", "not scanned", NINE)
    cards = heard(controller.card_shown)
    controller.open_card(zoe)
    told = history_of(cards[-1], controller.moment, controller.desks)
    assert told[0].what == "Entered after the fact by A. Roy: not scanned"


def test_sensitive_answers_are_shown_when_asked_for(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    controller.open_card(id_of(controller, ZOE))
    said = [label.text() for label in shown.aside.card.known.findChildren(QLabel)]
    assert "Vegan" not in said
    assert shown.aside.card.known.ask.text() == "Show one sensitive answer"
    QTest.keyClick(shown.aside.card.known.ask, Qt.Key.Key_Space)
    said = [label.text() for label in shown.aside.card.known.findChildren(QLabel)]
    assert "Vegan" in said
    assert not shown.aside.card.known.ask.isVisible()


def test_an_empty_list_offers_the_import(qtbot: QtBot, store: Store) -> None:
    controller = RosterController(InlineTasks(store), clock)
    shown = RosterScreen(controller)
    controller.stand_at(standing(store))
    controller.refresh()
    show_in_frame(qtbot, "roster", shown)
    wanted: list[bool] = []
    shown.import_wanted.connect(lambda: wanted.append(True))
    shown._none_yet.chosen.emit()
    assert wanted == [True]
    assert not shown.filters.isEnabled()


def test_a_block_asks_why_and_every_scan_says_it(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    controller.open_card(id_of(controller, ZOE))
    QTest.mouseClick(shown.aside.card.block.button, Qt.MouseButton.LeftButton)
    assert shown.aside.card.block.reason.hasFocus()
    QTest.keyClicks(shown.aside.card.block.reason, "asked to leave")
    QTest.keyClick(shown.aside.card.block.reason, Qt.Key.Key_Return)
    assert shown.aside.card.block.button.text() == "Unblock"
    assert "Blocked: asked to leave" in [it.text().split(" · ")[0] for it in labels(shown)]
    assert controller.standing
    with store.transaction() as session:
        answer = checkin.scan(session, controller.standing.place, "QR-ZOE", NINE)
    assert (answer.outcome, answer.why) == (Outcome.BLOCKED, "asked to leave")


def test_a_block_is_taken_back_with_one_press(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    controller.open_card(id_of(controller, ZOE))
    controller.block(id_of(controller, ZOE), "")
    QTest.mouseClick(shown.aside.card.block.button, Qt.MouseButton.LeftButton)
    assert shown.aside.card.block.button.text() == "Block…"


def labels(shown: RosterScreen) -> list[QLabel]:
    return shown.aside.card.findChildren(QLabel)


def test_somebody_with_a_note_is_checked_in_like_anybody(qtbot: QtBot, store: Store) -> None:
    shown, controller = screen(qtbot, store)
    controller.amend(id_of(controller, ZOE), "note", "Needs the ramp")
    controller.check_in(id_of(controller, ZOE))
    assert "Zoé Lefèvre is checked in" in [it.text() for it in shown.findChildren(QLabel)]

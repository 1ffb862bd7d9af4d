"""Visitors check themselves in: by a scan or a name, seen by nobody, until the PIN ends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import role, words
from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.domain.roles import Role
from desk_app.services import print_queue, settings
from desk_app.views.frame import Frame
from desk_app.views.kiosk_screen import STAYS_MS, KioskScreen
from tests.controllers.standing import heard
from tests.devices.keys import burst
from tests.flows.at_the_desk import (
    AISSATA,
    CTRL,
    HELENE,
    NONE,
    AtTheDesk,
    at_the_desk,
    offscreen,
    visible_words,
)
from tests.flows.guarded import PIN, dialog_of, guarded, type_pin

pytestmark = offscreen
Key = Qt.Key


class Visitor:
    """Somebody before the screen, and what they see."""

    def __init__(self, it: AtTheDesk) -> None:
        self.desk = it.desk
        self.it = it

    @property
    def screen(self) -> KioskScreen:
        assert self.desk.self_service.screen
        return self.desk.self_service.screen

    @property
    def answer(self) -> str:
        return self.screen.answer.title if self.screen.answers else ""

    def scan(self, code: str) -> None:
        window = QApplication.focusWindow()
        assert window
        with self.it.qtbot.waitSignal(self.desk.self_service.controller.greeted):
            burst(window, code)

    def type(self, name: str, proof: str) -> None:
        QTest.keyClicks(self.screen.ask.name, name, delay=FASTEST_FINGERS_MS + 5)
        self.it.press(Key.Key_Return)
        QTest.keyClicks(self.screen.ask.proof, proof)
        self.it.press(Key.Key_Return)
        self.it.wait(lambda: self.answer)


@pytest.fixture
def visitor(sample_folder: Path, qtbot: QtBot) -> Iterator[Visitor]:
    """Before a desk that was opened for self-service."""
    with guarded(sample_folder, qtbot) as lead:
        open_for_visitors(lead)
        yield Visitor(lead)


def open_for_visitors(lead: AtTheDesk) -> None:
    lead.desk.guard.controller.hand_over(Role.VISITOR)
    lead.wait(lambda: lead.desk.self_service.screen and lead.desk.self_service.screen.isVisible())
    lead.wait(lambda: not lead.desk.window.findChildren(Frame))


def arrived(it: AtTheDesk) -> int:
    assert it.desk.standing
    with it.desk.tasks.store.transaction() as session:
        found = session.run("SELECT count(*) FROM presence")
        return int(found.scalar_one())


def email_of_helene(it: AtTheDesk) -> str:
    with it.desk.tasks.store.transaction() as session:
        rows = session.run("SELECT email FROM attendee WHERE family_name = 'Vaugirault'")
        return str(rows.scalar_one())


def test_it_fills_the_screen_and_shows_nobody(visitor: Visitor) -> None:
    assert visitor.desk.window.isFullScreen()
    assert visible_words(visitor.desk.window) == {
        "Tiers-lieux et institutions culturelles : coopérer et faire commun sur le territoire",
        "Français",
        "English",
        "Welcome! Please scan your ticket.",
        "Hold its code before the reader.",
        "No ticket with you? Tell us who you are.",
        "Check me in",
        "Staff",
    }


def test_a_scan_lets_in_and_greets(visitor: Visitor) -> None:
    hidden = heard(visitor.desk.checkin.resolved)
    visitor.scan(HELENE)
    assert visitor.answer == "Welcome, Hélène!"
    assert arrived(visitor.it) == 1
    assert hidden == []  # the desk's own box has not read it as well


def test_a_name_and_the_address_let_in_and_leave_nothing_behind(visitor: Visitor) -> None:
    visitor.type("vaugirault helene", email_of_helene(visitor.it))
    assert visitor.answer == "Welcome, Hélène!"
    assert visitor.screen.ask.name.text() == visitor.screen.ask.proof.text() == ""


def test_a_name_alone_lets_nobody_in(visitor: Visitor) -> None:
    QTest.keyClicks(visitor.screen.ask.name, "Helene Vaugirault")
    visitor.screen.ask.go.click()
    assert QApplication.focusWidget() is visitor.screen.ask.proof
    assert "Please fill in both fields." in visible_words(visitor.screen)
    assert arrived(visitor.it) == 0


def test_whoever_cancelled_is_sent_to_the_staff_and_not_told_why_there(visitor: Visitor) -> None:
    visitor.scan(AISSATA)
    assert visitor.answer == "Please come to the reception desk."
    assert not any("ancel" in it for it in visible_words(visitor.screen))
    assert arrived(visitor.it) == 0


def test_the_answer_goes_by_itself(visitor: Visitor) -> None:
    visitor.scan(HELENE)
    clearing = visitor.screen.until_cleared
    assert clearing.isActive()
    assert clearing.interval() == STAYS_MS
    clearing.start(0)
    visitor.it.wait(lambda: not visitor.screen.answers)
    assert QApplication.focusWidget() is visitor.screen.ask.name


def test_the_next_visitor_may_scan_while_an_answer_stands(visitor: Visitor) -> None:
    visitor.scan(AISSATA)
    visitor.scan(HELENE)
    assert visitor.answer == "Welcome, Hélène!"


def test_what_somebody_left_half_typed_goes_when_nobody_is_there(visitor: Visitor) -> None:
    QTest.keyClicks(visitor.screen.ask.name, "Helene")
    assert visitor.screen.until_alone.isActive()
    visitor.screen.until_alone.start(0)
    visitor.it.wait(lambda: visitor.screen.ask.name.text() == "")


def test_a_visitor_chooses_the_language_and_the_next_finds_the_desk_s(visitor: Visitor) -> None:
    visitor.screen.languages["fr"].click()
    assert "Bienvenue\u00a0! Scannez votre billet." in visible_words(visitor.screen)
    visitor.scan(HELENE)
    assert visitor.answer == "Bienvenue, Hélène\u00a0!"
    visitor.screen.answer.next.click()
    assert "Welcome! Please scan your ticket." in visible_words(visitor.screen)


@pytest.mark.parametrize(
    ("key", "held"),
    [
        *[(key, NONE) for key in (Key.Key_F1, Key.Key_F3, Key.Key_F6, Key.Key_F11, Key.Key_Escape)],
        *[(key, CTRL) for key in (Key.Key_K, Key.Key_Comma, Key.Key_L, Key.Key_Z, Key.Key_Q)],
    ],
)
def test_no_key_leads_out(visitor: Visitor, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    visitor.it.press(key, held)
    assert visitor.screen.isVisible()
    assert visitor.desk.guard.dialog is None
    assert QApplication.activeModalWidget() is None
    assert not visitor.desk.window.findChildren(Frame)


def test_closing_the_window_asks_for_the_pin_instead(visitor: Visitor) -> None:
    assert not visitor.desk.window.close()
    type_pin(dialog_of(visitor.it), "0000")
    visitor.it.wait(lambda: dialog_of(visitor.it).told.text() == "This is not the PIN.")
    assert visitor.desk.window.isVisible()
    assert role.current() is Role.VISITOR


def test_the_pin_ends_it_in_the_language_of_the_desk(visitor: Visitor) -> None:
    visitor.screen.languages["fr"].click()
    visitor.screen.staff.click()
    type_pin(dialog_of(visitor.it), PIN)
    visitor.it.wait(lambda: visitor.desk.frame.isVisible())
    assert not visitor.desk.window.isFullScreen()
    assert (role.current(), words.current()) == (Role.LEAD, "en")
    visitor.it.scan(HELENE)
    assert visitor.it.verdict == "Welcome, Hélène Vaugirault"


def test_started_anew_it_is_for_visitors_still(
    visitor: Visitor, sample_folder: Path, qtbot: QtBot
) -> None:
    visitor.desk.window.hold(False)
    visitor.desk.window.close()
    role.use(Role.LEAD, guarded=False)
    with at_the_desk(sample_folder, qtbot) as it:
        again = Visitor(it)
        it.wait(lambda: again.screen._title.text())
        again.scan(HELENE)
        assert again.answer == "Welcome, Hélène!"


def test_a_badge_is_printed_by_the_rule_of_the_desk(visitor: Visitor) -> None:
    with visitor.desk.tasks.store.transaction() as session:
        settings.write(session, "printer", "a printer that is not here")
    visitor.desk.settings["print_at_check_in"] = "yes"
    visitor.scan(HELENE)

    def ordered() -> list[str]:
        with visitor.desk.tasks.store.transaction() as session:
            return [it.name for it in print_queue.queue(session).lines]

    visitor.it.wait(lambda: len(ordered()) == 1)
    visitor.scan(AISSATA)
    assert ["VAUGIRAULT" in name.upper() for name in ordered()] == [True]


def test_a_badge_that_does_not_come_waits_at_the_reception(visitor: Visitor) -> None:
    visitor.scan(HELENE)
    visitor.desk.self_service.show_no_badge()
    assert "Your badge waits at the reception desk." in visible_words(visitor.screen)


def test_without_a_pin_nothing_offers_self_service(sample_desk: AtTheDesk) -> None:
    assert sample_desk.desk.guard.commands() == []
    assert sample_desk.desk.self_service.screen is None

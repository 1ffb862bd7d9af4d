"""A desk handed to volunteers, and a lead who comes back for what they may not do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desk_app import role, sample
from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.domain.facts import Admitted
from desk_app.domain.roles import Role
from desk_app.services import checkin, roster
from desk_app.store.ledger import backwards
from desk_app.views.rail import RailButton
from tests.controllers.standing import heard
from tests.flows.at_the_desk import CTRL, HELENE, MORNING, AtTheDesk, at_the_desk, offscreen
from tests.flows.guarded import PIN, dialog_of, guarded, type_pin

pytestmark = offscreen
Key = Qt.Key
_ON_THE_BADGE = ["given_name", "family_name", "full_name", "organisation", "job_title"]
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def guarded_desk(sample_folder: Path, qtbot: QtBot) -> Iterator[AtTheDesk]:
    with guarded(sample_folder, qtbot) as lead:
        yield lead


def hand_over(it: AtTheDesk) -> None:
    it.press(Key.Key_L, CTRL | SHIFT)
    it.wait(lambda: role.current() is Role.VOLUNTEER)
    it.wait(lambda: it.desk.frame.header.role.text() == "Volunteer")


def places(it: AtTheDesk) -> list[str]:
    """The screens that the rail offers."""
    buttons = it.desk.frame.rail.findChildren(RailButton)
    return [button.text() for button in buttons if button.isVisible()]


def block_helene(it: AtTheDesk) -> None:
    standing = it.desk.standing
    assert standing
    with it.desk.tasks.store.transaction() as session:
        [found] = roster.find(session, standing.place, "vaugirault helene")
        checkin.block(session, standing.place.event, found.person.id, "Not today", MORNING)


def reasons(it: AtTheDesk) -> list[str]:
    standing = it.desk.standing
    assert standing
    with it.desk.tasks.store.transaction() as session:
        bodies = [it.body for it in backwards(session, standing.place.event, Admitted)]
    return [body.reason for body in bodies if isinstance(body, Admitted)]


def test_without_a_pin_there_is_no_mark_and_every_screen(sample_desk: AtTheDesk) -> None:
    assert not sample_desk.desk.frame.header.role.isVisible()
    assert len(places(sample_desk)) == 7


def test_a_volunteer_sees_two_screens_and_whose_desk_it_is(guarded_desk: AtTheDesk) -> None:
    assert guarded_desk.desk.frame.header.role.text() == "Lead"
    hand_over(guarded_desk)
    assert places(guarded_desk) == ["Check-in", "Badges"]


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_F3, Key.Key_F5, Key.Key_F6, Key.Key_Comma])
def test_no_key_opens_what_is_closed(guarded_desk: AtTheDesk, key: Qt.Key) -> None:
    hand_over(guarded_desk)
    guarded_desk.press(key, CTRL if key == Key.Key_Comma else Qt.KeyboardModifier.NoModifier)
    assert guarded_desk.desk.frame.current_key() == "checkin"


def test_a_file_dropped_by_a_volunteer_is_not_taken(guarded_desk: AtTheDesk) -> None:
    hand_over(guarded_desk)
    planned, done = heard(guarded_desk.desk.rest.importing.planned), list[object]()
    guarded_desk.drop(sample.newer_export())
    guarded_desk.desk.tasks.make(lambda: guarded_desk.desk.tasks.db(repr, done=done.append))
    guarded_desk.wait(lambda: done)  # whatever the drop had begun would have come first
    assert planned == []
    assert guarded_desk.desk.frame.current_key() == "checkin"


def test_a_volunteer_saves_no_badges_as_a_file(guarded_desk: AtTheDesk) -> None:
    from desk_app.views.badges_screen import BadgesScreen

    hand_over(guarded_desk)
    guarded_desk.go_to(Key.Key_F4, "badges")
    screen = guarded_desk.desk.frame.findChild(BadgesScreen)
    assert isinstance(screen, BadgesScreen)
    guarded_desk.press(Key.Key_S, CTRL)
    assert not screen.foot.save.isVisible()
    assert screen._dialog is None


def test_a_volunteer_needs_two_letters(guarded_desk: AtTheDesk) -> None:
    hand_over(guarded_desk)
    field, left = guarded_desk.desk.screen.field, guarded_desk.desk.screen.left
    for text in ("v", "v ", "org:ocim", "status:confirmed v"):
        field.setText(text)
        guarded_desk.press(Key.Key_Return)
        assert left.currentIndex() == 1  # at rest
    guarded_desk.find("va")
    assert left.list.current_key() is not None


def test_a_volunteer_sees_masked_contacts_on_list_and_card(guarded_desk: AtTheDesk) -> None:
    hand_over(guarded_desk)
    guarded_desk.find("vaugirault")
    [row] = guarded_desk.desk.screen.list._people.rows
    address = guarded_desk.desk.screen.left.results.found[0].person.email
    assert "@" in address
    assert address not in row.detail
    assert row.detail.endswith(f"{address[0]}•••@e•••.net")
    guarded_desk.scan(HELENE)
    card = guarded_desk.desk.screen.card
    guarded_desk.wait(lambda: "•••@" in card._facts.text())
    assert address not in card._facts.text()


def test_a_volunteer_corrects_a_badge_and_nothing_but_the_badge(guarded_desk: AtTheDesk) -> None:
    it = guarded_desk
    hand_over(it)
    it.scan(HELENE)
    it.press(Key.Key_E, CTRL)
    page = it.desk.screen.correction.page
    assert page
    assert list(page.fields) == _ON_THE_BADGE
    assert not any("@" in field.text() for field in page.fields.values())
    it.press(Key.Key_E, CTRL)  # for a lead, the whole card
    assert it.desk.frame.current_key() == "checkin"
    it.press(Key.Key_A, CTRL)
    for letter in "Helena":
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClicks(focused, letter, delay=FASTEST_FINGERS_MS + 5)
    it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Corrected: Helena Vaugirault")


def test_a_desk_handed_over_stays_so_when_it_is_started_anew(
    guarded_desk: AtTheDesk, sample_folder: Path, qtbot: QtBot
) -> None:
    hand_over(guarded_desk)
    guarded_desk.desk.window.close()
    role.use(Role.LEAD, guarded=False)
    with at_the_desk(sample_folder, qtbot) as volunteer:
        assert volunteer.desk.frame.header.role.text() == "Volunteer"
        assert places(volunteer) == ["Check-in", "Badges"]


def test_the_pin_gives_the_desk_back_and_a_wrong_one_does_not(guarded_desk: AtTheDesk) -> None:
    hand_over(guarded_desk)
    guarded_desk.press(Key.Key_L, CTRL | SHIFT)
    dialog = dialog_of(guarded_desk)
    type_pin(dialog, "0000")
    guarded_desk.wait(lambda: dialog.told.text() == "This is not the PIN.")
    assert role.current() is Role.VOLUNTEER
    type_pin(dialog, PIN)
    guarded_desk.wait(lambda: guarded_desk.desk.frame.header.role.text() == "Lead")
    assert len(places(guarded_desk)) == 7


def test_after_three_wrong_pins_the_button_waits_and_says_how_long(guarded_desk: AtTheDesk) -> None:
    hand_over(guarded_desk)
    guarded_desk.press(Key.Key_L, CTRL | SHIFT)
    dialog = dialog_of(guarded_desk)
    for _ in range(3):
        with guarded_desk.qtbot.waitSignal(guarded_desk.desk.guard.controller.refused):
            type_pin(dialog, "0000")
    assert not dialog.go.isEnabled()
    assert dialog.told.text() == "This is not the PIN. Try again in 5 s."


def test_escape_leaves_the_desk_with_the_volunteer(guarded_desk: AtTheDesk) -> None:
    hand_over(guarded_desk)
    guarded_desk.press(Key.Key_L, CTRL | SHIFT)
    QTest.keyClick(dialog_of(guarded_desk), Key.Key_Escape)
    guarded_desk.wait(lambda: guarded_desk.desk.guard.dialog is None)
    assert role.current() is Role.VOLUNTEER


def test_a_lead_lets_in_who_is_blocked_and_says_why(guarded_desk: AtTheDesk) -> None:
    block_helene(guarded_desk)
    hand_over(guarded_desk)
    guarded_desk.scan(HELENE)
    assert guarded_desk.verdict == "Hélène Vaugirault is blocked"
    guarded_desk.press(Key.Key_Return, CTRL)
    dialog = dialog_of(guarded_desk)
    type_pin(dialog, PIN)
    assert dialog.told.text() == "Say why: the reason is kept."
    with guarded_desk.qtbot.waitSignal(guarded_desk.desk.checkin.resolved):
        type_pin(dialog, "", "comes with the mayor")
        QTest.keyClick(dialog.pin, Key.Key_Return)
    assert guarded_desk.verdict == "Welcome, Hélène Vaugirault"
    assert reasons(guarded_desk) == ["comes with the mayor"]
    assert role.current() is Role.VOLUNTEER


def test_a_wrong_pin_keeps_a_blocked_person_out(guarded_desk: AtTheDesk) -> None:
    block_helene(guarded_desk)
    guarded_desk.scan(HELENE)
    guarded_desk.press(Key.Key_Return, CTRL)
    dialog = dialog_of(guarded_desk)
    with guarded_desk.qtbot.waitSignal(guarded_desk.desk.checkin.kept_out):
        type_pin(dialog, "0000", "no reason at all")
    assert dialog.isVisible()
    assert reasons(guarded_desk) == []
    assert isinstance(dialog.focusWidget(), QLineEdit)

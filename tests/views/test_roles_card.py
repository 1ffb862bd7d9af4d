"""The PIN in the settings, by keys: set, changed, removed, and the desk handed over."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.roles import RolesController
from desk_app.domain.roles import Role
from desk_app.services import pin
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.roles_card import RolesCard
from tests.controllers.standing import clock, heard
from tests.views.showing import show_in_frame


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    words.use("en")
    yield
    words.use("en")


def card(qtbot: QtBot, store: Store) -> RolesCard:
    controller = RolesController(InlineTasks(store), clock)
    shown = RolesCard(controller)
    controller.refresh()
    show_in_frame(qtbot, "settings", shown)
    return shown


def set_pin(shown: RolesCard, new: str, known: str = "") -> None:
    QTest.keyClicks(shown.known, known)
    QTest.keyClicks(shown.new, new)
    QTest.keyClick(shown.new, Qt.Key.Key_Return)


def has_pin(store: Store) -> bool:
    with store.transaction() as session:
        return pin.state(session).has_pin


def test_without_a_pin_there_is_one_field_and_nothing_to_hand_over(
    qtbot: QtBot, store: Store
) -> None:
    shown = card(qtbot, store)
    assert shown.new.isVisible()
    assert not shown.known.isVisible()
    assert not shown.visitors.isVisible()


def test_a_pin_is_set_and_says_so(qtbot: QtBot, store: Store) -> None:
    shown = card(qtbot, store)
    set_pin(shown, "2468")
    assert has_pin(store)
    assert shown.told.text() == "The PIN is set."
    assert shown.new.text() == ""
    assert shown.volunteers.isVisible()


def test_a_pin_changes_only_by_the_one_before(qtbot: QtBot, store: Store) -> None:
    shown = card(qtbot, store)
    set_pin(shown, "2468")
    set_pin(shown, "1357", "0000")
    assert shown.told.text() == "This is not the PIN."
    shown.new.clear()
    set_pin(shown, "1357", "2468")
    with store.transaction() as session:
        assert pin.check(session, "1357", clock()).right


def test_a_pin_is_removed_by_whoever_knows_it(qtbot: QtBot, store: Store) -> None:
    shown = card(qtbot, store)
    set_pin(shown, "2468")
    shown.remove.click()
    assert has_pin(store)
    QTest.keyClicks(shown.known, "2468")
    QTest.keyClick(shown.remove, Qt.Key.Key_Space)
    assert not has_pin(store)
    assert shown.told.text() == "This desk has no PIN now."


def test_the_desk_is_offered_to_volunteers_and_to_visitors(qtbot: QtBot, store: Store) -> None:
    shown = card(qtbot, store)
    set_pin(shown, "2468")
    handed = heard(shown.handed)
    shown.volunteers.click()
    shown.visitors.click()
    assert handed == [Role.VOLUNTEER, Role.VISITOR]

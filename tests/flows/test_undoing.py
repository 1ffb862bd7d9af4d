"""Ctrl+Z on whatever was done at the desk: named first, taken back then, by keys alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desk_app.domain.event import Handout
from desk_app.services import badges, events
from tests.flows.at_the_desk import AISSATA, CTRL, HELENE, MORNING, AtTheDesk, offscreen
from tests.flows.test_the_person import begin_walk_in, type_out

pytestmark = offscreen
Key = Qt.Key
HER = "Hélène Vaugirault"


@pytest.fixture
def desk(sample_desk: AtTheDesk) -> AtTheDesk:
    """The event hands out a bag and asks for one consent."""
    standing = sample_desk.desk.standing
    assert standing
    event = replace(standing.event, handouts=(Handout("Bag"),), consents=("Photos?",))
    with sample_desk.desk.tasks.store.transaction() as session:
        events.describe(session, event, MORNING, standing.place.event)
    with sample_desk.qtbot.waitSignal(sample_desk.desk.checkin.stood):
        sample_desk.desk.stand()
    return sample_desk


def check_in(it: AtTheDesk) -> None:
    with it.qtbot.waitSignal(it.desk.checkin.carded):
        it.scan(HELENE)


def at_her_card(key: Qt.Key, *more: Qt.Key) -> Callable[[AtTheDesk], None]:
    """A key with Ctrl on the card of somebody who is in, then others."""

    def act(it: AtTheDesk) -> None:
        check_in(it)
        with it.qtbot.waitSignal(it.desk.checkin.acts.done):
            it.press(key, CTRL)
            for one in more:
                it.press(one)

    return act


def solve(it: AtTheDesk) -> None:
    at_her_card(Key.Key_H, Key.Key_Return, Key.Key_Return)(it)
    it.wait(lambda: it.desk.screen.card.beside.help.text() == "Solved")
    with it.qtbot.waitSignal(it.desk.checkin.acts.done):
        it.press(Key.Key_H, CTRL)


def leave(it: AtTheDesk) -> None:
    check_in(it)
    it.press(Key.Key_D, CTRL)
    it.scan(HELENE)


def correct(it: AtTheDesk) -> None:
    check_in(it)
    it.press(Key.Key_E, CTRL)
    for _ in range(2):
        it.press(Key.Key_Tab)
    it.press(Key.Key_A, CTRL)
    type_out("Ocim")
    with it.qtbot.waitSignal(it.desk.checkin.corrected):
        it.press(Key.Key_Return)


def print_badge(it: AtTheDesk) -> None:
    """Noted as the print queue does once the printer has it."""
    check_in(it)
    person, standing = it.desk.screen.left.current(), it.desk.standing
    assert person
    assert standing
    with it.desk.tasks.store.transaction() as session:
        badges.printed(session, standing.place.event, [person.id], "classic", "a7", "Desk", MORNING)


def walk_in(it: AtTheDesk) -> None:
    begin_walk_in(it, "Ada Lateday")
    with it.qtbot.waitSignal(it.desk.checkin.resolved):
        for _ in range(4):
            it.press(Key.Key_Return)


def let_in_all_the_same(it: AtTheDesk) -> None:
    it.scan(AISSATA)
    it.press(Key.Key_Return, CTRL)
    with it.qtbot.waitSignal(it.desk.checkin.resolved):
        for _ in range(2):
            it.press(Key.Key_Return)


def enter_together(it: AtTheDesk) -> None:
    """Four people of one order, two of them at once."""
    with it.qtbot.waitSignal(it.desk.checkin.carded):
        it.scan("81215642")
    with it.qtbot.waitSignal(it.desk.checkin.accompanied):
        it.press(Key.Key_G, CTRL)
    it.press(Key.Key_Down)
    it.press(Key.Key_Space)
    with it.qtbot.waitSignal(it.desk.checkin.grouped):
        it.press(Key.Key_Return)
    assert it.verdict == "2 people are in"


ACTS: dict[str, tuple[Callable[[AtTheDesk], None], str]] = {
    "check-in": (check_in, f"check-in of {HER}"),
    "check-in all the same": (let_in_all_the_same, "check-in of Aïssata Traorélan"),
    "group": (enter_together, "check-in of 2 people"),
    "departure": (leave, f"departure of {HER}"),
    "walk-in": (walk_in, "walk-in Ada Lateday"),
    "correction": (correct, f"correction of {HER} (Organisation)"),
    "print mark": (print_badge, f"print mark of {HER}"),
    "hand-out": (at_her_card(Key.Key_1), f"what was handed to {HER}"),
    "consent": (at_her_card(Key.Key_2), f"answer of {HER}"),
    "companion": (at_her_card(Key.Key_Plus), f"who came along with {HER}"),
    "help wanted": (at_her_card(Key.Key_H, Key.Key_Return, Key.Key_Return), f"help desk for {HER}"),
    "help given": (solve, f"help given to {HER}"),
}


@pytest.mark.parametrize("act", ACTS)
def test_whatever_was_done_is_named_before_it_is_taken_back(desk: AtTheDesk, act: str) -> None:
    do, words = ACTS[act]
    do(desk)
    desk.desk.screen.field.setFocus()
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Z, CTRL)
    desk.wait(lambda: desk.verdict == f"Take back: {words}?")
    with desk.qtbot.waitSignal(desk.desk.checkin.undone) as undone:
        desk.press(Key.Key_Z, CTRL)
    assert undone.args
    assert undone.args[0] is not None
    assert not desk.verdict.startswith("Take back")
    assert desk.notice == ()

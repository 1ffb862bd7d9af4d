"""Welcomes with something to do, companions without a name, the help desk: by keys alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.devices.pace import FASTEST_FINGERS_MS
from desk_app.domain.event import Handout
from desk_app.domain.facts import Accompanied, Answered, HandedOut, HelpWanted
from desk_app.services import events
from desk_app.store.ledger import backwards
from desk_app.views.elided import ElidedLabel
from tests.flows.at_the_desk import CTRL, HELENE, MORNING, AtTheDesk, offscreen

pytestmark = offscreen
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
PHOTOS = "May photographs of you be published?"


@pytest.fixture
def asking_desk(sample_desk: AtTheDesk) -> AtTheDesk:
    """The event hands out a bag, asks for one consent and one answer."""
    standing = sample_desk.desk.standing
    assert standing
    event = replace(
        standing.event, handouts=(Handout("Bag"),), consents=(PHOTOS,), questions=("Workshop?",)
    )
    with sample_desk.desk.tasks.store.transaction() as session:
        events.describe(session, event, MORNING, standing.place.event)
    with sample_desk.qtbot.waitSignal(sample_desk.desk.checkin.stood):
        sample_desk.desk.stand()
    return sample_desk


def written(it: AtTheDesk, kind: type) -> list[object]:
    with it.desk.tasks.store.transaction() as session:
        return [fact.body for fact in backwards(session) if isinstance(fact.body, kind)]


def welcome(it: AtTheDesk) -> None:
    """Scanned, and the card has its tasks."""
    with it.qtbot.waitSignal(it.desk.checkin.carded):
        it.scan(HELENE)


def after_key(it: AtTheDesk, key: Key) -> None:
    with it.qtbot.waitSignal(it.desk.checkin.acts.done):
        it.press(key, CTRL)


def detail(it: AtTheDesk) -> str:
    return it.desk.screen.banner.findChildren(ElidedLabel)[1].text()


def test_the_verdict_says_what_is_to_be_handed_out_and_asked(asking_desk: AtTheDesk) -> None:
    welcome(asking_desk)
    assert asking_desk.verdict == "Welcome, Hélène Vaugirault"
    assert detail(asking_desk) == f"Hand out: Bag  ·  {PHOTOS}  Workshop?"


def test_what_is_handed_out_is_ticked_by_key_and_the_verdict_stays(asking_desk: AtTheDesk) -> None:
    it = asking_desk
    welcome(it)
    after_key(it, Key.Key_1)
    assert written(it, HandedOut) == [HandedOut("Bag")]
    assert it.verdict == "Welcome, Hélène Vaugirault"
    assert it.desk.screen.field.hasFocus()


def test_a_consent_is_given_by_one_key_and_refused_by_the_next(asking_desk: AtTheDesk) -> None:
    it = asking_desk
    welcome(it)
    for _ in range(2):
        with it.qtbot.waitSignal(it.desk.checkin.carded):
            after_key(it, Key.Key_2)
    assert written(it, Answered) == [Answered(PHOTOS, "No"), Answered(PHOTOS, "Yes")]


def test_a_question_is_answered_in_words(asking_desk: AtTheDesk) -> None:
    it = asking_desk
    welcome(it)
    it.press(Key.Key_3, CTRL)
    for letter in "Binding":
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClicks(focused, letter, delay=FASTEST_FINGERS_MS + 5)
    with it.qtbot.waitSignal(it.desk.checkin.acts.done):
        it.press(Key.Key_Return)
    assert written(it, Answered) == [Answered("Workshop?", "Binding")]


def test_undo_after_a_tick_asks_for_the_tick_and_not_for_the_check_in(
    asking_desk: AtTheDesk,
) -> None:
    it = asking_desk
    welcome(it)
    after_key(it, Key.Key_1)
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.verdict == "Take back: what was handed to Hélène Vaugirault?")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.verdict == "Taken back: what was handed to Hélène Vaugirault")
    it.wait(lambda: it.counts == "1 of 60 arrived")


def test_companions_without_a_name_are_counted_by_key(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    welcome(it)
    for count in (1, 2):
        with it.qtbot.waitSignal(it.desk.checkin.carded):
            after_key(it, Key.Key_Plus)
        last = written(it, Accompanied)[0]
        assert isinstance(last, Accompanied)
        assert last.count == count
    assert it.desk.screen.card.beside.more.text() == "+2 came along"


def test_somebody_is_sent_to_the_help_desk_and_stands_on_its_list_until_solved(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    welcome(it)
    it.press(Key.Key_H, CTRL)
    with it.qtbot.waitSignal(it.desk.checkin.carded):
        for _ in range(2):
            it.press(Key.Key_Return)
    assert written(it, HelpWanted) == [HelpWanted("Not on the list")]
    it.wait(it.desk.screen.helping.isVisible)
    it.press(Key.Key_Escape)
    it.press(Key.Key_H, CTRL | SHIFT)
    it.wait(lambda: it.verdict == "The help desk has not helped them yet")
    it.wait(it.desk.screen.card.beside.isVisible)
    after_key(it, Key.Key_H)
    it.wait(lambda: not it.desk.screen.helping.isVisible())

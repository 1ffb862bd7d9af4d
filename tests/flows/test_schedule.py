"""The checkpoint changes with the hours, in sight of everybody, and only between two people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.domain.event import Checkpoint
from desk_app.services import events
from tests.flows.at_the_desk import CTRL, MORNING, AtTheDesk, at_the_desk, offscreen
from tests.services.days import desk_in

pytestmark = offscreen
Key = Qt.Key
HOUR = 3_600_000
HALL = Checkpoint("hall", "Hall", opens=time(8), closes=time(10, 30))
LAB = Checkpoint("lab", "Lab", opens=time(11), closes=time(13))


class OnTheDay:
    """The desk at its checkpoints with hours, at a moment of the day."""

    def __init__(self, it: AtTheDesk) -> None:
        self.it = it
        self.now = MORNING
        it.desk.clock = lambda: self.now
        it.wait(lambda: it.desk.standing and it.desk.standing.checkpoint.key == "hall")

    def look(self, hours_later: float) -> None:
        self.now = MORNING + int(hours_later * HOUR)
        self.it.desk.schedule.look()

    @property
    def place(self) -> str:
        assert self.it.desk.standing
        return self.it.desk.standing.checkpoint.name


@pytest.fixture
def day(sample_folder: Path, qtbot: QtBot) -> Iterator[OnTheDay]:
    with desk_in(sample_folder) as session:
        identity = events.in_hand(session)
        assert identity
        event = replace(events.one(session, identity).event, checkpoints=(HALL, LAB))
        events.describe(session, event, MORNING, identity)
    with at_the_desk(sample_folder, qtbot) as volunteer:
        yield OnTheDay(volunteer)
    words.use("en")


def test_the_desk_changes_visibly_and_one_key_leads_back(day: OnTheDay) -> None:
    day.look(1)
    assert (day.place, day.it.notice) == ("Hall", ())
    day.look(2.5)
    day.it.wait(lambda: day.place == "Lab")
    assert day.it.notice == ["The desk is now at “Lab”, open since 11:00.", "“Hall” is closed."]
    day.it.press(Key.Key_B, CTRL)
    day.it.wait(lambda: day.place == "Hall")
    day.look(2.6)
    assert day.place == "Hall"


def test_the_desk_waits_while_somebody_types_or_fills_a_form(day: OnTheDay) -> None:
    QTest.keyClicks(day.it.desk.screen.field, "mar")
    day.look(2.5)
    day.it.press(Key.Key_Escape)
    day.it.press(Key.Key_N, CTRL)
    day.look(2.6)
    assert day.place == "Hall"
    QTest.mouseClick(day.it.desk.screen.form._cancel, Qt.MouseButton.LeftButton)
    day.look(2.7)
    day.it.wait(lambda: day.place == "Lab")


def test_the_desk_waits_on_other_screens_and_under_a_dialog(day: OnTheDay) -> None:
    day.it.go_to(Key.Key_F3, "roster")
    day.look(2.5)
    day.it.go_to(Key.Key_F2, "checkin")
    palette = day.it.desk.frame.open_palette()
    day.look(2.6)
    assert day.place == "Hall"
    palette.reject()
    day.look(2.7)
    day.it.wait(lambda: day.place == "Lab")


def test_where_the_settings_say_so_the_desk_never_changes(day: OnTheDay) -> None:
    day.it.desk.change_settings({"follow_schedule": "no"})
    day.look(2.5)
    assert day.place == "Hall"

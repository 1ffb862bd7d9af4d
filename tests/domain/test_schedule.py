"""A desk follows the opening hours, unless somebody chose or nobody can know."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from desk_app.domain.event import Checkpoint
from desk_app.domain.schedule import due, is_open, open_since

PARIS = ZoneInfo("Europe/Paris")
THURSDAY, FRIDAY = date(2026, 12, 3), date(2026, 12, 4)
MORNING = Checkpoint("a", "Morning", THURSDAY, opens=time(9), closes=time(10, 30))
NOON = Checkpoint("b", "Noon", THURSDAY, opens=time(11), closes=time(13))
BESIDE = Checkpoint("c", "Beside", THURSDAY, opens=time(11), closes=time(12))
DOOR = Checkpoint("door", "Entrance")
DAY_ONE, DAY_TWO = Checkpoint("one", "", THURSDAY), Checkpoint("two", "", FRIDAY)
NIGHT = Checkpoint("night", "Night", opens=time(22), closes=time(3))
ALL = (MORNING, NOON, DOOR)


def at(hour: int, minute: int = 0, day: date = THURSDAY) -> datetime:
    return datetime.combine(day, time(hour, minute), PARIS)


def test_the_desk_changes_when_the_next_one_opens_and_not_before() -> None:
    assert due(ALL, MORNING, at(10, 59)) is None
    assert due(ALL, MORNING, at(11)) is NOON


def test_the_desk_stays_while_its_own_is_open() -> None:
    early = Checkpoint("b", "Early", THURSDAY, opens=time(10), closes=time(13))
    assert due((MORNING, early), MORNING, at(10, 15)) is None
    assert due((MORNING, early), MORNING, at(10, 31)) is early


def test_where_several_are_open_nobody_can_know() -> None:
    assert due((*ALL, BESIDE), MORNING, at(11, 30)) is None
    assert due((*ALL, BESIDE), MORNING, at(12, 30)) is NOON


def test_a_door_without_hours_is_never_left_and_never_changed_to() -> None:
    assert due(ALL, DOOR, at(11)) is None
    assert due((MORNING, DOOR), MORNING, at(11)) is None


def test_what_was_chosen_by_hand_holds_until_the_next_opening() -> None:
    assert due(ALL, MORNING, at(11, 30), chosen_at=at(11, 10)) is None
    assert due(ALL, MORNING, at(11), chosen_at=at(10, 50)) is NOON


def test_of_several_the_one_that_opened_since_is_meant() -> None:
    late = Checkpoint("d", "Late", THURSDAY, opens=time(12), closes=time(14))
    assert due((*ALL, late), MORNING, at(12), chosen_at=at(11, 30)) is late


def test_a_new_day_brings_its_own_checkpoint() -> None:
    assert due((DAY_ONE, DAY_TWO), DAY_ONE, at(23, 59)) is None
    assert due((DAY_ONE, DAY_TWO), DAY_ONE, at(0, 0, FRIDAY)) is DAY_TWO


def test_after_a_workshop_the_desk_goes_back_to_the_door_of_the_day() -> None:
    assert due((DAY_ONE, NOON), NOON, at(13, 1)) is DAY_ONE
    assert due((DAY_ONE, NOON), DAY_ONE, at(11)) is None


def test_a_night_reaches_into_the_morning() -> None:
    assert is_open(NIGHT, at(2, 0, FRIDAY))
    assert not is_open(NIGHT, at(4, 0, FRIDAY))
    assert open_since(NIGHT, at(2, 0, FRIDAY)) == at(22)


@pytest.mark.parametrize("hour", [0, 8, 14, 23])
def test_before_and_after_the_event_the_desk_stays(hour: int) -> None:
    assert due(ALL, MORNING, at(hour)) is None


def test_half_said_hours_reach_to_the_end_of_the_day() -> None:
    from_nine = Checkpoint("x", "From nine", THURSDAY, opens=time(9))
    until_ten = Checkpoint("y", "Until ten", THURSDAY, closes=time(10))
    assert is_open(from_nine, at(23, 59))
    assert is_open(until_ten, at(0, 1))
    assert not is_open(until_ten, at(0, 1, FRIDAY))

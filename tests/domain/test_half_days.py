"""Half-days: planned ones, and those that entries and exits prove."""

from datetime import date, datetime, time

from desk_app.domain.half_days import Attended, Hours, Stay, attended, half_days, minutes

DAY, NEXT = date(2026, 12, 3), date(2026, 12, 4)
MORNING, AFTERNOON = Hours(time(9), time(12, 30)), Hours(time(14), time(17))
NOON = time(13)
PLAN = half_days((DAY,), MORNING, AFTERNOON, None, None, NOON)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute))  # local by nature


def proved(*stays: Stay) -> list[str]:
    return ["pm" if it.half_day.afternoon else "am" for it in attended(PLAN, stays, NOON)]


def test_an_entry_alone_proves_its_own_half_day() -> None:
    assert proved(Stay(DAY, at(8, 50))) == ["am"]
    assert proved(Stay(DAY, at(13, 50))) == ["pm"]


def test_an_exit_in_the_afternoon_proves_both() -> None:
    assert proved(Stay(DAY, at(9), at(16))) == ["am", "pm"]


def test_an_exit_at_lunch_proves_the_morning_alone() -> None:
    assert proved(Stay(DAY, at(9), at(12, 45))) == ["am"]


def test_two_entries_prove_both_half_days() -> None:
    assert proved(Stay(DAY, at(9)), Stay(DAY, at(14, 5))) == ["am", "pm"]


def test_an_entry_written_down_on_another_day_proves_one_half_day() -> None:
    assert proved(Stay(DAY, at(16, day=NEXT))) == ["am"]


def test_another_day_proves_nothing_here() -> None:
    assert proved(Stay(NEXT, at(9, day=NEXT))) == []


def test_hours_are_the_planned_ones_of_what_was_attended() -> None:
    those = attended(PLAN, [Stay(DAY, at(9), at(16))], NOON)
    assert minutes(those) == 210 + 180


def test_without_said_hours_there_is_no_duration() -> None:
    plan = half_days((DAY,), None, None, None, None, NOON)
    assert minutes([Attended(plan[0], Stay(DAY, at(9)))]) is None


def test_opening_times_leave_out_the_half_day_nobody_planned() -> None:
    assert [it.afternoon for it in half_days((DAY,), None, None, time(14), None, NOON)] == [True]
    assert [it.afternoon for it in half_days((DAY,), None, None, None, time(12), NOON)] == [False]

"""Arrivals of several days over one another: by opening where it is known, else by the first."""

from desk_app.domain.courses import beside, over_one_another

MINUTE = 60_000
NINE, TEN = 540 * MINUTE, 600 * MINUTE
EARLY = ((NINE - 10 * MINUTE, 2), (NINE + 5 * MINUTE, 3))  # opened at nine
LATE = ((TEN, 4),)  # opened at ten


def test_days_are_counted_from_their_opening() -> None:
    found = over_one_another([("May", EARLY, NINE), ("June", LATE, TEN)])
    assert found.by_opening
    assert [it.points for it in found.each] == [((-10, 0), (-5, 2), (10, 5)), ((0, 0), (5, 4))]
    assert (found.span, found.minutes) == ((-10, 10), (-10, -5, 0, 5, 10))


def test_without_one_opening_all_begin_with_their_first_arrival() -> None:
    found = over_one_another([("May", EARLY, NINE), ("June", LATE, None)])
    assert not found.by_opening
    assert [it.points[0] for it in found.each] == [(0, 0), (0, 0)]


def test_a_day_without_arrivals_has_no_course() -> None:
    found = over_one_another([("May", EARLY, NINE), ("June", (), None)])
    assert [it.name for it in found.each] == ["May"]
    assert found.by_opening
    assert over_one_another([]).minutes == (0,)


def test_what_has_arrived_stays_so_until_the_next_arrival() -> None:
    [may] = over_one_another([("May", EARLY, NINE)]).each
    assert [may.arrived_by(minute) for minute in (-11, -5, 9, 10, 99)] == [0, 2, 2, 5, 5]


def test_a_long_day_is_told_in_few_rows() -> None:
    whole_day = tuple((NINE + hour * 60 * MINUTE, 1) for hour in range(12))
    assert len(over_one_another([("May", whole_day, NINE)]).minutes) <= 25


def test_another_day_stands_on_the_clock_of_this_one() -> None:
    found = beside("May", EARLY, NINE, LATE, TEN)
    assert found
    assert found.points == (
        (TEN - 10 * MINUTE, 0),
        (TEN - 5 * MINUTE, 2),
        (TEN + 10 * MINUTE, 5),
    )
    assert found.arrived_by(TEN) == 2


def test_before_the_first_arrival_another_day_needs_this_ones_opening() -> None:
    assert beside("May", EARLY, NINE, (), None) is None
    found = beside("May", EARLY, NINE, (), TEN)
    assert found
    assert found.by_opening
    assert beside("May", (), NINE, LATE, TEN) is None


def test_without_openings_first_arrival_stands_on_first_arrival() -> None:
    found = beside("May", EARLY, None, LATE, TEN)
    assert found
    assert not found.by_opening
    assert found.points[0] == (TEN, 0)

"""The table of roles, and how patience grows with wrong PINs."""

import pytest

from desk_app.domain.admission import Outcome
from desk_app.domain.roles import Right, Role, fewest_letters, is_for_leads, may, wait_after

CLOSED_TO_VOLUNTEERS = (
    Right.BROWSE,
    Right.SEE_CONTACTS,
    Right.EXPORT,
    Right.IMPORT,
    Right.DESCRIBE_EVENTS,
    Right.CHOOSE_SETTINGS,
)
DAY_MS = 24 * 3_600_000


def test_a_lead_may_do_everything() -> None:
    assert all(may(Role.LEAD, right) for right in Right)


def test_a_volunteer_checks_in_prints_corrects_badges_and_nothing_else() -> None:
    assert not any(may(Role.VOLUNTEER, right) for right in CLOSED_TO_VOLUNTEERS)
    allowed = {right for right in Right if may(Role.VOLUNTEER, right)}
    assert allowed == {Right.CHECK_IN, Right.PRINT, Right.CORRECT}


def test_a_visitor_may_do_nothing_that_the_desk_does() -> None:
    assert not any(may(Role.VISITOR, right) for right in Right)


@pytest.mark.parametrize(("role", "letters"), [(Role.LEAD, 1), (Role.VOLUNTEER, 2)])
def test_a_search_needs_so_many_letters(role: Role, letters: int) -> None:
    assert fewest_letters(role) == letters


def test_only_a_block_is_for_leads() -> None:
    assert [it for it in Outcome if is_for_leads(it)] == [Outcome.BLOCKED]
    assert Outcome.BLOCKED.waivable


def test_two_slips_cost_nothing_and_then_each_wrong_pin_costs_more() -> None:
    waits = [wait_after(wrong) for wrong in range(12)]
    assert waits[:5] == [0, 0, 0, 5_000, 10_000]
    assert waits == sorted(waits)


def test_trying_all_pins_of_four_digits_takes_months() -> None:
    assert sum(map(wait_after, range(10_000))) > 90 * DAY_MS
    assert wait_after(10_000) == wait_after(100)

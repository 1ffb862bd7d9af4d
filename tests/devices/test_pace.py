"""Scanners are told from fingers by their pace alone."""

import pytest

from desk_app.devices.pace import (
    FASTEST_FINGERS_MS,
    SHORTEST_CODE,
    SLOWEST_SCANNER_MS,
    SURE_OF_A_SCANNER,
    Pace,
)

BEGINNING = 1_000_000


def typed(count: int, apart: int) -> tuple[Pace, int]:
    """So many keys, so many ms apart; and the moment of the next key."""
    pace, at = Pace(), BEGINNING
    for _ in range(count):
        pace.key(at)
        at += apart
    return pace, at


@pytest.mark.parametrize("apart", [0, 1, 20, FASTEST_FINGERS_MS - 1])
def test_a_burst_and_enter_is_a_scan(apart: int) -> None:
    pace, enter = typed(8, apart)
    assert pace.is_scan(enter)


@pytest.mark.parametrize("apart", [FASTEST_FINGERS_MS, 60, 400])
def test_fingers_are_no_scan(apart: int) -> None:
    pace, enter = typed(8, apart)
    assert not pace.is_scan(enter)


def test_enter_from_a_finger_after_a_burst_is_no_scan() -> None:
    pace, enter = typed(8, 2)
    assert not pace.is_scan(enter + 500)


def test_a_short_burst_is_no_scan() -> None:
    pace, enter = typed(SHORTEST_CODE - 1, 2)
    assert not pace.is_scan(enter)


def test_of_a_burst_after_typed_letters_the_burst_alone_counts() -> None:
    pace, later = typed(3, 200)
    for key in range(8):
        pace.key(later + 2 * key)
    assert pace.length == 8
    assert pace.is_scan(later + 16)


def test_a_few_quick_keys_look_like_a_scanner() -> None:
    assert typed(SURE_OF_A_SCANNER, 2)[0].bursting
    assert not typed(SURE_OF_A_SCANNER - 1, 2)[0].bursting
    assert not typed(SURE_OF_A_SCANNER, 90)[0].bursting


def test_a_pause_ends_the_burst() -> None:
    pace, at = typed(8, 2)
    pace.key(at + 300)
    assert not pace.bursting


def test_after_forgetting_everything_starts_anew() -> None:
    pace, enter = typed(8, 2)
    pace.forget()
    assert not pace.bursting
    assert not pace.is_scan(enter)


def test_a_second_end_right_after_a_scan_is_an_echo() -> None:
    pace, enter = typed(8, 2)
    pace.told(enter)
    pace.forget()
    assert pace.is_echo(enter + 3)


def test_enter_from_a_finger_after_a_scan_is_no_echo() -> None:
    pace, enter = typed(8, 2)
    pace.told(enter)
    pace.forget()
    assert not pace.is_echo(enter + 400)


def test_a_scan_right_after_a_scan_is_no_echo() -> None:
    pace, enter = typed(8, 2)
    pace.told(enter)
    pace.forget()
    pace.key(enter + 4)
    assert not pace.is_echo(enter + 6)


def test_enter_after_another_key_is_no_echo() -> None:
    pace, enter = typed(8, 2)
    pace.told(enter)
    pace.forget()
    pace.pause()
    assert not pace.is_echo(enter + 3)


def test_keys_of_a_slow_scanner_are_steady_though_not_quick() -> None:
    pace, enter = typed(8, SLOWEST_SCANNER_MS - 1)
    assert (pace.steady, pace.length) == (8, 1)
    assert pace.may_be_slow(enter)


def test_usual_typing_is_not_even_steady() -> None:
    pace, enter = typed(8, 120)
    assert pace.steady == 1
    assert not pace.may_be_slow(enter)

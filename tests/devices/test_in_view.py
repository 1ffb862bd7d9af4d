"""Each code in view is told once, and those that come together one after the other."""

from desk_app.devices.in_view import APART_MS, GONE_MS, InView

FRAME_MS = 100


def told(view: InView, codes: list[str], begin: int, for_ms: int) -> list[str]:
    """What is told while the camera sees these codes for so long."""
    moments = range(begin, begin + for_ms, FRAME_MS)
    return [it for now in moments if (it := view.look(codes, now))]


def test_a_code_that_stays_in_view_is_told_once() -> None:
    assert told(InView(), ["A"], 0, 60_000) == ["A"]


def test_a_code_that_is_hidden_for_a_moment_is_not_told_again() -> None:
    view = InView()
    told(view, ["A"], 0, 1000)
    told(view, [], 1000, GONE_MS - 2 * FRAME_MS)
    assert told(view, ["A"], GONE_MS + 1000 - 2 * FRAME_MS, 5000) == []


def test_a_code_that_went_and_came_back_is_told_again() -> None:
    view = InView()
    told(view, ["A"], 0, 1000)
    told(view, [], 1000, GONE_MS + FRAME_MS)
    assert told(view, ["A"], 1000 + GONE_MS + FRAME_MS, 1000) == ["A"]


def test_codes_that_come_together_are_told_apart_in_time() -> None:
    view = InView()
    assert told(view, ["A", "B"], 0, APART_MS) == ["A"]
    assert told(view, ["A", "B"], APART_MS, APART_MS) == ["B"]


def test_a_code_that_left_before_its_turn_is_told_all_the_same() -> None:
    view = InView()
    view.look(["A", "B"], 0)
    assert told(view, [], FRAME_MS, APART_MS + FRAME_MS) == ["B"]


def test_nothing_in_view_tells_nothing() -> None:
    assert told(InView(), [], 0, 5000) == []

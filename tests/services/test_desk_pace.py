"""How fast it goes at each desk: people, people in an hour, seconds for each."""

from desk_app.services import checkin
from desk_app.services.desk_pace import by_desk
from desk_app.store.session import Session
from tests.services.days import MINUTE, NINE, guest, open_with, who

TEN = [guest(f"Ada N{number}") for number in range(10)]
SECOND = 1000


def come(session: Session, times: list[int]) -> list[tuple[int, int | None, int | None]]:
    """People, people in an hour and seconds, as the desk has them at a quarter past nine."""
    place = open_with(session, *TEN)
    for person, at in zip(TEN, times, strict=False):
        checkin.enter(session, place, who(place, person), at)
    found = by_desk(session, place, NINE + 15 * MINUTE)
    assert all((it.desk, it.key) == (session.desk.name, session.desk.id) for it in found)
    return [(it.recent, it.per_hour, it.seconds) for it in found]


def test_a_steady_desk_takes_as_long_for_each(session: Session) -> None:
    times = [NINE + 90 * SECOND * number + 1 for number in range(10)]
    assert come(session, times) == [(10, 40, 90)]


def test_a_pause_makes_nobody_slower(session: Session) -> None:
    times = [NINE + 20 * SECOND * number + 1 for number in range(6)]
    assert come(session, [*times, NINE + 14 * MINUTE]) == [(7, 28, 20)]


def test_a_desk_that_has_just_begun_is_not_slow(session: Session) -> None:
    times = [NINE + 10 * MINUTE + 30 * SECOND * number for number in range(10)]
    assert come(session, times) == [(10, 120, 30)]


def test_too_few_make_no_pace(session: Session) -> None:
    assert come(session, [NINE + number * MINUTE + 1 for number in range(4)]) == [(4, None, None)]


def test_several_at_once_say_nothing_of_seconds(session: Session) -> None:
    assert come(session, [NINE + 10 * MINUTE] * 6) == [(6, 72, None)]


def test_whoever_came_before_is_no_pace(session: Session) -> None:
    assert come(session, [NINE - MINUTE * number for number in range(6)]) == []

"""May this person come in? The whole table of answers."""

import pytest

from desk_app.domain.admission import Outcome, Verdict, admit
from desk_app.domain.attendee import Attendee, fold
from desk_app.domain.facts import Admitted, Body, Departed
from desk_app.domain.registration import Status
from tests.domain.lives import life, registered

DOOR, ROOM = "2026-12-03", "room"
IN, OUT, ELSEWHERE = Admitted(DOOR, 5), Departed(DOOR, 9), Admitted(ROOM, 5)
WELCOME, ALREADY_IN = Outcome.WELCOME, Outcome.ALREADY_IN
TABLE = [
    (Status.CONFIRMED, WELCOME, ALREADY_IN),
    (Status.CHECKED_IN, WELCOME, ALREADY_IN),
    (Status.PENDING, Outcome.PENDING, Outcome.PENDING),
    (Status.WAITING_LIST, Outcome.WAITING_LIST, Outcome.WAITING_LIST),
    (Status.CANCELLED, Outcome.CANCELLED, Outcome.CANCELLED),
]


def person(status: Status, *moves: Body) -> Attendee:
    found = fold(life(registered(status=status), *moves))
    assert found
    return found


def test_the_table_names_every_status() -> None:
    assert [status for status, _, _ in TABLE] == list(Status)


@pytest.mark.parametrize(("status", "first", "second"), TABLE)
def test_a_status_decides_before_the_history_does(
    status: Status, first: Outcome, second: Outcome
) -> None:
    assert admit(person(status), DOOR).outcome is first
    assert admit(person(status, IN), DOOR).outcome is second
    assert admit(person(status, IN, OUT), DOOR).outcome is first
    assert admit(person(status, ELSEWHERE), DOOR).outcome is first


@pytest.mark.parametrize("status", list(Status))
def test_a_waived_status_lets_in_whoever_is_not_in(status: Status) -> None:
    assert admit(person(status), DOOR, waived=True).outcome is WELCOME
    assert admit(person(status, IN), DOOR, waived=True).outcome is ALREADY_IN
    assert admit(person(status, IN, OUT), DOOR, waived=True).outcome is WELCOME


def test_already_in_says_since_when_and_by_which_desk() -> None:
    inside = admit(person(Status.CONFIRMED, IN), DOOR).presence
    assert inside
    assert (inside.checkpoint, inside.first_at, inside.desk) == (DOOR, 5, "a")


def test_any_other_verdict_has_no_earlier_presence() -> None:
    assert admit(person(Status.CONFIRMED, ELSEWHERE), DOOR) == Verdict(WELCOME)
    assert admit(person(Status.CANCELLED, IN), DOOR) == Verdict(Outcome.CANCELLED)


def test_only_welcome_admits() -> None:
    assert [outcome for outcome in Outcome if outcome.admits] == [WELCOME]

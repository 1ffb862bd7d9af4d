"""May this person come in? The whole table of answers."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk_app.domain.admission import Outcome, Verdict, admit, depart, elsewhere, may_enter, opening
from desk_app.domain.attendee import Attendee, fold
from desk_app.domain.event import Checkpoint, Entries
from desk_app.domain.facts import Admitted, Body, Departed
from desk_app.domain.registration import Status
from tests.domain.lives import life, registered

DOOR = Checkpoint("2026-12-03")
IN, OUT, ELSEWHERE = Admitted(DOOR.key, 5), Departed(DOOR.key, 9), Admitted("room", 5)
PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 12, 3, 9, 0, tzinfo=PARIS)
HOURS = replace(DOOR, day=date(2026, 12, 3), opens=time(8, 30), closes=time(18))
WELCOME, ALREADY_IN = Outcome.WELCOME, Outcome.ALREADY_IN
TABLE = [
    (Status.CONFIRMED, WELCOME, ALREADY_IN),
    (Status.CHECKED_IN, WELCOME, ALREADY_IN),
    (Status.PENDING, Outcome.PENDING, Outcome.PENDING),
    (Status.WAITING_LIST, Outcome.WAITING_LIST, Outcome.WAITING_LIST),
    (Status.CANCELLED, Outcome.CANCELLED, Outcome.CANCELLED),
    (Status.BLOCKED, Outcome.BLOCKED, Outcome.BLOCKED),
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
    assert admit(person(status), DOOR, NOW).outcome is first
    assert admit(person(status, IN), DOOR, NOW).outcome is second
    assert admit(person(status, IN, OUT), DOOR, NOW).outcome is first
    assert admit(person(status, ELSEWHERE), DOOR, NOW).outcome is first


@pytest.mark.parametrize("status", list(Status))
def test_a_waived_status_lets_in_whoever_is_not_in(status: Status) -> None:
    assert admit(person(status), DOOR, NOW, waived=True).outcome is WELCOME
    assert admit(person(status, IN), DOOR, NOW, waived=True).outcome is ALREADY_IN
    assert admit(person(status, IN, OUT), DOOR, NOW, waived=True).outcome is WELCOME


def test_already_in_says_since_when_and_by_which_desk() -> None:
    inside = admit(person(Status.CONFIRMED, IN), DOOR, NOW).presence
    assert inside
    assert (inside.checkpoint, inside.first_at, inside.desk) == (DOOR.key, 5, "a")


def test_any_other_verdict_has_no_earlier_presence() -> None:
    assert admit(person(Status.CONFIRMED, ELSEWHERE), DOOR, NOW) == Verdict(WELCOME)
    assert admit(person(Status.CANCELLED, IN), DOOR, NOW) == Verdict(Outcome.CANCELLED)


def test_only_a_welcome_admits() -> None:
    assert [it for it in Outcome if it.admits] == [WELCOME, Outcome.ATTENTION]


def test_a_note_for_the_desk_makes_a_welcome_something_to_mind() -> None:
    found = fold(life(registered(note="Needs the ramp")))
    assert found
    assert admit(found, DOOR, NOW).outcome is Outcome.ATTENTION


def judged(checkpoint: Checkpoint, *moves: Body, now: datetime = NOW, inside: int = 0) -> Outcome:
    return admit(person(Status.CONFIRMED, *moves), checkpoint, now, inside).outcome


@pytest.mark.parametrize(
    ("entries", "inside", "outside"),
    [
        (Entries.AFTER_EXIT, ALREADY_IN, WELCOME),
        (Entries.ONCE, ALREADY_IN, Outcome.NO_REENTRY),
        (Entries.ANY, WELCOME, WELCOME),
    ],
)
def test_how_often_one_may_come_is_the_checkpoint_s_own(
    entries: Entries, inside: Outcome, outside: Outcome
) -> None:
    door = replace(DOOR, entries=entries)
    assert judged(door) is WELCOME
    assert judged(door, IN) is inside
    assert judged(door, IN, OUT) is outside
    assert judged(door, OUT) is WELCOME


def test_a_last_exit_says_when_it_was() -> None:
    once = replace(DOOR, entries=Entries.ONCE)
    left = admit(person(Status.CONFIRMED, IN, OUT), once, NOW).presence
    assert left
    assert (left.first_at, left.last_at) == (5, 9)


def test_a_checkpoint_for_some_tickets_refuses_the_others() -> None:
    found = fold(life(registered(ticket_type="Participant")))
    assert found
    for kinds, outcome in ((("participant", "VIP"), WELCOME), (("VIP",), Outcome.NOT_HERE)):
        assert admit(found, replace(DOOR, ticket_types=kinds), NOW).outcome is outcome


def test_a_checkpoint_without_kinds_is_for_all_also_without_a_ticket() -> None:
    assert may_enter("", DOOR)
    assert not may_enter("", replace(DOOR, ticket_types=("VIP",)))


def test_elsewhere_names_the_checkpoint_meant_for_the_ticket_else_any_open_to_all() -> None:
    vip, all_of_them = replace(DOOR, key="vip", ticket_types=("VIP",)), Checkpoint("hall")
    speakers = replace(DOOR, key="stage", ticket_types=("Speaker",))
    assert elsewhere("VIP", (vip, all_of_them, speakers)) == (vip,)
    assert elsewhere("Guest", (vip, all_of_them, speakers)) == (all_of_them,)
    assert elsewhere("Guest", (vip, speakers)) == ()


@pytest.mark.parametrize(
    ("hour", "minute", "outcome"),
    [
        (8, 29, Outcome.TOO_EARLY),
        (8, 30, WELCOME),
        (18, 0, WELCOME),
        (18, 1, Outcome.TOO_LATE),
    ],
)
def test_hours_hold_to_the_minute_on_the_event_s_clock(
    hour: int, minute: int, outcome: Outcome
) -> None:
    now = NOW.replace(hour=hour, minute=minute)
    assert judged(HOURS, now=now) is outcome


def test_too_early_says_from_when_and_too_late_until_when() -> None:
    early = admit(person(Status.CONFIRMED), HOURS, NOW.replace(hour=7))
    late = admit(person(Status.CONFIRMED), HOURS, NOW.replace(hour=20))
    assert (early.at, late.at) == (NOW.replace(hour=8, minute=30), NOW.replace(hour=18))


def test_the_hours_of_a_day_refuse_on_every_other_day() -> None:
    assert judged(HOURS, now=NOW - timedelta(days=1)) is Outcome.TOO_EARLY
    assert judged(HOURS, now=NOW + timedelta(days=1)) is Outcome.TOO_LATE


def test_hours_without_a_day_hold_on_every_day() -> None:
    daily = replace(HOURS, day=None)
    assert judged(daily, now=NOW + timedelta(days=40)) is WELCOME
    assert judged(daily, now=NOW.replace(hour=7)) is Outcome.TOO_EARLY


@pytest.mark.parametrize(("hour", "outcome"), [(1, WELCOME), (3, Outcome.TOO_EARLY), (23, WELCOME)])
@pytest.mark.parametrize("day", [None, date(2026, 12, 3)])
def test_a_night_goes_on_after_midnight(day: date | None, hour: int, outcome: Outcome) -> None:
    night = replace(DOOR, day=day, opens=time(21), closes=time(2))
    now = NOW.replace(hour=hour) + timedelta(days=hour == 1)
    assert judged(night, now=now) is outcome


def test_the_hours_of_a_day_stand_when_the_clocks_change() -> None:
    sunday = replace(HOURS, day=date(2026, 10, 25))
    opens, closes = opening(sunday, NOW)
    assert opens
    assert closes
    assert closes.astimezone(UTC) - opens.astimezone(UTC) == timedelta(hours=9, minutes=30)
    assert opens.astimezone(UTC).hour == 7


def test_a_full_room_refuses_until_somebody_goes() -> None:
    room = replace(DOOR, capacity=2)
    assert judged(room, inside=1) is WELCOME
    assert judged(room, inside=2) is Outcome.FULL
    assert judged(room, IN, inside=2) is ALREADY_IN
    assert judged(replace(room, entries=Entries.ANY), IN, inside=2) is WELCOME


GRAVE = replace(HOURS, ticket_types=("VIP",), capacity=0, entries=Entries.ONCE)


@pytest.mark.parametrize(
    ("status", "door", "hour", "outcome"),
    [
        (Status.CANCELLED, GRAVE, 7, Outcome.CANCELLED),
        (Status.BLOCKED, GRAVE, 7, Outcome.BLOCKED),
        (Status.PENDING, GRAVE, 7, Outcome.NOT_HERE),
        (Status.PENDING, replace(GRAVE, ticket_types=()), 7, Outcome.TOO_EARLY),
        (Status.PENDING, replace(GRAVE, ticket_types=()), 9, Outcome.PENDING),
        (Status.CONFIRMED, replace(GRAVE, ticket_types=()), 9, ALREADY_IN),
    ],
)
def test_of_several_reasons_the_gravest_is_told(
    status: Status, door: Checkpoint, hour: int, outcome: Outcome
) -> None:
    assert admit(person(status, IN), door, NOW.replace(hour=hour)).outcome is outcome


@pytest.mark.parametrize("status", list(Status))
def test_whatever_stands_against_somebody_can_be_waived(status: Status) -> None:
    early = NOW.replace(hour=7)
    assert admit(person(status), GRAVE, early, waived=True).outcome is WELCOME
    assert admit(person(status, IN, OUT), GRAVE, early, waived=True).outcome is WELCOME
    assert admit(person(status, IN), GRAVE, early, waived=True).outcome is ALREADY_IN


def test_what_a_checkpoint_refuses_is_waivable_and_nothing_else_is() -> None:
    never = {WELCOME, Outcome.ATTENTION, ALREADY_IN, Outcome.GOODBYE, Outcome.NOT_IN}
    nobody = {
        Outcome.UNKNOWN,
        Outcome.OUTDATED,
        Outcome.UNREADABLE,
        Outcome.AMBIGUOUS,
        Outcome.VOID,
    }
    assert {it for it in Outcome if not it.waivable} == never | nobody


@pytest.mark.parametrize("status", list(Status))
def test_nobody_is_ever_kept_in(status: Status) -> None:
    assert depart(person(status, IN), DOOR).outcome is Outcome.GOODBYE


def test_who_goes_without_having_come_is_told() -> None:
    assert depart(person(Status.CONFIRMED), DOOR) == Verdict(Outcome.NOT_IN)
    gone = depart(person(Status.CONFIRMED, IN, OUT), DOOR)
    assert (gone.outcome, gone.presence and gone.presence.last_at) == (Outcome.NOT_IN, 9)

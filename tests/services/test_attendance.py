"""Who came: figures that agree with the lists, and with counting on one's fingers."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from desk_app.domain.attendee import Attendee, fold
from desk_app.domain.registration import Status
from desk_app.services import attendance, checkin, events, roster, walk_ins
from desk_app.services.attendance import STEP_MS, Figures, Group
from desk_app.services.checkin import Place
from desk_app.store import ledger, roll
from desk_app.store.session import Session
from tests.services.days import (
    FRIDAY,
    MINUTE,
    MUSEUMS,
    NINE,
    bring,
    guest,
    museums,
    open_with,
    reading,
    who,
)
from tests.services.random_day import Step, live, lived, steps

ZOE = guest("Zoé Lefèvre", "QR-ZOE")
MAX = guest("Max Martin", "QR-MAX", ticket_type="Speaker")
PIA = guest("Pia Pending", "QR-PIA", status=Status.PENDING)
WILL = guest("Will Wait", "QR-WILL", status=Status.WAITING_LIST)
EVA = guest("Eva Roy", "QR-EVA", ticket_type="VIP lounge")
CARL = guest("Carl Cancelled", "QR-CARL", status=Status.CANCELLED)


def counted(session: Session, place: Place) -> dict[str, int]:
    """The figures as the ledger itself gives them, one person after another."""
    wide = ledger.of_everybody(session, place.event)
    everybody = [
        person
        for _, facts in ledger.facts_by_attendee(session, place.event)
        if (person := fold([*facts, *wide])) and person.listed
    ]
    arrived = [it for it in everybody if _here(it, place)]
    coming = [it for it in everybody if _may_come(it) or _here(it, place)]
    status = [it.registration.status for it in everybody]
    return {
        "registered": sum(not it.walk_in for it in everybody),
        "walk_ins": sum(it.walk_in for it in everybody),
        "expected": len(coming),
        "arrived": len(arrived),
        "absent": len(coming) - len(arrived),
        "pending": status.count(Status.PENDING),
        "waiting": status.count(Status.WAITING_LIST),
        "cancelled": status.count(Status.CANCELLED),
    }


def _here(it: Attendee, place: Place) -> bool:
    return any(presence.checkpoint == place.checkpoint for presence in it.presences)


def _may_come(it: Attendee) -> bool:
    return it.registration.status in (Status.CONFIRMED, Status.CHECKED_IN)


def shown(figures: Figures) -> dict[str, int]:
    names = "registered walk_ins expected arrived absent pending waiting cancelled".split()
    return {name: getattr(figures, name) for name in names}


@settings(max_examples=30)
@given(morning=steps, afternoon=steps)
def test_on_any_day_the_figures_agree(
    new_file: Path, morning: list[Step], afternoon: list[Step]
) -> None:
    with lived(new_file, morning, afternoon) as (session, thursday):
        for place in (thursday, replace(thursday, checkpoint=FRIDAY)):
            figures = attendance.figures(session, place)
            assert shown(figures) == counted(session, place)
            lists = {kind: len(attendance.listing(session, place, kind)) for kind in roster.KINDS}
            assert lists.pop("all") == figures.registered + figures.walk_ins
            assert lists == {kind: shown(figures)[kind] for kind in lists}
            assert sum(count for _, count in figures.curve) == figures.arrived
            assert sum(group.arrived for group in figures.categories) == figures.arrived
            assert sum(group.expected for group in figures.categories) == figures.expected


def test_the_day_in_numbers(session: Session) -> None:
    place = open_with(session, ZOE, MAX, PIA, WILL, CARL)
    checkin.scan(session, place, "QR-ZOE", NINE)
    checkin.enter(session, place, who(place, PIA), NINE, "the organiser said so")
    walk_ins.register(session, place, guest("Ewa Nowak"), NINE)
    figures = attendance.figures(session, place)
    assert shown(figures) == {
        "registered": 5,
        "walk_ins": 1,
        "expected": 4,
        "arrived": 3,
        "absent": 1,
        "pending": 1,
        "waiting": 1,
        "cancelled": 1,
    }


def test_an_event_without_people_has_figures(session: Session) -> None:
    figures = attendance.figures(session, museums(session))
    assert (figures.registered, figures.arrived, figures.curve) == (0, 0, ())
    assert (figures.categories, figures.places_left) == ((), 100)


def test_categories_are_counted_apart(session: Session) -> None:
    place = open_with(session, ZOE, MAX, PIA)
    checkin.scan(session, place, "QR-MAX", NINE)
    categories = attendance.figures(session, place).categories
    assert categories == (Group("Participant", 1, 0), Group("Speaker", 1, 1))


def test_checkpoints_are_counted_apart(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, replace(place, checkpoint=FRIDAY), "QR-MAX", NINE)
    checkpoints = attendance.figures(session, place).checkpoints
    assert checkpoints == (Group("3 décembre 2026", 2, 0), Group("4 décembre 2026", 2, 1))


def test_arrivals_are_counted_by_five_minutes(session: Session) -> None:
    people = [guest(f"Guest {minute}", f"QR-{minute}") for minute in (0, 4, 5, 30)]
    place = open_with(session, *people)
    for person in people:
        checkin.scan(session, place, person.scan_code, NINE + int(person.family_name) * MINUTE)
    curve = attendance.figures(session, place).curve
    assert curve == ((NINE, 2), (NINE + STEP_MS, 1), (NINE + 6 * STEP_MS, 1))


def test_places_left_follow_the_capacity(session: Session) -> None:
    place = museums(session, replace(MUSEUMS, capacity=3))
    bring(session, place, reading(ZOE, MAX, CARL))
    assert attendance.figures(session, place).places_left == 1


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("all", ["Carl Cancelled", "Zoé Lefèvre", "Max Martin", "Pia Pending"]),
        ("expected", ["Zoé Lefèvre", "Max Martin", "Pia Pending"]),
        ("arrived", ["Zoé Lefèvre", "Pia Pending"]),
        ("absent", ["Max Martin"]),
        ("pending", ["Pia Pending"]),
        ("cancelled", ["Carl Cancelled"]),
        ("walk_ins", []),
        ("waiting", []),
    ],
)
def test_each_figure_has_its_list(session: Session, kind: str, names: list[str]) -> None:
    place = open_with(session, ZOE, MAX, PIA, CARL)
    checkin.scan(session, place, "QR-ZOE", NINE)
    checkin.enter(session, place, who(place, PIA), NINE, "the organiser said so")
    assert [person.full_name for person in attendance.listing(session, place, kind)] == names


def test_times_are_the_event_s_own(session: Session) -> None:
    zone = events.one(session, open_with(session, ZOE).event).event.zone
    assert attendance.local_time(NINE, zone) == "09:00"
    assert attendance.local_time(NINE + 61_000, "America/Lima", seconds=True) == "03:01:01"


def test_a_pace_says_when_everybody_would_be_in() -> None:
    assert attendance.forecast(30, 15, NINE) == NINE + 30 * MINUTE


@pytest.mark.parametrize(("absent", "recent"), [(0, 15), (30, 4), (500, 15)])
def test_a_forecast_that_is_worth_nothing_is_not_made(absent: int, recent: int) -> None:
    assert attendance.forecast(absent, recent, NINE) is None


def test_whoever_went_out_is_no_longer_inside(session: Session) -> None:
    place = open_with(session, guest("A B"), guest("C D"))
    for name in ("A B", "C D"):
        checkin.enter(session, place, who(place, guest(name)), NINE)
    checkin.leave(session, place, who(place, guest("A B")), NINE + MINUTE)
    counted = attendance.figures(session, place, NINE + 10 * MINUTE)
    assert (counted.arrived, counted.inside, counted.recent) == (2, 1, 2)
    assert attendance.figures(session, place, NINE + 20 * MINUTE).recent == 0


def read_roll(session: Session, place: Place) -> None:
    while not roll.read_on(session, place.event, place.checkpoint).whole:
        pass


def test_live_figures_name_the_larger_organisations(session: Session) -> None:
    place = open_with(session, *(replace(it, organisation="Ocim") for it in (ZOE, MAX)), PIA)
    read_roll(session, place)
    checkin.enter(session, place, who(place, ZOE), NINE)
    found = attendance.live(session, place, NINE).figures.organisations
    assert next((it.name, it.expected, it.arrived) for it in found) == ("Ocim", 2, 1)


def test_who_needs_somebody_is_told_when_they_come(session: Session) -> None:
    place = open_with(session, replace(ZOE, note="Ramp"), MAX, EVA)
    for minute, person in enumerate((ZOE, MAX, EVA)):
        checkin.enter(session, place, who(place, person), NINE + minute * MINUTE)
    minded = attendance.live(session, place, NINE + 5 * MINUTE).minded
    assert [it.given_name for it in minded] == ["Eva", "Zoé"]


def test_arrivals_are_told_by_desk(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.enter(session, place, who(place, ZOE), NINE)
    checkin.enter(session, place, who(place, MAX), NINE + 30 * MINUTE)
    [pace] = attendance.live(session, place, NINE + 31 * MINUTE).desks
    assert (pace.desk, pace.recent) == (session.desk.name, 1)


def test_an_event_is_over_after_its_last_day(session: Session) -> None:
    place = open_with(session, ZOE)
    days = 24 * 60 * MINUTE
    over = [attendance.figures(session, place, NINE + n * days).over for n in (0, 1, 2)]
    assert over == [False, False, True]


@settings(max_examples=40)
@given(day=steps)
def test_live_figures_are_those_of_the_tables(new_file: Path, day: list[Step]) -> None:
    with lived(new_file, [], []) as (session, place):
        read_roll(session, place)
        for step in day:
            live(session, [step])
        for door in (place, replace(place, checkpoint=FRIDAY)):
            read_roll(session, door)
            found = attendance.live(session, door, NINE).figures
            counted = attendance.figures(session, door, NINE)
            assert replace(found, organisations=()) == counted

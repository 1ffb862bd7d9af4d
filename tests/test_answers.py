"""What the command line answers is made of the services' answers, null where nothing is known."""

from dataclasses import replace
from datetime import date, time

import pytest

from desk_app import answers, words
from desk_app.domain.admission import Outcome
from desk_app.domain.event import Checkpoint, Event
from desk_app.domain.registration import Status
from desk_app.services import planning
from desk_app.services.checkin import CheckIn
from desk_app.services.events import EventRow
from desk_app.store.session import Session
from tests.services.days import NINE, bring, guest, museums, reading
from tests.views.somebody import somebody

PARIS = "Europe/Paris"
ZOE = somebody(id=0xAB, given_name="Zoé", family_name="Lefèvre", full_name="Zoé Lefèvre")
DAY = Event(
    "Museums",
    days=(date(2026, 12, 3),),
    opens=time(9),
    city="Dijon",
    capacity=40,
    checkpoints=(Checkpoint("2026-12-03", day=date(2026, 12, 3)),),
)


@pytest.fixture(autouse=True)
def english() -> None:
    words.use("en")


def test_a_moment_has_the_zone_s_offset() -> None:
    assert answers.moment(NINE, PARIS) == "2026-12-03T09:00:00+01:00"
    assert answers.moment(NINE, "UTC") == "2026-12-03T08:00:00+00:00"
    assert answers.moment(None, PARIS) is None


def test_a_person_s_id_is_sixteen_hex_digits_and_the_unknown_is_null() -> None:
    said = answers.person(ZOE, PARIS)
    assert (said["id"], said["full_name"]) == ("00000000000000ab", "Zoé Lefèvre")
    assert said["email"] is None
    assert (said["walk_in"], said["amended"], said["badge_copies"]) == (False, [], 0)


@pytest.mark.parametrize("status", Status)
def test_the_status_is_the_registration_s_until_somebody_came(status: Status) -> None:
    there = replace(ZOE, status=status)
    assert answers.person(there, PARIS)["status"] == status.value
    assert answers.person(replace(there, arrived_at=NINE), PARIS)["status"] == "checked_in"


def test_a_verdict_about_nobody_has_no_attendee() -> None:
    said = answers.check_in(CheckIn(Outcome.UNKNOWN, "QR-1", NINE), PARIS)
    assert (said["verdict"], said["attendee"], said["first_at"]) == ("unknown", None, None)
    assert said["candidates"] == []


def test_a_verdict_about_several_names_them() -> None:
    several = (ZOE, somebody(id=2, full_name="Zoé Martin"))
    said = answers.check_in(CheckIn(Outcome.AMBIGUOUS, "zoe", NINE, several=several), PARIS)
    assert [it["full_name"] for it in said["candidates"]] == ["Zoé Lefèvre", "Zoé Martin"]


def test_an_event_has_its_counts_and_places_left() -> None:
    said = answers.event(EventRow(7, DAY, registered=30, expected=25, arrived=3))
    assert (said["id"], said["dates"], said["opens"]) == ("7", ["2026-12-03"], "09:00")
    assert (said["closes"], said["venue"], said["places_left"]) == (None, None, 15)
    assert said["checkpoints"][0]["key"] == "2026-12-03"


def test_a_plan_tells_changes_field_by_field(session: Session) -> None:
    place = museums(session)
    zoe = guest("Zoé Lefèvre", "QR-1", email="zoe@example.org")
    bring(session, place, reading(zoe))
    newer = reading(replace(zoe, email="zl@example.org"), guest("Max Martin", "QR-2"))
    said = answers.plan(planning.plan(session, place.event, newer))
    assert (said["platform"], said["new"], said["changed"]) == ("pretix", 1, 1)
    [change] = said["changes"]
    assert change["fields"] == [
        {"field": "email", "old": "zoe@example.org", "new": "zl@example.org"}
    ]


def test_a_person_is_one_line() -> None:
    there = replace(ZOE, organisation="Ocim", email="zoe@example.org")
    assert answers.person_line(there) == "confirmed     LEFÈVRE Zoé  Ocim  zoe@example.org"


def test_an_event_is_one_line_in_the_terminal_s_language() -> None:
    assert answers.event_title_line(DAY) == "Museums · 3 December 2026 · Dijon"
    words.use("fr")
    assert answers.event_title_line(DAY) == "Museums · 3 décembre 2026 · Dijon"
    words.use("en")

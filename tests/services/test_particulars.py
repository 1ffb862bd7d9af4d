"""Letterhead and hours are facts of an event: they are kept, refused, and go where it goes."""

from dataclasses import replace
from datetime import time

import pytest

from desk_app.domain.errors import DeskError
from desk_app.services import particulars
from desk_app.services.particulars import Said
from desk_app.store import exchange
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import MUSEUMS, NINE, museums

LOGO = b"\x89PNG and so on"


def say(session: Session, event: int, **texts: str) -> Said:
    return particulars.keep(session, event, Said(texts), NINE)


def test_what_is_not_said_stays(session: Session) -> None:
    event = museums(session).event
    say(session, event, institution="Ocim", morning="09:00-12:30")
    kept = say(session, event, city="Dijon", address="1 rue; 21000 Dijon")
    assert (kept.texts["institution"], kept.texts["city"]) == ("Ocim", "Dijon")
    assert particulars.of(session, event).letterhead.address == "1 rue\n21000 Dijon"
    morning = particulars.of(session, event).morning
    assert morning
    assert (morning.start, morning.end) == (time(9), time(12, 30))


def test_the_same_again_is_no_new_fact(session: Session) -> None:
    event = museums(session).event
    for _ in range(2):
        say(session, event, institution="Ocim")
    facts = session.run("SELECT count(*) FROM fact WHERE kind = 'papers_described'")
    assert facts.scalar_one() == 1


def test_another_event_begins_with_the_same_letterhead_and_hours_of_its_own(
    session: Session,
) -> None:
    say(session, museums(session).event, institution="Ocim", morning="09:00-12:30", partners="P")
    other = museums(session, replace(MUSEUMS, title="Another")).event
    its = particulars.of(session, other)
    assert (its.letterhead.institution, its.morning, its.partners) == ("Ocim", None, "")


@pytest.mark.parametrize("hours", ["nine", "12:00-09:00", "09:00", "09:00Z-12:30"])
def test_hours_that_are_none_are_refused(session: Session, hours: str) -> None:
    event = museums(session).event
    with pytest.raises(DeskError, match="span of hours"):
        say(session, event, institution="Ocim", morning=hours)
    assert particulars.of(session, event).letterhead.institution == ""


def test_half_days_do_not_overlap(session: Session) -> None:
    with pytest.raises(DeskError, match="morning ends after"):
        say(session, museums(session).event, morning="09:00-14:00", afternoon="13:00-17:00")


def test_a_logo_is_a_picture_and_can_be_taken_away(session: Session) -> None:
    event = museums(session).event
    with pytest.raises(DeskError, match="logo"):
        particulars.keep(session, event, Said({}, logo=b"GIF89a"), NINE)
    assert particulars.keep(session, event, Said({}, logo=LOGO), NINE).has_logo
    assert say(session, event, city="Dijon").has_logo
    assert not particulars.keep(session, event, Said({}, logo=b""), NINE).has_logo


def test_all_of_it_opens_on_another_desk(session: Session, other: Session) -> None:
    event = museums(session).event
    particulars.keep(session, event, Said({"institution": "Ocim"}, logo=LOGO), NINE)
    say(session, event, afternoon="14:00-17:30", partners="Région")
    exchange.take_in(other, b"".join(exchange.exported(session)))
    assert particulars.of(other, event) == particulars.of(session, event)
    assert verify(other).clean

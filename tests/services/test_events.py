"""Events: taken in, listed with their counts, chosen."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.registration import Status
from desk_app.services import checkin, events
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import (
    DAYS,
    FRIDAY,
    MUSEUMS,
    NINE,
    THURSDAY,
    bring,
    guest,
    museums,
    open_with,
    reading,
)

ZOE, MAX = guest("Zoé Lefèvre", "QR-ZOE"), guest("Max Martin", "QR-MAX", status=Status.PENDING)


def test_an_event_is_kept_with_its_days_as_checkpoints(session: Session) -> None:
    kept = events.one(session, museums(session).event).event
    assert replace(kept, checkpoints=()) == MUSEUMS
    assert [point.key for point in kept.checkpoints] == ["2026-12-03", "2026-12-04"]


def test_an_event_taken_in_is_in_hand(session: Session) -> None:
    assert events.in_hand(session) is None
    place = museums(session)
    assert events.in_hand(session) == place.event


def test_the_same_announcement_again_changes_nothing(session: Session) -> None:
    first = museums(session)
    facts = verify(session).facts
    assert (museums(session), verify(session).facts) == (first, facts)


def test_a_corrected_announcement_keeps_the_event_and_its_people(session: Session) -> None:
    place = open_with(session, ZOE)
    renamed = replace(MUSEUMS, title="Numériser 2026", days=(date(2026, 12, 5),))
    assert events.describe(session, renamed, NINE, place.event) == place.event
    row = events.one(session, place.event)
    assert (row.event.title, row.registered) == ("Numériser 2026", 1)


def test_a_day_announced_later_has_a_checkpoint_of_its_own(session: Session) -> None:
    first = replace(MUSEUMS, days=DAYS[:1])
    identity = events.take_in(session, first, NINE)
    assert events.take_in(session, MUSEUMS, NINE) == identity
    points = events.one(session, identity).event.checkpoints
    assert [point.key for point in points] == [THURSDAY, FRIDAY]


def test_a_day_where_people_came_keeps_its_checkpoint(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.scan(session, replace(place, checkpoint=FRIDAY), "QR-ZOE", NINE)
    events.take_in(session, replace(MUSEUMS, days=DAYS[:1]), NINE)
    points = events.one(session, place.event).event.checkpoints
    assert [point.key for point in points] == [THURSDAY, FRIDAY]


def test_an_event_counts_its_people(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    checkin.scan(session, replace(place, checkpoint=FRIDAY), "QR-ZOE", NINE)
    row = events.one(session, place.event)
    assert (row.registered, row.expected, row.arrived, row.places_left) == (2, 1, 1, 99)


def test_places_left_are_never_below_none(session: Session) -> None:
    place = museums(session, replace(MUSEUMS, capacity=1))
    bring(session, place, reading(guest("A A"), guest("B B")))
    assert events.one(session, place.event).places_left == 0


def test_without_a_capacity_nobody_knows_the_places_left(session: Session) -> None:
    place = museums(session, Event("Open house"))
    assert events.one(session, place.event).places_left is None


def test_events_are_listed_latest_first_and_undated_ones_last(session: Session) -> None:
    for title, day in (("Old", date(2020, 1, 1)), ("Undated", None), ("New", date(2027, 1, 1))):
        museums(session, Event(title, days=(day,) if day else ()))
    assert [row.event.title for row in events.all_events(session)] == ["New", "Old", "Undated"]


def test_another_event_can_be_chosen(session: Session) -> None:
    first, _ = museums(session), museums(session, Event("Another"))
    events.choose(session, first.event)
    assert events.in_hand(session) == first.event


def test_an_event_that_is_not_there_is_refused_in_words(session: Session) -> None:
    assert events.found(session, 5) is None
    with pytest.raises(DeskError, match="not on this desk"):
        events.one(session, 5)


@pytest.mark.parametrize("text", ["Numériser les collections", "numeriser", "COLLECTIONS"])
def test_an_event_is_named_by_its_title_or_a_part_of_it(session: Session, text: str) -> None:
    place = museums(session)
    assert events.named(session, text) == place.event


def test_an_event_is_named_by_its_id(session: Session) -> None:
    place = museums(session)
    assert events.named(session, str(place.event)) == place.event


def test_a_whole_title_wins_over_a_part_of_another(session: Session) -> None:
    first = museums(session, Event("Salon"))
    museums(session, Event("Salon des métiers"))
    assert events.named(session, "Salon") == first.event


def test_a_name_that_fits_two_events_is_asked_for_again(session: Session) -> None:
    museums(session, Event("Salon A"))
    museums(session, Event("Salon B"))
    with pytest.raises(DeskError, match="2 events are called like “salon”"):
        events.named(session, "salon")


def test_a_name_that_fits_no_event_is_said_to(session: Session) -> None:
    with pytest.raises(DeskError, match="No event is called “Foire”"):
        events.named(session, "Foire")

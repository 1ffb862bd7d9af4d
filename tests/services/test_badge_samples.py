"""People to try a layout with."""

from desk_app.services import badge_samples
from desk_app.store.session import Session
from tests.services.days import guest, open_with

ALBA, LONG = guest("Alba Aa"), guest("Bartholomäus Schwarzenberger-Wolkenstein")


def test_made_up_people_need_no_event(session: Session) -> None:
    keys = {it.key for it in badge_samples.samples(session, None)}
    assert {"longest", "shortest", "right_to_left", "no_organisation"} <= keys


def test_made_up_people_are_at_the_event_in_hand(session: Session) -> None:
    place = open_with(session, ALBA)
    first = badge_samples.samples(session, place)[0]
    assert first.badge.event_title == "Numériser les collections"
    assert "Dijon" in first.badge.event_line


def test_the_longest_name_of_the_event_comes_before_the_others(session: Session) -> None:
    place = open_with(session, ALBA, LONG)
    real = [it.badge.given_name for it in badge_samples.samples(session, place) if it.name]
    assert real == ["Bartholomäus", "Alba"]

"""Which badges are due, and what stands on them."""

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Status
from desk_app.services import badges, checkin, roster
from desk_app.services.checkin import Place
from desk_app.store.session import Session
from tests.services.days import NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE", organisation="Ocim", job_title="Curator")
MAX = guest("Max Martin", "QR-MAX")
PIA = guest("Pia Pending", "QR-PIA", status=Status.PENDING)
CARL = guest("Carl Cancelled", "QR-CARL", status=Status.CANCELLED)


def day(session: Session) -> Place:
    """Zoé has a badge, Max has come, Pia was let in although her registration is pending."""
    place = open_with(session, ZOE, MAX, PIA, CARL)
    badges.printed(session, place.event, [who(place, ZOE)], "classic", "a6", "", NINE)
    checkin.scan(session, place, "QR-MAX", NINE)
    checkin.enter(session, place, who(place, PIA), NINE, "the organiser said so")
    return place


@pytest.mark.parametrize(
    ("only", "names"),
    [
        ("all", ["Zoé Lefèvre", "Max Martin", "Pia Pending"]),
        ("missing", ["Max Martin", "Pia Pending"]),
        ("arrived", ["Max Martin", "Pia Pending"]),
    ],
)
def test_badges_are_due_by_choice(session: Session, only: str, names: list[str]) -> None:
    assert [person.full_name for person in badges.due(session, day(session), only)] == names


def test_a_badge_says_who_and_where(session: Session) -> None:
    place = open_with(session, ZOE)
    (badge,) = badges.of_people(session, place, [who(place, ZOE)])
    assert (badge.full_name, badge.organisation, badge.job_title) == (
        "Zoé Lefèvre",
        "Ocim",
        "Curator",
    )
    assert badge.event_title == "Numériser les collections"
    assert badge.event_line == "3 décembre 2026 – 4 décembre 2026 · La Coursive, Dijon"
    assert (badge.category, badge.language, badge.code) == ("Participant", "fr", "QR-ZOE")


def test_a_badge_shows_what_the_desk_corrected(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.amend(session, place.event, who(place, ZOE), "organisation", "Louvre", NINE)
    assert badges.of_people(session, place, [who(place, ZOE)])[0].organisation == "Louvre"


def test_badges_come_in_the_order_asked_for(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    ids = [who(place, MAX), who(place, ZOE)]
    assert [badge.attendee for badge in badges.of_people(session, place, ids)] == ids


def test_each_printing_is_counted(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    for _ in range(2):
        badges.printed(session, place.event, [who(place, ZOE)], "classic", "a6", "Zebra", NINE)
    copies = {person.full_name: person.copies for person in roster.everybody(session, place)}
    assert copies == {"Zoé Lefèvre": 2, "Max Martin": 0}


def test_printing_nothing_is_nothing_to_note(session: Session) -> None:
    place = open_with(session, ZOE)
    badges.printed(session, place.event, [], "classic", "a6", "", NINE)
    assert roster.everybody(session, place)[0].copies == 0


def test_badges_are_chosen_by_code(session: Session) -> None:
    place = day(session)
    chosen = badges.with_codes(session, place, ["QR-CARL", "QR-ZOE"])
    assert [person.full_name for person in chosen] == ["Carl Cancelled", "Zoé Lefèvre"]


def test_a_code_that_nobody_has_is_refused_in_words(session: Session) -> None:
    with pytest.raises(DeskError, match="Nobody has the code QR-NOBODY"):
        badges.with_codes(session, day(session), ["QR-ZOE", "QR-NOBODY"])

"""Taking back: deeds whole, latest first; single things later, for a reason."""

from dataclasses import replace

import pytest

from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Admitted, Amended, Annulled, BadgePrinted
from desk_app.domain.registration import Status
from desk_app.services import badges, checkin, events, roster, undoing
from desk_app.services.counting import counts
from desk_app.store.session import Session
from tests.services.days import MINUTE, MUSEUMS, NINE, guest, museums, open_with, who

ZOE, MAX = guest("Zoé Lefèvre", "QR-ZOE"), guest("Max Martin", "QR-MAX")
WIM = replace(guest("Wim Waiting", "QR-WIM"), status=Status.WAITING_LIST)
LATER = NINE + MINUTE


def test_people_who_came_together_are_taken_back_together(session: Session) -> None:
    place = open_with(session, WIM, ZOE, MAX)
    answers = checkin.enter_all(session, place, [who(place, it) for it in (WIM, ZOE, MAX)], NINE)
    assert [it.outcome.admits for it in answers] == [False, True, True]
    undone = undoing.undo(session, place.event, LATER)
    assert undone
    assert (undone.count, undone.next) == (2, None)
    assert counts(session, place).arrived == 0


def test_a_group_of_whom_nobody_came_in_joins_no_earlier_deed(session: Session) -> None:
    place = open_with(session, ZOE, WIM, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    checkin.enter_all(session, place, [who(place, it) for it in (WIM, MAX)], NINE)
    undone = undoing.undo(session, place.event, LATER)
    assert undone
    assert undone.count == 1
    assert counts(session, place).arrived == 1


def test_what_was_taken_back_names_what_would_be_next(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    for code in ("QR-ZOE", "QR-MAX"):
        checkin.scan(session, place, code, NINE)
    undone = undoing.undo(session, place.event, LATER)
    assert undone
    assert undone.next
    assert undone.next.person
    assert undone.next.person.full_name == "Zoé Lefèvre"


def test_a_deed_is_taken_back_by_name_though_others_came_after(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    first = checkin.scan(session, place, "QR-ZOE", NINE).fact
    checkin.scan(session, place, "QR-MAX", NINE)
    undone = undoing.undo(session, place.event, LATER, first)
    assert undone
    assert undone.person
    assert undone.person.full_name == "Zoé Lefèvre"
    assert undoing.undo(session, place.event, LATER, first) is None


def test_a_place_that_was_left_is_given_and_taken_back_as_one(session: Session) -> None:
    place = open_with(session, ZOE, WIM)
    wim = who(place, WIM)
    assert checkin.enter(session, place, wim, NINE).places == 99
    assert checkin.promote(session, place, wim, NINE).outcome is Outcome.WELCOME
    undone = undoing.undo(session, place.event, LATER)
    assert undone
    assert isinstance(undone.fact.body, Admitted)
    assert checkin.enter(session, place, wim, LATER).outcome is Outcome.WAITING_LIST


def test_nobody_is_promoted_where_no_place_is_left(session: Session) -> None:
    place = open_with(session, ZOE, WIM)
    events.describe(session, replace(MUSEUMS, capacity=1), NINE, place.event)
    assert checkin.promote(session, place, who(place, WIM), NINE).outcome is Outcome.WAITING_LIST
    assert roster.card(session, place, who(place, WIM)).person.status is Status.WAITING_LIST


def test_a_print_mark_is_a_deed(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    both = [who(place, it) for it in (ZOE, MAX)]
    badges.printed(session, place.event, both, "classic", "a6", "", NINE)
    undone = undoing.undo(session, place.event, LATER)
    assert undone
    assert isinstance(undone.fact.body, BadgePrinted)
    assert undone.count == 2
    assert roster.card(session, place, both[0]).person.copies == 0


def test_one_thing_is_taken_back_later_for_a_reason(session: Session) -> None:
    place = open_with(session, ZOE)
    zoe = who(place, ZOE)
    came = checkin.enter(session, place, zoe, NINE).fact
    checkin.amend(session, place.event, zoe, "note", "vegan", NINE)
    assert came
    undoing.take_back(session, place.event, came, " wrong person ", LATER)
    card = roster.card(session, place, zoe)
    assert (card.person.here_at, card.person.note) == (None, "vegan")
    assert card.history[-1].body == Annulled(came, "wrong person")


def test_what_was_taken_back_is_not_taken_back_again(session: Session) -> None:
    place = open_with(session, ZOE)
    came = checkin.enter(session, place, who(place, ZOE), NINE).fact
    assert came
    undoing.take_back(session, place.event, came, "", LATER)
    with pytest.raises(DeskError, match="already"):
        undoing.take_back(session, place.event, came, "", LATER)


def test_an_import_is_not_taken_back_for_one_person(session: Session) -> None:
    place = open_with(session, ZOE)
    registered = roster.card(session, place, who(place, ZOE)).history[0].id
    with pytest.raises(DeskError, match="one by one"):
        undoing.take_back(session, place.event, registered, "", LATER)


def test_nothing_of_another_event_is_taken_back(session: Session) -> None:
    place = open_with(session, ZOE)
    came = checkin.enter(session, place, who(place, ZOE), NINE).fact
    assert came
    other = museums(session, replace(MUSEUMS, title="Another"))
    with pytest.raises(DeskError):
        undoing.take_back(session, other.event, came, "", LATER)


def test_a_correction_is_named_after_its_field(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.amend(session, place.event, who(place, ZOE), "note", "vegan", NINE)
    deed = undoing.latest(session, place.event)
    assert deed
    assert deed.fact.body == Amended("note", "vegan")

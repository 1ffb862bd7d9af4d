"""The list, what search shows of it, and one person's card."""

from dataclasses import replace

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Admitted, Annulled, Registered
from desk_app.domain.registration import Registration
from desk_app.services import checkin, imports, roster, undoing
from desk_app.store.session import Session
from tests.services.days import MINUTE, NINE, bring, guest, museums, open_with, reading, who

ZOE, MAX, PELE = guest("Zoé Lefèvre", "QR-ZOE"), guest("Max Martin"), guest("Pelé")


def test_everybody_is_listed_by_family_name(session: Session) -> None:
    place = open_with(session, PELE, MAX, ZOE)
    listed = [roster.listed_name(person) for person in roster.everybody(session, place)]
    assert listed == ["LEFÈVRE Zoé", "MARTIN Max", "Pelé"]


def test_what_was_typed_is_marked_in_the_name(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    found = roster.find(session, place, "zo lef")
    assert [(it.name, it.marks) for it in found] == [("LEFÈVRE Zoé", ((0, 3), (8, 2)))]
    assert roster.find(session, place, "") == ()


def test_no_more_are_found_than_asked_for(session: Session) -> None:
    place = open_with(session, *(guest(f"Anne{number} Martin") for number in range(9)))
    assert len(roster.find(session, place, "martin", 4)) == 4


NUTS = guest("Paul Roche", answers=(("Bus", "oui"), ("Atelier :", "Végétal, sans noix")))


def test_somebody_found_by_an_answer_is_shown_with_it_and_never_decided_on(
    session: Session,
) -> None:
    place = open_with(session, NUTS, ZOE)
    results = roster.search(session, place, "vegetal noix")
    assert [(it.person.full_name, it.answer) for it in results.found] == [
        ("Paul Roche", ("Atelier :", "Végétal, sans noix"))
    ]
    assert results.undecided
    assert results.answers_only


def test_no_sensitive_answer_stands_beside_a_name(session: Session) -> None:
    place = open_with(
        session, guest("Paul Roche", answers=(("Régime", "oui"), ("Bus", "oui, 9 h")))
    )
    (found,) = roster.search(session, place, "oui").found
    assert found.answer == ("Bus", "oui, 9 h")


def test_a_name_is_decided_on_whatever_others_answered(session: Session) -> None:
    place = open_with(session, NUTS, guest("Noix Lebrun"))
    results = roster.search(session, place, "noix")
    assert [it.person.full_name for it in results.found] == ["Noix Lebrun", "Paul Roche"]
    assert not results.undecided


def test_a_name_that_fits_a_part_of_what_others_answered_is_not_decided_on(
    session: Session,
) -> None:
    place = open_with(session, NUTS, guest("Anne Noix"))
    assert roster.search(session, place, "sans noix").undecided


def test_results_say_what_was_asked(session: Session) -> None:
    place = open_with(session, ZOE)
    results = roster.search(session, place, "lefe")
    assert (results.text, [it.person.full_name for it in results.found]) == (
        "lefe",
        ["Zoé Lefèvre"],
    )


@pytest.mark.parametrize(
    ("people", "namesakes"),
    [
        ((ZOE,), False),
        ((ZOE, guest("Zoë Lefevre", "QR-2")), True),
        ((ZOE, guest("Max Lefèvre")), False),
    ],
)
def test_namesakes_must_be_told_apart(
    session: Session, people: tuple[Registration, ...], namesakes: bool
) -> None:
    place = open_with(session, *people)
    assert roster.search(session, place, "lefevre").namesakes is namesakes


@pytest.mark.parametrize(
    ("typed", "undecided"),
    [
        ("martin", True),  # two families of this name
        ("mart", True),
        ("max martin", False),
        ("max", False),  # Maxime is another name
        ("ma", True),
        ("ocim", True),  # an organisation's people
        ("zoe", False),
    ],
)
def test_whoever_fits_as_well_as_the_first_leaves_it_undecided(
    session: Session, typed: str, undecided: bool
) -> None:
    people = (
        guest("Max Martin", organisation="Ocim"),
        guest("Mia Martin", organisation="Ocim"),
        guest("Maxime Dubois"),
        guest("Zoé Lefèvre"),
    )
    place = open_with(session, *people)
    assert roster.search(session, place, typed).undecided is undecided


def test_a_filter_is_not_marked_in_a_name(session: Session) -> None:
    place = open_with(session, guest("Orga Lefèvre", organisation="Ocim"))
    [found] = roster.search(session, place, "lef org:ocim").found
    assert found.marks == ((0, 3),)


def test_a_card_tells_the_whole_story(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.scan(session, place, "QR-ZOE", NINE + MINUTE)
    undoing.undo(session, place.event, NINE + 2 * MINUTE)
    card = roster.card(session, place, who(place, ZOE))
    assert [type(fact.body) for fact in card.history] == [Registered, Admitted, Annulled]
    assert card.annulled == {card.history[1].id}
    assert (card.registration, card.person.here_at) == (ZOE, None)


def test_a_card_shows_the_registration_as_corrected(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.amend(session, place.event, who(place, ZOE), "note", "vegan", NINE)
    card = roster.card(session, place, who(place, ZOE))
    assert card.registration == replace(ZOE, note="vegan")


def test_an_import_taken_back_shows_in_the_history(session: Session) -> None:
    place = museums(session)
    source = bring(session, place, reading(ZOE))
    checkin.scan(session, place, "QR-ZOE", NINE)
    imports.undo(session, source, NINE)
    assert source in roster.card(session, place, who(place, ZOE)).annulled


def test_a_card_of_somebody_who_left_the_list_is_refused_in_words(session: Session) -> None:
    place = museums(session)
    imports.undo(session, bring(session, place, reading(ZOE)), NINE)
    with pytest.raises(DeskError, match="no longer on the list"):
        roster.card(session, place, who(place, ZOE))


def test_a_card_of_nobody_is_refused_in_words(session: Session) -> None:
    with pytest.raises(DeskError, match="no longer on the list"):
        roster.card(session, open_with(session, ZOE), 5)


def test_a_card_names_whoever_was_booked_by_the_same_order(session: Session) -> None:
    ada, bea = (guest(name, order_id="PW-77") for name in ("Ada Wong", "Bea Wong"))
    place = open_with(session, ada, bea, guest("Max Martin", order_id="PW-778"), guest("Zoé Roy"))
    assert [it.full_name for it in roster.card(session, place, who(place, ada)).company] == [
        "Bea Wong"
    ]
    assert roster.card(session, place, who(place, guest("Zoé Roy"))).company == ()

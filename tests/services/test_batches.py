"""Whose badges: everybody who may come in, those without one, who is here."""

from dataclasses import replace

from desk_app.domain.registration import Status
from desk_app.services import badges, batches, checkin
from desk_app.services.batches import Wish
from desk_app.store.session import Session
from tests.services.days import MINUTE, NINE, guest, open_with, who

ZOE, MAX = guest("Zoé Lefèvre"), guest("Max Martin")
EVE = replace(guest("Ève Adam"), status=Status.PENDING)


def test_each_choice_has_its_people_by_family_name(session: Session) -> None:
    place = open_with(session, MAX, ZOE, EVE)
    badges.printed(session, place.event, [who(place, ZOE)], "classic", "a6", "", NINE)
    checkin.enter(session, place, who(place, MAX), NINE)
    chosen = {kind: batches.batch(session, place, kind) for kind in ("all", "missing", "arrived")}
    assert chosen["all"].ids == (who(place, ZOE), who(place, MAX))
    assert chosen["missing"].ids == chosen["arrived"].ids == (who(place, MAX),)
    assert chosen["all"].counts == (("all", 2), ("missing", 1), ("changed", 0), ("arrived", 1))


def test_a_badge_that_would_say_something_else_now_is_due_again(session: Session) -> None:
    place = open_with(session, MAX, ZOE)
    both = [who(place, MAX), who(place, ZOE)]
    badges.printed(session, place.event, both, "classic", "a6", "", NINE)
    checkin.amend(session, place.event, both[0], "organisation", "Ocim", NINE + MINUTE)
    checkin.amend(session, place.event, both[1], "phone", "03 80", NINE + MINUTE)
    assert batches.batch(session, place, "changed").ids == (both[0],)


def test_a_change_that_was_changed_back_needs_no_new_badge(session: Session) -> None:
    place = open_with(session, MAX)
    badges.printed(session, place.event, [who(place, MAX)], "classic", "a6", "", NINE)
    for step, name in enumerate(("Maxime", "Max"), start=1):
        checkin.amend(
            session, place.event, who(place, MAX), "given_name", name, NINE + step * MINUTE
        )
    assert batches.batch(session, place, "changed").ids == ()


def test_piles_are_made_by_organisation(session: Session) -> None:
    zoe, max_ = replace(ZOE, organisation="Ville"), replace(MAX, organisation="Écomusée")
    place = open_with(session, zoe, max_)
    made = batches.batch(session, place, "all", Wish(order="organisation", separators=True))
    assert made.ids == (who(place, max_), who(place, zoe))
    assert made.run == (-ord("E"), made.ids[0], -ord("V"), made.ids[1])


def test_one_category_can_be_printed_alone(session: Session) -> None:
    place = open_with(session, ZOE, replace(MAX, ticket_type="Press"))
    made = batches.batch(session, place, "all", Wish(category="Press"))
    assert (made.ids, made.categories) == ((who(place, MAX),), ("Participant", "Press"))


def test_a_separator_is_a_label_and_nobodys_copy(session: Session) -> None:
    place = open_with(session, ZOE)
    run = [-ord("L"), who(place, ZOE)]
    drawn = badges.of_people(session, place, run)
    badges.printed(session, place.event, run, "classic", "a6", "", NINE)
    assert [(it.given_name, bool(it.code)) for it in drawn] == [("L", False), ("Zoé", True)]
    assert batches.batch(session, place, "missing").ids == ()

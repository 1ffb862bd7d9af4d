"""A long list of one kind, counted, and in the order somebody wants."""

import random
from dataclasses import replace

import pytest

from desk_app.domain.registration import Status
from desk_app.services import arrangement, checkin, roster
from desk_app.services.arrangement import Arranger, Wish
from desk_app.services.checkin import Place
from desk_app.store.people import People
from desk_app.store.session import Session
from tests.services.arranged import arranged
from tests.services.days import FRIDAY, MINUTE, NINE, THURSDAY, guest, open_with, who

ZOE = guest("Zoé Lefèvre", organisation="Écomusée", email="B@x.org")
MAX = guest("Max Martin", organisation="zoo", email="a@x.org")
EVE = replace(guest("Ève Adam"), status=Status.PENDING)


def everybody(session: Session) -> People:
    """Adam pending, Lefèvre in at nine, Martin in a minute later."""
    place = open_with(session, ZOE, MAX, EVE)
    checkin.enter(session, place, who(place, ZOE), NINE)
    checkin.enter(session, place, who(place, MAX), NINE + MINUTE)
    return roster.everybody(session, place)


@pytest.mark.parametrize(
    ("wish", "order"),
    [
        (Wish(), "Ève Zoé Max"),
        (Wish(by="name", descending=True), "Max Zoé Ève"),
        (Wish(by="organisation"), "Zoé Max Ève"),
        (Wish(by="organisation", descending=True), "Max Zoé Ève"),
        (Wish(by="arrived", descending=True), "Max Zoé Ève"),
        (Wish(by="email"), "Max Zoé Ève"),
        (Wish("arrived"), "Zoé Max"),
        (Wish("pending"), "Ève"),
        (Wish("cancelled"), ""),
    ],
)
def test_the_list_is_as_wished(session: Session, wish: Wish, order: str) -> None:
    people = everybody(session)
    shown = arranged(people, wish)
    assert [person.given_name for person in shown] == order.split()
    assert [it.id for it in arranged(list(people), wish)] == [it.id for it in shown]
    assert arrangement.ids_of(shown) == tuple(person.id for person in shown)


def test_each_kind_is_counted_among_everybody(session: Session) -> None:
    counts = dict(arrangement.counted(everybody(session)))
    assert (counts["all"], counts["expected"], counts["arrived"], counts["pending"]) == (3, 2, 2, 1)


def in_order(people: People, wish: Wish) -> list[str]:
    return [person.given_name for person in arranged(people, wish)]


@pytest.mark.parametrize(
    ("facets", "found"),
    [
        ((("category", ("Participant",)),), "Ève Zoé Max"),
        ((("category", ("VIP", "Press")),), ""),
        ((("organisation", ("zoo", "Écomusée")),), "Zoé Max"),
        ((("status", ("pending",)),), "Ève"),
        ((("badge", ("no",)), ("organisation", ("zoo",))), "Max"),
        ((("note", ("yes",)),), ""),
        ((("walk_in", ("no",)),), "Ève Zoé Max"),
        ((("inside", ("yes",)),), "Zoé Max"),
    ],
)
def test_filters_go_together(
    session: Session, facets: tuple[tuple[str, tuple[str, ...]], ...], found: str
) -> None:
    assert in_order(everybody(session), Wish(facets=facets)) == found.split()


def test_a_filter_asks_where_people_were(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.enter(session, place, who(place, ZOE), NINE)
    roll = roster.read_on(session, Place(place.event, FRIDAY))
    found = [
        [it.given_name for it in arranged(roll.people, Wish(facets=facets), roll.stays)]
        for facets in ((("at", (THURSDAY,)),), (("not_at", (THURSDAY,)),), (("at", (FRIDAY,)),))
    ]
    assert found == [["Zoé"], ["Max"], []]


def test_counts_are_of_those_who_fit_the_filters(session: Session) -> None:
    wish = Wish("arrived", facets=(("organisation", ("zoo",)),))
    listing = Arranger().listing(everybody(session), wish)
    counts = dict(listing.counts)
    assert (counts["all"], counts["arrived"], counts["pending"], listing.everybody) == (1, 1, 0, 3)


def test_a_facet_is_changed_and_let_go() -> None:
    wish = Wish().with_facet("note", ("yes",)).with_facet("note", ("no",))
    assert wish.wanted("note") == ("no",)
    assert wish.with_facet("note", ()) == Wish()


def test_a_value_never_seen_before_finds_its_place(session: Session) -> None:
    place, arranger = open_with(session, ZOE, MAX), Arranger()
    arranger.learn(roster.everybody(session, place), "organisation")
    checkin.amend(session, place.event, who(place, ZOE), "organisation", "Zygote", NINE)
    listing = arranger.listing(roster.everybody(session, place), Wish(by="organisation"))
    assert [it.given_name for it in listing.people] == ["Max", "Zoé"]


def test_the_larger_groups_are_offered_first(session: Session) -> None:
    place = open_with(session, ZOE, MAX, guest("Léa Roy", organisation="zoo"))
    found = arrangement.choices(roster.everybody(session, place))
    assert found.categories == (("Participant", 3),)
    assert found.organisations == (("zoo", 2), ("Écomusée", 1))


WISHES = [
    Wish(),
    Wish("absent"),
    Wish(by="name", descending=True),
    Wish("arrived", by="arrived", descending=True),
    Wish(by="organisation"),
    Wish(by="copies"),
    Wish("expected", by="organisation", facets=(("note", ("no",)),)),
    Wish(facets=(("inside", ("yes",)),)),
    Wish(facets=(("at", (FRIDAY,)),)),
]


def test_a_list_that_is_followed_is_the_one_that_would_be_made_anew(session: Session) -> None:
    """Scans here and at another checkpoint, notes and corrections, looked at in every way."""
    people = [guest(f"Ada N{number:02}", organisation=f"Org {number % 5}") for number in range(30)]
    place, followed, chance = open_with(session, *people), Arranger(), random.Random(7)
    for minute in range(40):
        one = who(place, chance.choice(people))
        act = chance.randrange(4)
        if act == 0:
            checkin.enter(session, place, one, NINE + minute * MINUTE)
        elif act == 1:
            checkin.enter(session, Place(place.event, FRIDAY), one, NINE + minute * MINUTE)
        elif act == 2:
            checkin.amend(session, place.event, one, "organisation", f"Org {minute % 7}", NINE)
        else:
            checkin.amend(session, place.event, one, "note", "Lunch", NINE)
        roll = roster.read_on(session, place)
        for wish in chance.sample(WISHES, 3):
            now = followed.listing(roll.people, wish, roll.stays)
            anew = Arranger().listing(roll.people, wish, roll.stays)
            assert (now.ids, dict(now.counts)) == (anew.ids, dict(anew.counts)), wish
            assert list(now.people) == list(anew.people)

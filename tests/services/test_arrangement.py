"""A long list of one kind, counted, and in the order somebody wants."""

from dataclasses import replace

import pytest

from desk_app.domain.registration import Status
from desk_app.services import arrangement, checkin, roster
from desk_app.services.arrangement import Wish
from desk_app.store.people import People
from desk_app.store.session import Session
from tests.services.days import MINUTE, NINE, guest, open_with, who

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
    shown = arrangement.arranged(people, wish)
    assert [person.given_name for person in shown] == order.split()
    assert [it.id for it in arrangement.arranged(list(people), wish)] == [it.id for it in shown]
    assert arrangement.ids_of(shown) == tuple(person.id for person in shown)


def test_each_kind_is_counted_among_everybody(session: Session) -> None:
    counts = dict(arrangement.counted(everybody(session)))
    assert (counts["all"], counts["expected"], counts["arrived"], counts["pending"]) == (3, 2, 2, 1)


def test_a_long_list_is_read_in_parts(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster, "SLICE", 2)
    place = open_with(session, ZOE, MAX, EVE)
    first = roster.slice_after(session, place)
    assert first.after is not None
    second = roster.slice_after(session, place, first.after)
    read = first.people + second.people
    assert read.ids() == roster.everybody(session, place).ids()
    assert second.after is None

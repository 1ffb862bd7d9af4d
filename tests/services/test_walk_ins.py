"""Walk-ins: nobody twice by haste, and no more than there are places."""

from dataclasses import replace

import pytest

from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, events, roster, undoing, walk_ins
from desk_app.services.checkin import Place
from desk_app.store.session import Session
from tests.services.days import MUSEUMS, NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE", email="zoe@example.org", organisation="Ocim")
MAX = guest("Max Martin", "QR-MAX")


def proposed(session: Session, place: Place, asked: Registration) -> list[str]:
    return [it.full_name for it in walk_ins.alike(session, place, asked).people]


def full_house(session: Session) -> Place:
    """Two places, and two people who came."""
    place = open_with(session, ZOE, MAX)
    events.describe(session, replace(MUSEUMS, capacity=2), NINE, place.event)
    for person in (ZOE, MAX):
        checkin.enter(session, place, who(place, person), NINE)
    return place


def test_a_walk_in_needs_a_name(session: Session) -> None:
    with pytest.raises(DeskError, match="needs a name"):
        walk_ins.register(session, open_with(session), Registration(full_name=" "), NINE)


@pytest.mark.parametrize(
    "asked",
    [
        guest("Zoe Lefevre"),
        guest("Lefèvre Zoé"),
        guest("Zoé Lefebvre"),
        guest("Zo Lefevre"),
        guest("Somebody Else", email="ZOE@example.org"),
    ],
)
def test_whoever_is_on_the_list_is_proposed(session: Session, asked: Registration) -> None:
    assert proposed(session, open_with(session, ZOE, MAX), asked) == ["Zoé Lefèvre"]


@pytest.mark.parametrize(
    "asked",
    [Registration(given_name="Zoé"), guest("Zoé Martin"), guest("Ada Late"), Registration()],
)
def test_half_a_name_proposes_nobody(session: Session, asked: Registration) -> None:
    assert proposed(session, open_with(session, ZOE, MAX), asked) == []


def test_the_same_name_with_another_address_is_near_but_not_the_same(session: Session) -> None:
    place = open_with(session, ZOE)
    other = walk_ins.alike(session, place, guest("Zoé Lefèvre", email="zl@example.org"))
    assert (len(other.people), other.same) == (1, False)
    assert walk_ins.alike(session, place, guest("Zoé Lefèvre")).same


def test_nobody_is_registered_twice_by_haste(session: Session) -> None:
    place = open_with(session, ZOE)
    answer = walk_ins.register(session, place, guest("Zoe Lefevre"), NINE)
    assert answer.outcome is Outcome.AMBIGUOUS
    assert [it.full_name for it in answer.several] == ["Zoé Lefèvre"]
    assert len(roster.everybody(session, place)) == 1


def test_a_namesake_is_registered_where_somebody_is_certain(session: Session) -> None:
    place = open_with(session, ZOE)
    answer = walk_ins.register(session, place, guest("Zoé Lefèvre"), NINE, certain=True)
    assert answer.outcome is Outcome.WELCOME
    assert len(roster.everybody(session, place)) == 2


def test_a_walk_in_is_one_deed(session: Session) -> None:
    place = open_with(session, ZOE)
    answer = walk_ins.register(session, place, guest("Ada Late"), NINE)
    assert answer.fact
    undone = undoing.undo(session, place.event, NINE, answer.fact)
    assert undone
    assert undone.person is None
    assert undoing.latest(session, place.event) is None
    assert len(roster.everybody(session, place)) == 1


def test_in_a_full_house_a_walk_in_waits(session: Session) -> None:
    place = full_house(session)
    answer = walk_ins.register(session, place, guest("Ada Late"), NINE)
    assert (answer.outcome, answer.places) == (Outcome.WAITING_LIST, 0)
    assert answer.person
    assert answer.person.status is Status.WAITING_LIST
    assert checkin.promote(session, place, answer.person.id, NINE).outcome is Outcome.WAITING_LIST

"""Reading people: as they are now, at one checkpoint, in the order asked for."""

from dataclasses import replace

import pytest

from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, undoing, walk_ins
from desk_app.store import people
from desk_app.store.session import Session
from tests.services.days import FRIDAY, NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE", codes=("SHARED", "ORDER-1"), organisation="Ocim")
MAX = guest("Max Martin", "QR-MAX", codes=("SHARED",))
PELE = guest("Pelé", "QR-PELE")
PEOPLE = (ZOE, MAX, PELE)


def test_a_person_is_as_the_export_said(session: Session) -> None:
    place = open_with(session, ZOE)
    person = people.by_ids(session, [who(place, ZOE)], place.checkpoint)[0]
    assert (person.given_name, person.family_name, person.organisation) == (
        "Zoé",
        "Lefèvre",
        "Ocim",
    )
    assert (person.status, person.walk_in, person.copies) == (Status.CONFIRMED, False, 0)
    assert (person.amended, person.here_desk, person.arrived_at) == ((), "", None)


def test_a_person_is_here_at_one_checkpoint_and_has_arrived_at_the_event(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.scan(session, place, "QR-ZOE", NINE)
    here, there = (
        people.by_ids(session, [who(place, ZOE)], door)[0] for door in (place.checkpoint, FRIDAY)
    )
    assert (here.here_at, here.inside, here.here_desk) == (NINE, True, session.desk.id)
    assert (there.here_at, there.inside, there.here_desk) == (None, False, "")
    assert here.arrived_at == there.arrived_at == NINE


def test_corrected_fields_are_named(session: Session) -> None:
    place = open_with(session, ZOE)
    for field in ("note", "email"):
        checkin.amend(session, place.event, who(place, ZOE), field, "x", NINE)
    person = people.by_ids(session, [who(place, ZOE)], place.checkpoint)[0]
    assert (person.amended, person.note) == (("email", "note"), "x")


def test_people_come_in_the_order_asked_for(session: Session) -> None:
    place = open_with(session, *PEOPLE)
    ids = [who(place, person) for person in (PELE, ZOE, MAX)]
    assert [person.id for person in people.by_ids(session, ids, place.checkpoint)] == ids


def test_nobody_asked_for_is_nobody(session: Session) -> None:
    assert people.by_ids(session, [], "door") == []


def test_any_number_of_people_can_be_asked_for(session: Session) -> None:
    place = open_with(session, ZOE)
    many = [*range(40_000), who(place, ZOE)]
    assert len(people.by_ids(session, many, place.checkpoint)) == 1


def test_people_no_longer_listed_are_read_only_when_wanted(session: Session) -> None:
    place = open_with(session)
    person = walk_ins.register(session, place, PELE, NINE).person
    assert person
    for _ in range(2):
        undoing.undo(session, place.event, NINE)
    assert len(people.by_ids(session, [person.id], place.checkpoint)) == 1
    assert people.by_ids(session, [person.id], place.checkpoint, listed=True) == []


def test_everybody_comes_by_family_name(session: Session) -> None:
    accented = guest("Anna Éluard")
    place = open_with(session, *PEOPLE, accented)
    everybody = people.of_event(session, place.event, place.checkpoint)
    assert [person.full_name for person in everybody] == [
        "Anna Éluard",
        "Zoé Lefèvre",
        "Max Martin",
        "Pelé",
    ]


@pytest.mark.parametrize("most", [1, 2, 3, 4, 100])
def test_slices_add_up_to_everybody(session: Session, most: int) -> None:
    nameless = Registration(external_id="nameless", full_name="…")
    place = open_with(session, *PEOPLE, nameless)
    read: list[int] = []
    after: tuple[str, int] | None = ("", 0)
    while after is not None:
        some, after = people.slice_of_event(session, place.event, place.checkpoint, after, most)
        read += some.ids()
    assert tuple(read) == people.of_event(session, place.event, place.checkpoint).ids()


def test_a_code_has_one_holder_or_several_or_none(session: Session) -> None:
    place = open_with(session, *PEOPLE)
    both = sorted(who(place, person) for person in (ZOE, MAX))
    assert people.by_code(session, place.event, ["ORDER-1"]) == [who(place, ZOE)]
    assert people.by_code(session, place.event, ["SHARED"]) == both
    assert people.by_code(session, place.event, ["nobody's"]) == []
    assert people.by_code(session, place.event, []) == []


def test_the_first_code_that_anybody_has_decides(session: Session) -> None:
    place = open_with(session, *PEOPLE)
    found = people.by_code(session, place.event, ["nobody's", "QR-MAX", "SHARED"])
    assert found == [who(place, MAX)]


def test_a_row_number_of_the_export_opens_no_door(session: Session) -> None:
    place = open_with(session, replace(ZOE, external_id="17"))
    assert people.by_code(session, place.event, ["17"]) == []


def test_people_can_be_cut_chosen_and_joined(session: Session) -> None:
    place = open_with(session, *PEOPLE)
    every = people.of_event(session, place.event, place.checkpoint)
    assert (every[:1] + every[1:]).ids() == every.ids()
    assert every.take([2, 0]).ids() == (every[2].id, every[0].id)
    assert [it.full_name for it in every.where(lambda it: not it.family_name)] == ["Pelé"]

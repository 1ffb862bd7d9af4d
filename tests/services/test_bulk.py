"""The same done to many: one act, one undo, and nobody let in who may not come."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration, Status
from desk_app.services import bulk, checkin, documents, events, undoing
from desk_app.services.checkin import Place
from desk_app.store import people
from desk_app.store.session import Session
from tests.services.days import MINUTE, NINE, guest, open_with, who

ZOE, MAX = guest("Zoé Lefèvre", note="Ramp"), guest("Max Martin")
EVE = replace(guest("Ève Adam"), status=Status.CANCELLED)
ALL = (ZOE, MAX, EVE)


def ids(place: Place, whom: Sequence[Registration] = ALL) -> list[int]:
    return [who(place, it) for it in whom]


def here(session: Session, place: Place) -> list[bool]:
    found = people.by_ids(session, ids(place), place.checkpoint)
    return [it.here_at is not None for it in found]


def test_all_who_may_come_in_do_and_the_others_are_told(session: Session) -> None:
    place = open_with(session, *ALL)
    checkin.enter(session, place, who(place, MAX), NINE)
    done = bulk.check_in(session, place, ids(place), NINE + MINUTE)
    assert here(session, place) == [True, True, False]
    assert done.count == 1
    assert dict(done.left_out) == {Outcome.ALREADY_IN: 1, Outcome.CANCELLED: 1}


def test_one_undo_takes_a_whole_act_back_and_nothing_else(session: Session) -> None:
    place = open_with(session, *ALL)
    checkin.enter(session, place, who(place, MAX), NINE)
    bulk.add_note(session, place, ids(place), "Lunch", NINE)
    undone = undoing.undo(session, place.event, NINE)
    assert undone is not None
    assert undone.count == 3
    notes = [it.note for it in people.by_ids(session, ids(place), place.checkpoint)]
    assert notes == ["Ramp", "", ""]
    assert here(session, place) == [False, True, False]


def test_a_note_is_added_to_what_stands_there(session: Session) -> None:
    place = open_with(session, *ALL)
    bulk.add_note(session, place, ids(place, (ZOE, MAX)), " Lunch ", NINE)
    found = people.by_ids(session, ids(place), place.checkpoint)
    assert [it.note for it in found] == ["Ramp · Lunch", "Lunch", ""]


def test_a_category_is_given_to_whoever_has_another(session: Session) -> None:
    place = open_with(session, ZOE, guest("Léa Roy", ticket_type="VIP"))
    chosen = [who(place, ZOE), who(place, guest("Léa Roy", ticket_type="VIP"))]
    assert bulk.change_category(session, place, chosen, "VIP", NINE).count == 1
    found = people.by_ids(session, chosen, place.checkpoint)
    assert {it.ticket_type for it in found} == {"VIP"}


def test_a_full_checkpoint_lets_in_as_many_as_there_are_places(session: Session) -> None:
    place = open_with(session, *ALL)
    event = events.one(session, place.event).event
    points = tuple(replace(it, capacity=1) for it in event.checkpoints)
    events.describe(session, replace(event, checkpoints=points), NINE, place.event)
    done = bulk.check_in(session, place, ids(place), NINE)
    assert done.count == 1
    assert (Outcome.FULL, 1) in done.left_out


def test_too_many_at_once_are_refused_in_words(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MOST", 2)
    place = open_with(session, *ALL)
    with pytest.raises(DeskError):
        bulk.add_note(session, place, ids(place), "Lunch", NINE)


def test_an_export_holds_the_chosen_in_their_order(session: Session) -> None:
    place = open_with(session, *ALL)
    chosen = bulk.contents(session, place, ids(place, (MAX, ZOE)), "en", NINE)
    text = documents.drawn(chosen, "csv").decode("utf-8-sig")
    assert "Adam" not in text
    assert text.index("Max") < text.index("Zoé")

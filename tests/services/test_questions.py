"""What an import asks before it does it, what it does by default, and that it can be undone."""

from dataclasses import replace
from typing import Any

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Admitted
from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, imports, planning, roster, undoing, walk_ins
from desk_app.services.checkin import Place
from desk_app.services.plan import Answers, Plan
from desk_app.services.questions import Kind, Line
from desk_app.store.people import Person
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import MINUTE, NINE, guest, open_with, reading, tables, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE", email="zoe@example.org", organisation="Musée")
MAX = guest("Max Martin", "QR-MAX", email="max@example.org")
ANNE = guest("Anne Petit", "QR-ANNE")
LATER = NINE + MINUTE


def planned(session: Session, place: Place, *people: Registration, **fields: Any) -> Plan:
    return planning.plan(session, place.event, replace(reading(*people), **fields))


def kinds(plan: Plan) -> list[Kind]:
    return [it.kind for it in plan.questions]


def carry_out(session: Session, plan: Plan, answers: Answers | None = None) -> None:
    work = imports.Import(plan, answers)
    while not work.advance(session, LATER).finished:
        pass
    assert verify(session).clean


def taking_all(plan: Plan) -> Answers:
    return Answers(frozenset(range(len(plan.questions))), cancel_missing=True)


def people(session: Session, place: Place) -> dict[str, Person]:
    return {it.full_name: it for it in roster.everybody(session, place)}


def corrected(session: Session) -> Place:
    """Zoé's organisation was corrected at the desk."""
    place = open_with(session, ZOE, MAX)
    zoe = who(place, ZOE)
    checkin.amend(session, place.event, zoe, "organisation", "Musée de la Vie", NINE)
    return place


def test_a_correction_that_the_export_contradicts_is_asked_about(session: Session) -> None:
    place = corrected(session)
    plan = planned(session, place, replace(ZOE, organisation="Ocim"), MAX)
    assert [(it.kind, it.take, it.lines) for it in plan.questions] == [
        (Kind.CONFLICT, False, (Line("organisation", "Musée de la Vie", "Ocim"),))
    ]


@pytest.mark.parametrize("now", ["Musée", "Musée de la Vie"])
def test_an_export_that_is_as_before_or_agrees_asks_nothing(session: Session, now: str) -> None:
    place = corrected(session)
    newer = replace(ZOE, organisation=now, job_title="Curator")
    assert planned(session, place, newer, MAX).questions == ()


def test_by_default_the_correction_stays(session: Session) -> None:
    place = corrected(session)
    carry_out(session, planned(session, place, replace(ZOE, organisation="Ocim"), MAX))
    assert people(session, place)["Zoé Lefèvre"].organisation == "Musée de la Vie"


def test_taking_the_exports_side_holds_also_for_the_next_one(session: Session) -> None:
    place = corrected(session)
    plan = planned(session, place, replace(ZOE, organisation="Ocim"), MAX)
    carry_out(session, plan, taking_all(plan))
    assert people(session, place)["Zoé Lefèvre"].organisation == "Ocim"
    carry_out(session, planned(session, place, replace(ZOE, organisation="Inrap"), MAX))
    assert people(session, place)["Zoé Lefèvre"].organisation == "Inrap"


def test_undoing_the_import_brings_the_correction_back(session: Session) -> None:
    place = corrected(session)
    before = tables(session)["attendee"]
    plan = planned(session, place, replace(ZOE, organisation="Ocim"), MAX)
    carry_out(session, plan, taking_all(plan))
    imports.undo(session, imports.history(session, place.event)[0].source, LATER)
    assert tables(session)["attendee"] == before
    assert verify(session).clean


def test_whoever_has_come_is_not_cancelled_unasked(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    plan = planned(session, place, replace(ZOE, status=Status.CANCELLED, job_title="Curator"), MAX)
    assert [(it.kind, it.arrived_at, it.take) for it in plan.questions] == [
        (Kind.CANCELLED, NINE, False)
    ]
    carry_out(session, plan)
    zoe = people(session, place)["Zoé Lefèvre"]
    assert (zoe.status, zoe.job_title) == (Status.CONFIRMED, "Curator")


CANCELLED = replace(ZOE, status=Status.CANCELLED)


def kept(session: Session) -> Place:
    """Zoé came, is cancelled in the export, and somebody said that she stays."""
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    carry_out(session, planned(session, place, CANCELLED, MAX))
    return place


def test_a_cancellation_that_was_declined_is_not_asked_again(session: Session) -> None:
    place = kept(session)
    again = planned(session, place, CANCELLED, MAX)
    assert (again.questions, again.unchanged) == ((), 2)
    newer = planned(session, place, replace(CANCELLED, job_title="Curator"), MAX)
    assert newer.questions == ()
    carry_out(session, newer)
    zoe = people(session, place)["Zoé Lefèvre"]
    assert (zoe.status, zoe.job_title) == (Status.CONFIRMED, "Curator")


def test_once_the_export_has_changed_its_mind_a_cancellation_is_asked_anew(
    session: Session,
) -> None:
    place = kept(session)
    carry_out(session, planned(session, place, ZOE, MAX))
    plan = planned(session, place, CANCELLED, MAX)
    assert kinds(plan) == [Kind.CANCELLED]
    carry_out(session, plan, taking_all(plan))
    assert people(session, place)["Zoé Lefèvre"].status == Status.CANCELLED


def test_a_declined_cancellation_is_taken_back_with_its_import_and_never_by_ctrl_z(
    session: Session,
) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    before = tables(session)
    carry_out(session, planned(session, place, CANCELLED, MAX))
    imports.undo(session, imports.history(session, place.event)[0].source, LATER)
    assert tables(session) == before
    undone = undoing.undo(session, place.event, LATER)
    assert undone
    assert isinstance(undone.fact.body, Admitted)
    assert kinds(planned(session, place, CANCELLED, MAX)) == []
    assert verify(session).clean


def test_whoever_came_and_is_gone_is_asked_about_once(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    plan = planned(session, place, MAX)
    assert kinds(plan) == [Kind.GONE]
    carry_out(session, plan)
    assert imports.history(session, place.event)[0].cancelled == 0
    again = planned(session, place, MAX)
    assert (again.questions, len(again.missing)) == ((), 1)
    assert kinds(planned(session, place, CANCELLED, MAX)) == [Kind.CANCELLED]
    imports.undo(session, imports.history(session, place.event)[0].source, LATER)
    assert kinds(planned(session, place, MAX)) == [Kind.GONE]


def deleted(session: Session, place: Place, *people: Registration) -> Plan:
    """The export of a platform where a missing row means cancelled."""
    return planned(session, place, *people, missing_means="cancelled")


def test_missing_people_who_were_kept_are_kept_by_default_from_then_on(session: Session) -> None:
    place = open_with(session, ZOE, MAX, ANNE)
    plan = deleted(session, place, ZOE, MAX)
    assert plan.cancels_missing
    carry_out(session, plan, Answers(cancel_missing=False))
    again = deleted(session, place, ZOE, MAX)
    assert not again.cancels_missing
    carry_out(session, again)
    assert people(session, place)["Anne Petit"].status == Status.CONFIRMED
    assert not deleted(session, place, ZOE, MAX).cancels_missing


def test_once_nobody_is_missing_any_more_the_platform_is_believed_again(session: Session) -> None:
    place = open_with(session, ZOE, MAX, ANNE)
    carry_out(session, deleted(session, place, ZOE, MAX), Answers(cancel_missing=False))
    carry_out(session, deleted(session, place, ZOE, MAX, ANNE))
    assert deleted(session, place, ZOE, MAX).cancels_missing


def test_whoever_has_come_is_cancelled_when_somebody_says_so(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    plan = planned(session, place, replace(ZOE, status=Status.CANCELLED), MAX)
    carry_out(session, plan, taking_all(plan))
    zoe = people(session, place)["Zoé Lefèvre"]
    assert (zoe.status, zoe.arrived_at) == (Status.CANCELLED, NINE)


def test_missing_people_are_kept_unless_the_platform_deletes(session: Session) -> None:
    place = open_with(session, ZOE, MAX, ANNE)
    carry_out(session, planned(session, place, ZOE, MAX))
    assert people(session, place)["Anne Petit"].status == Status.CONFIRMED
    carry_out(session, planned(session, place, ZOE, MAX, missing_means="cancelled"))
    assert people(session, place)["Anne Petit"].status == Status.CANCELLED


def test_of_the_missing_whoever_has_come_is_asked_about(session: Session) -> None:
    place = open_with(session, ZOE, MAX, ANNE)
    checkin.scan(session, place, "QR-ANNE", NINE)
    plan = planned(session, place, ZOE, missing_means="cancelled")
    assert [(it.kind, it.name, it.take) for it in plan.questions] == [
        (Kind.GONE, "Anne Petit", False)
    ]
    carry_out(session, plan)
    found = people(session, place)
    assert (found["Anne Petit"].status, found["Max Martin"].status) == ("confirmed", "cancelled")


def test_a_missing_person_who_is_back_is_a_change(session: Session) -> None:
    place = open_with(session, ZOE, MAX, ANNE)
    carry_out(session, planned(session, place, ZOE, MAX), Answers(cancel_missing=True))
    plan = planned(session, place, ZOE, MAX, ANNE)
    assert [it.registration.full_name for it in plan.back] == ["Anne Petit"]
    carry_out(session, plan)
    assert people(session, place)["Anne Petit"].status == Status.CONFIRMED


def test_undoing_the_import_brings_the_missing_back(session: Session) -> None:
    place = open_with(session, ZOE, MAX, ANNE)
    before = tables(session)["attendee"]
    carry_out(session, planned(session, place, ZOE), Answers(cancel_missing=True))
    assert people(session, place)["Max Martin"].status == Status.CANCELLED
    imports.undo(session, imports.history(session, place.event)[0].source, LATER)
    assert tables(session)["attendee"] == before


def walked_in(session: Session) -> Place:
    """Anne was not on the list, and came."""
    place = open_with(session, ZOE)
    walk_ins.register(session, place, replace(ANNE, external_id="", scan_code=""), NINE)
    return place


def test_a_walk_in_who_is_in_the_export_now_is_offered(session: Session) -> None:
    place = walked_in(session)
    plan = planned(session, place, ZOE, ANNE)
    assert [(it.kind, it.name, it.take) for it in plan.questions] == [
        (Kind.WALK_IN, "Anne Petit", False)
    ]
    carry_out(session, plan)
    assert [it.walk_in for it in roster.everybody(session, place) if "Anne" in it.full_name] in (
        [True, False],
        [False, True],
    )


def test_a_walk_in_said_to_be_the_same_is_one_person_from_then_on(session: Session) -> None:
    place = walked_in(session)
    plan = planned(session, place, ZOE, ANNE)
    carry_out(session, plan, taking_all(plan))
    anne = people(session, place)["Anne Petit"]
    assert (anne.walk_in, anne.arrived_at, anne.scan_code) == (False, NINE, "QR-ANNE")
    assert len(roster.everybody(session, place)) == 2
    assert checkin.scan(session, place, "QR-ANNE", LATER).outcome == "already_in"
    assert planned(session, place, ZOE, ANNE).unchanged == 2
    newer = planned(session, place, ZOE, replace(ANNE, job_title="Curator"))
    assert (len(newer.changed), newer.new) == (1, ())
    carry_out(session, newer)
    assert people(session, place)["Anne Petit"].job_title == "Curator"
    assert planned(session, place, ZOE, ANNE).missing == ()


def test_undoing_parts_them_again(session: Session) -> None:
    place = walked_in(session)
    before = tables(session)["attendee"]
    plan = planned(session, place, ZOE, ANNE)
    carry_out(session, plan, taking_all(plan))
    imports.undo(session, imports.history(session, place.event)[0].source, LATER)
    assert tables(session)["attendee"] == before
    assert verify(session).clean


def test_somebody_under_a_new_number_may_be_the_one_who_is_gone(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    renumbered = replace(ZOE, external_id="new", scan_code="QR-NEW")
    plan = planned(session, place, renumbered, MAX, missing_means="cancelled")
    assert kinds(plan) == [Kind.NEW_NUMBER]
    carry_out(session, plan, taking_all(plan))
    assert len(roster.everybody(session, place)) == 2
    zoe = people(session, place)["Zoé Lefèvre"]
    assert (zoe.id, zoe.status, zoe.scan_code) == (who(place, ZOE), "confirmed", "QR-NEW")


def test_a_mistyped_name_may_be_the_one_who_is_gone_and_is_never_taken_unseen(
    session: Session,
) -> None:
    anne = replace(ANNE, external_id="")
    place = open_with(session, anne, MAX)
    plan = planned(session, place, replace(anne, full_name="Anne Petite"), MAX)
    assert [(it.kind, it.name, it.take) for it in plan.questions] == [
        (Kind.NEW_NUMBER, "Anne Petit", False)
    ]
    carry_out(session, plan, taking_all(plan))
    assert people(session, place)["Anne Petite"].id == who(place, anne)


def test_two_names_unlike_each_other_are_two_people(session: Session) -> None:
    place = open_with(session, replace(ANNE, external_id=""), MAX)
    newcomer = guest("Odile Vasseur", "QR-ODILE")
    assert kinds(planned(session, place, replace(newcomer, external_id=""), MAX)) == []


def test_a_number_that_names_somebody_else_is_asked_about(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    other = replace(MAX, external_id=ZOE.external_id, full_name="Ewa Kowalczyk", email="e@e.org")
    plan = planned(session, place, other, MAX)
    assert [(it.kind, it.take) for it in plan.questions] == [(Kind.SOMEBODY_ELSE, True)]
    checkin.scan(session, place, "QR-ZOE", NINE)
    plan = planned(session, place, other, MAX)
    assert [(it.kind, it.take) for it in plan.questions] == [(Kind.SOMEBODY_ELSE, False)]
    carry_out(session, plan)
    assert "Zoé Lefèvre" in people(session, place)


def test_a_number_may_name_somebody_else_where_nobody_has_an_address(session: Session) -> None:
    place = open_with(session, ANNE, MAX)
    other = replace(ANNE, given_name="Odile", family_name="Vasseur", full_name="Odile Vasseur")
    assert kinds(planned(session, place, other, MAX)) == [Kind.SOMEBODY_ELSE]


def test_a_corrected_name_is_the_same_person(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    married = replace(ZOE, full_name="Zoé Lefèvre-Martin", email="zoe.martin@example.org")
    assert planned(session, place, married, MAX).questions == ()


def test_whoever_comes_after_the_comparison_is_not_cancelled(session: Session) -> None:
    place = open_with(session, ZOE, MAX, ANNE)
    newer = replace(MAX, status=Status.CANCELLED)
    plan = planned(session, place, ZOE, newer, missing_means="cancelled")
    checkin.scan(session, place, "QR-ANNE", NINE)
    checkin.scan(session, place, "QR-MAX", NINE)
    carry_out(session, plan)
    found = people(session, place)
    assert (found["Anne Petit"].status, found["Max Martin"].status) == ("confirmed", "confirmed")


def test_a_plan_does_not_outlive_another_import(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    plan = planned(session, place, ZOE, replace(MAX, email="old@example.org"))
    carry_out(session, planned(session, place, ZOE, replace(MAX, email="new@example.org")))
    with pytest.raises(DeskError, match="has changed since"):
        imports.Import(plan).advance(session, LATER)


def test_a_matched_number_never_stands_for_two_people(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    renumbered = replace(ZOE, external_id="2002", scan_code="QR-2002")
    plan = planned(session, place, renumbered, MAX)
    assert plan.questions[0].take  # the same name and the same e-mail
    carry_out(session, plan)
    bob = guest("Bob Durand", "QR-BOB", external_id=ZOE.external_id, email="bob@example.org")
    carry_out(session, planned(session, place, renumbered, MAX, bob))
    assert set(people(session, place)) == {"Zoé Lefèvre", "Max Martin", "Bob Durand"}
    assert planned(session, place, renumbered, MAX, bob).unchanged == 3


def test_somebody_else_declined_is_registered_beside_whoever_has_come(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.scan(session, place, "QR-ZOE", NINE)
    bob = guest("Bob Durand", "QR-BOB", external_id=ZOE.external_id, email="bob@example.org")
    plan = planned(session, place, bob, MAX, replace(ZOE, external_id="3003"))
    assert kinds(plan) == [Kind.SOMEBODY_ELSE, Kind.NEW_NUMBER]
    carry_out(session, plan)
    found = people(session, place)
    assert set(found) == {"Zoé Lefèvre", "Max Martin", "Bob Durand"}
    assert found["Zoé Lefèvre"].arrived_at == NINE
    assert len(roster.everybody(session, place)) == 3


def test_whoever_takes_a_place_takes_none_of_its_corrections(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    checkin.amend(session, place.event, who(place, ZOE), "note", "Wheelchair", NINE)
    bob = guest("Bob Durand", "QR-BOB", external_id=ZOE.external_id, email="bob@example.org")
    carry_out(session, planned(session, place, bob, MAX))
    assert people(session, place)["Bob Durand"].note == ""


def test_a_name_before_an_address_that_is_shared(session: Session) -> None:
    place = open_with(session, ZOE)
    anna = guest("Anna Roth", email="fam@example.org")
    walk_ins.register(session, place, replace(anna, external_id=""), NINE)
    bert = guest("Bert Roth", email="fam@example.org")
    plan = planned(session, place, ZOE, bert, anna)
    assert [(it.name, it.lines[0].export) for it in plan.questions] == [("Anna Roth", "Anna Roth")]


def test_a_whole_name_that_follows_from_its_parts_is_no_conflict(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.amend(session, place.event, who(place, ZOE), "given_name", "Zoë", NINE)
    newer = replace(ZOE, family_name="Martin", full_name="Zoé Martin")
    assert planned(session, place, newer).questions == ()


def test_cancelling_somebody_who_came_also_gives_up_a_corrected_status(session: Session) -> None:
    place = open_with(session, replace(ZOE, status=Status.PENDING), MAX)
    checkin.amend(session, place.event, who(place, ZOE), "status", "confirmed", NINE)
    checkin.scan(session, place, "QR-ZOE", NINE)
    plan = planned(session, place, replace(ZOE, status=Status.CANCELLED), MAX)
    assert kinds(plan) == [Kind.CANCELLED]
    carry_out(session, plan, taking_all(plan))
    assert people(session, place)["Zoé Lefèvre"].status == Status.CANCELLED


def test_planning_waits_for_an_import_that_is_being_taken_back(session: Session) -> None:
    place = open_with(session, ZOE)
    source = imports.history(session, place.event)[0].source
    imports.undo(session, source, LATER, at_once=False)
    assert [it.registration for it in planned(session, place, ZOE).new] == [ZOE]


def struck(session: Session) -> Place:
    """Anne is gone from an export of a platform where that means cancelled."""
    place = open_with(session, ZOE, MAX, replace(ANNE, email="anne@example.org"))
    carry_out(session, deleted(session, place, ZOE, MAX))
    assert people(session, place)["Anne Petit"].status == Status.CANCELLED
    return place


def test_somebody_struck_off_who_comes_back_under_a_new_number_is_matched(
    session: Session,
) -> None:
    place = struck(session)
    again = replace(ANNE, email="anne@example.org", external_id="new", scan_code="QR-NEW")
    plan = deleted(session, place, ZOE, MAX, again)
    assert [(it.kind, it.take) for it in plan.questions] == [(Kind.NEW_NUMBER, True)]
    carry_out(session, plan)
    anne = people(session, place)["Anne Petit"]
    assert len(people(session, place)) == 3
    assert (anne.id, anne.status, anne.scan_code) == (
        who(place, ANNE),
        Status.CONFIRMED,
        "QR-NEW",
    )
    assert deleted(session, place, ZOE, MAX, again).unchanged == 3


def test_somebody_back_again_may_be_who_walked_in_meanwhile(session: Session) -> None:
    place = struck(session)
    came = walk_ins.register(session, place, guest("Anne Petit"), NINE, certain=True)
    assert came.person
    back = replace(ANNE, email="anne@example.org")
    plan = deleted(session, place, ZOE, MAX, back)
    assert [(it.kind, it.attendee) for it in plan.questions] == [(Kind.WALK_IN, came.person.id)]
    carry_out(session, plan, taking_all(plan))
    listed = {it.id: it for it in roster.everybody(session, place)}
    assert listed[came.person.id].scan_code == "QR-ANNE"
    assert listed[who(place, ANNE)].status == Status.CANCELLED
    assert checkin.scan(session, place, "QR-ANNE", LATER).outcome == "already_in"
    again = deleted(session, place, ZOE, MAX, back)
    assert (again.questions, again.unchanged) == ((), 3)


def test_left_as_they_are_somebody_back_again_and_a_walk_in_stay_two(session: Session) -> None:
    place = struck(session)
    walk_ins.register(session, place, guest("Anne Petit"), NINE, certain=True)
    carry_out(session, deleted(session, place, ZOE, MAX, replace(ANNE, email="anne@example.org")))
    annes = [it for it in roster.everybody(session, place) if it.full_name == "Anne Petit"]
    assert [it.status for it in annes] == [Status.CONFIRMED, Status.CONFIRMED]

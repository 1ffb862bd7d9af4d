"""What an import asks before it does it, what it does by default, and that it can be undone."""

from dataclasses import replace
from typing import Any

import pytest

from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, imports, planning, roster
from desk_app.services.checkin import Place
from desk_app.services.planning import Answers, Plan
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
    assert kinds(planned(session, place, replace(ZOE, status=Status.CANCELLED), MAX)) == [
        Kind.CANCELLED
    ]


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
    checkin.walk_in(session, place, replace(ANNE, external_id="", scan_code=""), NINE)
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


def test_a_corrected_name_is_the_same_person(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    married = replace(ZOE, full_name="Zoé Lefèvre-Martin", email="zoe.martin@example.org")
    assert planned(session, place, married, MAX).questions == ()

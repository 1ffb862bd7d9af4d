"""Registrations in: compared, brought in, taken back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.facts import FactId
from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, imports, past_imports, planning, roster, undoing, walk_ins
from desk_app.services.checkin import Place
from desk_app.services.differences import Difference
from desk_app.services.imports import Import
from desk_app.services.plan import Missing, Plan
from desk_app.store import ledger
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import (
    NINE,
    bring,
    desk_in,
    guest,
    museums,
    open_with,
    reading,
    tables,
    who,
)

ZOE = guest("Zoé Lefèvre", "QR-ZOE", email="zoe@example.org")
MAX = guest("Max Martin", "QR-MAX", organisation="Ocim")
ANNE = guest("Anne Petit", "QR-ANNE")


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three people in a transaction, so that a handful of people needs several."""
    monkeypatch.setattr(imports, "SLICE", 3)


def planned(session: Session, place: Place, *people: Registration) -> Plan:
    return planning.plan(session, place.event, reading(*people))


def changed(it: Registration, **fields: Any) -> Registration:
    return replace(it, **fields)


def names(session: Session, place: Place) -> list[str]:
    return [person.full_name for person in roster.everybody(session, place)]


def test_a_first_export_is_all_new(session: Session) -> None:
    plan = planned(session, museums(session), ZOE, MAX)
    assert [change.registration for change in plan.new] == [ZOE, MAX]
    assert (plan.changed, plan.cancelled, plan.enriched, plan.missing) == ((), (), (), ())
    assert (plan.unchanged, plan.warnings) == (0, ())


def test_planning_writes_nothing(session: Session) -> None:
    place = open_with(session, ZOE)
    before, facts = tables(session), verify(session).facts
    planned(session, place, changed(ZOE, email="x"), MAX)
    assert (tables(session), verify(session).facts) == (before, facts)


def test_the_same_export_again_changes_nobody(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    before = tables(session)
    plan = planned(session, place, ZOE, MAX)
    assert (plan.writes, plan.unchanged) == (0, 2)
    bring(session, place, reading(ZOE, MAX))
    assert tables(session) == before


def test_the_very_same_file_is_pointed_out(session: Session) -> None:
    place = open_with(session, ZOE)
    assert "nothing in it is new" in str(planned(session, place, ZOE).warnings[0])
    assert planned(session, place, MAX).warnings == ()


def test_an_older_file_after_a_newer_one_is_not_called_nothing_new(session: Session) -> None:
    place = open_with(session, ZOE)
    bring(session, place, reading(changed(ZOE, email="new@example.org"), digest="newer"))
    plan = planned(session, place, ZOE)
    assert len(plan.changed) == 1
    assert "has changed since" in str(plan.warnings[0])


def test_a_file_taken_back_may_come_again(session: Session) -> None:
    place = museums(session)
    imports.undo(session, bring(session, place, reading(ZOE)), NINE)
    plan = planned(session, place, ZOE)
    assert (len(plan.new), plan.warnings) == (1, ())
    bring(session, place, reading(ZOE))
    assert names(session, place) == ["Zoé Lefèvre"]


def test_a_changed_field_is_shown_before_and_after(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    plan = planned(session, place, changed(ZOE, email="new@example.org"), MAX)
    assert [change.differences for change in plan.changed] == [
        (Difference("email", "zoe@example.org", "new@example.org"),)
    ]
    assert plan.unchanged == 1


def test_a_person_cancelled_since_is_named_as_such(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    plan = planned(session, place, changed(ZOE, status=Status.CANCELLED), MAX)
    assert [change.attendee for change in plan.cancelled] == [who(place, ZOE)]
    assert (plan.changed, plan.missing) == ((), ())


def test_a_person_cancelled_no_more_is_a_change(session: Session) -> None:
    place = open_with(session, changed(ZOE, status=Status.CANCELLED))
    plan = planned(session, place, ZOE)
    assert (len(plan.changed), plan.cancelled) == (1, ())


def test_a_column_added_to_the_form_changes_nobody(session: Session) -> None:
    place = open_with(session, ZOE)
    plan = planned(session, place, changed(ZOE, answers=(("Diet", "vegan"),)))
    assert (plan.changed, plan.unchanged, len(plan.enriched)) == ((), 1, 1)


def test_answers_to_a_new_question_are_kept(session: Session) -> None:
    place = open_with(session, ZOE)
    bring(session, place, reading(changed(ZOE, answers=(("Diet", "vegan"),))))
    card = roster.card(session, place, who(place, ZOE))
    assert card.registration.answers == (("Diet", "vegan"),)


@pytest.mark.parametrize("answers", [(("Diet", "none"),), ()])
def test_another_answer_is_a_change(session: Session, answers: tuple[tuple[str, str], ...]) -> None:
    place = open_with(session, changed(ZOE, answers=(("Diet", "vegan"),)))
    plan = planned(session, place, changed(ZOE, answers=answers))
    now = answers[0][1] if answers else ""
    assert plan.changed[0].differences == (Difference("Diet", "vegan", now),)


def test_whoever_is_in_the_export_no_more_is_missing(session: Session) -> None:
    place = open_with(session, ZOE, MAX, ANNE)
    checkin.scan(session, place, "QR-ANNE", NINE)
    assert planned(session, place, ZOE).missing == (
        Missing(who(place, MAX), "Max Martin"),
        Missing(who(place, ANNE), "Anne Petit", arrived_at=NINE),
    )


def test_neither_walk_ins_nor_the_cancelled_are_missing(session: Session) -> None:
    place = open_with(session, ZOE, changed(MAX, status=Status.CANCELLED))
    walk_ins.register(session, place, ANNE, NINE)
    assert planned(session, place, ZOE).missing == ()


def test_missing_people_stay_on_the_list(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    bring(session, place, reading(ZOE))
    assert names(session, place) == ["Zoé Lefèvre", "Max Martin"]


def test_people_of_another_event_are_of_no_concern(session: Session) -> None:
    open_with(session, MAX)
    other = museums(session, Event("Another"))
    plan = planned(session, other, ZOE)
    assert (len(plan.new), plan.missing) == (1, ())


def test_what_the_desk_corrected_outlives_the_next_export(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.amend(session, place.event, who(place, ZOE), "email", "desk@example.org", NINE)
    bring(session, place, reading(changed(ZOE, email="x@example.org", organisation="Ocim")))
    person = roster.everybody(session, place)[0]
    assert (person.email, person.organisation) == ("desk@example.org", "Ocim")


def test_a_correction_is_no_change_of_the_export(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.amend(session, place.event, who(place, ZOE), "email", "desk@example.org", NINE)
    assert planned(session, place, ZOE).unchanged == 1


def test_an_import_says_how_far_it_is(session: Session) -> None:
    place = museums(session)
    work = Import(planned(session, place, *(guest(f"A{number} B") for number in range(27))))
    steps = [work.advance(session, NINE) for _ in range(4)]
    assert [(it.done, it.total, it.finished) for it in steps] == [
        (3, 27, False),
        (24, 27, False),
        (27, 27, False),  # and now they are sorted into the roster
        (27, 27, True),
    ]


def test_slices_are_small_once_somebody_has_come(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.scan(session, place, "QR-ZOE", NINE)
    guests = (guest(f"A{number} B") for number in range(7))
    work = Import(planned(session, place, ZOE, *guests))
    assert [work.advance(session, NINE).done for _ in range(3)] == [3, 6, 7]


def test_scans_slip_in_between_slices(session: Session) -> None:
    place = open_with(session, ZOE)
    work = Import(planned(session, place, ZOE, *(guest(f"A{number} B") for number in range(4))))
    work.advance(session, NINE)
    assert checkin.scan(session, place, "QR-ZOE", NINE).outcome == "welcome"
    assert not work.advance(session, NINE).finished
    assert checkin.scan(session, place, "QR-ZOE", NINE).outcome == "already_in"
    assert work.advance(session, NINE).finished
    assert verify(session).clean


def test_a_newcomer_corrected_before_the_import_ends_stands_in_the_roster_once(
    session: Session,
) -> None:
    place = museums(session)
    newcomers = [guest(f"A{number} B") for number in range(4)]
    work = Import(planned(session, place, *newcomers))
    work.advance(session, NINE)
    work.advance(session, NINE)
    checkin.amend(session, place.event, who(place, newcomers[0]), "family_name", "Zuse", NINE)
    assert work.advance(session, NINE).finished
    assert names(session, place)[-1].endswith("Zuse")
    assert verify(session).clean


def test_an_import_given_up_leaves_the_roster_as_it_was(session: Session) -> None:
    place = open_with(session, ZOE)
    before = names(session, place)
    people = (changed(ZOE, full_name="Zoé M"), *(guest(f"A{number} B") for number in range(6)))
    work = Import(planned(session, place, *people))
    for _ in range(2):
        work.advance(session, NINE)
    work.take_back(session, NINE)
    assert names(session, place) == before
    assert verify(session).clean


def test_giving_up_before_the_first_slice_writes_nothing(session: Session) -> None:
    place = open_with(session, ZOE)
    facts = verify(session).facts
    Import(planned(session, place, MAX)).take_back(session, NINE)
    assert verify(session).facts == facts


def test_every_import_is_in_the_history(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    bring(session, place, reading(changed(ZOE, email="x"), ANNE, file="day2.csv", digest="d2"))
    bring(session, place, reading(changed(MAX, status=Status.CANCELLED), file="day3.csv"))
    latest, second, first = imports.history(session, place.event)
    assert (first.new, first.changed, first.cancelled) == (2, 0, 0)
    assert (second.new, second.changed, second.file, second.digest) == (1, 1, "day2.csv", "d2")
    assert (latest.cancelled, latest.taken_back, latest.desk) == (1, False, session.desk.id)


def test_a_whole_import_can_be_taken_back(session: Session) -> None:
    place = open_with(session, ZOE)
    before = roster.everybody(session, place)[0]
    second = bring(session, place, reading(changed(ZOE, email="x"), MAX))
    imports.undo(session, second, NINE)
    assert list(roster.everybody(session, place)) == [before]
    assert [past.taken_back for past in imports.history(session, place.event)] == [True, False]


def test_check_ins_made_since_outlive_their_import(session: Session) -> None:
    place = museums(session)
    source = bring(session, place, reading(ZOE, MAX))
    checkin.scan(session, place, "QR-ZOE", NINE)
    imports.undo(session, source, NINE)
    assert names(session, place) == ["Zoé Lefèvre"]
    assert checkin.scan(session, place, "QR-ZOE", NINE).outcome == "already_in"
    assert checkin.scan(session, place, "QR-MAX", NINE).outcome == "unknown"


def test_whoever_came_before_the_import_was_taken_back_can_be_brought_again(
    session: Session,
) -> None:
    place = museums(session)
    source = bring(session, place, reading(ZOE))
    checkin.scan(session, place, "QR-ZOE", NINE)
    imports.undo(session, source, NINE)
    bring(session, place, reading(ZOE))
    undoing.undo(session, place.event, NINE)
    assert names(session, place) == ["Zoé Lefèvre"]


def test_only_an_import_can_be_taken_back_as_one(session: Session) -> None:
    place = open_with(session, ZOE)
    for wrong in (FactId(session.desk.id, 99), FactId(session.desk.id, 1)):
        with pytest.raises(DeskError, match="not in the ledger"):
            imports.undo(session, wrong, NINE)
    assert names(session, place) == ["Zoé Lefèvre"]


def begun(session: Session, place: Place) -> None:
    people = (changed(ZOE, full_name="Zoé M"), *(guest(f"A{number} B") for number in range(6)))
    assert not Import(planned(session, place, *people)).advance(session, NINE).finished


def test_an_import_cut_short_is_found_and_taken_back(session: Session) -> None:
    place = open_with(session, ZOE)
    begun(session, place)
    assert [event for _, event in past_imports.unfinished(session)] == [place.event]
    assert imports.recover(session, NINE) == 1
    assert (names(session, place), past_imports.unfinished(session)) == (["Zoé Lefèvre"], [])
    assert verify(session).clean


def test_there_is_nothing_to_recover_on_a_good_day(session: Session) -> None:
    open_with(session, ZOE)
    assert imports.recover(session, NINE) == 0


def test_an_import_cut_short_is_not_in_the_history(session: Session) -> None:
    place = open_with(session, ZOE)
    begun(session, place)
    assert len(imports.history(session, place.event)) == 1


def test_an_import_that_another_desk_began_is_that_desk_s_own(folder: Path) -> None:
    with desk_in(folder) as first:
        begun(first, open_with(first, ZOE))
    with desk_in(folder.rename(folder.with_name("second"))) as second:
        assert imports.recover(second, NINE) == 0


def test_only_one_import_runs_in_a_folder(folder: Path) -> None:
    with imports.only_one(folder), pytest.raises(DeskError, match="Another import"):  # noqa: SIM117
        with imports.only_one(folder):
            pass
    with imports.only_one(folder):
        assert (folder / "import.lock").exists()


def test_an_import_is_taken_back_by_the_slice(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_SWEPT_AT_ONCE", 2)
    place = open_with(session, ZOE)
    before = tables(session)
    people = (changed(ZOE, full_name="Zoé M"), *(guest(f"A{number} B") for number in range(6)))
    imports.undo(session, bring(session, place, reading(*people)), NINE, at_once=False)
    slices = 1
    while imports.sweep(session, place.event):
        slices += 1
    assert slices == 4
    assert names(session, place) == ["Zoé Lefèvre"]
    assert tables(session)["roster_line"] == before["roster_line"]
    assert verify(session).clean


def test_a_sweep_that_was_cut_short_is_finished_at_the_next_start(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_SWEPT_AT_ONCE", 2)
    place = museums(session)
    source = bring(session, place, reading(*(guest(f"A{number} B") for number in range(6))))
    imports.undo(session, source, NINE, at_once=False)
    imports.sweep(session, place.event)
    assert past_imports.cut_short(session)
    imports.recover(session, NINE)
    assert not past_imports.cut_short(session)
    assert names(session, place) == []
    assert verify(session).clean


def test_whoever_is_scanned_while_a_sweep_goes_on_is_right_at_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_SWEPT_AT_ONCE", 1)
    place = open_with(session, ZOE, MAX, ANNE)
    renamed = [changed(it, job_title="Curator") for it in (ZOE, MAX, ANNE)]
    imports.undo(session, bring(session, place, reading(*renamed)), NINE, at_once=False)
    checkin.enter(session, place, who(place, ZOE), NINE)
    while imports.sweep(session, place.event):
        pass
    people = roster.everybody(session, place)
    assert [person.job_title for person in people] == ["", "", ""]
    assert verify(session).clean

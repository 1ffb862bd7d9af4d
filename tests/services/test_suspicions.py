"""Files that may not be the ones that somebody means to import."""

from dataclasses import replace

from desk_app.domain.registration import Registration, Status
from desk_app.services import imports, planning
from desk_app.services.checkin import Place
from desk_app.services.plan import Plan
from desk_app.store.session import Session
from tests.services.days import NINE, bring, guest, open_with, reading

SIX = [guest(f"Guest {letter}", email=f"{letter}@example.org") for letter in "ABCDEF"]


def planned(session: Session, place: Place, *people: Registration) -> Plan:
    return planning.plan(session, place.event, replace(reading(*people), missing_means="cancelled"))


def told(plan: Plan) -> str:
    return " ".join(map(str, plan.warnings))


def test_a_usual_export_is_not_suspicious(session: Session) -> None:
    place = open_with(session, *SIX)
    plan = planned(session, place, *SIX[:-1], guest("New Guest"))
    assert (plan.suspicious, plan.warnings, plan.cancels_missing) == (False, (), True)


def test_half_the_roster_gone_cancels_nobody_by_itself(session: Session) -> None:
    place = open_with(session, *SIX)
    plan = planned(session, place, *SIX[:3])
    assert (plan.suspicious, plan.cancels_missing) == (True, False)
    assert "3 of the 6 people" in told(plan)


def test_an_export_of_nobody_here_may_be_of_another_event(session: Session) -> None:
    place = open_with(session, *SIX)
    plan = planned(session, place, *(guest(f"Other {letter}") for letter in "ABCDEF"))
    assert plan.suspicious
    assert "another event" in told(plan)


def test_an_older_file_is_recognised_by_its_registrations(session: Session) -> None:
    dated = [replace(it, registered_at=f"2026-11-0{n}T10:00:00") for n, it in enumerate(SIX, 1)]
    place = open_with(session, *dated)
    assert not planned(session, place, *dated).suspicious
    plan = planned(session, place, *dated[:5])
    assert plan.suspicious
    assert "2026-11-05 10:00" in told(plan)


def test_an_import_taken_back_makes_no_file_older(session: Session) -> None:
    dated = [replace(it, registered_at=f"2026-11-0{n}T10:00:00") for n, it in enumerate(SIX, 1)]
    place = open_with(session, *dated[:5])
    imports.undo(session, bring(session, place, reading(*dated)), NINE)
    assert not planned(session, place, *dated[:5]).suspicious


def test_a_file_that_breaks_off_cancels_nobody_by_itself(session: Session) -> None:
    place = open_with(session, *SIX)
    short = replace(reading(*SIX[:-1]), missing_means="cancelled", broken_off=True)
    plan = planning.plan(session, place.event, short)
    assert (plan.suspicious, plan.cancels_missing) == (True, False)


def test_somebody_standing_twice_is_told(session: Session) -> None:
    place = open_with(session)
    twin = replace(SIX[0], external_id="another")
    assert "One person stands" in told(planned(session, place, *SIX, twin))


def test_another_event_with_the_same_small_numbers_replaces_nobody(session: Session) -> None:
    here = [replace(it, external_id=str(n)) for n, it in enumerate(SIX)]
    place = open_with(session, *here)
    there = [
        guest(name, external_id=str(n), email=f"{n}@example.net")
        for n, name in enumerate(("Ada L", "Max M", "Zoé Q", "Ewa K", "Jo D", "Li W"))
    ]
    plan = planned(session, place, *there)
    assert plan.suspicious
    assert not any(it.take for it in plan.questions)


def test_cancelled_people_do_not_hide_that_nobody_is_left(session: Session) -> None:
    gone = [replace(it, status=Status.CANCELLED) for it in SIX]
    more = [guest(f"More {letter}") for letter in "ABCDEF"]
    place = open_with(session, *gone, *more)
    assert planned(session, place, guest("Somebody New")).suspicious

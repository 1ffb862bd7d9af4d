"""Verification finds what is broken, each kind of it, and rebuilding mends the tables."""

import pytest

from desk_app.domain.facts import Departed
from desk_app.services import checkin
from desk_app.store.ledger import Entry, record
from desk_app.store.session import Session
from desk_app.store.verify import rebuild, verify
from tests.services.days import NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE")
BROKEN_ROWS = {
    "attendee": "UPDATE attendee SET note = 'forged'",
    "presence": "UPDATE presence SET first_at = first_at + 1",
    "roster_line": "UPDATE roster_line SET family_key = 'forged'",
    "ticket_code": "UPDATE ticket_code SET code = 'forged'",
    "person_search": "UPDATE person_search SET name = 'forged'",
}
STRAY_ROWS = {
    "attendee": "INSERT INTO attendee SELECT 1, event, listed, walk_in, status, external_id,"
    " scan_code, given_name, family_name, full_name, email, organisation, job_title, ticket_type,"
    " phone, order_id, note, amended, copies, arrived_at, family_key, fingerprint, matched,"
    " help FROM attendee",
    "presence": "INSERT INTO presence SELECT attendee, 'stray', event, first_at, desk, last_at,"
    " inside, entries, companions FROM presence",
    "roster_line": "INSERT INTO roster_line SELECT event, 'stray', attendee FROM roster_line",
    "ticket_code": "INSERT INTO ticket_code SELECT event, 'stray', attendee FROM ticket_code",
    "person_search": "INSERT INTO person_search (rowid, name, rest) VALUES (1, 'stray', '')",
}


@pytest.fixture
def day(session: Session) -> Session:
    """One person, who came."""
    place = open_with(session, ZOE, guest("Max Martin"))
    checkin.scan(session, place, "QR-ZOE", NINE)
    return session


def kinds(session: Session) -> set[str]:
    return {kind for kind, _ in verify(session).flaws}


def test_a_sound_ledger_is_clean_and_counted(day: Session) -> None:
    found = verify(day)
    assert found.clean
    assert (found.facts, found.attendees, found.events) == (6, 2, 1)


def test_an_empty_desk_is_clean(session: Session) -> None:
    assert verify(session).clean


def test_a_lost_fact_is_a_gap(day: Session) -> None:
    day.run("DELETE FROM fact WHERE number = 5")
    assert ("gap", f"{day.desk.id} 5") in verify(day).flaws


def test_facts_lost_at_the_beginning_are_a_gap(day: Session) -> None:
    day.run("DELETE FROM fact WHERE number = 1")
    assert ("gap", f"{day.desk.id} 1") in verify(day).flaws


def test_a_clock_gone_back_is_seen(day: Session) -> None:
    day.run("UPDATE fact SET clock = 5 WHERE number = 3")
    assert ("clock", f"{day.desk.id} 3") in verify(day).flaws


@pytest.mark.parametrize("table", BROKEN_ROWS)
def test_a_changed_row_is_seen(day: Session, table: str) -> None:
    day.run(BROKEN_ROWS[table] + (" WHERE id > 0 AND note = ''" if table == "attendee" else ""))
    assert any(kind == "row" and table in where for kind, where in verify(day).flaws)


@pytest.mark.parametrize("table", BROKEN_ROWS)
def test_a_lost_row_is_seen(day: Session, table: str) -> None:
    day.run("PRAGMA defer_foreign_keys = ON")
    day.run(f"DELETE FROM {table}")
    assert any(kind == "row" and table in where for kind, where in verify(day).flaws)
    rebuild(day)


@pytest.mark.parametrize("table", STRAY_ROWS)
def test_a_stray_row_is_seen(day: Session, table: str) -> None:
    day.run(STRAY_ROWS[table] + (" LIMIT 1" if table == "attendee" else ""))
    assert ("stray", table) in verify(day).flaws


def test_a_changed_event_is_seen(day: Session) -> None:
    day.run("UPDATE event SET title = 'forged'")
    assert kinds(day) == {"row"}


def test_a_stray_event_is_seen(day: Session) -> None:
    day.run("INSERT INTO event VALUES (1, 'stray', '', '{}')")
    assert verify(day).flaws == (("stray", "event 1"),)


def test_a_row_that_points_nowhere_is_seen(day: Session) -> None:
    day.run("PRAGMA defer_foreign_keys = ON")
    day.run("INSERT INTO ticket_code VALUES (1, 'stray', 1)")
    assert "file" in kinds(day)
    rebuild(day)


@pytest.mark.parametrize("harm", [*BROKEN_ROWS.values(), "INSERT INTO event VALUES (1,'','','')"])
def test_rebuilding_mends_every_table(day: Session, harm: str) -> None:
    day.run(harm)
    assert not verify(day).clean
    rebuild(day)
    assert verify(day).clean


def test_verifying_changes_nothing(day: Session) -> None:
    before = day.run("SELECT total_changes()").scalar_one()
    verify(day)
    assert day.run("SELECT total_changes()").scalar_one() == before


def test_a_person_of_nobody_s_registration_is_no_flaw(session: Session) -> None:
    place = open_with(session, ZOE)
    gone = Entry(who(place, guest("Unknown")), Departed(place.checkpoint, NINE))
    record(session, place.event, [gone], NINE)
    assert verify(session).clean

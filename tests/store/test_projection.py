"""The tables are what the ledger adds up to, at every moment of any day."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from desk_app.domain.facts import Admitted, Amended, EventDescribed
from desk_app.services import checkin, events, imports
from desk_app.store import search
from desk_app.store.ledger import Entry, record
from desk_app.store.session import Session
from desk_app.store.verify import rebuild, verify
from tests.services.days import MUSEUMS, NINE, bring, guest, open_with, reading, tables, who
from tests.services.random_day import Step, lived, steps

ZOE = guest("Zoé Lefèvre", "QR-ZOE", organisation="Ocim")


@settings(max_examples=40)
@given(morning=steps, afternoon=steps)
def test_tables_built_anew_equal_tables_kept_up_to_date(
    new_file: Path, morning: list[Step], afternoon: list[Step]
) -> None:
    with lived(new_file, morning, afternoon) as (session, _):
        kept = tables(session)
        assert verify(session).flaws == ()
        rebuild(session)
        assert tables(session) == kept


def test_people_who_came_are_found_after_rebuilding(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.scan(session, place, "QR-ZOE", NINE)
    rebuild(session)
    assert search.find(session, place.event, "lefevre") == [who(place, ZOE)]
    assert checkin.scan(session, place, "QR-ZOE", NINE).outcome == "already_in"


def test_taking_an_import_back_restores_how_people_who_came_are_found(session: Session) -> None:
    place = open_with(session, ZOE)
    renamed = replace(ZOE, full_name="Zoé Martin", family_name="Martin", scan_code="QR-NEW")
    second = bring(session, place, reading(renamed))
    checkin.scan(session, place, "QR-NEW", NINE)
    imports.undo(session, second, NINE)
    assert search.find(session, place.event, "lefevre") == [who(place, ZOE)]
    assert checkin.scan(session, place, "QR-ZOE", NINE).outcome == "already_in"


def test_a_correction_and_an_entry_at_once_are_both_seen(session: Session) -> None:
    place = open_with(session, ZOE)
    zoe = who(place, ZOE)
    both = [Entry(zoe, Amended("family_name", "Martin")), Entry(zoe, Admitted("door", NINE))]
    record(session, place.event, both, NINE)
    assert search.find(session, place.event, "martin") == [zoe]


def test_the_latest_announcement_is_the_event(session: Session) -> None:
    place = open_with(session)
    later = replace(MUSEUMS, title="Numériser 2026")
    fact = record(session, place.event, [Entry(None, EventDescribed(later))], NINE)[0]
    assert fact.event == place.event
    found = events.found(session, place.event)
    assert found
    assert found.title == "Numériser 2026"

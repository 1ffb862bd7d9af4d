"""The ledger: numbered without gaps, never going back, read from both ends."""

import pytest
from sqlalchemy.exc import IntegrityError

from desk_app.domain.event import Event
from desk_app.domain.facts import Admitted, Annulled, Fact, FactId, ImportStarted, Refused
from desk_app.store import ledger
from desk_app.store.ledger import Entry, record
from desk_app.store.session import Session, Store
from desk_app.store.verify import verify
from tests.services.days import NINE, guest, museums, open_with, who

ZOE, MAX = guest("Zoé Lefèvre", "QR-ZOE"), guest("Max Martin", "QR-MAX")
REFUSED = Entry(None, Refused("X", "door", "unknown"))


def refuse(session: Session, *nows: int) -> list[Fact]:
    event = museums(session).event
    return [fact for now in nows for fact in record(session, event, [REFUSED], now)]


def refuse_and_fail(store: Store) -> None:
    with store.transaction() as session:
        refuse(session, NINE)
        session.run("INSERT INTO setting VALUES ('x', NULL)")


def test_a_desk_numbers_its_facts_without_gaps(session: Session) -> None:
    numbers = [fact.number for fact in refuse(session, 1, 2, 3)]
    assert numbers == list(range(numbers[0], numbers[0] + 3))


def test_several_facts_at_once_are_numbered_in_their_order(session: Session) -> None:
    event = museums(session).event
    facts = record(session, event, [REFUSED] * 3, NINE + 5)
    assert [fact.number for fact in facts] == [2, 3, 4]
    assert {fact.clock for fact in facts} == {NINE + 5}


def test_a_desk_s_clock_never_goes_back(session: Session) -> None:
    later, earlier, much_later = refuse(session, NINE + 9, NINE - 1000, NINE + 5000)
    assert (earlier.clock, much_later.clock) == (later.clock + 1, NINE + 5000)


def test_nothing_to_record_is_nothing_recorded(session: Session) -> None:
    assert record(session, 1, [], NINE) == []
    assert verify(session).facts == 0


def test_a_failed_transaction_leaves_no_fact_and_no_gap(store: Store) -> None:
    with pytest.raises(IntegrityError):
        refuse_and_fail(store)
    with store.transaction() as session:
        assert refuse(session, NINE)[0].number == 2
        assert verify(session).clean


def test_a_person_s_facts_are_found_whoever_else_is_asked_for(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    zoe = who(place, ZOE)
    found = ledger.facts_of(session, [*range(1000), zoe])
    assert [fact.attendee for fact in found.pop(zoe)] == [zoe]
    assert found == {}


def test_everybody_is_read_one_person_at_a_time(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    record(session, place.event, [Entry(who(place, ZOE), Admitted(place.checkpoint, NINE))], NINE)
    read = {who: len(facts) for who, facts in ledger.facts_by_attendee(session, place.event)}
    assert read == {who(place, ZOE): 2, who(place, MAX): 1}


def test_an_event_without_people_has_nobody_to_read(session: Session) -> None:
    assert list(ledger.facts_by_attendee(session, museums(session).event)) == []


def test_facts_about_the_event_name_nobody(session: Session) -> None:
    place = open_with(session, ZOE)
    mine = Entry(who(place, ZOE), Annulled(FactId("z", 1)))
    record(session, place.event, [mine], NINE)
    about = ledger.about_event(session, place.event)
    kinds = [type(fact.body).__name__ for fact in about]
    assert kinds == ["EventDescribed", "ImportStarted", "ImportFinished"]
    assert [it.body for it in ledger.about_event(session, place.event, ImportStarted)] == [
        about[1].body
    ]


def test_one_fact_is_found_by_its_identity(session: Session) -> None:
    fact = refuse(session, NINE)[0]
    assert ledger.fact_by_id(session, fact.id) == fact
    assert ledger.fact_by_id(session, FactId(fact.desk, 99)) is None


def test_a_desk_reads_its_own_facts_backwards(session: Session) -> None:
    first, second = refuse(session, NINE, NINE)
    other = museums(session, Event("Another"))
    assert [fact.number for fact in ledger.backwards(session)] == [4, 3, 2, 1]
    assert list(ledger.backwards(session, first.event))[:2] == [second, first]
    assert len(list(ledger.backwards(session, other.event))) == 1

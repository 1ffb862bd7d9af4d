"""The roll in memory: read in parts, and equal to the tables after whatever happens."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from desk_app.domain.facts import Annulled
from desk_app.domain.registration import Status
from desk_app.services import checkin, roster
from desk_app.services.checkin import Place
from desk_app.store import ledger, roll
from desk_app.store.roll import Roll
from desk_app.store.session import Session
from desk_app.store.tally import Tally
from tests.services.days import FRIDAY, MINUTE, NINE, bring, guest, open_with, reading, who
from tests.services.random_day import Step, live, lived, steps

ZOE = guest("Zoé Lefèvre", organisation="Ocim")
MAX = guest("Max Martin")
EVE = replace(guest("Ève Adam"), status=Status.PENDING)


def read(session: Session, place: Place, part: int = roll.PART) -> Roll:
    found = roll.read_on(session, place.event, place.checkpoint, part)
    while not found.whole:
        found = roll.read_on(session, place.event, place.checkpoint, part)
    return found


def counted(found: Roll) -> Tally:
    """As if everybody were counted now."""
    tally = Tally()
    for row in found.people.rows:
        tally.add(row, found.stays.get(row[0], ()))
    return tally


def kept(it: Tally) -> list[Counter[object]]:
    """Without what is nobody any more."""
    counters = (it.states, it.here, it.points, it.steps, it.coming, it.come)
    return [+counter for counter in counters]  # type: ignore[misc]  # counters of different keys


def assert_true(session: Session, place: Place) -> None:
    found = roll.current(session, place.event, place.checkpoint) or read(session, place)
    assert list(found.people) == list(roster.everybody(session, place))
    assert kept(found.tally) == kept(counted(found))


def test_the_roll_is_read_in_parts(session: Session) -> None:
    place = open_with(session, ZOE, MAX, EVE)
    first = roll.read_on(session, place.event, place.checkpoint, 2)
    assert (len(first.people), first.whole) == (2, False)
    assert roll.current(session, place.event, place.checkpoint) is None
    assert read(session, place, 2).people.ids() == roster.everybody(session, place).ids()


def test_a_person_renamed_while_it_is_read_stands_there_once(session: Session) -> None:
    place = open_with(session, ZOE, MAX, EVE)
    roll.read_on(session, place.event, place.checkpoint, 1)
    checkin.amend(session, place.event, who(place, EVE), "family_name", "Zola", NINE)
    assert [it.given_name for it in read(session, place, 1).people] == ["Zoé", "Max", "Ève"]
    assert_true(session, place)


def test_a_check_in_changes_one_person_and_no_list_already_given(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    before = read(session, place).people
    checkin.enter(session, place, who(place, ZOE), NINE)
    after = roll.current(session, place.event, place.checkpoint)
    assert after is not None
    assert [it.here_at for it in before] == [None, None]
    assert [it.here_at for it in after.people] == [NINE, None]
    assert after.tally.come["Ocim"] == 1


def test_an_import_is_read_anew(session: Session) -> None:
    place = open_with(session, ZOE)
    read(session, place)
    bring(session, place, reading(ZOE, MAX, file="later.csv"), NINE + MINUTE)
    assert roll.current(session, place.event, place.checkpoint) is None
    assert len(read(session, place).people) == 2


def test_an_import_taken_back_is_read_anew_once_it_is_swept(session: Session) -> None:
    place = open_with(session, ZOE)
    source = bring(session, place, reading(ZOE, MAX, file="later.csv"), NINE + MINUTE)
    read(session, place)
    entry = ledger.Entry(None, Annulled(source))
    ledger.write(
        session, place.event, ledger.prepare(place.event, [entry]), NINE, swept_at_once=False
    )
    assert len(read(session, place).people) == 2
    ledger.finish_sweep(session, place.event)
    assert len(read(session, place).people) == 1


def test_another_checkpoint_is_another_roll(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.enter(session, place, who(place, ZOE), NINE)
    assert read(session, place).people[0].here_at == NINE
    assert read(session, Place(place.event, FRIDAY)).people[0].here_at is None
    assert read(session, Place(place.event, FRIDAY)).tally.points[place.checkpoint, False] == 1


@settings(max_examples=40)
@given(day=steps)
def test_the_roll_stays_true_through_any_day(new_file: Path, day: list[Step]) -> None:
    with lived(new_file, [], []) as (session, place):
        read(session, place, 2)
        for step in day:
            live(session, [step])
            assert_true(session, place)

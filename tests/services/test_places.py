"""Where the desk stands: folder, event and checkpoint."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Checkpoint, Event
from desk_app.services import events, imports, places, planning
from desk_app.services.checkin import Place
from desk_app.store.session import Session
from tests.services.days import (
    DAYS,
    FRIDAY,
    MUSEUMS,
    NINE,
    THURSDAY,
    desk_in,
    guest,
    museums,
    reading,
)

DAY = 24 * 60 * 60_000
ROOMS = replace(
    MUSEUMS,
    title="Rooms",
    checkpoints=(Checkpoint("a", "Salle A"), Checkpoint("b", "Salle B"), Checkpoint("entrance")),
)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NINE, THURSDAY),
        (NINE + DAY, FRIDAY),
        (NINE - 30 * DAY, THURSDAY),
        (NINE + 30 * DAY, THURSDAY),
    ],
)
def test_the_desk_stands_at_the_checkpoint_of_today(
    session: Session, now: int, expected: str
) -> None:
    place = museums(session)
    assert places.here(session, now).place == Place(place.event, expected)


def test_today_is_the_event_s_own_day(session: Session) -> None:
    late = NINE + 15 * 60 * 60_000 + 30 * 60_000  # Friday 0:30 in Paris, still Thursday in UTC
    museums(session)
    assert places.here(session, late).checkpoint.key == FRIDAY
    museums(session, replace(MUSEUMS, title="In Lima", zone="America/Lima"))
    assert places.here(session, late).checkpoint.key == THURSDAY


def test_on_another_day_the_checkpoint_chosen_last_is_kept(session: Session) -> None:
    place = museums(session)
    places.stand_at(session, replace(place, checkpoint=FRIDAY))
    assert places.here(session, NINE - 9 * DAY).checkpoint.key == FRIDAY
    assert places.here(session, NINE).checkpoint.key == THURSDAY


def test_a_checkpoint_that_is_no_more_is_forgotten(session: Session) -> None:
    place = museums(session, ROOMS)
    places.stand_at(session, Place(place.event, "gone"))
    assert places.here(session, NINE).checkpoint.key == "a"


@pytest.mark.parametrize("text", ["b", "Salle B", "salle b"])
def test_a_checkpoint_is_named_by_key_or_name(session: Session, text: str) -> None:
    museums(session, ROOMS)
    assert places.here(session, NINE, checkpoint=text).checkpoint.key == "b"


@pytest.mark.parametrize("text", [FRIDAY, "4 décembre 2026", "4 december 2026"])
def test_a_day_is_named_in_either_language(session: Session, text: str) -> None:
    museums(session)
    assert places.here(session, NINE, checkpoint=text).checkpoint.day == DAYS[1]


@pytest.mark.parametrize("text", ["Entrée", "entrance"])
def test_the_entrance_is_named_in_either_language(session: Session, text: str) -> None:
    museums(session, ROOMS)
    assert places.here(session, NINE, checkpoint=text).checkpoint.key == "entrance"


def test_a_checkpoint_that_is_not_there_is_refused_with_those_that_are(session: Session) -> None:
    museums(session, ROOMS)
    with pytest.raises(DeskError, match=r"“Salle C”.*There are: a, b, entrance"):
        places.here(session, NINE, checkpoint="Salle C")


def test_another_event_can_be_named(session: Session) -> None:
    place = museums(session)
    museums(session, Event("Another", days=(date(2027, 1, 1),)))
    standing = places.here(session, NINE, event="collections")
    assert (standing.place, standing.event.title) == (place, MUSEUMS.title)


def test_without_an_event_there_is_no_place(session: Session) -> None:
    with pytest.raises(DeskError, match="Import an event first"):
        places.here(session, NINE)


def test_an_event_that_was_chosen_and_is_gone_is_no_place(session: Session) -> None:
    events.choose(session, 5)
    with pytest.raises(DeskError, match="Import an event first"):
        places.here(session, NINE)


def cut_short(folder: Path) -> None:
    with desk_in(folder) as session:
        place = museums(session)
        plan = planning.plan(
            session, place.event, reading(*(guest(f"A{n} B") for n in range(imports.SLICE + 1)))
        )
        assert not imports.Import(plan).advance(session, NINE).finished


def registered(folder: Path) -> int:
    store = places.open_desk(folder, NINE)
    with store.transaction() as session:
        count = events.all_events(session)[0].people
    store.close()
    return count


def test_an_import_cut_short_is_taken_back_at_the_next_start(folder: Path) -> None:
    cut_short(folder)
    assert registered(folder) == 0


def test_an_import_that_still_runs_in_another_window_is_left_alone(folder: Path) -> None:
    cut_short(folder)
    with imports.only_one(folder):
        assert registered(folder) == imports.SLICE

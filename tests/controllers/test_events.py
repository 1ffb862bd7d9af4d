"""Events are taken in, searched, sorted, corrected and chosen."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance

from desk_app.controllers.events import (
    EventPage,
    EventsController,
    Listing,
    TakenIn,
    follow_days,
    read_days,
    read_hour,
)
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Checkpoint, Event
from desk_app.domain.registration import Registration
from desk_app.services import events, places, walk_ins
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks

NOON = 1_720_000_800_000
JULY = date(2024, 7, 3)
NOVEMBER = date(2026, 11, 12)
PAGE = "Atelier\n\nMusées et bibliothèques\n\nDate(s) 03/07/2024\nVille Dijon\nJauge 40 places\n"


def clock() -> int:
    return NOON


def desk(tmp_path: Path, *known: Event) -> tuple[EventsController, InlineTasks]:
    store = Store(tmp_path / "data")
    tasks = InlineTasks(store)
    with store.transaction() as session:
        for event in known:
            events.describe(session, event, NOON)
    return EventsController(tasks, clock), tasks


def heard(signal: SignalInstance) -> list[Any]:
    """Everything that the signal carries from now on."""
    sent: list[Any] = []
    signal.connect(sent.append)
    return sent


def titles(listing: Listing) -> list[str]:
    return [row.event.title for row in listing.rows]


def test_events_are_listed_latest_first_and_undated_last(tmp_path: Path) -> None:
    some = Event("July", days=(JULY,)), Event("None"), Event("November", days=(NOVEMBER,))
    controller, _ = desk(tmp_path, *some)
    listed = heard(controller.listed)
    controller.refresh()
    assert titles(listed[-1]) == ["November", "July", "None"]


def test_the_order_of_dates_turns_round(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path, Event("July", days=(JULY,)), Event("Later", days=(NOVEMBER,)))
    controller.refresh()
    listed = heard(controller.listed)
    controller.sort(False)
    assert titles(listed[-1]) == ["July", "Later"]


@pytest.mark.parametrize("text", ["musees DIJON", "03/07/2024", "juillet", "july"])
def test_search_finds_by_title_place_and_date(tmp_path: Path, text: str) -> None:
    wanted = Event("Musées", days=(JULY,), city="Dijon")
    controller, _ = desk(tmp_path, wanted, Event("Autre", days=(NOVEMBER,)))
    controller.refresh()
    listed = heard(controller.listed)
    controller.search(text)
    assert (titles(listed[-1]), listed[-1].total) == (["Musées"], 2)


def test_a_file_is_taken_in_shown_and_in_hand(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    taken, chosen, shown = map(heard, (controller.taken_in, controller.chosen, controller.shown))
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    controller.take_in(file)
    assert isinstance(taken[0], TakenIn)
    assert chosen == [taken[0].ids[0]]
    assert isinstance(shown[-1], EventPage)
    assert (shown[-1].row.event.title, shown[-1].in_hand) == ("Musées et bibliothèques", True)


def test_what_could_not_be_read_stays_with_the_page(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    file = tmp_path / "page.txt"
    file.write_text(PAGE, encoding="utf-8")
    shown = heard(controller.shown)
    controller.take_in(file)
    assert "No hours are given." in [str(it) for it in shown[-1].unread]


def test_a_file_that_is_no_announcement_is_refused(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    refused = heard(tasks.refused)
    controller.take_in(tmp_path / "nowhere.txt")
    assert isinstance(refused[0], DeskError)


def test_choosing_takes_an_event_in_hand(tmp_path: Path) -> None:
    first, second = Event("First", days=(JULY,)), Event("Second", days=(NOVEMBER,))
    controller, tasks = desk(tmp_path, first, second)
    chosen, listed = heard(controller.chosen), heard(controller.listed)
    controller.choose(first.id)
    assert (chosen, listed[-1].in_hand) == ([first.id], first.id)
    with tasks.store.transaction() as session:
        assert events.in_hand(session) == first.id


def test_a_corrected_event_keeps_its_identity_and_the_one_in_hand(tmp_path: Path) -> None:
    first, second = Event("First", days=(JULY,)), Event("Second", days=(NOVEMBER,))
    controller, tasks = desk(tmp_path, first, second)
    controller.save(Event("Renamed", days=(JULY,)), first.id)
    with tasks.store.transaction() as session:
        assert events.one(session, first.id).event.title == "Renamed"
        assert events.in_hand(session) == second.id


def test_a_new_event_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    there = Event("Same", days=(JULY,), city="Dijon", about="Kept")
    controller, tasks = desk(tmp_path, there)
    refused, saved = heard(tasks.refused), heard(controller.saved)
    controller.save(Event("Same", days=(JULY,), city="Dijon"), None)
    assert len(refused) == 1
    assert saved == []


def test_the_page_counts_arrivals_by_checkpoint(tmp_path: Path) -> None:
    event = Event("Two days", days=(JULY, NOVEMBER))
    controller, tasks = desk(tmp_path, event)
    with tasks.store.transaction() as session:
        place = places.here(session, NOON, checkpoint="2024-07-03").place
        walk_ins.register(session, place, Registration(given_name="Zoé"), NOON)
    shown = heard(controller.shown)
    controller.show(event.id)
    assert shown[-1].arrived == {"2024-07-03": 1, "2026-11-12": 0}


@pytest.mark.parametrize("text", ["03/07/2024, 12/11/2026", "3 juillet 2024, 12 novembre 2026"])
def test_days_are_read_as_people_type_them(text: str) -> None:
    assert read_days(text) == (JULY, NOVEMBER)


@pytest.mark.parametrize("text", ["demain", "31/02/2024", "03/07/2024 9h"])
def test_what_is_no_day_says_how_to_write_one(text: str) -> None:
    with pytest.raises(DeskError, match="03/07/2024"):
        read_days(text)


@pytest.mark.parametrize("text", ["9", "9h", "09:00", "9 h 00"])
def test_hours_are_read_as_people_type_them(text: str) -> None:
    assert read_hour(text) == time(9)


@pytest.mark.parametrize("text", ["25:00", "matin", "9h-17h", "03/07/2024"])
def test_what_is_no_hour_says_how_to_write_one(text: str) -> None:
    with pytest.raises(DeskError, match="09:30"):
        read_hour(text)


def test_each_day_has_a_checkpoint_and_a_moved_day_takes_its_own_along() -> None:
    before = (Checkpoint("2024-07-03", "", JULY), Checkpoint("room", "Room"))
    moved = follow_days((NOVEMBER,), before, frozenset())
    assert [it.key for it in moved] == ["2026-11-12", "room"]


def test_a_checkpoint_where_people_came_stays() -> None:
    before = (Checkpoint("2024-07-03", "", JULY),)
    moved = follow_days((NOVEMBER,), before, frozenset({"2024-07-03"}))
    assert [it.key for it in moved] == ["2024-07-03", "2026-11-12"]

"""Where newer exports are looked for is remembered for each event."""

from pathlib import Path
from threading import Event as Flag

from pytestqt.qtbot import QtBot

from desk_app.controllers.watching import WatchController, Watching
from desk_app.domain.event import Event
from desk_app.services import events, places
from desk_app.services.places import Standing
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks, Tasks

NOON = 1_720_000_800_000


def standing_in(store: Store, title: str) -> Standing:
    with store.transaction() as session:
        events.describe(session, Event(title), NOON)
        return places.here(session, NOON, title)


def watching(store: Store) -> tuple[WatchController, list[Watching]]:
    controller = WatchController(InlineTasks(store))
    shown: list[Watching] = []
    controller.watching.connect(shown.append)
    return controller, shown


def test_each_event_has_a_place_of_its_own(qapp: object, tmp_path: Path) -> None:
    store = Store(tmp_path)
    first, second = standing_in(store, "First"), standing_in(store, "Second")
    controller, shown = watching(store)
    controller.stand_at(first)
    controller.watch(tmp_path)
    controller.allow(True)
    controller.stand_at(second)
    assert shown[-1] == Watching()
    controller.stand_at(first)
    assert shown[-1] == Watching(str(tmp_path), apply=True)


def test_it_is_remembered_until_somebody_stops_it(qapp: object, tmp_path: Path) -> None:
    store = Store(tmp_path)
    here = standing_in(store, "First")
    controller, _ = watching(store)
    controller.stand_at(here)
    controller.watch(tmp_path)
    again, shown = watching(store)
    again.stand_at(here)
    assert shown[-1].place == str(tmp_path)
    again.stop()
    last, shown = watching(store)
    last.stand_at(here)
    assert shown[-1] == Watching()


def test_a_newer_export_is_handed_on_with_what_is_allowed(qapp: object, tmp_path: Path) -> None:
    store = Store(tmp_path / "desk")
    controller, _ = watching(store)
    told: list[tuple[Path, bool]] = []
    controller.appeared.connect(lambda path, apply: told.append((path, apply)))
    controller.stand_at(standing_in(store, "First"))
    controller.watch(tmp_path)
    controller.allow(True)
    newer = tmp_path / "export.csv"
    newer.write_text("Nom", encoding="utf-8")
    controller.look()
    controller.look()
    assert told == [(newer, True)]


def told_by(controller: WatchController) -> list[Path]:
    told: list[Path] = []
    controller.appeared.connect(lambda path, _apply: told.append(path))
    return told


def settle(qtbot: QtBot, tasks: Tasks) -> None:
    """Until all that was asked of the database, and beside it after that, has been answered."""
    answered: list[None] = []

    def ask_beside(_nothing: None) -> None:
        tasks.make(nothing, done=answered.append)

    for _ in range(2):
        tasks.db(nothing, done=ask_beside)
    qtbot.waitUntil(lambda: len(answered) == 2)


def nothing(*_session: object) -> None:
    """Work that is over at once."""


def test_the_folder_of_another_event_is_not_followed(qtbot: QtBot, tmp_path: Path) -> None:
    tasks = Tasks(Store(tmp_path / "desk"))
    first, second = standing_in(tasks.store, "First"), standing_in(tasks.store, "Second")
    controller = WatchController(tasks)
    told = told_by(controller)
    controller.stand_at(first)
    settle(qtbot, tasks)
    slow = Flag()
    tasks.make(slow.wait)
    controller.watch(tmp_path)
    controller.stand_at(second)
    tasks.db(nothing, done=lambda _nothing: slow.set())
    settle(qtbot, tasks)
    (tmp_path / "new.csv").write_text("Nom", encoding="utf-8")
    for _ in range(2):
        controller.look()
        settle(qtbot, tasks)
    assert told == []
    tasks.close()


def test_a_look_under_way_is_not_told_to_another_event(qtbot: QtBot, tmp_path: Path) -> None:
    tasks = Tasks(Store(tmp_path / "desk"))
    first, second = standing_in(tasks.store, "First"), standing_in(tasks.store, "Second")
    controller = WatchController(tasks)
    told = told_by(controller)
    controller.stand_at(first)
    controller.watch(tmp_path)
    settle(qtbot, tasks)
    (tmp_path / "new.csv").write_text("Nom", encoding="utf-8")
    controller.look()
    settle(qtbot, tasks)
    controller.look()
    controller.stand_at(second)
    settle(qtbot, tasks)
    assert told == []
    tasks.close()


def test_what_was_stopped_at_once_is_not_watched(qtbot: QtBot, tmp_path: Path) -> None:
    tasks = Tasks(Store(tmp_path / "desk"))
    here = standing_in(tasks.store, "First")
    controller = WatchController(tasks)
    told = told_by(controller)
    controller.stand_at(here)
    controller.watch(tmp_path)
    controller.stop()
    settle(qtbot, tasks)
    (tmp_path / "new.csv").write_text("Nom", encoding="utf-8")
    for _ in range(2):
        controller.look()
        settle(qtbot, tasks)
    assert told == []
    tasks.close()

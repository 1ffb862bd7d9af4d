"""An import is read, shown, applied and taken back; whatever fails leaves the list as it was."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from desk_app.controllers.import_run.attempt import Attempt, Source
from desk_app.controllers.importing import ImportController, Preview, Step, Underway
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.intake.wishes import NONE
from desk_app.services import events, imports, places
from desk_app.services.imports import PastImport
from desk_app.services.places import Standing
from desk_app.store.session import Session, Store
from desk_app.tasks import InlineTasks, Tasks

NOON = 1_720_000_800_000
SAMPLES = Path(__file__).parents[1] / "samples"
DAY_1 = SAMPLES / "helloasso_billetterie.csv"
DAY_2 = SAMPLES / "helloasso_billetterie-day2.csv"


def clock() -> int:
    return NOON


def standing_in(store: Store, title: str = "Event") -> Standing:
    with store.transaction() as session:
        events.describe(session, Event(title), NOON)
        return places.here(session, NOON)


def desk(tmp_path: Path) -> tuple[ImportController, InlineTasks]:
    tasks = InlineTasks(Store(tmp_path))
    controller = ImportController(tasks, clock)
    controller.stand_at(standing_in(tasks.store))
    return controller, tasks


def heard(signal: SignalInstance) -> list[Any]:
    """Everything that the signal carries from now on."""
    sent: list[Any] = []
    signal.connect(sent.append)
    return sent


def registered(tasks: InlineTasks | Tasks) -> int:
    with tasks.store.transaction() as session:
        return sum(row.registered for row in events.all_events(session))


def come_in(controller: ImportController, path: Path) -> PastImport:
    finished = heard(controller.finished)
    controller.open(path)
    controller.apply()
    assert isinstance(finished[-1], PastImport)
    return finished[-1]


def test_opening_a_file_shows_its_plan_and_writes_nothing(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    planned = heard(controller.planned)
    controller.open(DAY_1)
    assert isinstance(planned[0], Preview)
    assert planned[0].changes == len(planned[0].plan.new) > 0
    assert registered(tasks) == 0


def test_applying_writes_everybody_and_tells_the_numbers(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    changed = heard(controller.changed)
    past = come_in(controller, DAY_1)
    assert past.new == registered(tasks) > 0
    assert len(changed) == 1


def test_a_second_export_is_told_field_by_field(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    come_in(controller, DAY_1)
    planned = heard(controller.planned)
    controller.open(DAY_2)
    lines = planned[0].lines
    assert {line.change.attendee for line in lines} == {
        change.attendee for change in planned[0].plan.changed
    }
    assert all(line.difference.old != line.difference.new for line in lines)


def test_a_whole_name_is_not_told_beside_its_part(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    come_in(controller, DAY_1)
    planned = heard(controller.planned)
    controller.open(DAY_2)
    fields = {line.difference.field for line in planned[0].lines}
    assert "family_name" in fields
    assert "full_name" not in fields


def test_without_an_event_a_file_is_refused(tmp_path: Path) -> None:
    tasks = InlineTasks(Store(tmp_path))
    controller = ImportController(tasks, clock)
    refused = heard(tasks.refused)
    controller.open(DAY_1)
    assert isinstance(refused[0], DeskError)


def test_a_file_that_is_no_export_leads_back_to_the_start(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    refused, listed = heard(tasks.refused), heard(controller.listed)
    controller.open(tmp_path / "nowhere.csv")
    assert (len(refused), len(listed)) == (1, 1)


def test_cancelling_a_preview_forgets_it(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    controller.open(DAY_1)
    controller.cancel()
    controller.apply()
    assert registered(tasks) == 0


def test_an_import_is_taken_back_as_a_whole(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    past = come_in(controller, DAY_1)
    listed = heard(controller.listed)
    controller.undo(past.source)
    assert registered(tasks) == 0
    assert [it.taken_back for it in listed[-1].imports] == [True]


def test_the_history_names_the_desk(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    come_in(controller, DAY_1)
    listed = heard(controller.listed)
    controller.start_over()
    assert listed[-1].desks[listed[-1].imports[0].desk] == tasks.store.desk.name


def test_a_rebuilt_screen_is_shown_the_preview_again(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    controller.open(DAY_1)
    planned = heard(controller.planned)
    controller.refresh()
    assert len(planned) == 1


def test_a_preview_does_not_follow_to_another_event(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    controller.open(DAY_1)
    listed = heard(controller.listed)
    controller.stand_at(standing_in(tasks.store, "Another"))
    controller.apply()
    assert len(listed) == 1
    assert registered(tasks) == 0


def test_another_import_in_the_folder_leaves_the_preview(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    controller.open(DAY_1)
    refused, planned = heard(tasks.refused), heard(controller.planned)
    with imports.only_one(tmp_path):
        controller.apply()
    assert (len(refused), len(planned)) == (1, 1)
    controller.apply()
    assert registered(tasks) > 0


def test_the_lock_is_free_after_an_import(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    come_in(controller, DAY_1)
    with imports.only_one(tasks.store.folder):
        assert (tasks.store.folder / "import.lock").exists()


def many(tmp_path: Path, count: int) -> Path:
    """An export that takes several slices."""
    rows = (f"{number};Ada{number};Lovelace;a{number}@example.org" for number in range(count))
    path = tmp_path / "many.csv"
    path.write_text("\n".join(("Id;Prénom;Nom;E-mail", *rows)), encoding="utf-8")
    return path


def test_a_disk_that_fills_up_halfway_takes_everybody_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller, tasks = desk(tmp_path)
    refused, planned = heard(tasks.refused), heard(controller.planned)
    controller.open(many(tmp_path, 2 * imports.SLICE))
    advance, slices = imports.Import.advance, iter((1, 2))

    def until_full(it: imports.Import, session: Session, now: int) -> imports.Progress:
        progress = advance(it, session, now)
        if next(slices) == 2:
            raise DeskError("The disk is full.")
        return progress

    monkeypatch.setattr(imports.Import, "advance", until_full)
    controller.apply()
    assert (registered(tasks), len(refused), len(planned)) == (0, 1, 2)
    monkeypatch.undo()
    controller.apply()
    assert registered(tasks) == 2 * imports.SLICE


def test_a_disk_that_is_full_at_once_leaves_the_plan_and_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller, tasks = desk(tmp_path)
    controller.open(DAY_1)
    advance = imports.Import.advance

    def full(it: imports.Import, session: Session, now: int) -> imports.Progress:
        advance(it, session, now)
        raise DeskError("The disk is full.")

    monkeypatch.setattr(imports.Import, "advance", full)
    controller.apply()
    monkeypatch.undo()
    with imports.only_one(tasks.store.folder):
        assert registered(tasks) == 0
    controller.apply()
    assert registered(tasks) > 0


def test_cancelling_halfway_takes_everybody_back(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks(Store(tmp_path / "data"))
    controller = ImportController(tasks, clock)
    controller.stand_at(standing_in(tasks.store))
    with qtbot.waitSignal(controller.planned):
        controller.open(many(tmp_path, 2 * imports.SLICE))

    def cancel_halfway(underway: Underway) -> None:
        if underway.step is Step.APPLYING and underway.done:
            controller.cancel()

    controller.advanced.connect(cancel_halfway)
    with qtbot.waitSignal(controller.changed):
        controller.apply()
    assert registered(tasks) == 0
    tasks.close()


def test_reading_reports_how_far_it_is(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks(Store(tmp_path / "data"))
    controller = ImportController(tasks, clock)
    controller.stand_at(standing_in(tasks.store))
    advanced = heard(controller.advanced)
    with qtbot.waitSignal(controller.planned):
        controller.open(many(tmp_path, 3000))
    assert any(it.step is Step.READING and 0 < it.done < it.total for it in advanced)
    tasks.close()


def test_a_newer_file_takes_the_place_of_one_being_read(tmp_path: Path, qtbot: QtBot) -> None:
    tasks = Tasks(Store(tmp_path / "data"))
    controller = ImportController(tasks, clock)
    controller.stand_at(standing_in(tasks.store))
    shutil.copy(DAY_1, tmp_path / "wanted.csv")
    with qtbot.waitSignal(controller.planned) as planned:
        controller.open(many(tmp_path, 3000))
        controller.open(tmp_path / "wanted.csv")
    assert planned.args is not None
    assert planned.args[0].plan.reading.file == "wanted.csv"
    tasks.close()


def export_of(folder: Path, *rows: str, name: str = "list.csv") -> Path:
    file = folder / name
    file.write_text("\n".join(["Numéro de billet;Prénom;Nom", *rows, ""]), encoding="utf-8")
    return file


def test_a_correction_of_columns_is_remembered_for_the_same_headings(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    planned = heard(controller.planned)
    controller.open(export_of(tmp_path, "T-1;Ada;Lovelace"))
    controller.correct("", ((1, "family_name"), (2, "given_name")))
    assert planned[-1].plan.new[0].registration.family_name == "Ada"
    controller.open(export_of(tmp_path, "T-2;Max;Martin", name="newer.csv"))
    assert planned[-1].plan.new[0].registration.family_name == "Max"
    controller.correct("", ())
    assert planned[-1].plan.new[0].registration.family_name == "Martin"
    controller.open(export_of(tmp_path, "T-3;Zoé;Petit", name="third.csv"))
    assert planned[-1].plan.new[0].registration.family_name == "Petit"


def test_an_export_that_appears_is_shown_before_it_counts(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    appeared = heard(controller.appeared)
    controller.take_up(export_of(tmp_path, "T-1;Ada;Lovelace"), False)
    assert [it.changes for it in appeared] == [1]
    assert registered(tasks) == 0
    controller.apply()
    assert registered(tasks) == 1


def test_an_export_that_appears_is_applied_where_that_is_allowed(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    controller.take_up(export_of(tmp_path, "T-1;Ada;Lovelace"), True)
    assert registered(tasks) == 1


def test_a_suspicious_export_is_never_applied_by_itself(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    appeared = heard(controller.appeared)
    come_in(controller, export_of(tmp_path, *(f"T-{n};Ada {n};Lovelace" for n in range(8))))
    controller.start_over()
    controller.take_up(export_of(tmp_path, "T-1;Ada 1;Lovelace", "T-9;Max;Martin"), True)
    assert [it.plan.suspicious for it in appeared] == [True]
    assert registered(tasks) == 8


def test_an_export_that_appears_disturbs_nobody(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    planned, appeared = heard(controller.planned), heard(controller.appeared)
    controller.open(export_of(tmp_path, "T-1;Ada;Lovelace"))
    controller.take_up(export_of(tmp_path, "T-2;Max;Martin", name="newer.csv"), True)
    assert (len(planned), appeared) == (1, [])


def test_an_export_that_appears_while_an_import_is_taken_back_waits(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    past = come_in(controller, export_of(tmp_path, "T-1;Ada;Lovelace"))
    controller.start_over()
    appeared = heard(controller.appeared)
    same = export_of(tmp_path, "T-1;Ada;Lovelace", name="again.csv")

    def meanwhile(underway: Underway) -> None:
        if underway.step == Step.TAKING_BACK:
            controller.take_up(same, False)

    controller.advanced.connect(meanwhile)
    controller.undo(past.source)
    assert registered(tasks) == 0
    assert [it.changes for it in appeared] == [1]


def test_an_export_with_nothing_new_says_nothing(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    come_in(controller, export_of(tmp_path, "T-1;Ada;Lovelace"))
    controller.start_over()
    planned, appeared = heard(controller.planned), heard(controller.appeared)
    controller.take_up(export_of(tmp_path, "T-1;Ada;Lovelace", name="again.csv"), True)
    assert (planned, appeared) == ([], [])


def test_an_empty_clipboard_is_said(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    refused = heard(tasks.refused)
    controller.paste("  \n")
    assert "no table to paste" in str(refused[0])


def nameless(folder: Path, name: str = "nameless.csv") -> Path:
    """An export whose headings say nothing."""
    file = folder / name
    file.write_text("Alpha;Beta\nAda Lovelace;17\nMax Martin;18\n", encoding="utf-8")
    return file


def test_an_export_waits_while_columns_are_chosen_for_another(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    unread, planned = heard(controller.unread), heard(controller.planned)
    controller.open(nameless(tmp_path))
    controller.take_up(export_of(tmp_path, "T-1;Zoé;Petit"), True)
    controller.correct("", ((0, "full_name"),), unread[0])
    assert [it.plan.reading.file for it in planned] == ["nameless.csv"]


def test_chosen_columns_never_reach_another_file(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    unread, planned = heard(controller.unread), heard(controller.planned)
    controller.open(nameless(tmp_path))
    controller.open(export_of(tmp_path, "T-1;Zoé;Petit"))
    controller.correct("", ((0, "full_name"),), unread[0])
    assert [it.plan.reading.file for it in planned] == ["list.csv"]


def test_columns_nobody_chooses_let_the_next_export_in(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    unread = heard(controller.unread)
    controller.open(nameless(tmp_path))
    controller.leave(unread[0])
    controller.take_up(export_of(tmp_path, "T-1;Zoé;Petit"), True)
    assert registered(tasks) == 1


def test_an_export_corrected_by_hand_is_shown_before_it_counts(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    come_in(controller, export_of(tmp_path, *(f"T-{n};Ada {n};Lovelace" for n in range(8))))
    controller.start_over()
    controller.take_up(export_of(tmp_path, "T-1;Ada 1;Lovelace", "T-9;Max;Martin"), True)
    export_of(tmp_path, *(f"T-{n};Ada {n};Lovelace" for n in range(9)))
    controller.correct("", ((1, "given_name"),))
    assert registered(tasks) == 8


def test_an_export_that_disturbed_nobody_is_taken_up_afterwards(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    appeared = heard(controller.appeared)
    controller.open(export_of(tmp_path, "T-1;Ada;Lovelace"))
    controller.take_up(export_of(tmp_path, "T-2;Max;Martin", name="newer.csv"), False)
    controller.cancel()
    assert [it.plan.reading.file for it in appeared] == ["newer.csv"]


def test_an_export_does_not_wait_for_another_event(tmp_path: Path) -> None:
    controller, tasks = desk(tmp_path)
    appeared = heard(controller.appeared)
    controller.open(export_of(tmp_path, "T-1;Ada;Lovelace"))
    controller.take_up(export_of(tmp_path, "T-2;Max;Martin", name="newer.csv"), False)
    controller.stand_at(standing_in(tasks.store, "Another"))
    assert appeared == []


def test_another_sheet_is_read_by_what_is_remembered(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    planned = heard(controller.planned)
    controller.open(export_of(tmp_path, "T-1;Ada;Lovelace"))
    controller.correct("", ((1, "family_name"), (2, "given_name")))
    controller.choose_sheet("")
    controller.open(export_of(tmp_path, "T-2;Max;Martin", name="newer.csv"))
    assert [it.plan.new[0].registration.family_name for it in planned[1:]] == ["Ada", "Ada", "Max"]


def test_a_pasted_table_without_names_asks_for_its_columns(tmp_path: Path) -> None:
    controller, _ = desk(tmp_path)
    unread, planned = heard(controller.unread), heard(controller.planned)
    controller.paste("Alpha\tBeta\nAda Lovelace\t17\nMax Martin\t18\n")
    controller.correct("", ((0, "full_name"),), unread[0])
    assert planned[0].changes == 2


def test_a_cancelled_reading_is_not_looked_at_again(tmp_path: Path) -> None:
    attempt = Attempt(Source("nameless.csv", nameless(tmp_path)), 1, tmp_path / "exports")
    attempt.cancelled.set()
    with pytest.raises(DeskError):
        attempt.read(NONE, lambda _progress: None)

"""A whole day on the real desk, with its threads: what no single screen can prove."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk_app import sample
from desk_app.services import counting, imports, places, roster
from desk_app.store.verify import verify
from desk_app.views import theme
from desk_app.views.palette import CommandPalette
from tests.flows.at_the_desk import (
    AISSATA,
    CTRL,
    HELENE,
    MORNING,
    AtTheDesk,
    at_the_desk,
    offscreen,
)
from tests.services.days import desk_in

pytestmark = offscreen
Key = Qt.Key
KEYS = ("events", "checkin", "roster", "badges", "attendance", "import")


def import_sample(it: AtTheDesk) -> None:
    """Drop the page, drop the export, look, accept."""
    it.drop(sample.page())
    it.wait(lambda: it.desk.standing is not None)
    with it.qtbot.waitSignal(it.desk.rest.importing.planned):
        it.drop(sample.export())
    with it.qtbot.waitSignal(it.desk.rest.importing.finished):
        it.press(Key.Key_Return, CTRL)


def crash(*_: object) -> None:
    raise ZeroDivisionError


def test_a_whole_day(new_desk: AtTheDesk, tmp_path: Path) -> None:
    it = new_desk
    import_sample(it)
    it.go_to(Key.Key_F2, "checkin")
    it.wait(lambda: it.counts == "0 of 60 arrived")
    it.find("vaugirau")
    it.press(Key.Key_Return)
    it.wait(lambda: it.verdict == "Welcome, Hélène Vaugirault")
    it.scan(AISSATA)
    assert it.verdict == "Aïssata Traorélan: registration cancelled"
    it.wait(lambda: it.counts == "1 of 60 arrived")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.verdict == "Take back: check-in of Hélène Vaugirault?")
    it.press(Key.Key_Z, CTRL)
    it.wait(lambda: it.counts == "0 of 60 arrived")
    it.scan(HELENE)
    save_badges(it, tmp_path / "badges.pdf")
    export_attendance(it, tmp_path / "list.csv")
    with it.qtbot.waitSignal(it.desk.rest.settings.verified) as proof:
        it.desk.rest.settings.verify()
    assert proof.args[0].clean


def save_badges(it: AtTheDesk, file: Path) -> None:
    badges = it.desk.rest.badges
    with it.qtbot.waitSignal(badges.previewed, check_params_cb=bool):
        it.press(Key.Key_F4)
    with it.qtbot.waitSignal(badges.saved) as saved:
        badges.save(file)
    assert saved.args[0].count == 60
    assert file.read_bytes().startswith(b"%PDF")


def export_attendance(it: AtTheDesk, file: Path) -> None:
    attendance = it.desk.rest.attendance
    with it.qtbot.waitSignal(attendance.counted) as counted:
        it.press(Key.Key_F5)
    assert (counted.args[0].arrived, counted.args[0].expected) == (1, 60)
    with it.qtbot.waitSignal(attendance.exported):
        attendance.export("csv", file)
    assert "VAUGIRAULT Hélène" in file.read_text(encoding="utf-8-sig")


def test_a_first_start_shows_the_events_screen(new_desk: AtTheDesk) -> None:
    new_desk.wait(lambda: new_desk.desk.frame.current_key() == "events")
    assert new_desk.desk.standing is None
    assert new_desk.notice == ()


def test_without_an_event_keys_and_screens_do_no_harm(new_desk: AtTheDesk) -> None:
    for number, screen in enumerate(KEYS):
        new_desk.go_to(Key(Key.Key_F1 + number), screen)
    new_desk.press(Key.Key_F2)
    QTest.keyClicks(new_desk.desk.screen.field, "zoe")
    new_desk.press(Key.Key_Return)
    new_desk.press(Key.Key_Z, CTRL)
    new_desk.drop(sample.page())
    new_desk.wait(lambda: new_desk.desk.standing is not None)
    assert new_desk.notice == ()


def test_an_event_s_page_dropped_on_a_new_desk_is_taken_in(new_desk: AtTheDesk) -> None:
    new_desk.drop(sample.page())
    new_desk.wait(lambda: new_desk.desk.standing is not None)
    assert new_desk.desk.standing
    assert new_desk.desk.standing.event.city == "Dijon"


@pytest.mark.parametrize("number", range(6))
def test_function_keys_go_to_the_screens(sample_desk: AtTheDesk, number: int) -> None:
    sample_desk.go_to(Key.Key_F6 if number == 1 else Key.Key_F2, KEYS[5 if number == 1 else 1])
    sample_desk.go_to(Key(Key.Key_F1 + number), KEYS[number])


def test_ctrl_k_finds_a_screen_by_its_name(sample_desk: AtTheDesk) -> None:
    sample_desk.press(Key.Key_K, CTRL)
    palette = sample_desk.desk.frame.findChild(CommandPalette)
    assert isinstance(palette, QDialog)
    sample_desk.wait(lambda: palette.isVisible())
    QTest.keyClicks(palette._field, "roster")
    QTest.keyClick(palette._field, Key.Key_Return)
    assert sample_desk.desk.frame.current_key() == "roster"


def test_a_file_dropped_anywhere_goes_to_the_import(sample_desk: AtTheDesk) -> None:
    sample_desk.go_to(Key.Key_F5, "attendance")
    with sample_desk.qtbot.waitSignal(sample_desk.desk.rest.importing.planned) as planned:
        sample_desk.drop(sample.export())
    assert sample_desk.desk.frame.current_key() == "import"
    assert planned.args[0].plan.unchanged == 64


def test_a_file_that_cannot_be_read_is_told_in_the_frame(
    sample_desk: AtTheDesk, tmp_path: Path
) -> None:
    sample_desk.drop(tmp_path / "gone.csv")
    sample_desk.wait(lambda: sample_desk.notice)
    assert "gone.csv" in sample_desk.notice[0]


def test_after_a_bug_the_desk_says_so_and_goes_on(sample_desk: AtTheDesk) -> None:
    sample_desk.desk.tasks.db(crash)
    sample_desk.wait(lambda: sample_desk.notice)
    assert sample_desk.notice == [
        "Something went wrong in the program (ZeroDivisionError).",
        "Every check-in so far is safe on this desk.",
        "Go on working; if it happens again, restart the program.",
    ]
    sample_desk.scan(HELENE)
    assert sample_desk.verdict == "Welcome, Hélène Vaugirault"


def test_a_list_changed_elsewhere_is_counted_anew(sample_desk: AtTheDesk) -> None:
    sample_desk.scan(HELENE)
    sample_desk.go_to(Key.Key_F3, "roster")
    with sample_desk.qtbot.waitSignal(sample_desk.desk.checkin.undone):
        sample_desk.desk.checkin.undo()
    sample_desk.wait(lambda: sample_desk.counts == "0 of 60 arrived")


def test_correcting_somebody_opens_their_card_in_the_roster(sample_desk: AtTheDesk) -> None:
    sample_desk.scan(HELENE)
    with sample_desk.qtbot.waitSignal(sample_desk.desk.rest.roster.card_shown) as shown:
        for _ in range(2):  # the badge first, then all the rest
            sample_desk.press(Key.Key_E, CTRL)
    assert sample_desk.desk.frame.current_key() == "roster"
    assert shown.args[0].person.full_name == "Hélène Vaugirault"


def test_a_theme_chosen_by_key_is_shown_at_once(sample_desk: AtTheDesk) -> None:
    sample_desk.press(Key.Key_Comma, CTRL)
    sample_desk.desk.rest.settings.choose("theme", "dark")
    sample_desk.wait(lambda: theme.shown() == "dark")
    sample_desk.desk.rest.settings.choose("theme", "light")
    sample_desk.wait(lambda: theme.shown() == "light")


def test_closing_at_once_loses_no_check_in(sample_folder: Path, qtbot: QtBot) -> None:
    with at_the_desk(sample_folder, qtbot) as it:
        it.wait(lambda: it.counts == "0 of 60 arrived")
        for person in guests(it)[:20]:
            it.desk.checkin.enter(person)
        it.desk.window.close()
    with desk_in(sample_folder) as session:
        place = places.here(session, MORNING).place
        assert counting.counts(session, place).arrived == 20
        assert verify(session).clean


def guests(it: AtTheDesk) -> list[int]:
    """Who may come in."""
    assert it.desk.standing
    with it.desk.tasks.store.transaction() as session:
        everybody = roster.everybody(session, it.desk.standing.place)
        return [person.id for person in everybody if person.status == "confirmed"]


def test_closing_in_the_middle_of_an_import_leaves_no_half_of_it(
    folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "SLICE", 10)  # a small list is written in several parts, too
    with at_the_desk(folder, qtbot) as it:
        it.drop(sample.page())
        it.wait(lambda: it.desk.standing is not None)
        with qtbot.waitSignal(it.desk.rest.importing.planned):
            it.drop(sample.export())
        importing = it.desk.rest.importing
        with qtbot.waitSignal(importing.advanced, check_params_cb=lambda it: it.done > 0):
            importing.apply()
        it.desk.window.close()
    with desk_in(folder) as session:
        assert imports.recover(session, MORNING) == 1  # as the next start does
        assert len(roster.everybody(session, places.here(session, MORNING).place)) == 0
        assert verify(session).clean


def test_after_closing_keys_do_nothing(sample_desk: AtTheDesk) -> None:
    sample_desk.desk.window.close()
    sample_desk.desk.checkin.scan(HELENE)
    QApplication.processEvents()
    assert sample_desk.counts == "0 of 60 arrived"

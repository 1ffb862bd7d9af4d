"""The settings by keys: kept at once, proved and copied."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import paths, words
from desk_app.controllers.settings import SettingsController
from desk_app.services import events, roster, settings
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.settings_screen import SettingsScreen
from tests.services.days import guest, open_with
from tests.views.showing import show_in_frame


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


def screen(qtbot: QtBot, store: Store) -> SettingsScreen:
    controller = SettingsController(InlineTasks(store))
    shown = SettingsScreen(controller)
    controller.refresh()
    show_in_frame(qtbot, "settings", shown)
    return shown


def kept(store: Store) -> dict[str, str]:
    with store.transaction() as session:
        return settings.read(session)


def test_the_language_is_kept_at_once(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.language.setFocus()
    QTest.keyClick(shown.language, Qt.Key.Key_Down)
    assert kept(store)["language"] == "fr"
    assert shown.language.currentText() == "Français"


def test_printing_at_check_in_is_switched_by_the_space_key(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    QTest.keyClick(shown.print_at_check_in, Qt.Key.Key_Space)
    assert kept(store)["print_at_check_in"] == "yes"
    assert shown.print_at_check_in.isChecked()


def test_the_desk_takes_the_name_that_was_typed(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.desk.selectAll()
    QTest.keyClicks(shown.desk, "Entrance")
    QTest.keyClick(shown.desk, Qt.Key.Key_Return)
    with store.transaction() as session:
        assert settings.desk_names(session)[store.desk.id] == "Entrance"


def test_the_check_answers_in_a_sentence(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.check.click()
    assert shown._checked.text().startswith("All is well: 0 facts about 0 people")
    assert shown.check.isEnabled()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the dialog, without a screen
def test_a_copy_is_saved_where_asked(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    shown = screen(qtbot, store)
    shown.copy.click()
    dialog = shown._dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "copy.db"))
    dialog.close()
    assert "copy.db" in shown._copied.text()
    assert (tmp_path / "copy.db").exists()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the dialogs, without a screen
def test_a_desk_is_packed_and_opens_on_another_one(
    qtbot: QtBot, store: Store, new_file: Path, tmp_path: Path
) -> None:
    with store.transaction() as session:
        place = open_with(session, guest("Zoé Lefèvre"))
    chosen(screen(qtbot, store), "pack", tmp_path / "desk.jsonl")
    (tmp_path / "other").mkdir()
    shutil.copy(new_file, tmp_path / "other" / "desk.db")
    other = Store(tmp_path / "other")
    shown = screen(qtbot, other)
    chosen(shown, "unpack", tmp_path / "desk.jsonl")
    assert shown._packed.text() == "4 facts of that desk are new here."
    with other.transaction() as session:
        assert events.in_hand(session) == place.event
        assert [it.full_name for it in roster.everybody(session, place)] == ["Zoé Lefèvre"]
    other.close()


def chosen(shown: SettingsScreen, button: str, file: Path) -> None:
    """Press a button by the keyboard, and choose a file in the dialog that it opens."""
    QTest.keyClick(getattr(shown, button), Qt.Key.Key_Space)
    dialog = shown._dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()


def test_a_typeface_is_chosen_and_the_usual_one_again(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    shown.typeface.chosen.emit(paths.resources() / "fonts" / "NotoSansHebrew-Bold.ttf")
    assert kept(store).get("font_name", "") == ""  # it lacks letters, and the desk says so
    shown.typeface.chosen.emit(paths.resources() / "fonts" / "NotoSans-Regular.ttf")
    assert kept(store)["font_name"] == shown.typeface.name.text() == "Noto Sans"
    QTest.keyClick(shown.typeface.usual, Qt.Key.Key_Space)
    assert kept(store)["font_name"] == ""
    assert not shown.typeface.usual.isVisible()

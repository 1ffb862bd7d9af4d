"""A packed desk in the window: every screen is there, and every act says that nothing changes."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.devices import second_window
from desk_app.services import reviews
from desk_app.store import exchange
from desk_app.store.session import Store
from desk_app.views.palette import CommandPalette
from desk_app.views.settings_screen import SettingsScreen
from tests.flows.at_the_desk import HELENE, AtTheDesk, at_the_desk, offscreen, visible_words

pytestmark = offscreen
KEYS = ("events", "roster", "badges", "designer", "attendance", "import", "settings", "checkin")


@pytest.fixture
def packed(sample_folder: Path, tmp_path: Path) -> Path:
    store = Store(sample_folder)
    with store.transaction() as session:
        (tmp_path / "day.jsonl").write_bytes(b"".join(exchange.exported(session)))
    store.close()
    return tmp_path / "day.jsonl"


@pytest.fixture
def reading(packed: Path, sample_folder: Path, qtbot: QtBot) -> Iterator[AtTheDesk]:
    """The window on the packed desk, read by a desk that speaks English."""
    with at_the_desk(sample_folder, qtbot, reviews.open_packed(packed, sample_folder)) as reader:
        reader.wait(lambda: reader.counts == "0 of 60 arrived")
        yield reader
    words.use("en")


def test_every_screen_is_there_and_nothing_can_be_changed(reading: AtTheDesk) -> None:
    for key in KEYS:
        reading.desk.frame.show_screen(key)
        assert "Read only: day.jsonl" in visible_words(reading.desk.frame)
    assert not reading.notice
    reading.desk.checkin.scan(HELENE)
    reading.wait(lambda: reading.notice)
    assert reading.notice[0].startswith("This packed desk is open to be read: nothing was changed.")
    assert reading.counts == "0 of 60 arrived"


def test_a_packed_desk_is_chosen_from_the_palette(sample_desk: AtTheDesk, packed: Path) -> None:
    it = sample_desk
    opened: list[tuple[Path, Path]] = []
    it.desk.rest.settings._open_packed = lambda *what: opened.append(what)
    it.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = it.desk.frame.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    it.wait(lambda: palette.isVisible())
    QTest.keyClicks(palette._field, "Read a packed")
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    it.wait(lambda: it.desk.frame.current_key() == "settings")
    screen = it.desk.frame.findChild(SettingsScreen)
    assert isinstance(screen, SettingsScreen)
    it.wait(lambda: screen._dialog)
    assert screen._dialog
    screen._dialog.fileSelected.emit(str(packed))
    screen._dialog.close()
    it.wait(lambda: opened)
    assert opened == [(packed, it.desk.tasks.store.folder)]


def test_the_second_window_starts_this_program(packed: Path, tmp_path: Path) -> None:
    command = [*second_window.command(packed, tmp_path / "reader"), "event", "list"]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=Path.cwd())
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "faire commun" in answer.stdout

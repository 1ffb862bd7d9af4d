"""Where Qt cannot stand a sentence says what to install; where no screen is, none is used."""

import os
import sys
from pathlib import Path

import pytest

from desk_app.ground import check_libraries, screen_there, stand_offscreen
from tests.programs import program

WITHOUT_QT = """
import sys
class NoLibrary:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtWidgets":
            raise ImportError("libEGL.so.1: cannot open shared object file")
sys.meta_path.insert(0, NoLibrary())
"""
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens are Linux's own")


@pytest.mark.parametrize(
    "command", [("shots", "pictures"), ("demo", "--tour", "tour"), ("demo",), ()]
)
def test_a_missing_library_is_named_with_the_packages(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    ended = program([*command, "--data", "data"], tmp_path, WITHOUT_QT, DISPLAY=":0")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "libEGL.so.1" in ended.stderr
    assert "sudo apt install libegl1 " in ended.stderr
    assert "sudo dnf install mesa-libEGL " in ended.stderr
    assert "Traceback" not in ended.stderr


@linux
def test_without_a_screen_the_window_says_so(tmp_path: Path) -> None:
    ended = program(["--data", "data"], tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("There is no screen here, so the window cannot open.")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["event", "roster"])
def test_without_qt_the_command_line_still_works(tmp_path: Path, command: str) -> None:
    ended = program([command, "list", "--data", "data"], tmp_path, WITHOUT_QT)
    assert "libEGL" not in ended.stderr
    assert ended.returncode == (0 if command == "event" else 2)


@linux
@pytest.mark.parametrize(
    ("display", "wayland", "there"),
    [("", "", False), (":0", "", True), ("", "wayland-0", True)],
)
def test_a_screen_is_there_when_a_display_is_named(
    monkeypatch: pytest.MonkeyPatch, display: str, wayland: str, there: bool
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    assert screen_there() is there


def test_offscreen_qt_needs_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    stand_offscreen()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    check_libraries()

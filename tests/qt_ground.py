"""The ground Qt stands on in tests: no screen is needed, and a machine without Qt's libraries
still runs everything that needs none."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

MISSING = ""
ROOT = Path(__file__).parents[1]
_QT = re.compile(
    r"\b(PySide6|pytestqt|qtbot)\b"
    r"|desk_app(\.| import )(app|controllers|demo|devices|ground|shots|tables|tasks|views)\b"
)
_OUR_PARTS = re.compile(r"^from (tests\.[\w.]+) import", re.MULTILINE)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    import PySide6.QtWidgets  # noqa: F401
except ImportError as error:  # the wheel is there; one of the system's libraries is not
    MISSING = str(error)


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Keep pytest-qt out where Qt cannot start: it would stop every other test as well."""
    if MISSING:
        pluginmanager.set_blocked("pytest-qt")
        parser.addini("qt_api", "as pytest-qt has it")
        parser.addini("qt_log_level_fail", "as pytest-qt has it")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out what needs Qt where it cannot start: test files, folders by their conftest."""
    if not MISSING:
        return None
    file = collection_path / "conftest.py" if collection_path.is_dir() else collection_path
    return True if file.suffix == ".py" and file.is_file() and _needs_qt(file) else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if MISSING:
        terminalreporter.section("Qt cannot start: all tests that need it were left out", "!")
        terminalreporter.line(MISSING)


@cache
def _needs_qt(file: Path) -> bool:
    """Whether a file names Qt or a room that does, or a part of the tests that does."""
    if file == Path(__file__):
        return False
    text = file.read_text(encoding="utf-8")
    parts = (ROOT / f"{name.replace('.', '/')}.py" for name in _OUR_PARTS.findall(text))
    return bool(_QT.search(text)) or any(_needs_qt(part) for part in parts if part.is_file())

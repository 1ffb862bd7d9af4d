"""Rooms open inwards only: the contracts of pyproject.toml, and what they cannot say."""

import ast
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
DOMAIN = sorted((ROOT / "desk_app" / "domain").glob("*.py"))


def imported(file: Path) -> Iterator[str]:
    """The full name of every module that a file imports, wherever it does."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@contextmanager
def _loggers_kept() -> Iterator[None]:
    """import-linter sets up logging anew and silences every logger it does not know."""
    known = [
        it for it in logging.root.manager.loggerDict.values() if isinstance(it, logging.Logger)
    ]
    before = {it: it.disabled for it in known}
    yield
    for logger, disabled in before.items():
        logger.disabled = disabled


def test_every_import_keeps_the_contracts(capsys: pytest.CaptureFixture[str]) -> None:
    with _loggers_kept():
        status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("file", DOMAIN, ids=lambda file: file.stem)
def test_the_domain_needs_python_alone(file: Path) -> None:
    ours = [name for name in imported(file) if name.startswith("desk_app.domain.")]
    foreign = {name.partition(".")[0] for name in imported(file) if name not in ours}
    assert foreign <= sys.stdlib_module_names


@pytest.mark.parametrize("room", sorted((ROOT / "desk_app").glob("*/")), ids=lambda room: room.name)
def test_every_room_is_a_package(room: Path) -> None:
    """A folder without this file is passed over by import-linter, in silence."""
    assert not list(room.glob("*.py")) or (room / "__init__.py").is_file()

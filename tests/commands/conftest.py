"""Commands speak English here, whatever the machine's language."""

import gc
from collections.abc import Iterator

import pytest

from desk_app import words
from tests.commands.terminal import Terminal


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    yield
    words.use("en")
    gc.unfreeze()  # an import at the command line freezes what it holds: its process ends anyway


@pytest.fixture
def empty(folder: object) -> Terminal:
    """A desk without any event."""
    return Terminal(folder)  # type: ignore[arg-type]  # the folder of tests/conftest.py

"""A second desk, for what goes from one to another."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.store.session import Session
from tests.services.days import desk_in


@pytest.fixture
def other(new_file: Path, tmp_path: Path) -> Iterator[Session]:
    """One transaction of another desk, without events."""
    home = tmp_path / "other"
    home.mkdir()
    shutil.copy(new_file, home / "desk.db")
    with desk_in(home) as session:
        yield session

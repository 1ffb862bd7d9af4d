"""What every room's tests stand on: hypothesis settled, and a desk whose file is real."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from desk_app.store.session import Session, Store
from desk_app.store.upgrade import make_ready

# No deadline: a wall clock would make the result depend on the machine.
settings.register_profile(
    "desk", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("desk")


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as a first start makes it; Alembic takes a second, a copy takes none."""
    file = tmp_path_factory.mktemp("new") / "desk.db"
    make_ready(file)
    return file


@pytest.fixture
def folder(new_file: Path, tmp_path: Path) -> Path:
    """A data folder that no desk has opened yet."""
    home = tmp_path / "desk"
    home.mkdir()
    shutil.copy(new_file, home / "desk.db")
    return home


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open desk without events."""
    opened = Store(folder)
    yield opened
    opened.close()


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    """One transaction for the whole test."""
    with store.transaction() as opened:
        yield opened

"""Make a database file ready: create it, upgrade it with Alembic, or refuse a newer one."""

import contextlib
import sqlite3
from pathlib import Path

from desk_app.domain.errors import DeskError
from desk_app.store.sensitivity import edition

MIGRATIONS = Path(__file__).parent / "migrations"


def make_ready(file: Path) -> None:
    """Bring the file to this release's schema; an older one is copied beside it first.

    Raises DeskError when the file is no desk database or was written by a newer release.
    """
    found, head = _version(file), releases()[-1]
    if found == head:
        return
    if found is not None and found not in releases():
        raise DeskError(
            "The data in {file} was written by a newer version of this program. "
            "Update the program, or choose another data folder.",
            file=file,
        )
    if found is not None:
        _copy(file, file.with_name(f"desk-before-{head}.db"))
    _upgrade(file)
    if found is None:
        _note_edition(file)


def releases() -> list[str]:
    """Every schema version there is, oldest first, as the migration files are numbered."""
    return sorted(script.name.partition("_")[0] for script in MIGRATIONS.glob("versions/0*.py"))


def unusable(file: Path, why: object) -> DeskError:
    """What to tell when SQLite cannot work with the file: damaged, locked, not to be written."""
    return DeskError(
        "The file {file} cannot be opened as a desk database ({why}). "
        "Choose another data folder, or restore a backup.",
        file=file,
        why=why,
    )


def _version(file: Path) -> str | None:
    if not file.exists() or file.stat().st_size == 0:
        return None
    try:
        with contextlib.closing(sqlite3.connect(file)) as connection:
            return _version_in(connection, file)
    except sqlite3.DatabaseError as error:
        raise unusable(file, error) from error


def _version_in(connection: sqlite3.Connection, file: Path) -> str | None:
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        _refuse_unless_empty(connection, file)
        return None
    if row is None:
        _refuse_unless_empty(connection, file)
    return str(row[0]) if row else None


def _refuse_unless_empty(connection: sqlite3.Connection, file: Path) -> None:
    """An empty database is a first start that was cut short; any other is not ours."""
    others = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'alembic_version'"
    if connection.execute(others).fetchone()[0]:
        raise unusable(file, "not a registration desk database")


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(source)) as old,
        contextlib.closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)


def _note_edition(file: Path) -> None:
    """A new file's index is made by the rules of today."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {edition()}")


def _upgrade(file: Path) -> None:
    from alembic import command  # half a second, needed once per release
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["file"] = file
    command.upgrade(config, "head")

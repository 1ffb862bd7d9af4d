"""A database is created, upgraded after a copy, or refused with a reason."""

import contextlib
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from desk_app.domain.errors import DeskError
from desk_app.store import schema, upgrade
from desk_app.store.session import Session, Store
from tests.services.days import desk_in, guest, open_with

LATER = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("setting", sa.Column("since", sa.Integer))
"""


def later_release(tmp_path: Path, script: str = LATER) -> Path:
    """The migrations as a release to come would have them."""
    folder = Path(shutil.copytree(upgrade.MIGRATIONS, tmp_path / "migrations"))
    (folder / "versions" / "0002_later.py").write_text(script)
    return folder


def columns(file: Path, table: str) -> list[str]:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def a_table_of(file: Path, sql: str) -> Path:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.executescript(sql)
    return file


def test_a_new_file_has_the_latest_schema(session: Session) -> None:
    found = session.run("SELECT version_num FROM alembic_version").scalar_one()
    assert found == upgrade.releases()[-1]


def test_the_schema_is_what_the_migrations_build(session: Session) -> None:
    def ours(name: str | None, kind: str, _parents: Any) -> bool:
        return kind != "table" or not str(name).startswith("person_")

    context = MigrationContext.configure(session.connection, opts={"include_name": ours})
    assert compare_metadata(context, schema.metadata) == []


def test_the_tables_are_stored_alike(session: Session, tmp_path: Path) -> None:
    import sqlalchemy as sa

    engine = sa.create_engine(f"sqlite:///{tmp_path / 'by-metadata.db'}")
    schema.metadata.create_all(engine)
    ask = "SELECT name, wr, strict FROM pragma_table_list WHERE type = 'table' ORDER BY name"
    with engine.connect() as connection:
        wanted = connection.exec_driver_sql(ask).all()
    engine.dispose()
    found = [row for row in session.run(ask) if row[0] != "alembic_version"]
    assert found == wanted


def test_the_search_tables_are_what_the_migrations_build(session: Session) -> None:
    rows = session.run("SELECT sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")
    tidy = re.compile(r"\s+|(?<=\() | (?=\))")
    found = sorted(tidy.sub("", row[0]) for row in rows)
    wanted = (schema.SEARCH_TABLE, schema.VOCABULARY_TABLE)
    assert found == sorted(tidy.sub("", sql) for sql in wanted)


def test_a_file_of_this_release_is_left_alone(folder: Path) -> None:
    before = (folder / "desk.db").read_bytes()
    upgrade.make_ready(folder / "desk.db")
    assert (folder / "desk.db").read_bytes() == before


def test_an_empty_file_is_a_first_start_cut_short(tmp_path: Path) -> None:
    (tmp_path / "desk.db").touch()
    upgrade.make_ready(tmp_path / "desk.db")
    assert columns(tmp_path / "desk.db", "setting") == ["key", "value"]


def test_an_older_file_is_copied_then_upgraded(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk_in(folder) as session:
        open_with(session, guest())
    monkeypatch.setattr(upgrade, "MIGRATIONS", later_release(tmp_path))
    upgrade.make_ready(folder / "desk.db")
    assert columns(folder / "desk.db", "setting") == ["key", "value", "since"]
    assert columns(folder / "desk-before-0002.db", "setting") == ["key", "value"]


def test_the_copy_before_an_upgrade_holds_everything(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk_in(folder) as session:
        open_with(session, guest("Zoé Lefèvre"))
    monkeypatch.setattr(upgrade, "MIGRATIONS", later_release(tmp_path))
    upgrade.make_ready(folder / "desk.db")
    with contextlib.closing(sqlite3.connect(folder / "desk-before-0002.db")) as copy:
        assert copy.execute("SELECT full_name FROM attendee").fetchall() == [("Zoé Lefèvre",)]


def test_an_upgrade_that_fails_changes_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = later_release(tmp_path, LATER + "    op.drop_table('nothing')\n")
    monkeypatch.setattr(upgrade, "MIGRATIONS", broken)
    with pytest.raises(Exception, match="nothing"):
        upgrade.make_ready(folder / "desk.db")
    assert columns(folder / "desk.db", "setting") == ["key", "value"]


def test_a_newer_file_is_refused_untouched(folder: Path) -> None:
    newer = a_table_of(folder / "desk.db", "UPDATE alembic_version SET version_num = '9999'")
    before = newer.read_bytes()
    with pytest.raises(DeskError, match="newer version"):
        Store(folder)
    assert newer.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"Dear Sir or Madam, " * 100)
    with pytest.raises(DeskError, match="cannot be opened as a desk database"):
        Store(tmp_path)


def test_the_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    other = a_table_of(tmp_path / "desk.db", "CREATE TABLE recipe (name TEXT)")
    before = other.read_bytes()
    with pytest.raises(DeskError, match="not a registration desk database"):
        Store(tmp_path)
    assert other.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk.db" / "x").mkdir(parents=True)
    with pytest.raises(DeskError, match="cannot be opened"):
        Store(tmp_path)

"""A packed desk opened to be read: a database of its own, in which nothing can be changed."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError

from desk_app.domain.errors import DeskError
from desk_app.store import exchange
from desk_app.store.session import Session, Store

_FOLDER = "review"  # in the data folder, where an erasure finds it too
_WRITES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)
# The index declares its table when it is opened; of settings see below.
_OPEN = ("setting", "sqlite_master", "sqlite_temp_master")
_NO = "not authorized"  # as SQLite itself says it
# Where the reader looks and how it looks to them is theirs; all other settings are the desk's.
_ONLY_READERS = f"""
    CREATE TEMP TRIGGER {{name}} BEFORE {{act}} ON main.setting
    WHEN NEW.key NOT IN ('event', 'language', 'theme', 'sound', 'roster_columns', 'roster_views')
    AND NEW.key NOT LIKE 'checkpoint-%'
    BEGIN SELECT RAISE(ABORT, '{_NO}'); END
"""


class PackedDesk(Store):
    """Every act that would change anything ends in a DeskError that says so; SQLite sees to it.

    The database goes with `close`; what a crash leaves of it goes before the next one is made.
    """

    def __init__(self, file: Path, folder: Path) -> None:
        """Read what was packed into a file; `folder` is the data folder of the desk that reads.

        DeskError where the file is none, or where another window is reading one.
        """
        content = file.read_bytes()
        exchange.check(content)
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = _only_one(folder)
        try:
            home = folder / _FOLDER
            shutil.rmtree(home, ignore_errors=True)
            _fill(home, content)
            super().__init__(home)
        except BaseException:
            self._lock.release()
            raise
        event.listen(self._engine, "connect", _forbid)
        self._engine.dispose()  # the connection that opened the file may still write
        self.packed = file.name

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[Session]:
        """As `Store.transaction`, but nothing is written."""
        try:
            with super().transaction(durable=durable) as session:
                yield session
        except DatabaseError as error:
            if _NO not in str(error.orig):
                raise
            raise DeskError(
                "This packed desk is open to be read: nothing was changed. To go on with it, take"
                " it in at a desk, in its settings."
            ) from error

    def close(self) -> None:
        """Close the file, and leave nothing of it behind."""
        super().close()
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()


def _only_one(folder: Path) -> FileLock:
    lock = FileLock(folder / f"{_FOLDER}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise DeskError(
            "Another window is reading a packed desk already. Close it first."
        ) from error
    return lock


def _fill(home: Path, content: bytes) -> None:
    store = Store(home)
    try:
        with store.transaction() as session:
            exchange.take_in(session, content)
    finally:
        store.close()


def _forbid(connection: sqlite3.Connection, _record: object) -> None:
    for act in ("INSERT", "UPDATE"):
        connection.execute(_ONLY_READERS.format(name=f"only_readers_{act}", act=act))

    def allowed(action: int, table: str | None, *_more: object) -> int:
        forbidden = action in _WRITES and table not in _OPEN
        return sqlite3.SQLITE_DENY if forbidden else sqlite3.SQLITE_OK

    connection.set_authorizer(allowed)

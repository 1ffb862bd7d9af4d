"""One open database, one transaction at a time."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, CursorResult, Engine, create_engine, event
from sqlalchemy.exc import OperationalError

from desk_app.domain.errors import DeskError
from desk_app.store.copying import renew_copies
from desk_app.store.desk import Desk, this_desk
from desk_app.store.upgrade import make_ready, unusable

BUSY_MS = 10_000
_CACHE_KB = 8_192  # as fast for a search as any more; what a day of scans could add to the memory
_ROOM_KB = 131_072  # a large import touches most pages of the file again and again
_DURABLE = f"{__name__}.durable"
MANY = 400  # gaps in one statement; SQLite allows 999 in its oldest builds
_AT_ONCE = 500  # rows in one statement; SQLite allows 32,766 gaps since 3.32


@dataclass(frozen=True, slots=True)
class Session:
    """A transaction on this desk's ledger; it ends, whole or not at all, with its `with` block."""

    connection: Connection
    desk: Desk

    def run(self, sql: str, values: Any = ()) -> CursorResult[*tuple[Any, ...]]:
        """Run SQLite's own SQL with `?` gaps; a list of tuples runs it for each (bulk work)."""
        return self.connection.exec_driver_sql(sql, values)

    def insert(self, into: str, rows: Sequence[tuple[Any, ...]], otherwise: str = "") -> None:
        """Insert rows by "INSERT INTO table (columns)", with an ON CONFLICT clause or without.

        Many rows go in by one statement: Python's lock is given up and taken back once for each
        statement, and every taking back can cost a whole turn of another thread that is at work.
        """
        if not rows:
            return
        gaps = f"({', '.join('?' * len(rows[0]))})"
        many = len(rows) - len(rows) % _AT_ONCE
        for start in range(0, many, _AT_ONCE):
            values = tuple(chain.from_iterable(rows[start : start + _AT_ONCE]))
            self.run(f"{into} VALUES {', '.join([gaps] * _AT_ONCE)} {otherwise}", values)
        if rest := rows[many:]:
            self.run(f"{into} VALUES {gaps} {otherwise}", rest)

    def take_room(self) -> None:
        """Hold the pages that a large import writes in memory, until `give_room_back`."""
        self.run(f"PRAGMA cache_size = -{_ROOM_KB}")

    def give_room_back(self) -> None:
        """What the desk does at the door needs few pages."""
        self.run(f"PRAGMA cache_size = -{_CACHE_KB}")
        self.run("PRAGMA shrink_memory")

    @property
    def folder(self) -> Path:
        """The desk's data folder."""
        files = {name: file for _, name, file in self.run("PRAGMA database_list")}
        return Path(files["main"]).parent  # a temporary one may stand beside it

    @property
    def memory(self) -> dict[Any, Any]:
        """What may be remembered as long as the database stays open (caches only)."""
        return self.connection.info


class Store:
    """The database file in a data folder, created or upgraded when opened.

    Raises DeskError when the folder cannot be used or was written by a newer release.
    """

    packed = ""  # the name of the file, where a packed desk is read

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "desk.db"
        _make(folder)
        self._engine = _engine(self.file)
        try:
            make_ready(self.file)
            with self._engine.begin() as connection:
                self.desk = this_desk(connection, folder)
        except OperationalError as error:  # not to be written, held by another program, disk full
            raise unusable(self.file, error.orig) from error

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[Session]:
        """Everything inside is written at the end, or nothing is.

        It is on the disk then and outlives a power cut, unless not `durable`: that is for work
        which counts for nothing before a later, durable transaction; each of those carries
        everything before it to the disk as well. DeskError when the disk is full or another
        program keeps the file to itself.
        """
        try:
            with self._engine.connect() as connection:
                connection.info[_DURABLE] = durable
                with connection.begin():
                    yield Session(connection, self.desk)
        except OperationalError as error:
            raise DeskError(
                "The desk's data cannot be read or written just now ({why}). Nothing was changed. "
                "Check that the disk is not full, then try again.",
                why=error.orig,
            ) from error

    def scrub(self) -> bool:
        """Leave in the file, its log and its copies nothing of what was deleted or written over.

        The latest copy in the data folder is made anew, older ones go. False while another
        program reads the file. DeskError when the disk is full.
        """
        try:
            clean = _scrubbed(self._engine)
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                return False
            raise unusable(self.file, error) from error
        if clean:
            renew_copies(self.file)
        return clean

    def close(self) -> None:
        """Close the file; SQLite folds its write-ahead log back into it."""
        self._engine.dispose()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeskError(
            "The data folder {folder} cannot be used ({why}). Choose another one.",
            folder=folder,
            why=error.strerror,
        ) from error


def _engine(file: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(file)), pool_size=1, max_overflow=2)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _scrubbed(engine: Engine) -> bool:
    """Whether the log could be emptied too: nobody else was reading it."""
    pooled = engine.raw_connection()
    try:
        connection = pooled.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        # A deleted row leaves its words in the segments of the index until they are written anew.
        connection.execute("INSERT INTO person_search (person_search) VALUES ('rebuild')")
        connection.execute("VACUUM")
        return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        pooled.close()


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin in `_begin`, not when sqlite3 thinks so
    for pragma in (
        f"busy_timeout = {BUSY_MS}",  # first: switching to WAL can itself be busy
        "journal_mode = WAL",
        "synchronous = FULL",  # a green banner means that the check-in is on the disk
        "foreign_keys = ON",
        f"cache_size = -{_CACHE_KB}",
        "wal_autocheckpoint = 1000",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # Immediate: the next number of this desk is read and used under one lock, also when the
    # command line and the window work on the same folder.
    level = "FULL" if connection.info.get(_DURABLE, True) else "NORMAL"
    connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")

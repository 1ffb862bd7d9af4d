"""A whole and consistent copy of the database, made while the desk goes on working."""

import contextlib
import sqlite3
from pathlib import Path

from desk_app.domain.errors import DeskError

_MAGIC = b"SQLite format 3\0"


def save_copy(database: Path, target: Path) -> Path:
    """Copy the database into another file, which takes the place of an older one only when whole.

    A DeskError means that the older file, if any, is as it was.
    """
    if target.resolve() == database.resolve():
        raise DeskError(
            "{file} is the database of this desk itself. Choose another name for the copy.",
            file=target.name,
        )
    unfinished = target.with_name(f"{target.name}.part")
    try:
        _copy(database, unfinished)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise DeskError(
            "The copy {file} could not be written ({why}). Choose another folder.",
            file=target.name,
            why=error,
        ) from error
    return target


def renew_copies(database: Path) -> None:
    """Put the database as it is now in the place of its latest copy below its folder; drop others.

    For data protection: whatever left the database leaves its copies.
    """
    copies = sorted(copies_of(database), key=lambda file: file.stat().st_mtime)
    if copies:
        save_copy(database, copies[-1])
    for file in copies[:-1]:
        file.unlink(missing_ok=True)
    for file in copies:
        for tail in ("-wal", "-shm", "-journal"):
            file.with_name(file.name + tail).unlink(missing_ok=True)


def copies_of(database: Path) -> list[Path]:
    """Every other SQLite file below the folder of the database, unfinished ones too."""
    return [
        file
        for file in database.parent.rglob("*")
        if file != database and file.is_file() and _is_sqlite(file)
    ]


def _is_sqlite(file: Path) -> bool:
    with contextlib.suppress(OSError), file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC
    return False


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with (
        contextlib.closing(sqlite3.connect(source)) as old,
        contextlib.closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new, pages=2000)

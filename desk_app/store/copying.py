"""A whole and consistent copy of the database, made while the desk goes on working."""

import contextlib
import sqlite3
from pathlib import Path

from desk_app.domain.errors import DeskError


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


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with (
        contextlib.closing(sqlite3.connect(source)) as old,
        contextlib.closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new, pages=2000)

"""What all commands share: their options, their session, and how they answer."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from desk_app import paths, whole_file
from desk_app.clock import system_clock

Command = Callable[..., Any]

_KEPT = f"{__name__}.kept"


def common(command: Command) -> Command:
    """What every command takes, and how it is answered."""
    folder = click.option(
        "--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder."
    )
    as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
    return folder(as_json(command))


def folder_said(data: Path | None) -> Path | None:
    """The data folder given after the command, else before it; None where none was given."""
    before: Path | None = click.get_current_context().find_root().params.get("data")
    return data or before


@contextmanager
def open_desk_at(data: Path | None) -> Iterator[Any]:
    """The store of a data folder, else of this user's, or a packed desk; closed at the end."""
    from desk_app.services.places import open_desk
    from desk_app.services.reviews import open_packed

    folder = folder_said(data) or paths.data_folder()
    packed = click.get_current_context().find_root().params.get("packed")
    store = open_packed(packed, folder) if packed else open_desk(folder, system_clock())
    try:
        yield store
    finally:
        store.close()


def in_session(command: Command) -> Command:
    """Give a command one transaction on the ledger instead of a folder."""

    @wraps(command)
    def run(data: Path | None, **options: Any) -> Any:
        with _told_when_done(), open_desk_at(data) as store, store.transaction() as session:
            return command(session, **options)

    return common(run)


def answer(value: Any, as_json: bool, lines: Callable[[], Iterator[str]]) -> None:
    """Say it: as JSON, or line by line for a person; in a session, once all is on the disk."""
    said = [json.dumps(value, ensure_ascii=False, indent=2)] if as_json else list(lines())
    kept = click.get_current_context().meta.get(_KEPT)
    if kept is None:
        _tell(said)
    else:
        kept.extend(said)


@contextmanager
def _told_when_done() -> Iterator[None]:
    """Nothing is said of what might still fail, and a reader who has left stops no work."""
    kept: list[str] = click.get_current_context().meta.setdefault(_KEPT, [])
    yield
    _tell(kept)


def _tell(lines: list[str]) -> None:
    try:
        for line in lines:
            click.echo(line)
    except BrokenPipeError:
        # Whoever read us has left; that is no error of ours. What is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write(file: Path, content: bytes) -> None:
    """All of the file or nothing of it, in folders made as needed."""
    whole_file.write(file, content, folders=True)

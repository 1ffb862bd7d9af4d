"""Another window of this program, in a process of its own: this desk goes on as before."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

import desk_app
from desk_app.domain.errors import DeskError

_START = "from desk_app.entry import main; main()"


def open_packed(file: Path, folder: Path) -> None:
    """Open a packed desk to be read; `folder` is the data folder of this desk."""
    program, *arguments = command(file, folder)
    home = str(Path(desk_app.__file__).parents[1])
    begun = QProcess.startDetached(program, arguments, home)
    if not (begun[0] if isinstance(begun, tuple) else begun):
        raise DeskError("The window for the packed desk does not open. Restart the program.")


def command(file: Path, folder: Path) -> list[str]:
    """What starts this program on a packed desk, with or without an interpreter of its own."""
    start = [] if getattr(sys, "frozen", False) else ["-c", _START]
    data = ["--data", str(folder.resolve())]
    return [sys.executable, *start, *data, "--packed", str(file.resolve())]

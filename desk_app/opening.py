"""Opens the window, where one can stand."""

import gc
from pathlib import Path

from desk_app import ground, paths


def open_window(data: Path | None, packed: Path | None = None) -> int:
    """The window on a data folder, else on this user's, or on a packed desk; returns at its end.

    DeskError where Qt lacks a library of the system, or nobody could see a window.
    """
    gc.disable()  # importing makes no garbage; later a `Sweeper` collects
    ground.check_screen()
    ground.check_libraries()
    from desk_app import app

    return app.open_window(data or paths.data_folder(), packed)

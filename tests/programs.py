"""The program as people start it, in a process of its own, on machines that lack something."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def program(
    arguments: Sequence[str | Path], folder: Path, before: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run `main.py` in a folder, without any screen; `before` is Python that runs first."""
    script = f"{before}\nimport sys\nfrom desk_app.entry import main\nmain(sys.argv[1:])"
    env = {name: value for name, value in os.environ.items() if name not in SCREENS}
    env |= {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=folder,
        env=env,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )

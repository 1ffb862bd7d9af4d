"""Whether Qt can stand here: its system libraries, and a screen."""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

from desk_app.domain.errors import DeskError

DEBIAN = (
    "libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 libxkbcommon-x11-0"
    " libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)
FEDORA = (
    "mesa-libEGL mesa-libGL libxkbcommon fontconfig dbus-libs glib2 libxkbcommon-x11"
    " xcb-util-cursor xcb-util-wm xcb-util-keysyms"
)


def screen_there() -> bool:
    """Whether a window could be shown to anybody."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_screen() -> None:
    """DeskError where nobody could see a window; a platform chosen by hand is taken on trust."""
    if not screen_there() and not os.environ.get("QT_QPA_PLATFORM"):
        raise DeskError(
            "There is no screen here, so the window cannot open. "
            "“demo” plays a day without one, and “--help” lists the commands."
        )


def stand_offscreen() -> None:
    """Let Qt draw into memory; call before the first QApplication."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def check_libraries() -> None:
    """DeskError naming the packages to install where a library of the system is missing."""
    try:
        from PySide6 import QtWidgets  # noqa: F401
    except ImportError as error:
        raise _missing(error) from error
    if sys.platform.startswith("linux") and _wants_x11():
        _check_x11()


def _wants_x11() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return chosen.startswith("xcb") or (not chosen and bool(os.environ.get("DISPLAY")))


def _check_x11() -> None:
    """Load Qt's X11 plugin once: Qt itself would abort the program without a word to act on."""
    spec = importlib.util.find_spec("PySide6")
    assert spec
    assert spec.origin
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        raise _missing(error) from error


def _missing(error: Exception) -> DeskError:
    return DeskError(
        "The window cannot open, a library of the system is missing ({why}).\n"
        "On Debian or Ubuntu: sudo apt install {debian}\n"
        "On Fedora: sudo dnf install {fedora}",
        why=error,
        debian=DEBIAN,
        fedora=FEDORA,
    )

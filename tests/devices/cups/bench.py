"""A real CUPS with a printer in software behind it, on loopback only, for as long as tests run.

The printer keeps what it is sent as Apple raster (`.urf`), which is read back here in mm.
"""

import os
import shutil
import socket
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.devices import ipp

QUEUE = "BadgeLabel"
_PORT = 8632
_HERE = Path(__file__).parent
_NEEDED = ("cupsd", "lpadmin", "ippeveprinter", "avahi-daemon", "dbus-daemon")
_AVAHI = """[server]
host-name=badgetest
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
[wide-area]
enable-wide-area=no
[publish]
publish-hinfo=no
publish-workstation=no
"""


def missing() -> str:
    """Why the bench cannot be set up here; empty when it can."""
    paths = f"{os.environ.get('PATH', '')}:/usr/sbin"
    lacking = [name for name in _NEEDED if not shutil.which(name, path=paths)]
    if lacking:
        return f"not installed: {', '.join(lacking)}"
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "starting CUPS needs root"
    if _listens(631) or _listens(_PORT):
        return "a CUPS runs here already"
    return ""


@contextmanager
def bench(folder: Path) -> Iterator[Path]:
    """The folder into which the printer's jobs fall.

    Raises:
        TimeoutError: one of the programs does not come up here; it says which.
    """
    jobs = folder / "jobs"
    jobs.mkdir()
    (folder / "avahi.conf").write_text(_AVAHI)
    started: list[subprocess.Popen[bytes]] = []
    try:
        if not _bus_answers():
            started.append(_bus())
            # Who asks before the bus listens does not ask again: avahi gives up at once.
            _until(_bus_answers, "the message bus")
        started.append(_begun(folder, "avahi-daemon", "-f", str(folder / "avahi.conf"),
                              "--no-chroot", "--no-drop-root", "--no-rlimits"))  # fmt: skip
        _until(lambda: Path("/run/avahi-daemon/pid").exists(), "avahi")
        started.append(_begun(folder, "ippeveprinter", "-r", "off", "-n", "localhost", "-p",
                              str(_PORT), "-k", "-c", "/bin/true", "-d", str(jobs), "-a",
                              str(_HERE / "label62x100.conf"), QUEUE))  # fmt: skip
        started.append(_begun(folder, "/usr/sbin/cupsd", "-f"))
        _until(lambda: _listens(631) and _listens(_PORT), "CUPS")
        _tell("lpadmin", "-p", QUEUE, "-E", "-v", f"ipp://localhost:{_PORT}/ipp/print",
              "-m", "everywhere")  # fmt: skip
        _until(_knows_its_labels, "the queue's paper")
        yield jobs
    finally:
        _tell("lpadmin", "-x", QUEUE)
        for process in reversed(started):
            process.terminate()
            process.wait(10)


def _knows_its_labels() -> bool:
    """CUPS makes up its mind about a new queue a little later."""
    try:
        found = ipp.ask(ipp.GET_PRINTER, ("media-supported",), ipp.printer_uri(QUEUE))
    except OSError:
        return False
    return any("62x100" in str(it) for group in found for it in group.get("media-supported", []))


@dataclass(frozen=True)
class Page:
    """What arrived, as rows of grey dots."""

    width: int
    height: int
    dpi: int
    rows: list[bytes]

    def ink(self) -> tuple[float, float, float, float]:
        """The box around what is dark, in mm: left, top, right, bottom."""
        dark = [y for y, row in enumerate(self.rows) if min(row) < 128]
        columns = [[x for x, dot in enumerate(self.rows[y]) if dot < 128] for y in dark]
        left, right = min(it[0] for it in columns), max(it[-1] for it in columns) + 1
        scale = 25.4 / self.dpi
        return left * scale, dark[0] * scale, right * scale, (dark[-1] + 1) * scale


def arrived(jobs: Path, title: str) -> list[Page]:
    """The pages of the job with this title, once it has come."""
    wanted = title.lower().replace(" ", "_")

    def found() -> Path | None:
        return next((it for it in jobs.glob("*.urf") if wanted in it.name and _whole(it)), None)

    _until(lambda: found() is not None, title)
    file = found()
    assert file
    return list(_pages(file.read_bytes()))


def _whole(file: Path) -> bool:
    """It is being written as long as a page of it breaks off."""
    try:
        return bool(list(_pages(file.read_bytes())))
    except (struct.error, IndexError):
        return False


def _pages(raw: bytes) -> Iterator[Page]:
    place = 12  # after a sign and a count of pages, which a stream does not know yet
    while place < len(raw):
        depth = raw[place] // 8
        width, height, dpi = struct.unpack_from(">III", raw, place + 12)
        rows, place = _rows(raw, place + 32, width * depth, height, depth)
        yield Page(width, height, dpi, [row[::depth] for row in rows])


def _rows(raw: bytes, place: int, length: int, height: int, depth: int) -> tuple[list[bytes], int]:
    rows: list[bytes] = []
    while len(rows) < height:
        repeats, place = raw[place] + 1, place + 1
        row = bytearray()
        while len(row) < length:
            control, place = raw[place], place + 1
            if control == 128:
                row += b"\xff" * (length - len(row))
            elif control < 128:
                row += raw[place : place + depth] * (control + 1)
                place += depth
            else:
                row += raw[place : place + depth * (257 - control)]
                place += depth * (257 - control)
        rows += [bytes(row)] * repeats
    return rows[:height], place


def _bus_answers() -> bool:
    ping = ["dbus-send", "--system", "--dest=org.freedesktop.DBus", "/",
            "org.freedesktop.DBus.Peer.Ping"]  # fmt: skip
    return subprocess.run(ping, capture_output=True, check=False).returncode == 0


def _bus() -> "subprocess.Popen[bytes]":
    """The system's message bus, where none runs."""
    Path("/run/dbus").mkdir(exist_ok=True)
    for name in ("pid", "system_bus_socket"):
        Path("/run/dbus", name).unlink(missing_ok=True)
    return subprocess.Popen(["dbus-daemon", "--system", "--nofork"], **_QUIET)


_QUIET: dict[str, Any] = {
    "stdin": subprocess.DEVNULL,
    "stdout": subprocess.DEVNULL,
    "stderr": subprocess.DEVNULL,
    "env": {**os.environ, "LC_ALL": "C"},
}


def _begun(folder: Path, *command: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, cwd=folder, **_QUIET)


def _tell(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=False, timeout=60)


def _listens(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def _until(there: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Another program sets the pace: look again and again, and give up at last."""
    end = time.monotonic() + seconds
    while not there():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not come")
        time.sleep(0.05)

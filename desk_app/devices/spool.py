"""What became of the jobs handed over, and whether a printer can be reached at all."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from desk_app.devices import ipp
from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence, sentence

PATIENCE = 1.5  # seconds for a printer to answer; a person waits for the badge
_PORTS = {"ipp": 631, "ipps": 631, "http": 80, "https": 443, "socket": 9100, "lpd": 515}
_STOPPED = 5  # a printer's state
_OUT = ("offline-report", "connecting-to-device", "timed-out", "shutdown")
_DONE = {7: "cancelled", 8: "failed", 9: "printed"}  # states of a job; below, it is under way


@dataclass(frozen=True, slots=True)
class Fate:
    """What the printing system says of a job: "printed", "failed", "cancelled", or "sent"."""

    state: str
    why: Sentence | None = None


def check(printer: str) -> None:
    """Return when the printer seems ready to take a job; a DeskError says what is wrong.

    Answers within two seconds. Where the printing system tells nothing, the job itself will.
    """
    known = _printer(printer)
    if known is None:
        return
    reasons = set(map(str, known.get("printer-state-reasons", ())))
    uri = str(known.get("device-uri", [""])[0])
    if known.get("printer-state", [0])[0] == _STOPPED:
        raise DeskError(
            "The printer “{printer}” is paused or out of order. Look at it, or choose another one.",
            printer=printer,
        )
    if not known.get("printer-is-accepting-jobs", [True])[0]:
        raise DeskError("The printer “{printer}” takes no jobs just now. Look at it, or choose "
                        "another one.", printer=printer)  # fmt: skip
    if reasons & set(_OUT) or not _answers(uri):
        raise DeskError(
            "The printer “{printer}” does not answer. Check that it is switched on and "
            "connected, or choose another one.",
            printer=printer,
        )


def fates(printer: str, titles: Sequence[str]) -> dict[str, Fate]:
    """What became of the jobs with these titles; those the system does not know are left out."""
    asked = ("job-name", "job-state", "job-state-reasons", "job-printer-state-message")
    try:
        jobs = ipp.ask(ipp.GET_JOBS, asked, ipp.printer_uri(printer))
    except OSError:
        return {}
    wanted = set(titles)
    named = ((str(job.get("job-name", [""])[0]), job) for job in jobs)
    return {name: _fate(job, printer) for name, job in named if name in wanted}


def _fate(job: ipp.Attributes, printer: str) -> Fate:
    state = _DONE.get(int(job.get("job-state", [0])[0]), "sent")
    if state == "failed":
        told = str(job.get("job-printer-state-message", [""])[0])
        return Fate(state, sentence("The printer gave the job up: {why}.", why=told or "?"))
    if state == "cancelled":
        return Fate("failed", sentence("The job was cancelled at the printer or by its driver."))
    return Fate(state)


def _printer(name: str) -> ipp.Attributes | None:
    asked = ("printer-name", "device-uri", "printer-state", "printer-state-reasons",
             "printer-is-accepting-jobs")  # fmt: skip
    try:
        found = ipp.ask(ipp.GET_PRINTERS, asked)
    except OSError:
        return None
    return next((it for it in found if it.get("printer-name") == [name]), None)


def _answers(uri: str) -> bool:
    """Whether something listens where a printer of the network should be; others are believed."""
    parts = urlsplit(uri)
    port = _PORTS.get(parts.scheme)
    if port is None or not parts.hostname:
        return True
    try:
        socket.create_connection((parts.hostname, parts.port or port), PATIENCE).close()
    except OSError:
        return False
    return True

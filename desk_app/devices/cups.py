"""Handing a PDF to CUPS as it is, always with its paper named and never scaled.

Without a paper CUPS takes US Letter, and with another one it shrinks the page in silence.
"""

import re
import shutil
import subprocess

from desk_app.devices import ipp
from desk_app.devices.printer import CLOSE_ENOUGH, no_such_paper
from desk_app.domain.errors import DeskError

_PATIENCE = 10  # seconds for the printing system to take a job over
_SIZE = re.compile(r"_([\d.]+)x([\d.]+)(mm|in)$")
_MM = {"mm": 1.0, "in": 25.4}


def takes(name: str) -> bool:
    """Whether this computer has a CUPS that knows the printer, and the program that feeds it."""
    return bool(shutil.which("lp")) and bool(_papers(name))


def print_pdf(
    pdf: bytes, name: str, width: float, height: float, *, title: str, two_sided: bool = False
) -> None:
    """Print pages of `width` × `height` mm; a DeskError means that nothing was printed."""
    media = medium(_papers(name), width, height)
    if media is None:
        raise no_such_paper(name, width, height)
    options = ["-o", f"media={media}", "-o", "print-scaling=none"]
    if two_sided:
        options += ["-o", "sides=two-sided-long-edge"]
    try:
        subprocess.run(
            ["lp", "-d", name, "-t", title, *options, "-"],
            input=pdf,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise DeskError(
            "The printer “{printer}” does not take the job. Check that it is switched on, "
            "or choose another one.",
            printer=name,
        ) from error


def medium(papers: list[str], width: float, height: float) -> str | None:
    """The printer's name for the nearest paper, or one made to measure; None when it has none."""
    sizes = {paper: size for paper in papers if (size := _size(paper))}
    fixed = {it: size for it, size in sizes.items() if not _limit(it)}
    near = min(fixed, key=lambda it: _apart(fixed[it], width, height), default=None)
    if near and _apart(fixed[near], width, height) <= CLOSE_ENOUGH:
        return near
    least = next((size for it, size in sizes.items() if _limit(it) == "min"), None)
    most = next((size for it, size in sizes.items() if _limit(it) == "max"), None)
    if least and most and _within(least, (width, height), most):
        return f"Custom.{width:g}x{height:g}mm"
    return None


def _papers(name: str) -> list[str]:
    try:
        found = ipp.ask(ipp.GET_PRINTER, ("media-supported",), ipp.printer_uri(name))
    except OSError:
        return []
    return [str(it) for it in found[0].get("media-supported", [])] if found else []


def _size(paper: str) -> tuple[float, float] | None:
    found = _SIZE.search(paper)
    if found is None:
        return None
    unit = _MM[found[3]]
    return float(found[1]) * unit, float(found[2]) * unit


def _limit(paper: str) -> str:
    """Papers with these names are the ends of what can be made to measure."""
    found = re.match(r"custom_(min|max)_", paper)
    return found[1] if found else ""


def _apart(size: tuple[float, float], width: float, height: float) -> float:
    return max(abs(size[0] - width), abs(size[1] - height))


def _within(
    least: tuple[float, float], size: tuple[float, float], most: tuple[float, float]
) -> bool:
    return all(low <= it <= high for low, it, high in zip(least, size, most, strict=True))

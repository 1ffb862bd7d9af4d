"""How documents look: the figures of resources/reports, lengths in mm and type in points."""

import tomllib
from functools import cache
from typing import Any

from desk_app import paths
from desk_app.badges.paper import MM

Look = dict[str, Any]


@cache
def look() -> Look:
    """The look of every list and letter."""
    file = paths.resources() / "reports" / "sheet.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def left() -> float:
    return float(look()["page"]["left"] * MM)


def top() -> float:
    page = look()["page"]
    return float((page["height"] - page["top"]) * MM)


def bottom() -> float:
    return float(look()["page"]["bottom"] * MM)


def width() -> float:
    """What is left of the page's width between its margins."""
    page = look()["page"]
    return float((page["width"] - page["left"] - page["right"]) * MM)


def colour(name: str) -> str:
    return str(look()["colours"][name])


def paper_size() -> tuple[float, float]:
    """A4, in points."""
    page = look()["page"]
    return page["width"] * MM, page["height"] * MM

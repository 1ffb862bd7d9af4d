"""Badge layouts: what is written how large, as `resources/badges/layouts` describes it."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from desk_app import paths, words
from desk_app.badges.designs import Design, read_design
from desk_app.domain.errors import DeskError

DEFAULT = "classic"


@dataclass(frozen=True, slots=True)
class Style:
    """How one text is set; sizes in points, gaps in mm, see the head of `classic.toml`."""

    size: float
    most: float
    soft: float
    hard: float
    lines: int
    extra: int
    bold: bool
    gap: float
    colour: str
    keep: float = 0.0
    ratio: float = 9.0
    least: float = 0.0
    height: float = 0.0
    radius: float = 0.0
    padding: float = 0.0


@dataclass(frozen=True, slots=True)
class Margin:
    share: float
    least: float
    most: float
    clear: float


@dataclass(frozen=True, slots=True)
class Body:
    gap: float
    above: float


@dataclass(frozen=True, slots=True)
class CodeBox:
    least: float
    share: float
    most_of_height: float
    most_of_width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout for labels of any size. A text without a style, or no code box, is not printed."""

    id: str
    title: str
    margin: Margin
    body: Body
    given: Style
    family: Style | None = None
    pronouns: Style | None = None
    no_photo: Style | None = None
    organisation: Style | None = None
    job_title: Style | None = None
    category: Style | None = None
    event_title: Style | None = None
    event_line: Style | None = None
    code: CodeBox | None = None
    both_sides: bool = False


AnyLayout = Layout | Design
_PARTS = {"margin": Margin, "body": Body, "code": CodeBox}


_own: dict[str, AnyLayout] = {}


def use_own(found: Sequence[AnyLayout]) -> None:
    """The layouts that were made at this desk, beside those that ship with it, from now on."""
    global _own
    _own = {it.id: it for it in found}


def layouts() -> tuple[AnyLayout, ...]:
    """Every layout, those that ship with the desk by id, then its own."""
    return (*(_all()[id] for id in sorted(_all())), *_own.values())


def layout(id: str = DEFAULT) -> AnyLayout:
    """One layout; an unknown id is answered with those there are."""
    known = {**_all(), **_own}
    if found := known.get(id):
        return found
    raise DeskError(
        "There is no badge layout “{id}”. Choose one of these: {known}.",
        id=id,
        known=", ".join(sorted(known)),
    )


def layout_or(id: str, other: AnyLayout) -> AnyLayout:
    """The layout of this id, or the other one where there is none (any more)."""
    return _own.get(id) or _all().get(id) or other


def is_own(id: str) -> bool:
    """Whether a layout was made at this desk."""
    return id in _own


def read_layout(file: Path) -> AnyLayout:
    """The layout of one TOML file; its id is the file's name."""
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
        if "box" in read:
            return read_design(file.stem, read)
        parts = {name: _part(name, value) for name, value in read.items()}
        return Layout(id=file.stem, **parts)
    except DeskError as error:
        raise DeskError(
            "The badge layout {file} cannot be used: {reason}.", file=file.name,
            reason=words.say(error.sentence, words.current()).rstrip("."),
        ) from error  # fmt: skip
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, KeyError, OSError) as error:
        raise DeskError(
            "The badge layout {file} cannot be used: {reason}.", file=file.name, reason=str(error)
        ) from error


@cache
def _all() -> dict[str, AnyLayout]:
    files = sorted((paths.resources() / "badges" / "layouts").glob("*.toml"))
    return {file.stem: read_layout(file) for file in files}


def _part(name: str, value: Any) -> Any:
    if name not in {field.name for field in fields(Layout)}:
        raise TypeError(name)
    return _PARTS.get(name, Style)(**value) if isinstance(value, dict) else value

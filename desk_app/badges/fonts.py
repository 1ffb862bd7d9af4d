"""The typefaces of paper: the bundled ones first, then whatever this computer has."""

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from anyascii import anyascii

from desk_app import paths
from desk_app.badges.typefaces import by_typeface, own

BUNDLED = ("NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansDevanagari", "NotoSansThai")
# One file for all weights; drawn as paths, which costs the few badges that need them little.
VARIABLE = (
    "NotoSansArmenian",
    "NotoSansGeorgian",
    "NotoSansBengali",
    "NotoSansTamil",
    "NotoSansTelugu",
    "NotoSansGujarati",
    "NotoSansGurmukhi",
    "NotoSansKannada",
    "NotoSansMalayalam",
    "NotoSansSinhala",
    "NotoSansKhmer",
    "NotoSansLao",
    "NotoSansMyanmar",
    "NotoSansEthiopic",
    "NotoEmoji",
)
SIGNS = "NotoEmoji"
_WEIGHTS = {False: 400, True: 700}
_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph's advance and the box of its ink, in ems; the box is empty for a blank."""

    advance: float
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file. `outlined`: its glyphs are drawn as paths, as PDF cannot embed it whole."""

    key: str
    face: Any
    font: Any
    outlined: bool
    _glyphs: dict[int, Glyph] = field(default_factory=dict)
    _covered: set[str] = field(default_factory=set)

    @property
    def upem(self) -> int:
        return int(self.face.upem)

    def covers(self, character: str) -> bool:
        return self.font.get_nominal_glyph(ord(character)) is not None

    def covers_all(self, text: str) -> bool:
        """Whether it has every character, joiners included."""
        unknown = set(text) - self._covered
        if not all(map(self.covers, unknown)):
            return False
        self._covered.update(unknown)
        return True

    def glyph(self, number: int) -> Glyph:
        found = self._glyphs.get(number)
        if found is None:
            found = self._glyphs[number] = self._measured(number)
        return found

    def _measured(self, number: int) -> Glyph:
        advance = self.font.get_glyph_h_advance(number) / self.upem
        box = self.font.get_glyph_extents(number)
        if box is None or not box.width:
            return Glyph(advance, 0.0, 0.0, 0.0, 0.0)
        left, top = box.x_bearing / self.upem, box.y_bearing / self.upem
        return Glyph(advance, left, top + box.height / self.upem, left + box.width / self.upem, top)


def opened(
    path: Path, key: str, *, outlined: bool | None = None, bold: bool = False
) -> Face | None:
    """The first face of a font file; None when it holds no outlines (bitmap emoji, say)."""
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    tables = set(face.table_tags)
    if not tables & {"glyf", "CFF ", "CFF2"}:
        return None
    as_paths = "glyf" not in tables or "fvar" in tables if outlined is None else outlined
    font = hb.Font(face)
    if as_paths and "fvar" in tables:
        font.set_variations({"wght": _WEIGHTS[bold]})
    return Face(key, face, font, as_paths)


@by_typeface
@cache
def preferred(bold: bool) -> tuple[Face, ...]:
    """The fonts for names in their order: the desk's own, then those that ship with it."""
    return (*_own(bold), *bundled(bold))


def _own(bold: bool) -> tuple[Face, ...]:
    file = own(bold)
    try:
        face = file and opened(file, f"Own{int(bold)}", bold=bold)
    except (hb.HarfBuzzError, OSError, ValueError):
        face = None  # taken away meanwhile: the bundled ones are always there
    return (face,) if face else ()


@cache
def bundled(bold: bool) -> tuple[Face, ...]:
    """The fonts that ship with the desk, the main one first."""
    weight = "Bold" if bold else "Regular"
    folder = paths.resources() / "fonts"
    names = [f"{family}-{weight}" for family in BUNDLED]
    found = [opened(folder / f"{name}.ttf", name) for name in names]
    found += [opened(folder / f"{name}.ttf", f"{name}-{weight}", bold=bold) for name in VARIABLE]
    return tuple(face for face in found if face)


@by_typeface
@cache
def face_for(character: str, bold: bool) -> Face | None:
    """The first font that has the character, own, bundled or installed; None when none has."""
    for face in preferred(bold):
        if face.covers(character):
            return face
    return next((face for face in _installed(bold) if face.covers(character)), None)


def legible(text: str, bold: bool) -> tuple[str, str]:
    """The text as it can be written here, and the characters of it that cannot.

    A letter or digit that no font has is spelt in Latin letters; any other one is left out.
    """
    lost = [ch for ch in text if not invisible(ch) and face_for(ch, bold) is None]
    if not lost:
        return text, ""
    kept = "".join(_spelt(ch) if ch in lost else ch for ch in text)
    return " ".join(kept.split()).strip("\u200d\ufe0f "), "".join(dict.fromkeys(lost))


def invisible(character: str) -> bool:
    """Joiners, variation selectors and the like: they shape their neighbours and have no ink."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _spelt(character: str) -> str:
    return anyascii(character) if unicodedata.category(character)[0] in "LN" else ""


def _installed(bold: bool) -> Iterator[Face]:
    for number, path in enumerate(_candidates(bold)):
        face = _candidate(path, f"X{int(bold)}-{number}")
        if face:
            yield face


@cache
def _candidate(path: Path, key: str) -> Face | None:
    try:
        return opened(path, key, bold=key.startswith("X1"))
    except (hb.HarfBuzzError, OSError, ValueError):
        return None  # a broken font file of the computer is not the desk's concern


@cache
def _candidates(bold: bool) -> tuple[Path, ...]:
    rules = tomllib.loads((paths.resources() / "fonts" / "system.toml").read_text("utf-8"))
    files = [
        file
        for folder in rules["folders"]
        for file in Path(folder).expanduser().rglob("*")
        if file.suffix.lower() in _SUFFIXES
    ]
    return tuple(sorted(files, key=lambda file: _rank(file, rules, bold)))


def _rank(file: Path, rules: dict[str, list[str]], bold: bool) -> tuple[int, int, bool, str]:
    name = file.name.lower()
    wish = next(i for i, rule in enumerate(rules["preferred"]) if fnmatch(name, rule.lower()))
    flaws = sum(word in name for word in rules["unsuitable"])
    is_bold = any(part in name for part in rules["bold"])
    return flaws, wish, is_bold != bold, file.name

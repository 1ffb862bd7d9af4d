"""Whether a font file that somebody chose can serve, and for what."""

import unicodedata
from dataclasses import dataclass

import uharfbuzz as hb

from desk_app.domain.errors import DeskError

_NEEDED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -'.,()éèçà"
_BOLD = 600  # weights from here on are bold
_OUTLINES = {"glyf", "CFF ", "CFF2"}


@dataclass(frozen=True, slots=True)
class OwnFont:
    """`weights` are those it serves for: bold, plain, or both."""

    name: str
    weights: tuple[bool, ...]


def tried(content: bytes, file: str) -> OwnFont:
    """The font in a file's bytes; a DeskError says why it cannot be used."""
    try:
        face = hb.Face(hb.Blob(content))
        font, tables = hb.Font(face), set(face.table_tags)
    except (hb.HarfBuzzError, ValueError) as error:
        raise _unusable(file) from error
    if not tables & _OUTLINES or "cmap" not in tables:
        raise _unusable(file)
    lacking = [ch for ch in _NEEDED if font.get_nominal_glyph(ord(ch)) is None]
    if lacking:
        raise DeskError(
            "The font {file} lacks letters that every badge needs ({letters}). Choose another one.",
            file=file,
            letters=" ".join(lacking[:10]),
        )
    return OwnFont(_name(face) or file, _weights(face, font, tables))


def _weights(face: hb.Face, font: hb.Font, tables: set[str]) -> tuple[bool, ...]:
    if any(axis.tag == "wght" for axis in face.axis_infos or ()):
        return True, False
    if "OS/2" in tables:
        weight = int.from_bytes(face.reference_table("OS/2").data[4:6], "big")
        return (weight >= _BOLD,)
    return (False,)


def _name(face: hb.Face) -> str:
    name = face.get_name(hb.OTNameIdPredefined.FONT_FAMILY) or ""
    return "".join(ch for ch in name if unicodedata.category(ch)[0] != "C").strip()


def _unusable(file: str) -> DeskError:
    return DeskError(
        "{file} holds no letters that can be printed. Choose a TrueType or OpenType font.",
        file=file,
    )

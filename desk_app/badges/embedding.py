"""Faces inside a PDF: the glyphs that were used, once each, addressed by glyph number."""

import zlib
from abc import ABC, abstractmethod
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from desk_app.badges.font_objects import drawn_font, meanings_table, register, stream, utf16
from desk_app.badges.fonts import Face
from desk_app.badges.outlines import drawing, outline
from desk_app.badges.shaping import Line, Run
from desk_app.badges.text_layer import TextLayer

_UNREAD_TABLES = ("GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "cmap", "STAT")


class Embedded(ABC):
    """One face of one document: encodes its glyphs, and in the end writes itself into the file."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.meanings: dict[int, str] = {}
        self._guesses: dict[int, str] = {}

    def code(self, run: Run, layer: TextLayer) -> str:
        """PDF text operators that draw the run at size 1, from the pen's position on.

        Where a glyph's meaning in the file is not what it stands for here (marks, reordered
        syllables), the run carries its text along, so that search and copy still find it. From
        right to left readers disagree on how: there it is drawn, under a layer of text.
        """
        if self._learnt(run):
            return self._shown(run)
        if run.backwards:
            text = layer.code(run.text[::-1], run.width)
            return f"ET {outline(run)} f BT {_move(run.xs[0])}{text}"
        self._guess(run)
        return f"/Span<</ActualText<{utf16(run.text, mark=True)}>>>BDC {self._shown(run)} EMC"

    def _learnt(self, run: Run) -> bool:
        """Whether the file's table tells what each glyph of the run means."""
        if not run.direct:
            return False
        pairs = list(zip(run.numbers, run.meanings, strict=True))
        if all(self.meanings.get(number) in (None, "", it) for number, it in pairs):
            self.meanings.update(pairs)
            return True
        return False

    def _guess(self, run: Run) -> None:
        """For readers that do not look at the text carried along."""
        for number, meaning in zip(run.numbers, run.meanings, strict=True):
            self.meanings.setdefault(number, "")
            self._guesses.setdefault(number, meaning)

    @property
    def _told(self) -> dict[int, str]:
        return {it: text or self._guesses.get(it, "") for it, text in self.meanings.items()}

    @abstractmethod
    def _shown(self, run: Run) -> str:
        """The operators that draw the glyphs, leaving the start of the line where it was."""

    @abstractmethod
    def addObjects(self, document: Any) -> None:
        """Write the font into the document; ReportLab calls this when the pages are done."""


def embedded(face: Face) -> Embedded:
    """The way to embed a face: TrueType as a subset of itself, any other as drawings."""
    return DrawnFace(face) if face.outlined else SubsetFace(face)


def line_code(line: Line, faces: dict[Face, Embedded], layer: TextLayer) -> str:
    """PDF text operators for a whole line at size 1, from the pen's position on."""
    parts, pen = list[str](), 0.0
    for run in line.runs:
        if run.numbers:
            step = f"{run.xs[0] - pen:.5g} 0 Td " if parts else _move(run.xs[0])
            parts.append(step + faces[run.face].code(run, layer))
            pen = run.xs[0]
    return " ".join(parts)


class SubsetFace(Embedded):
    """A TrueType font cut down to its used glyphs, which keep their numbers."""

    def _shown(self, run: Run) -> str:
        pen, rise, parts = run.xs[0], 0.0, [f"/{self.face.key} 1 Tf["]
        for number, x, y in zip(run.numbers, run.xs, run.ys, strict=True):
            if y != rise:
                rise = y
                parts.append(f"]TJ {rise:.4g} Ts[")
            if kern := round((pen - x) * 1000, 1):
                parts.append(f"{kern:g}")
            parts.append(f"<{number:04x}>")
            pen = x + self.face.glyph(number).advance
        parts.append("]TJ 0 Ts" if rise else "]TJ")
        return "".join(parts).replace("><", "")

    def addObjects(self, document: Any) -> None:
        if not self.meanings:
            return
        name = f"{_tag(self.face.key, self.meanings)}+{_plain_name(self.face)}"
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            "CIDToGIDMap": "/Identity",
            "FontDescriptor": document.Reference(self._descriptor(document, name)),
            "DW": 0,
            "W": pdfdoc.PDFArray(
                [part for number in sorted(self.meanings) for part in self._width(number)]
            ),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray(
                [document.Reference(pdfdoc.PDFDictionary(descendant))]
            ),
            "ToUnicode": document.Reference(meanings_table(self._told, 4)),
        }
        register(document, self.face.key, font)

    def _width(self, number: int) -> tuple[int, Any]:
        return number, pdfdoc.PDFArray([round(self.face.glyph(number).advance * 1000, 2)])

    def _descriptor(self, document: Any, name: str) -> Any:
        extents = self.face.font.get_font_extents("ltr")
        scale = 1000 / self.face.upem
        ascent, descent = round(extents.ascender * scale), round(extents.descender * scale)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{name}",
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([-1000, descent, 3000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 714,
                "StemV": 80,
                "FontFile2": document.Reference(self._program()),
            }
        )

    def _program(self) -> Any:
        wanted = hb.SubsetInput()
        wanted.glyph_set.set(set(self.meanings))
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        for table in _UNREAD_TABLES:
            wanted.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
        return stream(hb.subset(self.face.face, wanted).blob.data, length=True)


class DrawnFace(Embedded):
    """Outlines that PDF has no simple font for, as drawings in fonts of up to 256 glyphs."""

    def _shown(self, run: Run) -> str:
        parts, pen = list[str](), run.xs[0]
        for number, x, y in zip(run.numbers, run.xs, run.ys, strict=True):
            step = f"{x - pen:.5g} 0 Td " if parts else ""  # 0 too: the last glyph moved the pen
            rise = (f"{y:.4g} Ts ", " 0 Ts") if y else ("", "")
            shown = f"/{self._bank(number)} 1 Tf <{number & 255:02x}> Tj"
            parts.append(step + rise[0] + shown + rise[1])
            pen = x
        return " ".join(parts) + " " + _move(run.xs[0] - pen)

    def addObjects(self, document: Any) -> None:
        for bank in sorted({number >> 8 for number in self.meanings}):
            base, told = bank << 8, self._told
            meanings = {n & 255: text for n, text in told.items() if n >> 8 == bank}
            drawings = {code: drawing(self.face, base | code) for code in meanings}
            widths = {
                code: round(self.face.glyph(base | code).advance * 1000, 2) for code in meanings
            }
            font = drawn_font(document, drawings, widths, meanings)
            register(document, self._bank(base), font)

    def _bank(self, number: int) -> str:
        return f"{self.face.key}.{number >> 8}"


def _move(distance: float) -> str:
    return f"{distance:.5g} 0 Td " if abs(distance) > 1e-9 else ""


def _tag(key: str, meanings: dict[int, str]) -> str:
    """Six capitals that tell this subset from others of the same font."""
    number = zlib.crc32(f"{key}{sorted(meanings)}".encode())
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _plain_name(face: Face) -> str:
    found = face.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.key
    return "".join(ch for ch in found if ch.isalnum() or ch == "-")

"""Faces inside a PDF: the glyphs that were used, once each, addressed by glyph number."""

import zlib
from abc import ABC, abstractmethod
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from desk_app.badges.fonts import Face
from desk_app.badges.outlines import drawing
from desk_app.badges.shaping import Line, Run

_UNREAD_TABLES = ("GSUB", "GPOS", "GDEF", "name", "OS/2", "post", "cmap", "STAT")


class Embedded(ABC):
    """One face of one document: encodes its glyphs, and in the end writes itself into the file."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.meanings: dict[int, str] = {}

    def code(self, run: Run) -> str:
        """PDF text operators that draw the run at size 1, from the pen's position on.

        Where a glyph's meaning in the file is not what it stands for here (marks, reordered
        syllables), the run carries its text along, so that search and copy still find it.
        """
        told = [
            self.meanings.setdefault(number, meaning) == meaning
            for number, meaning in zip(run.numbers, run.meanings, strict=True)
        ]
        code = self._shown(run)
        if all(told) and run.direct:
            return code
        return f"/Span<</ActualText<{_utf16(run.text, mark=True)}>>>BDC {code} EMC"

    @abstractmethod
    def _shown(self, run: Run) -> str:
        """The operators that draw the glyphs, leaving the start of the line where it was."""

    @abstractmethod
    def addObjects(self, document: Any) -> None:
        """Write the font into the document; ReportLab calls this when the pages are done."""


def embedded(face: Face) -> Embedded:
    """The way to embed a face: TrueType as a subset of itself, any other as drawings."""
    return DrawnFace(face) if face.outlined else SubsetFace(face)


def line_code(line: Line, faces: dict[Face, Embedded]) -> str:
    """PDF text operators for a whole line at size 1, from the pen's position on."""
    parts, pen = [], 0.0
    for run in line.runs:
        if run.numbers:
            parts.append(_move(run.xs[0] - pen) + faces[run.face].code(run))
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
            "ToUnicode": document.Reference(_meanings_table(self.meanings, 4)),
        }
        _register(document, self.face.key, font)

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
        return _stream(hb.subset(self.face.face, wanted).blob.data, length=True)


class DrawnFace(Embedded):
    """Outlines that PDF has no simple font for, as drawings in fonts of up to 256 glyphs."""

    def _shown(self, run: Run) -> str:
        parts, pen = [], run.xs[0]
        for number, x, y in zip(run.numbers, run.xs, run.ys, strict=True):
            rise = (f"{y:.4g} Ts ", " 0 Ts") if y else ("", "")
            shown = f"/{self._bank(number)} 1 Tf <{number & 255:02x}> Tj"
            parts.append(_move(x - pen) + rise[0] + shown + rise[1])
            pen = x
        return " ".join(parts) + " " + _move(run.xs[0] - pen)

    def addObjects(self, document: Any) -> None:
        for bank in sorted({number >> 8 for number in self.meanings}):
            meanings = {n & 255: text for n, text in self.meanings.items() if n >> 8 == bank}
            _register(document, self._bank(bank << 8), self._font(document, bank << 8, meanings))

    def _bank(self, number: int) -> str:
        return f"{self.face.key}.{number >> 8}"

    def _font(self, document: Any, base: int, meanings: dict[int, str]) -> dict[str, Any]:
        codes = sorted(meanings)
        drawings = {
            f"g{code}": document.Reference(_stream(drawing(self.face, base | code)))
            for code in codes
        }
        advances = [
            round(self.face.glyph(base | code).advance * 1000, 2) if code in meanings else 0
            for code in range(codes[0], codes[-1] + 1)
        ]
        names = pdfdoc.PDFArray([part for code in codes for part in (code, f"/g{code}")])
        return {
            "Type": "/Font",
            "Subtype": "/Type3",
            "FontBBox": pdfdoc.PDFArray([0, 0, 0, 0]),
            "FontMatrix": pdfdoc.PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "Encoding": pdfdoc.PDFDictionary({"Type": "/Encoding", "Differences": names}),
            "FirstChar": codes[0],
            "LastChar": codes[-1],
            "Widths": pdfdoc.PDFArray(advances),
            "Resources": "<<>>",
            "CharProcs": pdfdoc.PDFDictionary(drawings),
            "ToUnicode": document.Reference(_meanings_table(meanings, 2)),
        }


def _register(document: Any, key: str, font: dict[str, Any]) -> None:
    fonts = document.idToObject[pdfdoc.BasicFonts].dict
    fonts[key] = document.Reference(pdfdoc.PDFDictionary(font))


def _move(distance: float) -> str:
    return f"{distance:.5g} 0 Td " if abs(distance) > 1e-9 else ""


def _meanings_table(meanings: dict[int, str], digits: int) -> Any:
    """The table by which a reader turns glyph codes back into text."""
    known = [(code, text) for code, text in sorted(meanings.items()) if text]
    blocks = [known[i : i + 100] for i in range(0, len(known), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CMapName /Meanings def /CMapType 2 def",
        f"1 begincodespacerange <{'0' * digits}> <{'f' * digits}> endcodespacerange",
    ]
    for block in blocks:
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:0{digits}x}> <{_utf16(text)}>" for code, text in block]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return _stream("\n".join(lines).encode())


def _stream(content: bytes, *, length: bool = False) -> Any:
    entries: dict[str, Any] = {"Filter": "/FlateDecode"}
    if length:
        entries["Length1"] = len(content)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), zlib.compress(content))


def _utf16(text: str, *, mark: bool = False) -> str:
    return ("feff" if mark else "") + text.encode("utf-16-be").hex()


def _tag(key: str, meanings: dict[int, str]) -> str:
    """Six capitals that tell this subset from others of the same font."""
    number = zlib.crc32(f"{key}{sorted(meanings)}".encode())
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _plain_name(face: Face) -> str:
    found = face.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.key
    return "".join(ch for ch in found if ch.isalnum() or ch == "-")

"""The objects of fonts inside a PDF: their dictionaries, streams, and what their codes mean."""

import zlib
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc


def register(document: Any, key: str, font: dict[str, Any]) -> None:
    fonts = document.idToObject[pdfdoc.BasicFonts].dict
    fonts[key] = document.Reference(pdfdoc.PDFDictionary(font))


def meanings_table(meanings: Mapping[int, str], digits: int) -> Any:
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
        lines += [f"<{code:0{digits}x}> <{utf16(text)}>" for code, text in block]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return stream("\n".join(lines).encode())


def stream(content: bytes, *, length: bool = False) -> Any:
    entries: dict[str, Any] = {"Filter": "/FlateDecode"}
    if length:
        entries["Length1"] = len(content)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), zlib.compress(content))


def utf16(text: str, *, mark: bool = False) -> str:
    return ("feff" if mark else "") + text.encode("utf-16-be").hex()


def drawn_font(
    document: Any, drawings: Mapping[int, bytes], widths: Mapping[int, float],
    meanings: Mapping[int, str],
) -> dict[str, Any]:  # fmt: skip
    """A font of up to 256 drawings by their codes; drawings and widths in thousandths of an em."""
    codes = sorted(drawings)
    procedures = {f"g{code}": document.Reference(stream(drawings[code])) for code in codes}
    names = pdfdoc.PDFArray([part for code in codes for part in (code, f"/g{code}")])
    return {
        "Type": "/Font",
        "Subtype": "/Type3",
        "FontBBox": pdfdoc.PDFArray([0, 0, 0, 0]),
        "FontMatrix": pdfdoc.PDFArray([0.001, 0, 0, 0.001, 0, 0]),
        "Encoding": pdfdoc.PDFDictionary({"Type": "/Encoding", "Differences": names}),
        "FirstChar": codes[0],
        "LastChar": codes[-1],
        "Widths": pdfdoc.PDFArray([widths.get(it, 0) for it in range(codes[0], codes[-1] + 1)]),
        "Resources": "<<>>",
        "CharProcs": pdfdoc.PDFDictionary(procedures),
        "ToUnicode": document.Reference(meanings_table(meanings, 2)),
    }

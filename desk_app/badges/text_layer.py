"""Text without ink, for what is drawn and would not be found again: a code for each character."""

from itertools import groupby
from typing import Any

from desk_app.badges.font_objects import drawn_font, register

_BLANK = b"1000 0 d0"


class TextLayer:
    """Fonts of 256 characters each, all an em wide and empty; written into the file in the end."""

    def __init__(self) -> None:
        self._used: set[int] = set()

    def code(self, text: str, width: float) -> str:
        """PDF text operators that lay the characters over `width` ems, in this order."""
        self._used |= set(map(ord, text))
        parts = [
            f"/{_bank(bank)} 1 Tf <{''.join(f'{ord(ch) & 255:02x}' for ch in several)}> Tj"
            for bank, several in groupby(text, key=lambda ch: ord(ch) >> 8)
        ]
        return f"{width / len(text) * 100:.4g} Tz {' '.join(parts)} 100 Tz"

    def addObjects(self, document: Any) -> None:
        """ReportLab calls this when the pages are done."""
        for bank in sorted({it >> 8 for it in self._used}):
            codes = sorted(it & 255 for it in self._used if it >> 8 == bank)
            drawings, widths = dict.fromkeys(codes, _BLANK), dict.fromkeys(codes, 1000.0)
            meanings = {code: chr(bank << 8 | code) for code in codes}
            register(document, _bank(bank), drawn_font(document, drawings, widths, meanings))


def _bank(bank: int) -> str:
    return f"Text.{bank:x}"

"""Badges for tests: real shapes of names, and a look at what a PDF shows."""

from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from desk_app.badges.badge import Badge

CODE = "BCDEFGHJKLNPR"


def badge(given: str = "Anne", family: str = "Martin", **fields: object) -> Badge:
    """A complete badge; any field can be given another value."""
    usual: dict[str, object] = {
        "attendee": 1,
        "given_name": given,
        "family_name": family,
        "full_name": f"{given} {family}".strip(),
        "organisation": "Ocim",
        "job_title": "Chargée de mission",
        "category": "Participante",
        "code": CODE,
        "event_title": "Numériser les collections",
        "event_line": "3 déc. 2026 – Dijon",
    }
    return Badge(**{**usual, **fields})  # type: ignore[arg-type]  # fields are named by the caller


NAMES = (
    ("Anne", "Martin"),
    ("Jean-Baptiste", "de La Rochefoucauld-Montbel"),
    ("Nguyễn Thị Hồng", "Phượng"),
    ("Ὀδυσσεύς", "Παπαδόπουλος"),
    ("Екатерина", "Достоевская"),
    ("محمد", "عبد الله"),
    ("שָׁלוֹם", "כֹּהֵן־לֵוִי"),
    ("श्रीनिवास", "क्षत्रिय"),
    ("สมชาย", "ศรีสุวรรณ"),
    ("Pelé", ""),
    ("Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren", "Keihanaikukauakahihuliheekahau"),
    ("María de los Ángeles Guadalupe", "García-Huidobro Errázuriz y Fernández de Córdoba"),
)


def document(pdf: bytes | Path) -> Any:
    """The file as pdfium, the reader inside many a browser, sees it."""
    return pypdfium2.PdfDocument(pdf)


def text(pdf: bytes, page: int = 0) -> str:
    """The text that a reader finds on a page."""
    return str(document(pdf)[page].get_textpage().get_text_range())


class Picture:
    """A page as grey dots; places are in mm from its top left corner."""

    def __init__(self, pdf: bytes, page: int = 0, dpi: int = 150) -> None:
        sheet = document(pdf)[page]
        bitmap = sheet.render(scale=dpi / 72, grayscale=True)
        self.width, self.height, self.per_mm = bitmap.width, bitmap.height, dpi / 25.4
        raw, stride = bytes(bitmap.buffer), bitmap.stride
        self.rows = [raw[y * stride : y * stride + self.width] for y in range(self.height)]

    def ink(self) -> tuple[float, float, float, float]:
        """The box around everything that is not white: left, top, right, bottom."""
        rows = [y for y, row in enumerate(self.rows) if min(row) < 250]
        columns = [x for x, dots in enumerate(zip(*self.rows, strict=True)) if min(dots) < 250]
        box = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
        return tuple(side / self.per_mm for side in box)  # type: ignore[return-value]  # four sides

    def crop(self, left: float, top: float, right: float, bottom: float) -> "list[bytes]":
        """Rows of dots inside a box."""
        x0, x1 = round(left * self.per_mm), round(right * self.per_mm)
        y0, y1 = round(top * self.per_mm), round(bottom * self.per_mm)
        return [row[x0:x1] for row in self.rows[y0:y1]]


def runs(row: bytes) -> list[int]:
    """Lengths of the runs of equally dark dots."""
    return [len(list(dots)) for _, dots in groupby(row, key=lambda dot: dot < 128)]

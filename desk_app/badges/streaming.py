"""A PDF that is written page by page: ten thousand badges need no more memory than ten."""

import zlib
from collections.abc import Iterable
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc

_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


class StreamedDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's own keeps every page until the end; here only fonts and pictures wait for it."""

    def __init__(self, file: BinaryIO, language: str) -> None:
        super().__init__(compression=1, invariant=1, lang=language)
        self._file = file
        self._place = 0
        self._places: dict[int, int] = {}  # of each written object, by its number
        self._pictures = pdfdoc.PDFDictionary({})
        fonts = pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)
        pictures = self.Reference(self._pictures, "Pictures")
        self.Reference(pdfdoc.PDFDictionary({"Font": fonts, "XObject": pictures}), "Resources")
        self.Reference(self.Pages, "Pages")
        self._write(_HEAD)

    def add_page(
        self, width: float, height: float, code: bytes, pictures: Iterable[str] = ()
    ) -> None:
        """Write a page of so many points, which shows pictures of these internal names."""
        packed = zlib.compress(code)
        length = b"<</Filter/FlateDecode/Length %d>>" % len(packed)
        content = self._add(length + b"\nstream\n" + packed + b"\nendstream")
        links = " ".join(f"/{key} {self._link(name)}" for key, name in _LINKS)
        box = f"/MediaBox[0 0 {width:.3f} {height:.3f}]"
        page = self._add(f"<</Type/Page {links}{box}/Contents {content} 0 R>>".encode())
        self.Pages.addPage(f"{page} 0 R")
        for name in pictures:
            self._pictures.dict[name] = pdfdoc.PDFObjectReference(name)

    def format(self) -> bytes:
        """Write what is left, fonts, pictures and the index; there is nothing to give back."""
        catalog, details = self.Reference(self.Catalog), self.Reference(self.info)
        number = 0
        while number < self.objectcounter:  # writing an object may make others
            number += 1
            if number not in self._places:
                name = self.numberToId[number]
                whole = pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self)
                self._places[number] = self._place
                self._write(whole)
        index = self._place
        lines = [f"{self._places[it]:010} 00000 n \n" for it in range(1, number + 1)]
        self._write(f"xref\n0 {number + 1}\n0000000000 65535 f \n{''.join(lines)}".encode())
        trailer = pdfdoc.PDFTrailer(
            startxref=index, Size=number + 1, Root=catalog, Info=details, ID=self.ID()
        )
        self._write(trailer.format(self))
        return b""

    def _add(self, content: bytes) -> int:
        """Write an object that nothing else of the document knows by name; gives its number."""
        self.objectcounter += 1
        number: int = self.objectcounter
        self._places[number] = self._place
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        return number

    def _link(self, name: str) -> str:
        return f"{self.idToObjectNumberAndVersion[name][0]} 0 R"

    def _write(self, content: Any) -> None:
        self._file.write(content)
        self._place += len(content)


_LINKS = (("Parent", "Pages"), ("Resources", "Resources"))

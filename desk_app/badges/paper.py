"""A PDF being written: pages, lines of text, plain areas. Lengths are points, y goes up."""

import io
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, BinaryIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desk_app.badges.embedding import Embedded, embedded, line_code
from desk_app.badges.fonts import Face
from desk_app.badges.shaping import Line
from desk_app.badges.streaming import StreamedDocument
from desk_app.badges.text_layer import TextLayer

MM = 72 / 25.4
_REMEMBERED = 2048  # lines of text: categories come again and again, names do not
_ROUND = 0.5523  # how far the handles of a quarter circle reach, of its radius


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text with the start of its baseline."""

    line: Line
    x: float
    y: float
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle; its corners may be round."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class Cells:
    """Black squares of `side` points, as rectangles in a grid of unit cells."""

    code: str
    x: float
    y: float
    side: float
    count: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG file, in a box of this size."""

    content: bytes
    x: float
    y: float
    width: float
    height: float


Mark = Words | Area | Cells | Picture


@lru_cache(maxsize=16)
def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG file, in dots."""
    width, height = ImageReader(io.BytesIO(content)).getSize()
    return width, height


class Paper:
    """Collects the pages of one document. The same marks give the same bytes.

    With a `file` each page is written into it as soon as it is closed.
    """

    def __init__(
        self, title: str, language: str, subject: str = "", file: BinaryIO | None = None
    ) -> None:
        self._file = file or io.BytesIO()
        self._document = StreamedDocument(self._file, language)
        self._canvas: Any = Canvas("", pageCompression=1, invariant=1)
        self._canvas._doc = self._document
        self._canvas.setTitle(title)
        self._canvas.setSubject(subject)
        self._canvas.setAuthor("")
        self._canvas.setCreator("Registration Desk")
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._faces: dict[Face, Embedded] = {}
        self._layer = TextLayer()
        self._lines: dict[tuple[str, bool], str] = {}
        self._images: dict[bytes, Any] = {}
        self._size = (0.0, 0.0)
        self.pages = 0

    def open_page(self, width: float, height: float) -> None:
        self._size = width, height
        self.pages += 1

    def close_page(self) -> None:
        code = "\n".join(self._canvas._code).encode("latin-1")
        pictures = map(self._document.getXObjectName, self._canvas._formsinuse)
        self._document.add_page(*self._size, code, pictures)
        self._canvas._startPage()

    def put(self, marks: tuple[Mark, ...], matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)) -> None:
        """Draw marks, moved and turned by a PDF matrix."""
        place = " ".join(_number(value) for value in matrix)
        self._canvas._code.append(f"q {place} cm")
        for mark in marks:
            if isinstance(mark, Picture):
                self.put_picture(mark)
            else:
                self._canvas._code.append(self._drawn(mark))
        self._canvas._code.append("Q")

    def put_picture(self, it: Picture) -> None:
        """Draw a picture; one that stands on many pages is in the file once."""
        self._canvas.drawImage(self._image(it), it.x, it.y, it.width, it.height, mask="auto")

    def _image(self, it: Picture) -> Any:
        found = self._images.get(it.content)
        if found is None:
            found = self._images[it.content] = ImageReader(io.BytesIO(it.content))
        return found

    def close(self) -> None:
        """Write the fonts, and what else a file needs to be whole."""
        self._document.delayedFonts.extend([*self._faces.values(), self._layer])
        self._document.GetPDFData(self._canvas)

    def finished(self) -> bytes:
        """The whole document, where it was not written into a file."""
        self.close()
        return self._file.getvalue() if isinstance(self._file, io.BytesIO) else b""

    def _drawn(self, mark: Words | Area | Cells) -> str:
        if isinstance(mark, Words):
            return self._words(mark)
        if isinstance(mark, Area):
            return _area(mark)
        side, x, y = _number(mark.side), _number(mark.x), _number(mark.y)
        return f"q 0 g {side} 0 0 {side} {x} {y} cm\n{mark.code}\nf Q"

    def _words(self, words: Words) -> str:
        size, x, y = _number(words.size), _number(words.x), _number(words.y)
        code = self._line(words.line)
        return f"q {fill(words.colour)} {size} 0 0 {size} {x} {y} cm BT {code} ET Q"

    def _line(self, line: Line) -> str:
        key = (line.text, line.bold)
        code = self._lines.get(key)
        if code is None:
            if len(self._lines) >= _REMEMBERED:
                self._lines.clear()
            for run in line.runs:
                self._faces.setdefault(run.face, embedded(run.face))
            code = self._lines[key] = line_code(line, self._faces, self._layer)
        return code


@cache
def fill(colour: str) -> str:
    """The PDF operator that fills with a `#rrggbb` colour; greys need a single number."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    if red == green == blue:
        return f"{_number(red)} g"
    return f"{_number(red)} {_number(green)} {_number(blue)} rg"


def _area(area: Area) -> str:
    x, y, right, top = area.x, area.y, area.x + area.width, area.y + area.height
    if not area.radius:
        box = " ".join(map(_number, (x, y, area.width, area.height)))
        return f"{fill(area.colour)} {box} re f"
    r = min(area.radius, area.width / 2, area.height / 2)
    k = r * (1 - _ROUND)
    path: tuple[tuple[str, tuple[float, ...]], ...] = (
        ("m", (x + r, y)),
        ("l", (right - r, y)),
        ("c", (right - k, y, right, y + k, right, y + r)),
        ("l", (right, top - r)),
        ("c", (right, top - k, right - k, top, right - r, top)),
        ("l", (x + r, top)),
        ("c", (x + k, top, x, top - k, x, top - r)),
        ("l", (x, y + r)),
        ("c", (x, y + k, x + k, y, x + r, y)),
    )
    steps = (f"{' '.join(map(_number, numbers))} {operator}" for operator, numbers in path)
    return f"{fill(area.colour)} {' '.join(steps)} h f"


def _number(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text

"""What stands above a list or a letter: whose it is, what it is, of which event."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from desk_app.badges.paper import MM, Mark, Paper, Picture, Words
from desk_app.domain.papers import Letterhead
from desk_app.reports.look import colour, left, look, top, width
from desk_app.reports.text import line, number, wrapped


@dataclass(frozen=True, slots=True)
class Head:
    """`kind` is what the document is, `facts` are (label, text) and `totals` (label, number)."""

    kind: str
    title: str
    line: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    totals: tuple[tuple[str, int], ...] = ()
    letterhead: Letterhead = field(default_factory=Letterhead)


@dataclass(frozen=True, slots=True)
class DrawnHead:
    """The marks of a head, and how far down it reaches, in points."""

    marks: tuple[Mark, ...]
    picture: Picture | None
    height: float

    def put(self, paper: Paper) -> None:
        paper.put(self.marks)
        if self.picture:
            paper.put_picture(self.picture)


def drawn_head(head: Head) -> DrawnHead:
    """Set it at the top of a page."""
    marks, y = list[Mark](), top()
    picture = logo(head.letterhead, y)
    letters, y = letterhead_marks(head.letterhead, picture, y)
    marks += letters
    style = look()["title"]
    texts = (
        (head.kind, style["label"] + 1, True, "accent", 1.6),
        (head.title, style["size"], True, "ink", 1.25),
        (head.line, style["line"], False, "soft", 1.75),
    )
    for text, size, bold, shade, leading in texts:
        for it in wrapped(text, bold, size, width()):
            y -= size * leading
            marks.append(Words(it, left(), y, size, colour(shade)))
    if head.facts:
        more, y = _facts(head.facts, y - 3 * MM)
        marks += more
    if head.totals:
        more, y = _totals(head.totals, y - style["between"] * MM)
        marks += more
    return DrawnHead(tuple(marks), picture, top() - y + style["after"] * MM)


def logo(letterhead: Letterhead, y: float) -> Picture | None:
    """The logo below `y`, as large as its place allows."""
    if not letterhead.logo:
        return None
    from reportlab.lib.utils import ImageReader

    style = look()["letterhead"]
    wide, high = ImageReader(io.BytesIO(letterhead.logo)).getSize()
    scale = min(style["logo_width"] * MM / wide, style["logo_height"] * MM / high)
    return Picture(letterhead.logo, left(), y - high * scale, wide * scale, high * scale)


def letterhead_marks(
    letterhead: Letterhead, picture: Picture | None, y: float
) -> tuple[list[Mark], float]:
    """The institution beside its logo, and where to go on below."""
    style, marks, start = look()["letterhead"], list[Mark](), y
    x = picture.x + picture.width + 5 * MM if picture else left()
    texts = [(letterhead.institution, style["name"], True, "ink")]
    texts += [(it, style["line"], False, "soft") for it in letterhead.address.splitlines()]
    for text, size, bold, shade in texts:
        for it in wrapped(text, bold, size, left() + width() - x):
            y -= size * 1.3
            marks.append(Words(it, x, y, size, colour(shade)))
    if picture:
        y = min(y, picture.y)
    return marks, y - style["after"] * MM if y < start else y


def _facts(facts: tuple[tuple[str, str], ...], y: float) -> tuple[list[Mark], float]:
    """Labels and texts side by side, two to a line where both are short."""
    style, marks = look()["fact"], list[Mark]()
    size, lead, label = style["size"], style["size"] * 1.4, style["width"] * MM
    half = width() / 2
    x = 0.0
    for name, text in facts:
        long = line(text).width * size > half - label - 4 * MM
        if long and x:
            x, y = 0.0, y - lead
        marks.append(Words(line(name), left() + x, y - size, size, colour("soft")))
        room = width() - label if long else half
        lines = wrapped(text, False, size, room)
        for step, it in enumerate(lines):
            place = y - size - step * lead
            marks.append(Words(it, left() + x + label, place, size, colour("ink")))
        if long or x:
            x, y = 0.0, y - lead * max(1, len(lines) if long else 1)
        else:
            x = half
    return marks, y - lead if x else y


def _totals(totals: tuple[tuple[str, int], ...], y: float) -> tuple[list[Mark], float]:
    """Numbers over their labels, side by side, on a new row when one is full."""
    style, marks, x = look()["title"], list[Mark](), left()
    for label, count in totals:
        below, figure = line(label), line(number(count), True)
        wide = max(below.width * style["label"], figure.width * style["number"])
        if x > left() and x + wide > left() + width():
            x, y = left(), y - (style["number"] + style["label"]) * 1.9
        base = y - style["number"] * 0.75
        marks.append(Words(figure, x, base, style["number"], colour("ink")))
        place = base - style["label"] * 1.55
        marks.append(Words(below, x, place, style["label"], colour("soft")))
        x += wide + 9 * MM
    return marks, y - style["number"] * 0.75 - style["label"] * 1.8


def footer(words: str, told: str) -> Iterator[Mark]:
    """At the foot of a page: what it is of, and at the right its number."""
    from desk_app.reports.look import bottom

    size, shade, y = look()["footer"]["size"], colour("soft"), bottom() * 0.5
    page = line(told)
    end = left() + width() - page.width * size
    yield Words(page, end, y, size, shade)
    if words:
        room = width() - page.width * size - 6 * MM
        yield Words(wrapped(words, False, size, room)[0], left(), y, size, shade)

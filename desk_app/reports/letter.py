"""Letters about one person each: attestations and certificates, one page to a person."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from desk_app.badges.paper import MM, Mark, Paper, Words
from desk_app.domain.papers import Letterhead, LetterText
from desk_app.reports.head import footer, letterhead_marks, logo
from desk_app.reports.letter_text import Written, written
from desk_app.reports.look import bottom, colour, left, look, paper_size, top, width
from desk_app.reports.table import frame, paragraph
from desk_app.reports.text import line, wrapped
from desk_app.words import say


def letters_pdf(
    text: LetterText, people: Sequence[Mapping[str, str]], letterhead: Letterhead, language: str
) -> bytes:
    """One page for each person."""
    paper = Paper(text.heading, language)
    for fields in people:
        paper.open_page(*paper_size())
        picture = logo(letterhead, top())
        marks, y = letterhead_marks(letterhead, picture, top())
        if picture:
            paper.put_picture(picture)
        marks += _letter(text, fields, letterhead, y - 8 * MM)
        told = say(
            "Page {number} / {count}", language, number=1, count=1
        )  # each is a letter of its own
        paper.put((*marks, *footer(fields.get("title", ""), told)))
        paper.close_page()
    return paper.finished()


def _letter(
    text: LetterText, fields: Mapping[str, str], letterhead: Letterhead, y: float
) -> list[Mark]:
    """Smaller type where the usual one would not leave room to sign."""
    its = list(written(text, fields, letterhead.nature))
    for size in look()["letter"]["sizes"]:
        marks, end = _set(text, its, size, y)
        if end > bottom() + look()["letter"]["room"] * MM:
            break
    style = look()["letter"]
    lines = wrapped(text.signature, False, style["sign"], width() / 2)
    x = left() + width() / 2
    marks += paragraph(lines, x, end - 4 * MM, style["sign"], "soft")
    return marks


def _set(
    text: LetterText, its: Sequence[Written], size: float, y: float
) -> tuple[list[Mark], float]:
    style, marks = look()["letter"], list[Mark]()
    lead = size * look()["table"]["leading"]
    for it in wrapped(text.heading, True, style["heading"], width()):
        y -= style["heading"] * 1.25
        marks.append(Words(it, left(), y, style["heading"], colour("accent")))
    y -= style["after"] * MM
    for part, following in zip_longest(its, its[1:]):
        points = size * 1.5 if part.large else size
        indent = 0.0 if part.box is None else 7 * MM
        lines = wrapped(part.text, part.large, points, width() - indent)
        base = y - points
        marks += paragraph(lines, left() + indent, base, points, "ink")
        if part.box is not None:
            marks += _box(part.box, base, size)
        tight = part.listed and following is not None and following.listed
        y -= len(lines) * points * lead / size + (0.25 if tight else 0.75) * lead
    return marks, y


def _box(ticked: bool, base: float, size: float) -> Iterator[Mark]:
    side = size * 0.85
    yield from frame(left(), base - 0.1 * size, side, side)
    if ticked:
        it = line("×", True)
        x = left() + (side - it.width * size * 1.2) / 2
        yield Words(it, x, base + 0.02 * size, size * 1.2, colour("ink"))

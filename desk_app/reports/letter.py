"""Letters about one person each: attestations and certificates, one page to a person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from string import Formatter

from desk_app.badges.paper import MM, Mark, Paper, Words
from desk_app.domain.errors import DeskError
from desk_app.reports.head import footer, letterhead_marks, logo
from desk_app.reports.letterhead import Letterhead
from desk_app.reports.look import bottom, colour, left, look, paper_size, top, width
from desk_app.reports.table import frame, paragraph
from desk_app.reports.text import line, wrapped
from desk_app.words import say

FIELDS = frozenset(
    "name organisation job_title title days first_day last_day place institution address"
    " representative role siret declaration half_days half_day_count hours city today"
    " corrections".split()
)
_BOX = re.compile(r"\[( |\w+)\] ?(.*)")
_DOTS = "……………………………"


@dataclass(frozen=True, slots=True)
class Text:
    """What letters of a kind say; paragraphs as the files in resources/reports/letters explain."""

    heading: str
    paragraphs: tuple[str, ...]
    signature: str


@dataclass(frozen=True, slots=True)
class Written:
    """One paragraph with its fields filled in; `box`: None, or whether its box is ticked."""

    text: str
    large: bool = False
    box: bool | None = None

    @property
    def listed(self) -> bool:
        """Whether it is one of several under one another."""
        return self.box is not None or self.text.startswith("– ")


def text_of(table: Mapping[str, object], file: str) -> Text:
    """A language's part of a template; DeskError where it is not as it must be."""
    paragraphs = table.get("paragraphs")
    if not isinstance(paragraphs, list) or not all(isinstance(it, str) for it in paragraphs):
        raise DeskError(
            "{file} has no list of paragraphs for this language. Compare it with the file that"
            " came with the desk.",
            file=file,
        )
    for it in paragraphs:
        _check(it, file)
    heading, signature = table.get("heading", ""), table.get("signature", "")
    return Text(str(heading), tuple(paragraphs), str(signature))


def written(text: Text, fields: Mapping[str, str], nature: str = "") -> Iterator[Written]:
    """The paragraphs of one letter."""
    for it in text.paragraphs:
        optional = it.startswith("?")
        names = [name for _, name, _, _ in Formatter().parse(it) if name]
        if optional and not all(fields.get(name) for name in names):
            continue
        filled = it.removeprefix("?").format_map(
            {name: fields.get(name) or _DOTS for name in names}
        )
        for part in filled.split("\n"):
            yield _written(part, nature)


def letters_pdf(
    text: Text, people: Sequence[Mapping[str, str]], letterhead: Letterhead, language: str
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


def _letter(text: Text, fields: Mapping[str, str], letterhead: Letterhead, y: float) -> list[Mark]:
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


def _set(text: Text, its: Sequence[Written], size: float, y: float) -> tuple[list[Mark], float]:
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


def _written(part: str, nature: str) -> Written:
    if part.startswith("# "):
        return Written(part[2:], large=True)
    if box := _BOX.match(part):
        return Written(box[2], box=box[1] == nature)
    return Written(part)


def _check(paragraph: str, file: str) -> None:
    try:
        names = {name for _, name, _, _ in Formatter().parse(paragraph) if name is not None}
    except ValueError as error:
        raise DeskError(
            "In {file}, a brace of “{text}” has no partner. Fields are written {{name}}.",
            file=file,
            text=paragraph,
        ) from error
    for name in sorted(names - FIELDS):
        raise DeskError(
            "{file} names the field “{field}”, which there is not. There are: {all}.",
            file=file,
            field=name,
            all=", ".join(sorted(FIELDS)),
        )

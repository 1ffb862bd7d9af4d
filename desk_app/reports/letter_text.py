"""What letters say: texts with named fields, as somebody may write them, and those filled in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from desk_app.domain.errors import DeskError
from desk_app.domain.papers import LetterText

FIELDS = {
    "name": "The person’s name",
    "organisation": "Their organisation",
    "job_title": "Their job title",
    "title": "Title of the event",
    "days": "All days of the event",
    "first_day": "First day",
    "last_day": "Last day",
    "place": "Place of the event",
    "half_days": "Half-days the person was recorded at, one a line",
    "half_day_count": "How many half-days",
    "hours": "Hours of these half-days",
    "corrections": "How many were entered after the fact",
    "institution": "Institution",
    "address": "Its address",
    "siret": "SIRET no.",
    "declaration": "Activity no.",
    "representative": "Who signs",
    "role": "Their role",
    "city": "Where it is signed",
    "today": "Today’s date",
}
"""What a text may name, in the order in which it is offered, with the English words for it."""

_BOX = re.compile(r"\[( |\w+)\] ?(.*)")
_DOTS = "……………………………"


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


def written(text: LetterText, fields: Mapping[str, str], nature: str = "") -> Iterator[Written]:
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


def _written(part: str, nature: str) -> Written:
    if part.startswith("# "):
        return Written(part[2:], large=True)
    if box := _BOX.match(part):
        return Written(box[2], box=box[1] == nature)
    return Written(part)


def check(text: LetterText) -> None:
    """DeskError where a text names what there is not."""
    for paragraph in text.paragraphs:
        for name in _names(paragraph):
            if name not in FIELDS:
                raise DeskError(
                    "There is no field “{field}”. There are: {all}.",
                    field=name,
                    all=", ".join(FIELDS),
                )


def _names(paragraph: str) -> list[str]:
    """Every field that a paragraph names, with whatever else stands within its braces."""
    try:
        parts = [it for it in Formatter().parse(paragraph) if it[1] is not None]
    except ValueError as error:
        raise DeskError(
            "A brace of “{text}” has no partner. Fields are written {{name}}.", text=paragraph
        ) from error
    return [
        f"{name}{'!' + how if how else ''}{':' + spec if spec else ''}"
        for _, name, spec, how in parts
    ]

"""What letters say: texts with named fields, as somebody may write them, and those filled in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from desk_app.domain.errors import DeskError

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

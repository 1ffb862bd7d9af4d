"""The lines of a published page, each marked as label, heading, kind, page rubbish or text."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from desk_app.intake.announcement_dates import is_when, read_when
from desk_app.intake.announcement_labels import is_kind, is_noise, key, wordings

LONGEST_VALUE = 160
LONGEST_LABEL_WORDS = 6


class Mark(Enum):
    """What a line looks like by itself; `SOFT` is a label that only its neighbours confirm."""

    BLANK = auto()
    TEXT = auto()
    KIND = auto()
    HEADING = auto()
    LABEL = auto()
    SOFT = auto()
    BARE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """`field` is what a heading or label announces, `value` what stands beside it."""

    mark: Mark
    text: str
    field: str = ""
    value: str = ""
    wording: str = ""


def marked_lines(text: str) -> list[Line]:
    """The page's lines without rubbish; labels on two lines joined, doubtful labels settled."""
    lines = [_marked(line) for line in map(_tidy, text.split("\n")) if not is_noise(line)]
    return _settled(_joined(lines))


def _tidy(line: str) -> str:
    return " ".join(line.replace("\ufeff", "").replace("\u200b", "").split())


def _marked(text: str) -> Line:
    words = wordings()
    if not text:
        return Line(Mark.BLANK, text)
    whole = key(text)
    if whole in words.headings:
        return Line(Mark.HEADING, text, words.headings[whole], wording=whole)
    if whole in words.labels:
        return Line(Mark.BARE, text, words.labels[whole], wording=whole)
    if is_kind(text):
        return Line(Mark.KIND, text)
    return _with_colon(text) or _without_colon(text) or Line(Mark.TEXT, text)


def _with_colon(text: str) -> Line | None:
    before, colon, value = text.partition(":")
    wording, words = key(before), wordings()
    if not (colon and value.strip()):
        return None
    if wording in words.labels:
        return Line(Mark.LABEL, text, words.labels[wording], value.strip(), wording)
    if wording in words.headings:
        return Line(Mark.HEADING, text, words.headings[wording], value.strip(), wording)
    return None


def _without_colon(text: str) -> Line | None:
    """Find "Ville Dijon": the longest wording that begins the line, if a value follows."""
    words, pieces = wordings(), text.split()
    for count in range(min(LONGEST_LABEL_WORDS, len(pieces) - 1), 0, -1):
        wording = key(" ".join(pieces[:count]))
        if field := words.labels.get(wording):
            value = re.sub(r"^[|–—-]\s*", "", " ".join(pieces[count:]))
            # "Entrée libre" is an answer as a whole, "Accès Gratuit" a label and its value.
            answer = text if field == "access" and value[:1].islower() else value
            mark = _firmness(field, value)
            return mark and Line(mark, text, field, answer, wording)
    return None


def _firmness(field: str, value: str) -> Mark | None:
    """Prose begins with the same words as labels do: "Lieux de vie et d'accueil, ..."."""
    if field in ("dates", "starts", "ends"):
        return Mark.LABEL if is_when(value) else None
    if field == "hours":
        when = read_when(value)
        return Mark.LABEL if when.opens or when.closes else None
    if field in ("title", "kind") or len(value) > LONGEST_VALUE or value.endswith((".", "?", ";")):
        return None
    begins_well = not value[:1].islower() or field == "access"
    return Mark.SOFT if begins_well else None


def _joined(lines: list[Line]) -> list[Line]:
    """A label alone on its line takes the next line of text as its value."""
    result: list[Line] = []
    waiting: Line | None = None
    for line in lines:
        if waiting and line.mark is Mark.BLANK:
            continue
        if waiting and line.mark in (Mark.TEXT, Mark.KIND, Mark.SOFT):
            result.append(Line(Mark.LABEL, waiting.text, waiting.field, line.text, waiting.wording))
            waiting = None
            continue
        waiting = line if line.mark is Mark.BARE else None
        if waiting is None:
            result.append(line)
    return result


def _settled(lines: list[Line]) -> list[Line]:
    """A label without a colon is one beside another label, else it is text."""
    told = [line for line in lines if line.mark is not Mark.BLANK]
    settled = {id(line): _settle(told, at) for at, line in enumerate(told)}
    return [settled.get(id(line), line) for line in lines]


def _settle(told: list[Line], at: int) -> Line:
    line = told[at]
    if line.mark is not Mark.SOFT:
        return line
    before = at > 0 and told[at - 1].mark in (Mark.LABEL, Mark.SOFT)
    after = at + 1 < len(told) and told[at + 1].mark in (Mark.LABEL, Mark.SOFT)
    titled = any(earlier.mark is Mark.TEXT for earlier in told[:at])
    if before or (after and (titled or line.field != "access")):
        return Line(Mark.LABEL, line.text, line.field, line.value, line.wording)
    return Line(Mark.TEXT, line.text)

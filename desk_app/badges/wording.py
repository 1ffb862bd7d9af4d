"""What a badge says, as the fonts of this computer can write it, and how it is set."""

from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

from desk_app.badges.badge import Badge
from desk_app.badges.categories import BLACK
from desk_app.badges.fitting import scaled
from desk_app.badges.fonts import legible
from desk_app.badges.layouts import Layout, Style
from desk_app.badges.remarks import loss
from desk_app.badges.shaping import tidy
from desk_app.badges.texts import TEXTS
from desk_app.badges.typefaces import by_typeface
from desk_app.domain.sentence import Sentence

EVENT = ("event_title", "event_line")
PERSON = ("given", "family", "pronouns", "no_photo", "organisation", "job_title")
_TEXTS = (*EVENT, *PERSON, "category")
_TOLD = tuple(
    it.name for it in fields(Badge) if it.type is str and it.name not in ("code", "language")
)


def readable(badge: Badge, layout: Layout) -> tuple[dict[str, str], list[Sentence], list[Sentence]]:
    """Every text that the layout prints; remarks about the person, and about the event."""
    texts, remarks = {}, {True: list[Sentence](), False: list[Sentence]()}
    for name, wanted in texts_of(badge).items():
        style: Style | None = getattr(layout, name, None)
        texts[name], lost = written(wanted, style.bold) if style else ("", "")
        if lost:
            remarks[name in EVENT].append(loss(wanted, lost, texts[name]))
    return texts, remarks[False], remarks[True]


def texts_of(badge: Badge) -> dict[str, str]:
    """Every text that the badge can show, tidy."""
    tidied: dict[str, Any] = {name: tidy(getattr(badge, name)) for name in _TOLD}
    told = replace(badge, **tidied)
    return {name: text(told) for name, text in TEXTS.items()}


@by_typeface
@lru_cache(maxsize=4096)
def written(text: str, bold: bool) -> tuple[str, str]:
    return legible(text, bold)


@lru_cache(maxsize=64)
def styled(layout: Layout, measure: float, one_bit: bool) -> dict[str, Style]:
    """The layout's styles on a label of this measure."""
    styles = {name: scaled(style, measure) for name in _TEXTS if (style := getattr(layout, name))}
    if not one_bit:
        return styles
    ink = {name: BLACK for name in styles if name != "category"}  # grey would come out as dots
    return {name: replace(s, colour=ink.get(name, s.colour)) for name, s in styles.items()}

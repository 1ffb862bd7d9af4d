"""What a badge says, as the fonts of this computer can write it, and how it is set."""

from dataclasses import replace
from functools import lru_cache

from desk_app import words
from desk_app.badges.badge import Badge
from desk_app.badges.categories import BLACK
from desk_app.badges.fitting import scaled
from desk_app.badges.fonts import legible
from desk_app.badges.layouts import Layout, Style
from desk_app.badges.remarks import loss
from desk_app.badges.shaping import tidy
from desk_app.domain.sentence import Sentence

EVENT = ("event_title", "event_line")
PERSON = ("given", "family", "pronouns", "no_photo", "organisation", "job_title")
_TEXTS = (*EVENT, *PERSON, "category")


def readable(badge: Badge, layout: Layout) -> tuple[dict[str, str], list[Sentence], list[Sentence]]:
    """Every text that the layout prints; remarks about the person, and about the event."""
    texts, remarks = {}, {True: list[Sentence](), False: list[Sentence]()}
    for name, wanted in _wanted(badge).items():
        style: Style | None = getattr(layout, name)
        texts[name], lost = _written(wanted, style.bold) if style else ("", "")
        if lost:
            remarks[name in EVENT].append(loss(wanted, lost, texts[name]))
    return texts, remarks[False], remarks[True]


def _wanted(badge: Badge) -> dict[str, str]:
    """Each text of the badge; a single name, whichever it is, stands in the place of the first."""
    given, family = tidy(badge.given_name), tidy(badge.family_name)
    if not given:
        given, family = (family or tidy(badge.full_name)), ""
    return {
        "event_title": tidy(badge.event_title),
        "event_line": tidy(badge.event_line),
        "given": given,
        "family": family,
        "pronouns": tidy(badge.pronouns),
        "no_photo": words.say("× NO PHOTO", badge.language) if badge.no_photo else "",
        "organisation": tidy(badge.organisation),
        "job_title": tidy(badge.job_title),
        "category": tidy(badge.category).upper(),
    }


@lru_cache(maxsize=4096)
def _written(text: str, bold: bool) -> tuple[str, str]:
    return legible(text, bold)


@lru_cache(maxsize=64)
def styled(layout: Layout, measure: float, one_bit: bool) -> dict[str, Style]:
    """The layout's styles on a label of this measure."""
    styles = {name: scaled(style, measure) for name in _TEXTS if (style := getattr(layout, name))}
    if not one_bit:
        return styles
    ink = {name: BLACK for name in styles if name != "category"}  # grey would come out as dots
    return {name: replace(s, colour=ink.get(name, s.colour)) for name, s in styles.items()}

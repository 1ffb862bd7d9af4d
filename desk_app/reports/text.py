"""Text made ready for paper: tidied, legible, shaped, wrapped."""

from functools import cache

from desk_app.badges import breaking
from desk_app.badges.fonts import legible
from desk_app.badges.shaping import Line, shape, tidy


@cache
def readable(text: str, bold: bool) -> str:
    """As it can be written with the fonts there are."""
    return legible(tidy(text), bold)[0]


def line(text: str, bold: bool = False) -> Line:
    """One line, however long."""
    return shape(readable(text, bold), bold)


def wrapped(text: str, bold: bool, size: float, width: float) -> tuple[Line, ...]:
    """Lines of at most `width` points at this size; none for an empty text."""
    return breaking.wrapped(readable(text, bold), bold, width / size) if text else ()


def joined(*texts: str) -> str:
    """What there is of these, with a dot between."""
    return " · ".join(filter(None, texts))


def number(count: int) -> str:
    """With a narrow blank between thousands."""
    return f"{count:,}".replace(",", "\u202f")

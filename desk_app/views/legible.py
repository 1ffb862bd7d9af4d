"""Names as this computer can draw them: letters of which no font has a picture are spelt out."""

import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii
from PySide6.QtGui import QFontMetrics

from desk_app.views import theme


@lru_cache(maxsize=4096)
def legible(text: str) -> str:
    """The text itself, or spelt in Latin letters where it would be boxes, as on the badge."""
    if text.isascii() or all(_drawn(character) for character in text):
        return text
    return " ".join("".join(map(_readable, text)).split())


def apart(name: str) -> str:
    """A name inside of a sentence, which keeps its order whatever way the name is written."""
    return f"\u2068{name}\u2069" if any(map(_leftwards, name)) else name


def _leftwards(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL")


def _readable(character: str) -> str:
    return character if _drawn(character) else anyascii(character)


@cache
def _drawn(character: str) -> bool:
    """Whatever is no letter and no figure is left to Qt: joiners have no picture of their own."""
    if unicodedata.category(character)[0] not in "LN":
        return True
    return _metrics().inFontUcs4(ord(character))


@cache
def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("row"))

"""The compared form of headings and status words."""

import re
from functools import lru_cache

from desk_app.domain.names import plain

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INCLUSIVE = re.compile(
    r"(?<=\w)(?:[·•‧(*]|(?<=[a-zé])[.](?=e\b|e[.]|es\b))"
    r"(?:e|es|ne|nes|se|rice|trice|in|innen|s|x)\b\)?(?:[·•‧.\-]s\b)?"
)
_ORDER_SUFFIX = re.compile(r"\s*\(commande\)|\s*-\s*#\d+\s*$", re.IGNORECASE)
_ANSWER_CODE = re.compile(r"^[A-Za-z][A-Za-z0-9_]*(?:\[[A-Za-z0-9_]+\])?\.\s+(?=\S)")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SEPARATORS = re.compile(r"[^\w#]+|_+")
_NUMBER_SIGN = re.compile(r"\bn\s?\.?\s?[°o](?![^\W_])\.?|[#№]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ı": "i"})


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """A heading or status word for comparing: no case, accents, punctuation or plural s."""
    text = text[:300]
    if text.isascii() and " " not in text.strip():
        text = _CAMEL.sub(" ", text)
    folded = plain(_INCLUSIVE.sub("", text)).translate(_LIGATURES)
    folded = _NUMBER_SIGN.sub(" no ", folded)
    words = _SEPARATORS.sub(" ", folded).split()
    return " ".join(word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in words)


def variants(heading: str) -> tuple[str, ...]:
    """The ways to understand a heading: as written, without an answer's code, the code alone.

    Or without what is explained in brackets.
    """
    bare = _ORDER_SUFFIX.sub("", heading)
    if code := _ANSWER_CODE.match(bare):
        return (bare, bare[code.end() :], code.group().strip().rstrip("."))
    short = _BRACKETS.sub("", bare).strip()
    return (bare, short) if short and short != bare else (bare,)


def belongs_to_order(heading: str) -> bool:
    """Whether the platform marks the column as the order's, as in "Téléphone (Commande) - #5"."""
    return "(commande)" in heading.lower()

"""People's names: joined, folded for comparison, never reshaped without ground."""

import unicodedata


def plain(text: str) -> str:
    """Text for comparing: NFKD before and after folding case, no marks, single blanks.

    Folds what the standard library can; letters such as ł or ø stay (search folds those too).
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(ch for ch in decomposed if not unicodedata.combining(ch))
    return " ".join(kept.split())


def joined(given: str, family: str) -> str:
    """The whole name in reading order; a mononym may sit in either part."""
    return f"{given} {family}".strip()


def listed(given: str, family: str, full: str) -> str:
    """The name as lists show it, family name first in capitals; kept whole where parts lack."""
    if given and family:
        return f"{family.upper()} {given}"
    return full or joined(given, family)

"""Text as search sees it: ASCII letters and digits in lower case, whatever the script or accent."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from anyascii import anyascii


class _Folds(dict[int, str]):
    """What becomes of each character, learnt as characters are met: `str.translate` then runs in C.

    anyascii works character by character, so folding them one at a time changes nothing.
    """

    def __init__(self, dropped: str = "") -> None:
        super().__init__({ord(mark): "" for mark in dropped})

    def __missing__(self, code: int) -> str:
        letters = anyascii(chr(code)).lower()
        self[code] = "".join(ch if ch.isalnum() else " " for ch in letters)
        return self[code]


_MARKS = "-'\u2019\u02bc\u2010\u2011.·"
_JOINING = frozenset(_MARKS)
_APART = _Folds()
_TOGETHER = _Folds(_MARKS)
# Most text is ASCII, each sign of which becomes one other: a table of bytes does that at once.
_ASCII = bytes(ord(_APART[code]) for code in range(128)) + bytes(128)


def folded(text: str) -> str:
    """Words in one blank each: "Lefèvre-Ångström" gives "lefevre angstrom", "小野" "xiaoye"."""
    return " ".join(words_in(text))


def words_in(text: str) -> list[str]:
    """The words of `folded`, one by one."""
    if text.isascii():
        return text.encode().translate(_ASCII).decode().split()
    return text.translate(_APART).split()


@lru_cache(4096)
def words_that_recur(text: str) -> tuple[str, ...]:
    """As `words_in`, for what many people of a list share: organisations, given names."""
    return tuple(words_in(text))


def words_of_name(text: str) -> list[str]:
    """Every word under which a name may be typed: with and without its hyphens and apostrophes.

    "Jean-Baptiste d'Aubrac" gives jean baptiste d aubrac jeanbaptiste daubrac.
    """
    apart = words_in(text)
    if _JOINING.isdisjoint(text):
        return apart
    return list(dict.fromkeys(apart + text.translate(_TOGETHER).split()))


def marks(shown: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Which parts of a shown text the typed words stand for, as (start, length)."""
    wanted = folded(typed).split()
    return tuple(
        (start, _length(word, it))
        for start, word in _words_at(shown)
        for whole in [word.translate(_APART).replace(" ", "")]
        for it in wanted
        if whole.startswith(it)
    )


def _length(word: str, typed: str) -> int:
    """How many characters of a shown word the typed letters stand for: "œ" is two letters."""
    lengths = accumulate(len(character.translate(_APART).strip()) for character in word)
    return next(n for n, letters in enumerate(lengths, 1) if letters >= len(typed))


def _words_at(shown: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*", shown):
        yield match.start(), match.group()

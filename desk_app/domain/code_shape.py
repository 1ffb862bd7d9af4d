"""What the codes of one roster look like, so that a code can be told from a word."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase, digits

_KINDS = {"9": digits, "A": ascii_uppercase, "a": ascii_lowercase}
_KIND_OF = {letter: kind for kind, letters in _KINDS.items() for letter in letters}
RARE = 0.01  # of the codes; a shape that fewer have is a slip of somebody's pen


@dataclass(frozen=True, slots=True)
class CodeShapes:
    """By length and signs ("#" for any letter or digit), the kinds of letters that occur there.

    Such as {"##-####": "9A"}: letters in capitals and digits, with a hyphen after the second.
    """

    kinds: dict[str, frozenset[str]]

    def fits(self, text: str) -> bool:
        """Whether the text looks like a code of this roster, in letters of any case."""
        known = self.kinds.get(_signs(text))
        return known is not None and _any_case(frozenset(_kinds(text))) <= _any_case(known)

    def surely_fits(self, text: str) -> bool:
        """Whether it looks like a code and, holding a digit or a sign, like no word."""
        return not text.isalpha() and self.fits(text)


NO_SHAPES = CodeShapes({})


def shapes_of(codes: Iterable[str]) -> CodeShapes:
    """The shapes that enough of these codes have; none where hardly two are alike."""
    kinds: dict[str, set[str]] = {}
    count: Counter[str] = Counter()
    for code in codes:
        signs = _signs(code)
        count[signs] += 1
        kinds.setdefault(signs, set()).update(_kinds(code))
    fewest = max(RARE * count.total(), 1)
    often = {signs for signs, times in count.items() if times >= fewest}
    return CodeShapes({signs: frozenset(kinds[signs]) for signs in often})


def _signs(text: str) -> str:
    return "".join("#" if letter.isalnum() else letter for letter in text)


def _kinds(text: str) -> Iterator[str]:
    """The kind of each letter and digit; whatever is neither of ours is a kind of its own."""
    return (_KIND_OF.get(letter, letter) for letter in text if letter.isalnum())


def _any_case(kinds: frozenset[str]) -> frozenset[str]:
    """Nobody holds Shift for a code, and Caps Lock may be on."""
    return kinds | {"a", "A"} if kinds & {"a", "A"} else kinds

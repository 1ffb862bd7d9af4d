"""How a name sounds, to French, English and German ears alike: Philippe is Filip."""

import re

_STEPS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^h|(?<![cps])h", ""),
        (r"ph", "f"),
        (r"sch|sh|tch|tsch", "ch"),
        (r"ck|cqu|qu|q|c(?![eiyh])", "k"),
        (r"c(?=[eiy])", "s"),
        (r"ch(?=[rlntk]|$)", "k"),
        (r"th", "t"),
        (r"gu(?=[eiy])", "g"),
        (r"ge(?=[aou])", "j"),
        (r"g(?=[eiy])", "j"),
        (r"gn", "n"),
        (r"w", "v"),
        (r"x(?=.)", "ks"),
        (r"z", "s"),
        (r"aul[tdx]?$", "o"),
        (r"eaux?|aux?", "o"),
        (r"ou|oo", "u"),
        (r"[ae][iy]|oe|ae", "e"),
        (r"y|ie|ii|ee", "i"),
        (r"[ae][nm](?![aeiou])", "an"),
        (r"dt|td", "t"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)[stdxpze]+$", ""),
    )
)
_NEIGHBOURS = ("ckqsxz", "fp", "gjy", "iyeh", "vw", "ao", "aeh", "uo", "td")


def sound(word: str) -> str:
    """A short key that alike sounding words share; for folded words in lower case."""
    for pattern, letters in _STEPS:
        word = pattern.sub(letters, word)
    return word


def first_letters(word: str) -> str:
    """The letters with which a word that sounds alike may begin."""
    alike = {letter for group in _NEIGHBOURS if word[0] in group for letter in group}
    return "".join(
        sorted(alike | {word[0]} | ({word[1]} if word[0] == "h" and word[1:] else set()))
    )

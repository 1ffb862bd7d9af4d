"""From left to right or back: the Unicode bidirectional algorithm, for one line of text."""

import re
from itertools import pairwise
from typing import Any

from bidi import algorithm  # type: ignore[import-untyped]

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_BRACKETS = dict(zip("([{（［｛「『【《〈", ")]}）］｝」』】》〉", strict=True))
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def reads_right_to_left(text: str) -> bool:
    """By the first letter that has a direction."""
    return bool(_RIGHT_TO_LEFT.search(text)) and algorithm.get_base_level(text) == 1


def directions(text: str) -> list[tuple[int, int, bool]]:
    """Spans of one direction in visual order, by the Unicode bidirectional algorithm."""
    if not _RIGHT_TO_LEFT.search(text):
        return [(0, len(text), False)]
    levels = _levels(text)
    borders = [0, *(i for i in range(1, len(text)) if levels[i] != levels[i - 1]), len(text)]
    spans = [(a, b, levels[a]) for a, b in pairwise(borders)]
    for level in range(max(levels), 0, -1):
        spans = _turned(spans, level)
    return [(start, end, level % 2 == 1) for start, end, level in spans]


def _turned(spans: list[tuple[int, int, int]], level: int) -> list[tuple[int, int, int]]:
    result: list[tuple[int, int, int]] = []
    high: list[tuple[int, int, int]] = []
    for span in spans:
        if span[2] >= level:
            high.insert(0, span)
        else:
            result += [*high, span]
            high = []
    return result + high


def _levels(text: str) -> list[int]:
    base = algorithm.get_base_level(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    known = {character["index"]: character["level"] for character in storage["chars"]}
    levels: list[int] = []
    for index in range(len(text)):  # joiners take part in shaping: they stay with their neighbour
        levels.append(known.get(index, levels[-1] if levels else base))
    return levels


def _resolve_brackets(characters: list[dict[str, Any]], base: str) -> None:
    """Rule N0, which the library lacks: both of a pair of brackets take the same direction."""
    kinds = [_STRONG.get(it["type"], "") for it in characters]
    for first, last in _pairs([it["ch"] for it in characters]):
        inside = {*kinds[first + 1 : last]} - {""}
        before = next((it for it in reversed(kinds[:first]) if it), base)
        if inside:
            kind = base if base in inside else before
            for place in (first, last):
                kinds[place] = characters[place]["type"] = kind


def _pairs(text: list[str]) -> list[tuple[int, int]]:
    """Places of brackets that belong together, by their opening."""
    waiting, found = list[tuple[str, int]](), list[tuple[int, int]]()
    for place, ch in enumerate(text):
        if ch in _BRACKETS:
            waiting.append((_BRACKETS[ch], place))
        closings = [closing for closing, _ in waiting]
        if ch in closings:
            at = len(closings) - 1 - closings[::-1].index(ch)
            found.append((waiting[at][1], place))
            del waiting[at:]
    return sorted(found)

"""What misspelt words may have meant: the names to look for, and how far each one is."""

from collections.abc import Iterable, Iterator

from desk_app.store.asking import nicknames
from desk_app.store.sounds import sound
from desk_app.store.vocabulary import SHORTEST, Vocabulary, slips_in

_STRANGE = 3  # slips: as far as a name is from a word that is no part of it
_Near = dict[str, int]  # beginnings of known words, and their slips


class Meant:
    """Typed words, and the words near each. One near none, such as a mere letter, is left out."""

    def __init__(self, vocabulary: Vocabulary, words: list[str]) -> None:
        from rapidfuzz.distance import OSA  # as the vocabulary does: when it is needed

        self._words = words
        self._apart = OSA.distance
        self._near = {word: near for word in words if (near := _near(vocabulary, word))}
        self._known: dict[tuple[str, str], tuple[int, int]] = {}

    def matches(self) -> Iterator[str]:
        """What to ask the index for: first where one slip explains all, then where several do."""
        if len(self._near) == len(self._words):
            yield from filter(None, [self._with_one_slip()])
        if self._near:
            yield " AND ".join(map(_any_of, self._near.values()))

    def far(self, name: str) -> tuple[int, int, int]:
        """Slips in what was typed; letters that differ from whole words; words of the name."""
        known = name.split()
        each = [self._nearest(word, known) for word in self._words]
        return sum(slips for slips, _ in each), sum(rest for _, rest in each), len(known)

    def _nearest(self, typed: str, known: list[str]) -> tuple[int, int]:
        """How far the nearest of these words is; where one begins as typed, no other is nearer."""
        further = [len(it) - len(typed) for it in known if it.startswith(typed)]
        return (0, min(further)) if further else min(self._distance(typed, it) for it in known)

    def _with_one_slip(self) -> str:
        ways: list[str] = []
        for slipped in self._near:
            groups = [
                {it: slips for it, slips in near.items() if slips <= (word == slipped)}
                for word, near in self._near.items()
            ]
            if all(groups):
                ways.append(f"({' AND '.join(map(_any_of, groups))})")
        return " OR ".join(ways)

    def _distance(self, typed: str, known: str) -> tuple[int, int]:
        """Slips if it is typed as far as that; letters that differ from the whole word."""
        if (typed, known) not in self._known:
            self._known[typed, known] = self._measured(typed, known)
        return self._known[typed, known]

    def _measured(self, typed: str, known: str) -> tuple[int, int]:
        beginnings = (known[: len(typed)], known[: len(typed) + 1])
        slips = min(self._apart(typed, it) for it in beginnings)
        slips = min(slips, _STRANGE, self._near.get(typed, {}).get(known, _STRANGE))
        return slips, self._apart(typed, known)


def is_part(typed: str, known: Iterable[str]) -> bool:
    """Whether a typed word may be one of these, misspelt, by its sound or as a nickname."""
    from rapidfuzz.distance import OSA

    others, most = nicknames(typed), slips_in(typed)
    return len(typed) < SHORTEST or any(
        min(OSA.distance(typed, it[:end]) for end in (len(typed), len(typed) + 1)) <= most
        or it in others
        or sound(it) == sound(typed)
        for it in known
    )


def _near(vocabulary: Vocabulary, word: str) -> _Near:
    """Words that may have been meant: slips of the finger, of the ear, nicknames."""
    near = vocabulary.near(word)
    for meant in (*vocabulary.alike(word), *nicknames(word)):
        near.setdefault(meant, 1)
    return near


def _any_of(group: _Near) -> str:
    return f"({' OR '.join(f'{word}*' for word in group)})"

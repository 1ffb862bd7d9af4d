"""Every word of the roster's names, to correct what was misspelt."""

from collections.abc import Iterable

SHORTEST = 3  # below this, every word is near every other


class Vocabulary:
    """Finds words near a typed one, also while it is only half typed.

    Words are cut to the typed length (and one letter more) before they are compared, once per
    length, so that a beginning is compared with beginnings.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = set(words)
        self._cut: dict[int, list[str]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Add words of people who have just come in."""
        new = set(words) - self._words
        self._words |= new
        for length, cut in self._cut.items():
            cut.extend(word[:length] for word in new)

    def near(self, typed: str, most: int = 12) -> list[str]:
        """Beginnings of known words within one slip (two from six letters on), nearest first."""
        if len(typed) < SHORTEST:
            return [typed] if typed in self._cut_to(len(typed)) else []
        from rapidfuzz import process  # 30 ms to import, needed at the first misspelling
        from rapidfuzz.distance import OSA

        slips = 1 if len(typed) < 6 else 2
        near: dict[str, int] = {}
        for length in (len(typed), len(typed) + 1):
            for word, distance, _ in process.extract(
                typed, self._cut_to(length), scorer=OSA.distance, score_cutoff=slips, limit=most
            ):
                near[word] = min(int(distance), near.get(word, slips))
        return sorted(near, key=lambda word: (near[word], word))[:most]

    def _cut_to(self, length: int) -> list[str]:
        if length not in self._cut:
            self._cut[length] = sorted({word[:length] for word in self._words})
        return self._cut[length]

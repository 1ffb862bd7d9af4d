"""Every word of the roster's names, to correct what was misspelt."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from itertools import chain

from desk_app.store.sounds import first_letters, sound

SHORTEST = 3  # below this, every word is near every other
LONGEST = 12  # what is typed after this many letters tells nobody apart

MOST = 30  # words near one that was typed; a rarer slip than these is not meant

_Cut = dict[str, list[str]]  # beginnings of words in order, by their first letter


class Vocabulary:
    """Finds words near a typed one, also while it is only half typed.

    Words are cut to the typed length (and one letter more) before they are compared, once per
    length, so that a beginning is compared with beginnings.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = set(words)
        self._cuts: dict[int, _Cut] = {}
        self._sounds: dict[str, dict[str, list[str]]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Add words of people who have just come in."""
        new = set(words) - self._words
        self._words |= new
        for length, cut in self._cuts.items():
            for word in {word[:length] for word in new}:
                known = cut.setdefault(word[0], [])
                if not _holds(known, word):
                    insort(known, word)
        for word in new:
            if word[:1] in self._sounds:
                self._sounds[word[0]].setdefault(sound(word), []).append(word)

    def warm(self) -> None:
        """Cut the words to every length now, so that no key has to wait for it."""
        for length in reversed(range(1, LONGEST + 2)):  # each is cut from the one before
            self._cut_to(length)

    def warm_ear(self, letter: str) -> None:
        """Learn how the words with this first letter sound; every letter takes a little while."""
        import rapidfuzz.distance
        import rapidfuzz.process  # noqa: F401 - else the first misspelling waits for both

        self._by_sound(letter)

    def near(self, typed: str, most: int = MOST) -> dict[str, int]:
        """Beginnings of known words and their slips: one, or two from six letters on.

        Nearest first. Few people slip on the first letter, other than swapping it with the second;
        where they do, it is their only slip.
        """
        typed = typed[:LONGEST]
        if len(typed) < SHORTEST:
            return {typed: 0} if _holds(self._cut_to(len(typed)).get(typed[0], []), typed) else {}
        slips = slips_in(typed)
        near = self._near(typed, slips, dict.fromkeys(typed[:2]))
        for word in self._but_for_first_letter(typed):
            near.setdefault(word, 1)
        near = near or self._near(typed, slips, None)
        return dict(sorted(near.items(), key=lambda it: (it[1], it[0]))[:most])

    def alike(self, typed: str, most: int = 6) -> list[str]:
        """Known words that sound as the typed one does."""
        wanted = sound(typed)
        if len(typed) < SHORTEST or len(wanted) < 2:
            return []
        found: dict[str, None] = {}
        for letter in first_letters(typed):
            by_sound = self._by_sound(letter)
            found.update(dict.fromkeys(by_sound.get(wanted, ())))
        return [word for word in found if word != typed][:most]

    def _by_sound(self, letter: str) -> dict[str, list[str]]:
        """The words with this first letter by how they sound; made when first asked for."""
        if letter not in self._sounds:
            by_sound = self._sounds[letter] = {}
            for word in sorted(word for word in self._words if word[:1] == letter):
                by_sound.setdefault(sound(word), []).append(word)
        return self._sounds[letter]

    def _near(self, typed: str, slips: int, letters: Iterable[str] | None) -> dict[str, int]:
        from rapidfuzz import process  # 30 ms to import, needed at the first misspelling
        from rapidfuzz.distance import OSA

        near: dict[str, int] = {}
        for length in (len(typed), len(typed) + 1):
            cut = self._cut_to(length)
            for letter in cut if letters is None else letters:
                for word, distance, _ in process.extract(
                    typed, cut.get(letter, ()), scorer=OSA.distance, score_cutoff=slips, limit=None
                ):
                    near[word] = int(distance)
        return near

    def _but_for_first_letter(self, typed: str) -> Iterator[str]:
        """Beginnings that differ in the first letter alone, or have one before it."""
        for meant in (typed[1:], typed):
            for letter, known in self._cut_to(len(meant) + 1).items():
                if letter != typed[0] and _holds(known, letter + meant):
                    yield letter + meant

    def _cut_to(self, length: int) -> _Cut:
        if length not in self._cuts:
            cut: _Cut = {}
            longer = self._cuts.get(length + 1, {}).values()
            words = chain.from_iterable(longer) if longer else self._words
            for word in sorted({word[:length] for word in words if word}):
                cut.setdefault(word[0], []).append(word)
            self._cuts[length] = cut
        return self._cuts[length]


def slips_in(typed: str) -> int:
    """How many slips a word may hold and still be known for what it was meant to be."""
    return 1 if len(typed) < 6 else 2


def _holds(words: list[str], word: str) -> bool:
    """Whether a word is among words that are in order."""
    place = bisect_left(words, word)
    return place < len(words) and words[place] == word

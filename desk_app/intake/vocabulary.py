"""What headings mean: the synonyms in `resources/exports/headings.toml`, ready to be asked."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from desk_app import paths
from desk_app.intake import wording

# Ranks: the place in a list of headings, then weak headings, then words inside longer headings.
WEAK = 100
LOOSE = 200
ATTENDEE, BUYER = "attendee", "buyer"
_LONG_ENOUGH = 6  # letters, for two words written as one
_LONGEST_QUESTION = 7
_NUMBER = frozenset(("no", "nr", "num", "numero", "number", "nummer"))
_COMPOUND = re.compile(r"(\w{3,})(?:nummer|nr)$")
_SLASH = re.compile(r"\s*[/|]\s*")
_LOST = "\u0294"  # a letter, so that words hold together, and of no heading
_LOST_LETTERS = re.compile(f"{_LOST}+")
_LOST_NUMBER_SIGN = re.compile(r"\bn\?\s", re.IGNORECASE)
PERSONAL = frozenset(
    ("given_name", "family_name", "name", "full_name", "email", "phone", "organisation")
)
_BUYERS = {
    "given_name": "buyer_given_name",
    "family_name": "buyer_family_name",
    "name": "buyer_name",
    "full_name": "buyer_name",
    "email": "buyer_email",
    "organisation": "buyer_organisation",
    "phone": "bookkeeping",
    "salutation": "bookkeeping",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a heading may stand for; the lower the rank the surer."""

    field: str
    rank: int
    role: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Compared forms of headings, and the words that say whose column it is."""

    exact: dict[str, tuple[Meaning, ...]]
    joined: dict[str, tuple[Meaning, ...]]
    words: tuple[tuple[str, str], ...]
    attendee: frozenset[str]
    buyer: frozenset[str]
    other: frozenset[str]
    filler: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The synonyms as shipped, or as the user has extended them."""
    file = paths.resources() / "exports" / "headings.toml"
    described = tomllib.loads(file.read_text(encoding="utf-8"))
    roles = {name: _keys(words) for name, words in described.pop("roles").items()}
    exact: dict[str, tuple[Meaning, ...]] = {}
    words: list[tuple[str, str]] = []
    for field, lists in described.items():
        words += [(_core(word, roles["filler"]), field) for word in lists.pop("words", ())]
        for heading, meaning in _meanings_of(field, lists):
            core = _core(heading, roles["filler"])
            if all(known.field != field for known in exact.get(core, ())):
                exact[core] = (*exact.get(core, ()), meaning)
    ordered = {
        core: tuple(sorted(found, key=lambda one: one.rank)) for core, found in exact.items()
    }
    longest_first = tuple(sorted(words, key=lambda pair: -len(pair[0])))
    joined = {
        core.replace(" ", ""): found for core, found in ordered.items() if len(core) >= _LONG_ENOUGH
    }
    return Vocabulary(ordered, joined, longest_first, **roles)


def _meanings_of(field: str, lists: dict[str, Any]) -> Iterable[tuple[str, Meaning]]:
    weak = lists.pop("weak", ())
    for language, headings in lists.items():
        for place, heading in enumerate(headings):
            yield heading, Meaning(field, min(place, WEAK - 1), language=language)
    for place, heading in enumerate(weak):
        yield heading, Meaning(field, WEAK + min(place, WEAK - 1))


@cache
def fields() -> frozenset[str]:
    """What columns may hold, in the words of the profiles."""
    of_people = {one.field for found in vocabulary().exact.values() for one in found}
    return frozenset(of_people | {*_BUYERS.values()})


@lru_cache(maxsize=8192)
def meanings(heading: str, band: str = "") -> tuple[Meaning, ...]:
    """What a heading may mean, surest first; `band` is the title above a group of columns."""
    band_role = _role(wording.key(band).split()) if band else ""
    if wording.belongs_to_order(heading):
        band_role = BUYER
    if band and not band_role and (both := _whole(f"{heading} {band}")):
        return both  # "Name" below "Company"
    for text in wording.variants(heading):
        found = (
            _whole(text)
            or _arrival_list(text)
            or _last_part(text)
            or _without_role(text)
            or _alike(text)
            or _by_words(text)
            or _mended(text)
        )
        if found:
            return tuple(_of(band_role, one) for one in found)
    return ()


@lru_cache(maxsize=8192)
def core(text: str) -> str:
    """The compared form of a heading without the small words."""
    return _core(text, vocabulary().filler)


def of_buyer(meaning: Meaning) -> Meaning:
    """What a column of a person means where that person is who booked."""
    return _of(BUYER, meaning)


def is_role(band: str) -> bool:
    """Whether a title says only whose columns stand below it: "PARTICIPANT"."""
    known = vocabulary()
    return set(core(band).split()) <= known.attendee | known.buyer


def is_of_another(heading: str) -> bool:
    """Whether a heading names the buyer, the event or someone else than the participant."""
    return _role(core(heading).split()) in ("other", BUYER)


def _core(text: str, filler: frozenset[str]) -> str:
    words = wording.key(text).split()
    kept = [word for word in words if word not in filler] or words
    return " ".join(_number_first(kept))


def _number_first(words: Sequence[str]) -> list[str]:
    """ "Barcode no.", "Strichcode-Nr." and "Numéro de code-barres": all kinds of number alike."""
    apart = [part for word in words for part in _COMPOUND.sub(r"\1 no", word).split()]
    others = [word for word in apart if word not in _NUMBER]
    return ["no", *others] if len(others) < len(apart) else others


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(wording.key(word) for word in words)


def _whole(text: str) -> tuple[Meaning, ...]:
    """ "JOBTITLE" is "Job title"."""
    known, said = vocabulary(), core(text)
    return known.exact.get(said) or (known.joined.get(said, ()) if " " not in said else ())


def _arrival_list(text: str) -> tuple[Meaning, ...]:
    """ "Check-ins: Main hall" tells who came, on one list of several."""
    before, _, name = text.partition(":")
    found = _whole(before) if name.strip() else ()
    return tuple(one for one in found if one.field == "checked_in" and one.rank < WEAK)


def _last_part(text: str) -> tuple[Meaning, ...]:
    """ "Attendee name: Given name" is a given name, and the first part says whose."""
    for mark in (":", " - ", " – "):
        before, found, after = text.rpartition(mark)
        if not found or not before.strip() or not after.strip():
            continue
        named = [one for one in _whole(after) if one.field in PERSONAL and one.rank < WEAK]
        if named:
            return _for_role(_role(core(before).split()), named)
    return ()


def _without_role(text: str) -> tuple[Meaning, ...]:
    words = core(text).split()
    role = _role(words)
    if not role:
        return ()
    known = vocabulary()
    rest = [word for word in words if word not in known.attendee and word not in known.buyer]
    return _for_role(role, known.exact.get(" ".join(rest), ()))


def _alike(text: str) -> tuple[Meaning, ...]:
    """ "Statut / Status" says the same in two languages."""
    found = [_whole(part) or _without_role(part) for part in _SLASH.split(text)]
    if len(found) < 2 or not all(found):
        return ()
    shared = set.intersection(*({one.field for one in some} for some in found))
    return tuple(one for one in found[0] if one.field in shared)


def _by_words(text: str) -> tuple[Meaning, ...]:
    words = core(text).split()
    role = _role(words)
    if role == "other":
        return ()
    padded = f" {' '.join(words)} "
    found: dict[str, int] = {}
    for word, field in vocabulary().words:
        long = len(words) > (2 * _LONGEST_QUESTION if field == "email" else _LONGEST_QUESTION)
        if not long and f" {word} " in padded:
            found[field] = min(padded.index(f" {word} "), found.get(field, len(padded)))
    first = sorted(found, key=lambda field: found[field])
    return _for_role(role, [Meaning(field, LOOSE + len(words)) for field in first])


def _mended(text: str) -> tuple[Meaning, ...]:
    """ "Situa??o" and "N? ingresso", where letters with accents were lost on the way."""
    signs = text.replace("\ufffd", "?").rstrip("? ")
    if "?" not in signs:
        return ()
    said = core(_LOST_NUMBER_SIGN.sub("no ", signs).replace("?", _LOST))
    if _LOST not in said:
        return _whole(said)
    pattern = re.compile(_LOST_LETTERS.sub(lambda it: rf"\w{{1,{len(it[0])}}}", said))
    return next((found for it, found in vocabulary().exact.items() if pattern.fullmatch(it)), ())


def _role(words: Iterable[str]) -> str:
    """Whose column the words make it: "other" for someone or something that is no participant."""
    known, given = vocabulary(), set(words)
    if given & known.other:
        return "other"
    if given & known.buyer:
        return BUYER
    return ATTENDEE if given & known.attendee else ""


def _for_role(role: str, found: Iterable[Meaning]) -> tuple[Meaning, ...]:
    return () if role == "other" else tuple(_of(role, one) for one in found)


def _of(role: str, meaning: Meaning) -> Meaning:
    """The meaning as the role makes it: the buyer's e-mail is another field than a person's."""
    if not role or meaning.role:
        return meaning
    field = _BUYERS.get(meaning.field, meaning.field) if role == BUYER else meaning.field
    return Meaning(field, meaning.rank, role, meaning.language)

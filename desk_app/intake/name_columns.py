"""Which columns hold a person's name, and which the name of whoever booked."""

import re
from collections.abc import Iterable, Mapping, Sequence

from desk_app.domain.names import plain
from desk_app.intake import vocabulary
from desk_app.intake.evidence import Found
from desk_app.intake.vocabulary import ATTENDEE, LOOSE, WEAK

_LATER_NUMBER = re.compile(r"(?<![\d#])[2-9](?!\d)")
_NEARLY_ALL = 0.8
PARTS = ("given_name", "family_name", "name", "full_name")


def bookers_set_apart(
    found: Sequence[Found], texts: Sequence[str], sample: Sequence[Sequence[str]]
) -> list[Found]:
    """Where a form asks twice for a person under the same headings, the first is who books.

    Unless the second is filled less often: then it is somebody who may come along.
    """
    pairs = _twice(found, texts)
    first, second = ([pair[place] for pair in pairs] for place in (0, 1))
    if not _is_whole({one.meaning.field for one in first}):
        return list(found)
    people = [[tuple(row[one.index] for one in side) for row in sample] for side in (first, second)]
    booked = sum(map(any, people[1])) >= sum(map(any, people[0]))
    if not booked or len(set(people[1])) < len(set(people[0])) or people[0] == people[1]:
        return list(found)
    bookers = {one.index for one in first}
    return [_as_booker(one) if one.index in bookers else one for one in found]


def _twice(found: Sequence[Found], texts: Sequence[str]) -> list[tuple[Found, Found]]:
    """The personal columns that stand there just twice under the same heading."""
    alike: dict[str, list[Found]] = {}
    for one in found:
        if one.meaning.field in vocabulary.PERSONAL and not one.meaning.role:
            alike.setdefault(texts[one.index].lower(), []).append(one)
    return [(pair[0], pair[1]) for pair in alike.values() if len(pair) == 2]


def _as_booker(one: Found) -> Found:
    return Found(one.index, vocabulary.of_buyer(one.meaning), one.evidence)


def of_further_people(
    found: Iterable[Found], texts: Sequence[str], fields: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Columns such as "Attendee 2 First name", whose people have no row of their own."""
    used = {index for part in PARTS for index in fields.get(part, ())}
    return tuple(
        one.index
        for one in found
        if one.meaning.field in PARTS
        and one.index not in used
        and one.evidence.filled
        and _LATER_NUMBER.search(texts[one.index])
    )


def names(found: Iterable[Found], sample: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """The columns of a person's name, and of the buyer's where plain headings prove to be his."""
    columns = [one for one in found if one.meaning.field in PARTS]
    owned = [one for one in columns if one.meaning.role == ATTENDEE]
    plain_ones = [one for one in columns if one.meaning.role != ATTENDEE]
    if owned and plain_ones and _are_two_people(owned, plain_ones, sample):
        buyer = {f"buyer_{part}": index for part, index in _parts(plain_ones, sample).items()}
        buyer["buyer_name"] = buyer.pop("buyer_full_name", buyer.get("buyer_name", ()))
        return _parts(owned, sample) | {part: index for part, index in buyer.items() if index}
    return _parts(columns, sample)


def family_before_comma(
    fields: Mapping[str, tuple[int, ...]], sample: Sequence[Sequence[str]]
) -> bool:
    """Whether nearly all whole names are written "Family, Given"."""
    return any(_are_turned(sample, index) for index in fields.get("full_name", ()))


def _are_turned(sample: Sequence[Sequence[str]], index: int) -> bool:
    cells = [row[index] for row in sample if row[index].strip()]
    turned = sum(
        1 for cell in cells if cell.count(",") == 1 and all(map(str.strip, cell.split(",")))
    )
    return turned > _NEARLY_ALL * len(cells)


def _are_two_people(
    owned: Sequence[Found], others: Sequence[Found], sample: Sequence[Sequence[str]]
) -> bool:
    """Whether the columns with and without a word for the participant each name a whole person."""
    own, other = (
        {one.meaning.field for one in side if one.evidence.filled} for side in (owned, others)
    )
    if not (_is_whole(own) and _is_whole(other)):
        return False
    one = _best(owned, ("given_name", "full_name", "name"))
    two = _best(others, ("full_name", "name"))
    # Two columns of parts of names beside each other are asked of two people.
    return "given_name" in own & other or not (
        _contains(sample, one.index, two.index) or _contains(sample, two.index, one.index)
    )


def _best(columns: Sequence[Found], fields: Sequence[str]) -> Found:
    return min(
        columns,
        key=lambda one: fields.index(one.meaning.field) if one.meaning.field in fields else 9,
    )


def _is_whole(parts: set[str]) -> bool:
    if "given_name" in parts:
        return bool(parts & {"family_name", "name"})
    return bool(parts & {"full_name", "name"})


def _parts(columns: Iterable[Found], sample: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """Given, family and full name; "Nom" alone is told by what stands in it and beside it."""
    ranked = sorted(columns, key=lambda one: (one.rank, one.index))
    ranked = [one for one in ranked if one.evidence.filled] or ranked
    # "Speaker" names the person only where nothing else does.
    ranked = [one for one in ranked if not WEAK <= one.meaning.rank < LOOSE] or ranked
    best: dict[str, Found] = {}
    for one in ranked:
        if one.meaning.field != "name":
            best.setdefault(one.meaning.field, one)
    for one in ranked:
        if one.meaning.field == "name" and (part := _part_of_name(one, best, sample)):
            best.setdefault(part, one)
    parts: dict[str, tuple[int, ...]] = {field: (one.index,) for field, one in best.items()}
    if parts.keys() == {"full_name"}:
        parts |= _sorted_name(ranked, best["full_name"], sample)
    return parts


def _sorted_name(
    ranked: Iterable[Found], whole: Found, sample: Sequence[Sequence[str]]
) -> dict[str, tuple[int, ...]]:
    """The same names once more as "Lee, Ann", which tells the parts that "Dr. Ann Lee" does not."""
    for one in ranked:
        again = one.meaning.field == "full_name" and one.index != whole.index
        if again and _are_turned(sample, one.index) and _contains(sample, whole.index, one.index):
            return {"sorted_name": (one.index,)}
    return {}


def _part_of_name(
    unsure: Found, others: Mapping[str, Found], sample: Sequence[Sequence[str]]
) -> str:
    given, family = others.get("given_name"), others.get("family_name")
    known = given or family
    if not known or _contains(sample, unsure.index, known.index):
        return "full_name"
    if not family:
        return "family_name"
    return "" if given else "given_name"


def _contains(sample: Sequence[Sequence[str]], whole: int, part: int) -> bool:
    """Whether, in most rows that fill both, the words of one column include the other's."""
    both = [
        (plain(row[whole]), plain(row[part]).replace(",", " "))
        for row in sample
        if row[whole] and row[part]
    ]
    inside = sum(1 for name, word in both if set(word.split()) <= set(name.split()))
    return inside > 0.6 * len(both) if both else False

"""Names, addresses and telephones found by what stands in the cells, where no heading tells."""

from collections.abc import Callable, Collection, Mapping, Sequence
from unicodedata import category

from desk_app.domain.names import plain
from desk_app.domain.registration import Status
from desk_app.intake import values, vocabulary
from desk_app.intake.evidence import Evidence
from desk_app.intake.statuses import status_of
from desk_app.intake.values import tidy

_MOST = 0.8
_OFTEN = 0.5
_SHORTEST_WORD = 3
_SIGNS_IN_NAMES = frozenset(" '’.-·,")
_LONGEST_NAME = 90
_MOST_WORDS = 8
_FEWEST_DIFFERENT = 0.5

_CONFIRMED = Status.CONFIRMED

Fields = dict[str, tuple[int, ...]]
Rows = Sequence[Sequence[str]]


def missing_fields(
    texts: Sequence[str],
    evidences: Sequence[Evidence],
    sample: Rows,
    known: Mapping[str, tuple[int, ...]],
    taken: Collection[int],
) -> Fields:
    """What is still to be found among the columns that nobody has claimed.

    Headings that nobody understands need surer ground than no headings at all.
    """
    headless = not any(texts)
    free = [i for i in range(len(texts)) if i not in taken and not _is_of_another(texts[i])]
    fields: Fields = {}
    if "email" not in known:
        addresses = [i for i in free if evidences[i].emails > _MOST]
        fields["email"] = tuple(addresses[:1])
    if not any(part in known for part in ("given_name", "family_name", "full_name")):
        if both := [i for i in range(len(texts)) if _is_usual(sample, i, _is_name_and_address)]:
            return {"email": (both[0],), "full_name": (both[0],)}
        address = (fields.get("email") or known.get("email") or (-1,))[0]
        fields |= _names(sample, [i for i in free if evidences[i].is_text], address, headless)
    if "status" not in known:
        states = [i for i in free if not texts[i] and _are_states(sample, i)]
        fields["status"] = tuple(states[:1])
    if headless and "phone" not in known:
        phones = [i for i in free if evidences[i].phones > _MOST and evidences[i].dates < _OFTEN]
        fields["phone"] = tuple(phones[:1])
    return {field: indices for field, indices in fields.items() if indices}


def _is_name_and_address(cell: str) -> bool:
    """ "Ann Lee <ann@example.org>", as mail programs write it."""
    return bool(values.before_address(cell)) and "@" in cell


def _are_states(sample: Rows, index: int) -> bool:
    """ "annulé" beside a few names: words of states, and not all of them "confirmed"."""
    cells = [tidy(row[index]) for row in sample if row[index].strip()]
    states = [status_of(cell, {}) for cell in cells]
    return sum(map(bool, states)) > _MOST * len(cells) and not {*states} <= {_CONFIRMED, None}


def _is_of_another(heading: str) -> bool:
    return bool(heading) and vocabulary.is_of_another(heading)


def _names(sample: Rows, free: Sequence[int], address: int, headless: bool) -> Fields:
    """The columns of names: those whose words come back in the addresses, or read as names."""
    likely = [index for index in free if _reads_as_names(sample, index)]
    if address >= 0:
        proven = [i for i in likely if _share_in_addresses(sample, i, address) > _OFTEN]
        if proven:
            return _parts(sample, proven, likely, address)
        if pair := _proven_pair(sample, likely, address):
            return _parts(sample, pair, likely, address)
    if not headless:
        return {}
    loud = [index for index in likely if _is_usual(sample, index, _has_family_capitals)]
    if loud:
        return {"full_name": (loud[0],)}
    beside = [i for i in likely if i + 1 in likely and _are_names_and_families(sample, i)]
    if beside:
        return {"name_words": (beside[0], beside[0] + 1)}
    single = [index for index in likely if not _share(sample, index, _is_titled)]
    pairs = [index for index in single if index + 1 in single]
    whole = [index for index in likely if _is_usual(sample, index, _is_titled)]
    if pairs and pairs[0] < min(whole, default=len(sample[0])):
        return {"name_words": (pairs[0], pairs[0] + 1)}
    return {"full_name": (whole[0],)} if whole else {}


def _proven_pair(sample: Rows, likely: Sequence[int], address: int) -> list[int]:
    """Two columns side by side of which now one, now the other comes back in the addresses."""
    pairs = [(index, index + 1) for index in likely if index + 1 in likely]
    proofs = {pair: _share_of_either(sample, pair, address) for pair in pairs}
    best = max(proofs, key=lambda pair: proofs[pair], default=())
    return list(best) if best and proofs[best] > _OFTEN else []


def _share_of_either(sample: Rows, pair: tuple[int, int], address: int) -> float:
    rows = [row for row in sample if row[address] and any(row[i] for i in pair)]
    hits = sum(1 for row in rows if any(_is_in(row[i], row[address]) for i in pair))
    return hits / len(rows) if rows else 0.0


def _parts(sample: Rows, proven: Sequence[int], likely: Sequence[int], address: int) -> Fields:
    """One whole name, or two parts; which is the given name the addresses tell, where they do."""
    whole = [i for i in proven if _share(sample, i, lambda cell: " " in cell) > _MOST]
    if whole and len(proven) == 1:
        return {"full_name": (whole[0],)}
    pair = proven[:2]
    if len(pair) == 1:  # addresses such as "a.lee@" hold one part of the name only
        pair = sorted({pair[0], *(i for i in likely if abs(i - pair[0]) == 1)})[:2]
    if len(pair) == 1:
        return {"full_name": (pair[0],)}
    one, other = pair
    votes = [_comes_first(row[one], row[other], row[address]) for row in sample]
    if votes.count(True) > 2 * votes.count(False):
        return {"given_name": (one,), "family_name": (other,)}
    if votes.count(False) > 2 * votes.count(True):
        return {"given_name": (other,), "family_name": (one,)}
    return {"name_words": (one, other)}


def _comes_first(one: str, other: str, address: str) -> bool | None:
    """Whether the first text is what an address such as `ann.lee@` or `a.lee@` begins with."""
    local = _letters(address.partition("@")[0])
    first, second = _letters(one), _letters(other)
    if not first or not second or local == first == second:
        return None
    if local.endswith(second) and local[:1] == first[:1]:
        return True
    if local.endswith(first) and local[:1] == second[:1]:
        return False
    return None


def _reads_as_names(sample: Rows, index: int) -> bool:
    """Nearly every cell has words with a capital and no figures, and few of them come back."""
    cells = [tidy(row[index]) for row in sample if row[index]]
    if len(set(cells)) < _FEWEST_DIFFERENT * len(cells):
        return False
    return sum(map(_is_name, cells)) > _MOST * len(cells) if cells else False


def _is_name(cell: str) -> bool:
    if len(cell) > _LONGEST_NAME or len(cell.split()) > _MOST_WORDS:
        return False
    if not all(map(_is_in_names, cell)):
        return False
    return cell != cell.lower() or not cell.isascii()


def _is_in_names(sign: str) -> bool:
    return sign.isalpha() or sign in _SIGNS_IN_NAMES or category(sign)[0] == "M"


def _is_titled(cell: str) -> bool:
    """ "Ann van Lee": several words, and the first and last begin with a capital."""
    words = cell.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def _has_family_capitals(cell: str) -> bool:
    """ "DE LA TOUR Ann": a word in capitals beside one that only begins with a capital."""
    words = [word for word in cell.replace("-", " ").split() if len(word) > 1]
    loud = [word.isupper() for word in words]
    return any(loud) and any(word.istitle() for word in words)


def _are_names_and_families(sample: Rows, index: int) -> bool:
    """Two columns side by side of which one is in capitals and the other is not."""
    one, other = (_share(sample, i, str.isupper) for i in (index, index + 1))
    return abs(one - other) > _MOST


def _share_in_addresses(sample: Rows, index: int, address: int) -> float:
    pairs = [(row[index], row[address]) for row in sample if row[index] and row[address]]
    return sum(1 for name, it in pairs if _is_in(name, it)) / len(pairs) if pairs else 0.0


def _is_in(name: str, address: str) -> bool:
    local = _letters(address.partition("@")[0])
    words = (_letters(word) for word in name.replace("-", " ").split())
    return any(len(word) >= _SHORTEST_WORD and word in local for word in words)


def _letters(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalnum())


def _is_usual(sample: Rows, index: int, holds: Callable[[str], bool]) -> bool:
    """Of nearly all rows, the first included: were it a heading, it would differ from the rest."""
    return _share(sample, index, holds) > _MOST and holds(tidy(sample[0][index]))


def _share(sample: Rows, index: int, holds: Callable[[str], bool]) -> float:
    cells = [tidy(row[index]) for row in sample if row[index]]
    return sum(1 for cell in cells if holds(cell)) / len(cells) if cells else 0.0

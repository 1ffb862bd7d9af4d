"""What the cells of a column look like, whatever its heading says."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desk_app.intake import dates, statuses
from desk_app.intake.dates import iso, looks_like_date
from desk_app.intake.values import destroyed, is_number, tidy
from desk_app.intake.vocabulary import WEAK, Meaning
from desk_app.intake.wording import key

_MOST = 0.5
_A_FEW = 3  # rows: of fewer, that all differ says nothing
_MOST_DIFFER = 0.9
_LONGEST_QUANTITY = 2.5  # figures, on average
_PHONE_SIGNS = frozenset("0123456789+()-./ ")
_SHORTEST_PHONE = 6
_LONGEST_LABEL = 80
_LONGEST_CODE = 24
_EMPTY_PENALTY = 60


@dataclass(frozen=True, slots=True)
class Evidence:
    """Shares, from 0 to 1, of a column's filled cells."""

    filled: int = 0
    rows: int = 0
    distinct: float = 0.0
    emails: float = 0.0
    phones: float = 0.0
    answers: float = 0.0
    denials: float = 0.0
    numbers: float = 0.0
    digits: float = 0.0
    dates: float = 0.0
    counted_days: float = 0.0
    links: float = 0.0
    spaced: float = 0.0
    titles: float = 0.0
    roles: float = 0.0
    states: float = 0.0
    destroyed: float = 0.0
    length: float = 0.0

    @property
    def is_text(self) -> bool:
        """Words, as a name or an organisation: nothing that has a form of its own."""
        formed = (self.emails, self.numbers, self.dates, self.links, self.answers)
        return max(formed) <= _MOST


@dataclass(frozen=True, slots=True)
class Found:
    """One column and what it was taken for."""

    index: int
    meaning: Meaning
    evidence: Evidence

    @property
    def rank(self) -> int:
        """The lower the surer; an empty column gives way to a filled one."""
        return self.meaning.rank + (0 if self.evidence.filled else _EMPTY_PENALTY)


def of_column(cells: Iterable[str]) -> Evidence:
    """Look at every cell; equal cells are judged once."""
    tidied = [tidy(cell) for cell in cells]
    counts = Counter(cell for cell in tidied if cell)
    filled = counts.total()
    if not filled:
        return Evidence(rows=len(tidied))

    def share(holds: Callable[[str], bool]) -> float:
        return sum(count for cell, count in counts.items() if holds(cell)) / filled

    words = statuses.words()
    return Evidence(
        filled=filled,
        rows=len(tidied),
        distinct=len(counts) / filled,
        emails=share(lambda cell: "@" in cell and "." in cell.rpartition("@")[2]),
        phones=share(_is_phone),
        answers=share(words.is_yes_or_no),
        denials=share(words.is_no),
        numbers=share(is_number),
        digits=share(lambda cell: any(sign.isdigit() for sign in cell)),
        dates=share(lambda cell: looks_like_date(cell) or iso(cell, day_first=True) != cell),
        counted_days=share(lambda cell: dates.from_count(cell) != ""),
        links=share(lambda cell: "://" in cell[:12]),
        spaced=share(lambda cell: " " in cell),
        titles=share(lambda cell: key(cell) in words.salutations),
        roles=share(lambda cell: key(cell) in words.roles),
        states=share(lambda cell: statuses.status_of(cell, {}) is not None),
        destroyed=share(destroyed),
        length=sum(len(cell) * count for cell, count in counts.items()) / filled,
    )


def fits(meaning: Meaning, found: Evidence) -> bool:
    """Whether cells that look so can be what the heading may mean."""
    weak = meaning.rank >= WEAK
    if not found.filled:
        return not weak
    if weak and meaning.field in _WEAK_PROOFS:
        return _WEAK_PROOFS[meaning.field](found)
    proof = _PROOFS.get(meaning.field)
    return proof is None or proof(found)


def _is_phone(cell: str) -> bool:
    digits = sum(1 for sign in cell if sign.isdigit())
    return digits >= _SHORTEST_PHONE and len(cell) < 30 and _PHONE_SIGNS.issuperset(cell)


def _is_email(found: Evidence) -> bool:
    return found.emails >= _MOST


def _is_text(found: Evidence) -> bool:
    return found.is_text


def _is_code(found: Evidence) -> bool:
    """Without blanks, or like "user 12345" with figures."""
    bare = found.spaced <= _MOST or (found.digits > 0.9 and found.length < _LONGEST_CODE)
    return bare and max(found.emails, found.dates, found.links) <= _MOST


def _is_scan_code(found: Evidence) -> bool:
    return max(found.emails, found.spaced) <= _MOST


def _is_surely_code(found: Evidence) -> bool:
    return _is_code(found) and found.distinct > 0.9 and found.digits > 0.9


def _is_answer(found: Evidence) -> bool:
    return found.answers > _MOST


def _is_label(found: Evidence) -> bool:
    return found.is_text and found.length <= _LONGEST_LABEL


def _is_kind(found: Evidence) -> bool:
    """A choice among few: most values come back."""
    return _is_label(found) and (found.filled < 8 or found.distinct <= 0.7)


def _is_quantity(found: Evidence) -> bool:
    """A few places each: "Ticket number" means something else where every row has another."""
    counted = found.filled < _A_FEW or found.distinct <= _MOST_DIFFER
    return found.numbers > _MOST and found.length <= _LONGEST_QUANTITY and counted


_PROOFS: Mapping[str, Callable[[Evidence], bool]] = {
    **dict.fromkeys(("email", "buyer_email"), _is_email),
    **dict.fromkeys(("given_name", "family_name", "name", "full_name", "buyer_name"), _is_text),
    **dict.fromkeys(("buyer_given_name", "buyer_family_name", "organisation"), _is_text),
    "buyer_organisation": _is_text,
    "job_title": lambda found: found.is_text and found.roles <= _MOST,
    **dict.fromkeys(("ticket_number", "response_id", "other_code"), _is_code),
    **dict.fromkeys(("attends", "draft", "test"), _is_answer),
    # "Validé" that mostly says no is about the door, not about the registrations.
    "valid": lambda found: _is_answer(found) and found.denials <= _MOST,
    "waiting": lambda found: max(found.answers, found.numbers, found.dates) > _MOST,
    "position": lambda found: found.numbers > _MOST,
    "salutation": lambda found: found.titles >= _MOST,
    "scan_code": _is_scan_code,
    "phone": lambda found: found.phones >= _MOST or found.numbers >= _MOST,
    "ticket_type": _is_label,
    "paid": lambda found: found.numbers <= _MOST or found.answers > _MOST,
    "completed_at": lambda found: found.dates > _MOST,
    "registered_at": lambda found: found.dates + found.counted_days > _MOST,
    "quantity": _is_quantity,
}
_WEAK_PROOFS: Mapping[str, Callable[[Evidence], bool]] = {
    "ticket_number": _is_surely_code,
    "job_title": lambda found: found.is_text and max(found.titles, found.roles) < _MOST,
    "status": lambda found: found.states > _MOST and found.answers < 1,
    "checked_in": lambda found: found.answers + found.dates > _MOST,
    "ticket_type": _is_kind,
    "organisation": _is_label,
}

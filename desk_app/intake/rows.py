"""Rows that name nobody: titles, sums, add-ons, tests, headings repeated on a new page."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from desk_app.domain.registration import Status
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake import statuses
from desk_app.intake.cells import Row
from desk_app.intake.columns import Columns
from desk_app.intake.profiles import RowRule
from desk_app.intake.values import tidy
from desk_app.intake.wording import key

NOT_A_PERSON, UNREADABLE, REPEATED = "not_a_person", "unreadable", "repeated"

NOBODY = sentence("Nobody is named in this row.")
TITLE = sentence("The title of a part of the list, not a person.")
SUM = sentence("A sum, not a person.")
REMARK = sentence("A remark, not a person.")
TEST = sentence("A test registration.")
HEADINGS = sentence("The headings again, not a person.")
SURPLUS = sentence(
    "This row has more cells than there are headings, so its cells may be displaced."
)

_LONGEST_NAME = 90
_COUNTED = re.compile(r"\(\d+\)$")  # the title of a group with its size: "Standard (12)"
_LONGEST_SHOWN = 120
_FEW = 3  # cells that a title, a sum or a remark fills

Test = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that became no registration. `row` counts from 1, as a spreadsheet shows it.

    `text` is what stands in its first filled cells, to be recognised by.
    """

    row: int
    reason: Sentence
    kind: str
    text: str = ""


class Rules:
    """What speaks against a row being a person."""

    def __init__(self, columns: Columns) -> None:
        self._headings = frozenset(text for text in columns.texts if text)
        self._tests = [
            (_test(rule, columns.fields[rule.field][0]), sentence(rule.reason))
            for rule in columns.platform.set_aside
            if rule.field in columns.fields
        ]

    def against(self, row: Row) -> Sentence | None:
        """The platform's own reason to set a row aside."""
        for test, reason in self._tests:
            if test(row):
                return reason
        return None

    def no_person(self, row: Row, name: str) -> Sentence | None:
        """Why a row without an e-mail address is no person although a cell stands for a name."""
        filled = [tidy(cell) for cell in row if cell.strip()]
        if len(filled) > 1 and self._headings.issuperset(filled):
            return HEADINGS
        if not name[0].isdigit() and len(filled) > _FEW:
            return None
        if _is_sum(filled, name):
            return SUM
        if not any(letter.isalpha() for letter in name) and len(filled) < 3:
            return NOBODY
        return _title(name) if len(filled) == 1 and len(row) > 2 else None


def text_of(row: Row) -> str:
    """The first filled cells, as much of them as fits in a line."""
    filled = (tidy(cell[:_LONGEST_SHOWN]) for cell in row if cell.strip())
    return " · ".join(islice(filled, _FEW))[:_LONGEST_SHOWN]


def may_have_tests(names: Iterable[str]) -> bool:
    """A quick look, so that `is_test` is asked of few names only."""
    together = " ".join(names).lower()
    return any(word in together for word in statuses.words().tests)


def is_test(name: str) -> bool:
    """Whether somebody tried the form out: "TEST Test", "xxx xxx"; a family may be called Test."""
    parts = name.lower().split()
    return len(parts) > 1 and statuses.words().tests.issuperset(parts)


def is_no(cell: str) -> bool:
    """Whether a tick box is not ticked."""
    return statuses.words().is_no(cell.strip())


def why_nobody(row: Row) -> Sentence:
    """What a row without a name or an address is."""
    filled = [tidy(cell) for cell in row if cell.strip()]
    if filled and _is_sum(filled, ""):
        return SUM
    if len(set(filled)) != 1:
        return NOBODY
    return REMARK if _is_remark(filled[0]) else TITLE


def section_after(row: Row, before: tuple[Status, str] | None) -> tuple[Status, str] | None:
    """The state that a title gives to the rows below: "LISTE D'ATTENTE" makes them wait."""
    title = next(tidy(cell) for cell in row if cell.strip())
    state = statuses.section_status(title)
    if state is None:
        return before
    return None if state is Status.CONFIRMED else (state, title)


def _test(rule: RowRule, index: int) -> Test:
    if rule.when == "filled":
        return lambda row: bool(row[index] and row[index].strip())
    if rule.when == "empty":
        return lambda row: not row[index] or not row[index].strip()
    return lambda row: bool(row[index]) and not is_no(row[index])


def _is_sum(filled: list[str], name: str) -> bool:
    words = statuses.words()
    first = key(filled[0]).split()[:1]
    if first and first[0] in words.totals and (len(filled) < 3 or name[:1].isdigit()):
        return True
    return name[:1].isdigit() and any(word in words.counted for word in key(name).split())


def _title(name: str) -> Sentence | None:
    """A single cell in the column of names is a person's, unless it reads as a title."""
    if _is_remark(name):
        return REMARK
    one_word = len(name.split()) == 1 and name.isupper()
    counted = _COUNTED.search(name) is not None
    if one_word or counted or name.endswith(":") or statuses.section_status(name):
        return TITLE
    return None


def _is_remark(text: str) -> bool:
    return text.startswith(("*", "NB ", "N.B.")) or len(text) > _LONGEST_NAME

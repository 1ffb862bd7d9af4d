"""The columns that identify a person for ever, if they do tell people apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desk_app.domain.names import plain
from desk_app.intake.evidence import Evidence
from desk_app.intake.profiles import Platform
from desk_app.intake.values import code

_WISHED = ("external_id",)  # no heading means this: only a person can say so
_NAME_PARTS = ("given_name", "family_name", "full_name", "name_words")
_GENERAL = (("ticket_number",), ("response_id",), ("order_id", "position"), ("scan_code",))
# Numbers of tickets and of registrations go by each other's name.
_KIN = {("ticket_number",): ("response_id",), ("response_id",): ("ticket_number",)}


def external_id(
    fields: Mapping[str, tuple[int, ...]],
    platform: Platform,
    sample: Sequence[Sequence[str]],
    evidences: Sequence[Evidence],
) -> tuple[tuple[int, ...], bool]:
    """The columns that together identify a person, and whether some that should do not."""
    rules = (_WISHED, *_with_kin(platform.external_id), *_GENERAL)
    ambiguous = False
    for rule in rules:
        if not all(field in fields for field in rule):
            continue
        indices = tuple(fields[field][0] for field in rule)
        if not all(_is_sound(evidences[index]) for index in indices):
            continue
        if _tells_apart(sample, indices, fields):
            return indices, False
        if rule == _WISHED:  # no other takes its place unasked
            return (), True
        ambiguous = True
    return (), ambiguous


def _with_kin(rules: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for rule in rules:
        yield rule
        if rule in _KIN:
            yield _KIN[rule]


def _is_sound(found: Evidence) -> bool:
    return found.destroyed < 0.2 and found.filled > 0


def _tells_apart(
    sample: Sequence[Sequence[str]],
    indices: tuple[int, ...],
    fields: Mapping[str, tuple[int, ...]],
) -> bool:
    """An id that many people of different names share is no id of a person."""
    names = [fields[part][0] for part in _NAME_PARTS if part in fields]
    owner: dict[tuple[str, ...], str] = {}
    shared = rows = 0
    for row in sample:
        ids = tuple(code(row[index]) for index in indices)
        name = plain(" ".join(row[index] for index in names))
        if not all(ids) or not name:
            continue
        rows += 1
        shared += owner.setdefault(ids, name) != name
    return shared < 3 or shared <= 0.1 * rows

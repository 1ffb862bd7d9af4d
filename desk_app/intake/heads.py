"""What a preview shows of a file's columns: each heading, what it was taken for, an example."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.domain.registration import Registration
from desk_app.intake.columns import Columns
from desk_app.intake.table import Table
from desk_app.intake.values import tidy
from desk_app.intake.wishes import ANSWER, IGNORED

_LOOKED_AT = 50
_LONGEST_EXAMPLE = 80
_OWN_FIELDS = frozenset(Registration.__slots__)
_SHOWN_AS = {
    **dict.fromkeys(("paid", "waiting", "void", "valid", "attends", "draft"), "status"),
    **dict.fromkeys(("checked_in", "completed_at"), "status"),
    **dict.fromkeys(("buyer_given_name", "buyer_family_name"), "buyer_name"),
    "name_words": "full_name",
    "sorted_name": "full_name",
    "family_prefix": "family_name",
    "other_code": "codes",
    "ticket_number": "codes",
    "registered_time": "registered_at",
}
_KNOWN_BY_THEIR_OWN = frozenset(("scan_code", "order_id"))


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column. `position` counts from 0; `field` is one of `wishes.FIELDS`."""

    position: int
    heading: str
    field: str
    example: str


def heads(table: Table, columns: Columns) -> tuple[Head, ...]:
    """One head for each column of the table, in the file's order."""
    fields = _field_of_each(columns)
    below = table.opening[columns.heading + 1 : columns.heading + 1 + _LOOKED_AT]
    return tuple(
        Head(position, text, fields.get(position, IGNORED), _example(below, position))
        for position, text in enumerate(columns.texts)
    )


def form(columns: Columns) -> str:
    """A digest of the headings in their order; empty for a table without any."""
    if columns.heading < 0:
        return ""
    return hashlib.sha256("\n".join(columns.texts).encode("utf-8", "replace")).hexdigest()


def headings_of(columns: Columns) -> tuple[tuple[str, str], ...]:
    """For each field of Registration that the file gives, the headings it comes from."""
    found: dict[str, list[int]] = {"external_id": list(columns.external_id)}
    for field, indices in columns.fields.items():
        if target := shown_as(field):
            found.setdefault(target, []).extend(indices)
    if columns.choices:
        found["ticket_type"] = [index for index, _ in columns.choices]
    texts = columns.texts
    return tuple(
        (field, " + ".join(dict.fromkeys(texts[index] for index in indices)))
        for field, indices in found.items()
        if indices
    )


def shown_as(field: str) -> str:
    """The field of Registration that an inner field serves; empty if it serves none."""
    return _SHOWN_AS.get(field, field if field in _OWN_FIELDS else "")


def _field_of_each(columns: Columns) -> dict[int, str]:
    """By position; a column that identifies people shows as such unless it is more than that."""
    fields = dict.fromkeys(columns.answers, ANSWER)
    for index, _ in columns.choices:
        fields[index] = "ticket_type"
    for field, indices in columns.fields.items():
        for index in indices:
            fields[index] = shown_as(field) or IGNORED
    for index in columns.external_id:
        if fields.get(index) not in _KNOWN_BY_THEIR_OWN:
            fields[index] = "external_id"
    return fields


def _example(rows: Sequence[Sequence[str]], position: int) -> str:
    cells = (row[position] for row in rows if position < len(row))
    return next((text for cell in cells if (text := tidy(cell[:400]))), "")[:_LONGEST_EXAMPLE]

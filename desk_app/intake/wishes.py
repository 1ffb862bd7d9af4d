"""What a person has corrected: the sheet to read, and what some of its columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desk_app.domain.errors import DeskError
from desk_app.domain.registration import SINGLE

ANSWER = ""
IGNORED = "ignored"
FIELDS = (*SINGLE, "codes", ANSWER, IGNORED)
"""What a column may be taken for: fields of Registration, an answer kept as it is, or nothing."""


Fields = tuple[tuple[int, str], ...]
"""Positions of columns, counted from 0, each with one of FIELDS."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Corrections. `sheet` is empty to choose; `fields` say what some of its columns hold.

    `remembered` are former corrections by the form of a file (see `Reading.form`), which hold
    where `fields` are empty. A column that held a wished field before becomes an answer.
    """

    sheet: str = ""
    fields: Fields = ()
    remembered: Mapping[str, Fields] = field(default_factory=dict)


NONE = Wishes()


def by_position(fields: Fields, width: int) -> Mapping[int, str]:
    """The wished field of each column; DeskError for a wish that a table so wide cannot grant."""
    for position, name in fields:
        if not 0 <= position < width:
            raise DeskError(
                "Column {number} was chosen by hand, but the file has {count} columns. "
                "Choose what its columns hold anew.",
                number=position + 1,
                count=width,
            )
        if name not in FIELDS:
            raise DeskError(
                "A column cannot hold “{field}”. Choose one of these: {fields}.",
                field=name,
                fields=", ".join(known for known in FIELDS if known),
            )
    return dict(fields)


def no_such_sheet(sheet: str, sheets: Sequence[str]) -> DeskError:
    """The sheet chosen by hand is not in the file."""
    if not sheets:
        return DeskError(
            "The sheet “{sheet}” was chosen by hand, but this file has no sheets. "
            "Choose no sheet for it.",
            sheet=sheet,
        )
    return DeskError(
        "The workbook has no sheet “{sheet}”. Choose one of these: {sheets}.",
        sheet=sheet,
        sheets=", ".join(sheets),
    )

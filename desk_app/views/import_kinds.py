"""What a preview can be filtered by: each kind with its words, its count and its table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.controllers.importing import Change, Line, Missing, Preview, SetAside
from desk_app.tables.row_model import Column
from desk_app.views.import_words import (
    field_word,
    number,
    person_word,
    state_tone,
    state_word,
    value_word,
)
from desk_app.words import current, say, tr


@dataclass(frozen=True)
class Kind:
    """A tile and what it shows. All words are English, for `tr`.

    `hint` stands beside the title, `empty` in place of a table without rows. `rows` gives a
    sequence that the plan holds already, so that opening a large one costs nothing.
    """

    name: str
    word: str
    tone: str
    icon: str
    title: str
    hint: str
    empty: str
    count: Callable[[Preview], int]
    rows: Callable[[Preview], Sequence[Any]]
    columns: Callable[[], tuple[Column[Any], ...]]


def _people() -> tuple[Column[Change], ...]:
    return (
        Column(tr("Person"), lambda it: person_word(it.registration), width=240),
        Column(
            tr("Status"),
            lambda it: state_word(it.registration),
            tone=lambda it: state_tone(it.registration),
            width=176,
        ),
        Column(tr("Ticket"), lambda it: it.registration.ticket_type, width=160),
        Column(tr("Organisation"), lambda it: it.registration.organisation, width=220),
        Column(tr("E-mail"), lambda it: it.registration.email, width=220),
    )


def _lines() -> tuple[Column[Line], ...]:
    return (
        Column(
            tr("Person"),
            lambda it: person_word(it.change.registration) if it.first else "",
            width=224,
        ),
        Column(tr("Field"), lambda it: field_word(it.difference.field), width=172),
        Column(
            tr("On this desk"), lambda it: value_word(it.difference, it.difference.old), width=208
        ),
        Column(
            tr("In the export"),
            lambda it: value_word(it.difference, it.difference.new),
            icon=lambda it: "arrow-right",
            width=256,
        ),
    )


def _missing() -> tuple[Column[Missing], ...]:
    return (
        Column(tr("Person"), lambda it: it.name, width=320),
        Column(
            tr("At the event"),
            lambda it: tr("Has arrived") if it.arrived else "",
            tone=lambda it: "good" if it.arrived else "",
            width=200,
        ),
    )


def _refused() -> tuple[Column[SetAside], ...]:
    return (
        Column(tr("Row"), lambda it: number(it.row), align="right", width=88),
        Column(tr("In the row"), lambda it: it.text, width=320),
        Column(tr("Reason"), lambda it: say(it.reason, current()), width=400),
    )


def _none() -> tuple[Column[Any], ...]:
    return ()


KINDS = (
    Kind(
        "check",
        "to decide",
        "mind",
        "triangle-alert",
        "Decide these first",
        "Unless you choose otherwise, what this desk knows is kept.",
        "There is nothing to decide.",
        lambda it: len(it.plan.warnings) + len(it.plan.questions),
        lambda it: (),
        _none,
    ),
    Kind(
        "new",
        "new",
        "accent",
        "user-plus",
        "New people",
        "",
        "Nobody is new in this export.",
        lambda it: len(it.plan.new),
        lambda it: it.plan.new,
        _people,
    ),
    Kind(
        "cancelled",
        "cancelled",
        "stop",
        "ban",
        "Cancelled since the last import",
        "",
        "Nobody is newly cancelled in this export.",
        lambda it: len(it.plan.cancelled),
        lambda it: it.plan.cancelled,
        _people,
    ),
    Kind(
        "changed",
        "changed",
        "accent",
        "pencil",
        "Changed since the last import",
        "What this desk corrected stays as it is.",
        "Nobody’s registration has changed.",
        lambda it: len(it.plan.changed),
        lambda it: it.lines,
        _lines,
    ),
    Kind(
        "missing",
        "missing",
        "mind",
        "user-x",
        "No longer in the export",
        "",
        "Everybody of the earlier imports is in this export.",
        lambda it: len(it.plan.missing),
        lambda it: it.plan.missing,
        _missing,
    ),
    Kind(
        "unchanged",
        "unchanged",
        "quiet",
        "check",
        "As this desk knows them",
        "",
        "Nobody is the same as before.",
        lambda it: it.plan.unchanged,
        lambda it: (),
        _none,
    ),
    Kind(
        "refused",
        "set aside",
        "quiet",
        "file-spreadsheet",
        "Rows that are not taken in",
        "The number is the row in the file.",
        "Every row of the file is a person.",
        lambda it: len(it.plan.reading.refused),
        lambda it: it.plan.reading.refused,
        _refused,
    ),
)

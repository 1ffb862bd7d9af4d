"""Read an export of registrations, whatever platform, format or language it comes from."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake import source
from desk_app.intake.columns import Columns, recognise
from desk_app.intake.people import Progress, gather, headings_of
from desk_app.intake.rows import SetAside
from desk_app.intake.table import Table

__all__ = ["Reading", "SetAside", "read", "read_bytes"]

_SHOWN_HEADINGS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What an export says.

    `digest` is the SHA-256 of its bytes. `platform` and `profile` are empty for a file of no
    known platform. `columns` pairs fields of Registration with the headings they came from.
    `missing_means` tells what it means when a person of the last export is absent from this one:
    "cancelled" where the platform deletes, else "ask".
    """

    file: str
    digest: str
    platform: str
    profile: str
    columns: tuple[tuple[str, str], ...]
    registrations: tuple[Registration, ...]
    rows: tuple[int, ...]
    refused: tuple[SetAside, ...]
    warnings: tuple[Sentence, ...]
    missing_means: str
    sheet: str = ""


def read(
    path: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """Read a file; `progress` gets (done, total) now and then. DeskError says what is wrong."""
    return read_bytes(source.read_file(path), path.name, progress=progress, cancelled=cancelled)


def read_bytes(
    data: bytes,
    name: str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """As `read`, from bytes; the name is carried along and never looked at."""
    found = [(table, recognise(table)) for table in source.tables(data)]
    table, columns = max(found, key=lambda pair: (*pair[1].worth(), pair[0].total))
    if not columns.can_name_people():
        raise _no_names(columns)
    people = gather(table, columns, progress, cancelled)
    if not people.registrations:
        raise DeskError(
            "The file has headings but no participants. "
            "Check that the export was made for this event and without a filter."
        )
    return Reading(
        file=name,
        digest=hashlib.sha256(data).hexdigest(),
        platform=columns.platform.name,
        profile=columns.platform.id,
        columns=tuple(headings_of(columns)),
        registrations=people.registrations,
        rows=people.rows,
        refused=people.refused,
        warnings=(*table.warnings, *_doubts(table, columns, found), *people.warnings),
        missing_means=columns.platform.missing_means,
        sheet=table.name,
    )


def _no_names(columns: Columns) -> DeskError:
    texts = [text for text in columns.texts if text][:_SHOWN_HEADINGS]
    if not texts:
        return DeskError(
            "The file holds no table. Export the list of participants as CSV or Excel."
        )
    return DeskError(
        "No column of names was recognised among these headings: {headings}. "
        "Name one of them “Name”, or “First name” and “Last name”.",
        headings=", ".join(text[:40] for text in texts),
    )


def _doubts(
    table: Table, columns: Columns, found: list[tuple[Table, Columns]]
) -> tuple[Sentence, ...]:
    """What a person should know about the choice of sheet and columns."""
    doubts = []
    others = [
        other.name
        for other, its in found
        if other is not table and its.has_names() and its.platform.id == columns.platform.id
    ]
    if others:
        doubts.append(
            sentence(
                "Only the sheet “{sheet}” was read; these hold people too: {others}.",
                sheet=table.name,
                others=", ".join(others),
            )
        )
    if columns.ambiguous_ids:
        doubts.append(
            sentence(
                "The numbers in this file are shared by several people; names and e-mails are used."
            )
        )
    if not columns.has_names():
        doubts.append(
            sentence("Only buyers are named in this file; they are taken as participants.")
        )
    return tuple(doubts)

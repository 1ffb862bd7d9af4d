"""Read an export of registrations, whatever platform, format or language it comes from."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake import heads, source
from desk_app.intake.columns import Columns, recognise
from desk_app.intake.heads import Head
from desk_app.intake.people import Progress, gather
from desk_app.intake.rows import SetAside
from desk_app.intake.table import Table
from desk_app.intake.wishes import NONE, Fields, Wishes, no_such_sheet

__all__ = [
    "Head",
    "Look",
    "Reading",
    "SetAside",
    "Wishes",
    "look",
    "look_text",
    "read",
    "read_bytes",
    "read_text",
]

Sheet = tuple[Table, Columns]

_SHOWN_HEADINGS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What an export says.

    `digest` is the SHA-256 of its bytes. `platform` and `profile` are empty for a file of no
    known platform. `columns` pairs fields of Registration with the headings they came from.
    `missing_means` tells what it means when a person of the last export is absent from this one:
    "cancelled" where the platform deletes, else "ask". `sheets` are those of the workbook that
    hold anything, `heads` one for each column; `form` is a digest of the headings, the same for
    every export with the same ones: corrections (`Wishes.fields`) can be remembered by it. It is
    empty for a table without headings. `corrected` are the corrections that were followed.
    `broken_off` is a file that ends in the middle of a row.
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
    sheets: tuple[str, ...] = ()
    heads: tuple[Head, ...] = ()
    form: str = ""
    corrected: Fields = ()
    broken_off: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What a file's columns are, without the people: see Reading."""

    sheet: str
    sheets: tuple[str, ...]
    heads: tuple[Head, ...]
    form: str


def read(
    path: Path,
    *,
    wishes: Wishes = NONE,
    profiles: Path | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """Read a file; `progress` gets (done, total) now and then. DeskError says what is wrong.

    `profiles` is a folder of further platforms (TOML), read beside those that ship with the desk.
    """
    return read_bytes(
        source.read_file(path),
        source.name_of(path),
        wishes=wishes,
        profiles=profiles,
        progress=progress,
        cancelled=cancelled,
    )


def read_text(
    text: str,
    name: str,
    *,
    wishes: Wishes = NONE,
    profiles: Path | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """As `read`, from a table that was copied in a spreadsheet or a web page; `name` is ours."""
    return read_bytes(
        text.encode("utf-8", "replace"),
        name,
        wishes=wishes,
        profiles=profiles,
        progress=progress,
        cancelled=cancelled,
    )


def read_bytes(
    data: bytes,
    name: str,
    *,
    wishes: Wishes = NONE,
    profiles: Path | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """As `read`, from bytes; the name is carried along and never looked at."""
    sheets = _sheets(data, wishes, profiles)
    table, columns = _chosen(sheets, wishes, profiles)
    if not columns.can_name_people():
        raise _no_names(data, columns)
    people = gather(table, columns, progress, cancelled)
    if not people.registrations:
        raise _nobody(data)
    return Reading(
        file=name,
        digest=hashlib.sha256(data).hexdigest(),
        platform=columns.platform.name,
        profile=columns.platform.id,
        columns=heads.headings_of(columns),
        registrations=people.registrations,
        rows=people.rows,
        refused=people.refused,
        warnings=(*table.warnings, *_doubts(table, columns, sheets), *people.warnings),
        missing_means=columns.platform.missing_means,
        sheet=table.name,
        sheets=_names(sheets),
        heads=heads.heads(table, columns),
        form=heads.form(columns),
        corrected=columns.corrected,
        broken_off=people.broken_off,
    )


def look(path: Path, *, wishes: Wishes = NONE, profiles: Path | None = None) -> Look:
    """The columns of a file alone, to be corrected where `read` found no names among them."""
    return _look(source.read_file(path), wishes, profiles)


def look_text(text: str, *, wishes: Wishes = NONE, profiles: Path | None = None) -> Look:
    """As `look`, for what `read_text` reads."""
    return _look(text.encode("utf-8", "replace"), wishes, profiles)


def chosen_sheet(data: bytes, wishes: Wishes, profiles: Path | None) -> Sheet:
    """The sheet that `read_bytes` reads, with its columns."""
    return _chosen(_sheets(data, wishes, profiles), wishes, profiles)


def _look(data: bytes, wishes: Wishes, profiles: Path | None) -> Look:
    sheets = _sheets(data, wishes, profiles)
    table, columns = _chosen(sheets, wishes, profiles)
    return Look(table.name, _names(sheets), heads.heads(table, columns), heads.form(columns))


def _sheets(data: bytes, wishes: Wishes, profiles: Path | None) -> list[Sheet]:
    """Every sheet with its columns, as they are or as they were corrected before."""
    sheets = [(table, recognise(table, profiles=profiles)) for table in source.tables(data)]
    return [
        (table, recognise(table, before, profiles) if before else columns)
        for table, columns in sheets
        for before in [wishes.remembered.get(heads.form(columns), ())]
    ]


def _names(sheets: list[Sheet]) -> tuple[str, ...]:
    return tuple(table.name for table, _ in sheets if table.name)


def _chosen(sheets: list[Sheet], wishes: Wishes, profiles: Path | None) -> Sheet:
    """The sheet that a person has chosen, else the one that knows most of people."""
    if wishes.sheet:
        wished = [pair for pair in sheets if pair[0].name == wishes.sheet]
        if not wished:
            raise no_such_sheet(wishes.sheet, _names(sheets))
        table, columns = wished[0]
    else:
        table, columns = max(sheets, key=lambda pair: (*pair[1].worth(), pair[0].total))
    return table, recognise(table, wishes.fields, profiles) if wishes.fields else columns


def _no_names(data: bytes, columns: Columns) -> DeskError:
    texts = [text for text in columns.texts if text][:_SHOWN_HEADINGS]
    if source.is_web_page(data):
        return source.web_page()
    if not texts:
        return DeskError(
            "The file holds no table. Export the list of participants as CSV or Excel."
        )
    if columns.heading < 0:
        return DeskError(
            "The file has no headings, and no column of names was recognised. "
            "Write “Name”, or “First name” and “Last name”, above the names."
        )
    return DeskError(
        "No column of names was recognised among these headings: {headings}. "
        "Name one of them “Name”, or “First name” and “Last name”.",
        headings=", ".join(text[:40] for text in texts),
    )


def _nobody(data: bytes) -> DeskError:
    if source.is_web_page(data):
        return source.web_page()
    return DeskError(
        "The file has headings but no participants. "
        "Check that the export was made for this event and without a filter."
    )


def _doubts(table: Table, columns: Columns, sheets: list[Sheet]) -> tuple[Sentence, ...]:
    """What a person should know about the choice of sheet and columns."""
    doubts = []
    others = [
        other.name
        for other, its in sheets
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
    if columns.further_people:
        doubts.append(
            sentence(
                "Further people are named in the same rows and not registered: see the columns "
                "{headings}. Give each a row of their own, or register them at the desk.",
                headings=", ".join(columns.texts[index] for index in columns.further_people),
            )
        )
    if not columns.has_names():
        doubts.append(
            sentence("Only buyers are named in this file; they are taken as participants.")
        )
    return tuple(doubts)

"""Columns recognised: which hold which field, judged by heading, cells and their neighbours."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk_app.intake import (
    content,
    evidence,
    headings,
    identity,
    name_columns,
    platforms,
    tickboxes,
    vocabulary,
    wishes,
)
from desk_app.intake.evidence import Evidence, Found
from desk_app.intake.profiles import Platform
from desk_app.intake.table import Table
from desk_app.intake.vocabulary import ATTENDEE, WEAK, Meaning
from desk_app.intake.wording import variants

_SAMPLE_ROWS = 250
_LAST_PENALTY = 250  # beyond weak and loose ones
# Fields that several columns may hold, one for each kind of ticket: the first filled one counts.
_SHARED = frozenset(("email", "phone", "organisation", "job_title", "checked_in"))
_MOST_SHARED = 3
_NOT_FIELDS = ("bookkeeping", "salutation")
# Fields whose empty cells mean something: a column empty throughout means nothing.
_NEVER_EMPTY = ("completed_at", "valid", "ticket_number")
_MOST_DIFFER = 0.9
_WISHED = -100
_INNER = {"codes": "other_code", wishes.IGNORED: "bookkeeping"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field is. `choices` are tick boxes whose labels say what a person chose.

    `heading` is the last row of the headings, or -1 for a table without any; `texts` are then
    letters, as in a spreadsheet.
    """

    heading: int
    texts: tuple[str, ...]
    platform: Platform
    language: str
    fields: Mapping[str, tuple[int, ...]]
    external_id: tuple[int, ...]
    choices: tuple[tuple[int, str], ...]
    answers: tuple[int, ...]
    corrected: wishes.Fields = ()
    ambiguous_ids: bool = False
    moments: tuple[str, ...] = ()
    family_before_comma: bool = False
    further_people: tuple[int, ...] = ()

    def has_names(self) -> bool:
        """Whether anybody could be named from this table."""
        parts = ("given_name", "family_name", "full_name", "name_words")
        return any(part in self.fields for part in parts)

    def can_name_people(self) -> bool:
        """Whether at least the buyers are named."""
        buyers = ("buyer_name", "buyer_given_name", "buyer_family_name")
        return self.has_names() or any(part in self.fields for part in buyers)

    def worth(self) -> tuple[bool, bool, int]:
        """For comparing sheets: people, of a known platform, known in most ways."""
        own = sum(1 for field in self.fields if not field.startswith("buyer"))
        return (self.has_names(), bool(self.platform.id), own)


def recognise(table: Table, wished: wishes.Fields = (), profiles: Path | None = None) -> Columns:
    """Find the headings of a table and what each of its columns holds."""
    row = headings.heading_row(table)
    columns = _recognise_below(table, row, wished, profiles)
    if row < 0 or columns.can_name_people():
        return columns
    without = _recognise_below(table, -1, wished, profiles)
    return without if without.has_names() else columns


def _recognise_below(
    table: Table, row: int, wished: wishes.Fields, profiles: Path | None
) -> Columns:
    texts, bands = headings.texts(table, row), headings.bands(table, row)
    last = headings.last_row(table, row)
    sample = _sample(table, last, len(texts))
    evidences = [evidence.of_column(cells[i] for cells in sample) for i in range(len(texts))]
    asked = wishes.by_position(wished, len(texts))
    titled = texts if row >= 0 else ("",) * len(texts)
    by_heading = {text: seen for text, seen in zip(titled, evidences, strict=True) if text}
    platform = platforms.recognise(by_heading, profiles)
    found = [
        Found(index, meaning, evidences[index])
        for index, text in enumerate(titled)
        if (
            meaning := _wished(asked[index])
            if index in asked
            else _meaning(text, bands[index], platform, evidences[index])
        )
    ]
    found = name_columns.bookers_set_apart(found, texts, sample)
    fields = _granted(_fields(found, sample, texts), asked)
    taken = {one.index for one in found} | set(asked)
    fields |= content.missing_fields(titled, evidences, sample, fields, taken)
    choices = () if "ticket_type" in fields else tickboxes.choices(texts, bands, evidences, taken)
    ids, ambiguous = identity.external_id(fields, platform, sample, evidences)
    fields.pop("external_id", None)
    return Columns(
        heading=last,
        texts=texts,
        platform=platform,
        language=_language(found),
        fields=fields,
        external_id=ids,
        choices=choices,
        answers=_answers(texts, evidences, fields, ids, choices, found),
        corrected=wished,
        ambiguous_ids=ambiguous,
        moments=tuple(cells[i] for cells in sample for i in fields.get("registered_at", ())),
        family_before_comma=platform.family_before_comma
        or name_columns.family_before_comma(fields, sample),
        further_people=name_columns.of_further_people(found, texts, fields),
    )


def _sample(table: Table, row: int, width: int) -> list[list[str]]:
    """Rows from all over the opening, as wide as the headings."""
    rows = [cells for cells in table.opening[row + 1 :] if any(cells)]
    step = max(1, len(rows) // _SAMPLE_ROWS)
    return [cells[:width] + [""] * (width - len(cells)) for cells in rows[::step]]


def _wished(field: str) -> Meaning | None:
    return Meaning(_INNER.get(field, field), _WISHED) if field else None


def _granted(
    fields: dict[str, tuple[int, ...]], asked: Mapping[int, str]
) -> dict[str, tuple[int, ...]]:
    """What a person has said of a column holds, and of no other column beside it."""
    said: dict[str, tuple[int, ...]] = {}
    for index, field in sorted(asked.items()):
        if field not in (wishes.ANSWER, wishes.IGNORED):
            inner = _INNER.get(field, field)
            said[inner] = (*said.get(inner, ()), index)
    left = {
        field: kept
        for field, indices in fields.items()
        if (kept := tuple(index for index in indices if index not in asked))
    }
    if "buyer_name" in said:
        left.pop("buyer_given_name", None)
        left.pop("buyer_family_name", None)
    return left | said


def _meaning(text: str, band: str, platform: Platform, found: Evidence) -> Meaning | None:
    """The first meaning of a heading that its cells allow; the platform's own comes before all."""
    if not text:
        return None
    cores = [vocabulary.core(variant) for variant in variants(text)]
    for core in cores:
        if core in platform.columns:
            own = Meaning(platform.columns[core], -1)
            if not own.field:
                return None
            if evidence.fits(own, found):
                return own
    known = vocabulary.meanings(text, band)
    later = _LAST_PENALTY if platform.last.intersection(cores) else 0
    for one in known:
        if evidence.fits(one, found):
            return Meaning(one.field, one.rank + later, one.role, one.language)
    return None


def _language(found: Iterable[Found]) -> str:
    counts = Counter(one.meaning.language for one in found if one.meaning.language)
    return max(counts, key=lambda language: counts[language], default="")


def _fields(
    found: Sequence[Found], sample: Sequence[Sequence[str]], texts: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """Each field's columns, best first."""
    fields = name_columns.names(found, sample)
    by_field: dict[str, list[Found]] = {}
    for one in _buyers_set_apart(found):
        if one.meaning.field not in name_columns.PARTS:
            by_field.setdefault(one.meaning.field, []).append(one)
    for field, columns in by_field.items():
        if field in _NOT_FIELDS or field in fields:
            continue
        columns.sort(key=lambda one: (one.rank, one.index))
        kept = _shared(columns, texts) if field in _SHARED else columns[:1]
        if field not in _NEVER_EMPTY or kept[0].evidence.filled:
            fields[field] = tuple(one.index for one in kept)
    if more := _further_codes(by_field, fields):
        fields["other_code"] = (*fields.get("other_code", ()), *more)
    if "completed_at" in fields:
        fields.setdefault("registered_at", fields["completed_at"])
    return fields


def _further_codes(
    by_field: Mapping[str, Sequence[Found]], fields: Mapping[str, tuple[int, ...]]
) -> list[int]:
    """A second column of codes: either may be what the ticket shows."""
    kept = fields.get("scan_code", ())
    return [
        one.index
        for one in by_field.get("scan_code", ())
        if one.index not in kept and one.evidence.distinct > _MOST_DIFFER
    ]


def _shared(columns: Sequence[Found], texts: Sequence[str]) -> list[Found]:
    """The best column and others as sure of other headings; a repeated heading means another."""
    sure = [one for one in columns if one.meaning.rank < WEAK] or list(columns[:1])
    different = {texts[one.index].lower(): one for one in reversed(sure)}
    return [one for one in sure if different[texts[one.index].lower()] is one][:_MOST_SHARED]


def _buyers_set_apart(found: Iterable[Found]) -> list[Found]:
    """Beside an attendee's own e-mail, a plain "Email" is that of whoever booked."""
    columns = list(found)
    owned = {one.meaning.field for one in columns if one.meaning.role == ATTENDEE}
    known = {one.meaning.field for one in columns}
    if "email" not in owned or "buyer_email" in known:
        return columns
    return [_as_buyer(one) if _is_unowned_email(one) else one for one in columns]


def _is_unowned_email(one: Found) -> bool:
    return one.meaning.field == "email" and not one.meaning.role and one.meaning.rank < WEAK


def _as_buyer(one: Found) -> Found:
    return Found(one.index, Meaning("buyer_email", one.meaning.rank, "buyer"), one.evidence)


def _answers(
    texts: Sequence[str],
    evidences: Sequence[Evidence],
    fields: Mapping[str, tuple[int, ...]],
    ids: tuple[int, ...],
    choices: tuple[tuple[int, str], ...],
    found: Iterable[Found],
) -> tuple[int, ...]:
    """The columns left over, but for counters and money; words without a heading are kept too."""
    used = {index for columns in fields.values() for index in columns} | set(ids)
    used |= {index for index, _ in choices}
    used |= {one.index for one in found if one.meaning.field == "bookkeeping"}
    told = (
        bool(text) or (seen.filled > 0 and seen.is_text)
        for text, seen in zip(texts, evidences, strict=True)
    )
    return tuple(index for index, it in enumerate(told) if it and index not in used)

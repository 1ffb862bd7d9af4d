"""Columns recognised: which hold which field, judged by heading, cells and their neighbours."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk_app.domain.names import plain
from desk_app.intake import evidence, headings, platforms, vocabulary
from desk_app.intake.evidence import Evidence
from desk_app.intake.platforms import Platform
from desk_app.intake.table import Table
from desk_app.intake.values import code, tidy
from desk_app.intake.vocabulary import ATTENDEE, WEAK, Meaning
from desk_app.intake.wording import variants

_SAMPLE_ROWS = 250
_EMPTY_PENALTY = 60
_LAST_PENALTY = 150
# Fields that several columns may hold, one for each kind of ticket: the first filled one counts.
_SHARED = frozenset(("email", "phone", "organisation", "job_title", "checked_in"))
_MOST_SHARED = 3
_NOT_FIELDS = ("bookkeeping", "salutation")
# Fields whose empty cells mean something: a column empty throughout means nothing.
_NEVER_EMPTY = ("completed_at", "valid", "ticket_number")
_NAME_PARTS = ("given_name", "family_name", "name", "full_name")
_ID_FIELDS = ("ticket_number", "response_id", "scan_code")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field is. `choices` are tick boxes whose labels say what a person chose."""

    heading: int
    texts: tuple[str, ...]
    platform: Platform
    language: str
    fields: Mapping[str, tuple[int, ...]]
    external_id: tuple[int, ...]
    choices: tuple[tuple[int, str], ...]
    answers: tuple[int, ...]
    ambiguous_ids: bool = False
    moments: tuple[str, ...] = ()

    def has_names(self) -> bool:
        """Whether anybody could be named from this table."""
        return any(part in self.fields for part in ("given_name", "family_name", "full_name"))

    def can_name_people(self) -> bool:
        """Whether at least the buyers are named."""
        buyers = ("buyer_name", "buyer_given_name", "buyer_family_name")
        return self.has_names() or any(part in self.fields for part in buyers)

    def worth(self) -> tuple[bool, bool, int]:
        """For comparing sheets: people, of a known platform, known in most ways."""
        own = sum(1 for field in self.fields if not field.startswith("buyer"))
        return (self.has_names(), bool(self.platform.id), own)


@dataclass(frozen=True, slots=True)
class _Found:
    """One column and what it was taken for."""

    index: int
    meaning: Meaning
    evidence: Evidence

    @property
    def rank(self) -> int:
        return self.meaning.rank + (0 if self.evidence.filled else _EMPTY_PENALTY)


def recognise(table: Table) -> Columns:
    """Find the headings of a table and what each of its columns holds."""
    row = headings.heading_row(table)
    texts = tuple(tidy(cell) for cell in table.opening[row]) if table.opening else ()
    bands = headings.bands(table, row) if table.opening else ()
    sample = _sample(table, row, len(texts))
    evidences = [evidence.of_column(cells[i] for cells in sample) for i in range(len(texts))]
    platform = platforms.recognise([text for text in texts if text])
    found = [
        _Found(index, meaning, evidences[index])
        for index, text in enumerate(texts)
        if (meaning := _meaning(text, bands[index], platform, evidences[index]))
    ]
    language = _language(found)
    fields = _fields(found, sample, texts)
    if "email" not in fields:
        fields |= _emails_by_content(texts, evidences, found)
    choices = () if "ticket_type" in fields else _choices(texts, bands, evidences, found)
    ids, ambiguous = _external_id(fields, platform, sample, evidences)
    answers = _answers(texts, fields, ids, choices, found)
    moments = tuple(cells[i] for cells in sample for i in fields.get("registered_at", ()))
    return Columns(
        row, texts, platform, language, fields, ids, choices, answers, ambiguous, moments
    )


def _sample(table: Table, row: int, width: int) -> list[list[str]]:
    """Rows from all over the opening, as wide as the headings."""
    rows = [cells for cells in table.opening[row + 1 :] if any(cells)]
    step = max(1, len(rows) // _SAMPLE_ROWS)
    return [cells[:width] + [""] * (width - len(cells)) for cells in rows[::step]]


def _meaning(text: str, band: str, platform: Platform, found: Evidence) -> Meaning | None:
    """The first meaning of a heading that its cells allow; the platform's own comes before all."""
    if not text:
        return None
    cores = [vocabulary.core(variant) for variant in variants(text)]
    for core in cores:
        if core in platform.columns:
            field = platform.columns[core]
            return Meaning(field, -1) if field else None
    known = vocabulary.meanings(text, band)
    later = _LAST_PENALTY if platform.last.intersection(cores) else 0
    for one in known:
        if evidence.fits(one, found):
            return Meaning(one.field, one.rank + later, one.role, one.language)
    return None


def _language(found: Iterable[_Found]) -> str:
    counts = Counter(one.meaning.language for one in found if one.meaning.language)
    return max(counts, key=lambda language: counts[language], default="")


def _fields(
    found: Sequence[_Found], sample: Sequence[Sequence[str]], texts: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """Each field's columns, best first."""
    fields = _names(found, sample)
    by_field: dict[str, list[_Found]] = {}
    for one in _buyers_set_apart(found):
        if one.meaning.field not in _NAME_PARTS:
            by_field.setdefault(one.meaning.field, []).append(one)
    for field, columns in by_field.items():
        if field in _NOT_FIELDS or field in fields:
            continue
        columns.sort(key=lambda one: (one.rank, one.index))
        kept = _shared(columns, texts) if field in _SHARED else columns[:1]
        if field not in _NEVER_EMPTY or kept[0].evidence.filled:
            fields[field] = tuple(one.index for one in kept)
    return fields


def _shared(columns: Sequence[_Found], texts: Sequence[str]) -> list[_Found]:
    """The best column and others as sure of other headings; a repeated heading means another."""
    sure = [one for one in columns if one.meaning.rank < WEAK] or list(columns[:1])
    different = {texts[one.index].lower(): one for one in reversed(sure)}
    return [one for one in sure if different[texts[one.index].lower()] is one][:_MOST_SHARED]


def _buyers_set_apart(found: Iterable[_Found]) -> list[_Found]:
    """Beside an attendee's own e-mail, a plain "Email" is that of whoever booked."""
    columns = list(found)
    owned = {one.meaning.field for one in columns if one.meaning.role == ATTENDEE}
    known = {one.meaning.field for one in columns}
    if "email" not in owned or "buyer_email" in known:
        return columns
    return [_as_buyer(one) if _is_unowned_email(one) else one for one in columns]


def _is_unowned_email(one: _Found) -> bool:
    return one.meaning.field == "email" and not one.meaning.role and one.meaning.rank < WEAK


def _as_buyer(one: _Found) -> _Found:
    return _Found(one.index, Meaning("buyer_email", one.meaning.rank, "buyer"), one.evidence)


def _names(found: Iterable[_Found], sample: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    """The columns of a person's name, and of the buyer's where plain headings prove to be his."""
    columns = [one for one in found if one.meaning.field in _NAME_PARTS]
    owned = [one for one in columns if one.meaning.role == ATTENDEE]
    plain_ones = [one for one in columns if one.meaning.role != ATTENDEE]
    if owned and plain_ones and _are_two_people(owned, plain_ones, sample):
        buyer = {f"buyer_{part}": index for part, index in _parts(plain_ones, sample).items()}
        buyer["buyer_name"] = buyer.pop("buyer_full_name", buyer.get("buyer_name", ()))
        return _parts(owned, sample) | {part: index for part, index in buyer.items() if index}
    return _parts(columns, sample)


def _are_two_people(
    owned: Sequence[_Found], others: Sequence[_Found], sample: Sequence[Sequence[str]]
) -> bool:
    """Whether the columns with and without a word for the participant each name a whole person."""
    own, other = ({one.meaning.field for one in side} for side in (owned, others))
    if not (_is_whole(own) and _is_whole(other)):
        return False
    if "given_name" in own:
        return True
    return not _contains(sample, owned[0].index, others[0].index)


def _is_whole(parts: set[str]) -> bool:
    if "given_name" in parts:
        return bool(parts & {"family_name", "name"})
    return bool(parts & {"full_name", "name"})


def _parts(
    columns: Iterable[_Found], sample: Sequence[Sequence[str]]
) -> dict[str, tuple[int, ...]]:
    """Given, family and full name; "Nom" alone is told by what stands in it and beside it."""
    best: dict[str, _Found] = {}
    for one in sorted(columns, key=lambda one: (one.rank, one.index)):
        best.setdefault(one.meaning.field, one)
    filled = {field: one for field, one in best.items() if one.evidence.filled} or best
    unsure = filled.pop("name", None)
    if unsure:
        part = _part_of_name(unsure, filled, sample)
        if part and part not in filled:
            filled[part] = unsure
    return {field: (one.index,) for field, one in filled.items()}


def _part_of_name(
    unsure: _Found, others: Mapping[str, _Found], sample: Sequence[Sequence[str]]
) -> str:
    given, family = others.get("given_name"), others.get("family_name")
    known = given or family
    if not known or _contains(sample, unsure.index, known.index):
        return "full_name"
    if not family:
        return "family_name"
    return "" if given else "given_name"


def _contains(sample: Sequence[Sequence[str]], whole: int, part: int) -> bool:
    """Whether, in most rows that fill both, the words of one column include the other's."""
    both = [(plain(row[whole]), plain(row[part])) for row in sample if row[whole] and row[part]]
    inside = sum(1 for name, word in both if set(word.split()) <= set(name.split()))
    return inside > 0.6 * len(both) if both else False


def _emails_by_content(
    texts: Sequence[str], evidences: Sequence[Evidence], found: Iterable[_Found]
) -> dict[str, tuple[int, ...]]:
    """A column that nobody recognised, full of addresses, under a heading in any language."""
    taken = {one.index for one in found}
    free = [i for i in range(len(texts)) if i not in taken and evidences[i].emails > 0.8]
    ours = [i for i in free if not vocabulary.is_of_another(texts[i])]
    return {"email": tuple(ours[:1])} if ours else {}


def _choices(
    texts: Sequence[str],
    bands: Sequence[str],
    evidences: Sequence[Evidence],
    found: Iterable[_Found],
) -> tuple[tuple[int, str], ...]:
    """Tick boxes of one question about workshops, days or tickets, with their labels."""
    taken = {one.index for one in found}
    choices = []
    for index, text in enumerate(texts):
        seen = evidences[index]
        if index in taken or not text or (seen.filled and seen.answers < 1):
            continue
        question, label = _question_and_label(text)
        if _asks_for_ticket(question) or _asks_for_ticket(bands[index]):
            choices.append((index, label))
    ticked = any(evidences[index].filled for index, _ in choices)
    return tuple(choices) if ticked and len(choices) > 1 else ()


def _question_and_label(text: str) -> tuple[str, str]:
    """ "Workshop: Pottery" and "Workshops [Pottery]" name the question before the choice."""
    bare = variants(text)[1] if len(variants(text)) > 1 else text
    if bare.endswith("]") and "[" in bare:
        question, _, label = bare[:-1].partition("[")
        return question.strip(), label.strip()
    question, colon, label = bare.partition(":")
    return (question.strip(), label.strip()) if colon and label.strip() else (bare, bare)


def _asks_for_ticket(text: str) -> bool:
    return any(one.field == "ticket_type" for one in vocabulary.meanings(text)) if text else False


def _external_id(
    fields: Mapping[str, tuple[int, ...]],
    platform: Platform,
    sample: Sequence[Sequence[str]],
    evidences: Sequence[Evidence],
) -> tuple[tuple[int, ...], bool]:
    """The columns that together identify a person, and whether some that should do not."""
    rules = (*platform.external_id, *((field,) for field in _ID_FIELDS))
    ambiguous = False
    for rule in rules:
        if not all(field in fields for field in rule):
            continue
        indices = tuple(fields[field][0] for field in rule)
        if not all(_is_sound(evidences[index]) for index in indices):
            continue
        if _tells_apart(sample, indices, fields):
            return indices, False
        ambiguous = True
    return (), ambiguous


def _is_sound(found: Evidence) -> bool:
    return found.destroyed < 0.2 and found.filled > 0


def _tells_apart(
    sample: Sequence[Sequence[str]],
    indices: tuple[int, ...],
    fields: Mapping[str, tuple[int, ...]],
) -> bool:
    """An id that many people of different names share is no id of a person."""
    names = [
        fields[part][0] for part in ("given_name", "family_name", "full_name") if part in fields
    ]
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


def _answers(
    texts: Sequence[str],
    fields: Mapping[str, tuple[int, ...]],
    ids: tuple[int, ...],
    choices: tuple[tuple[int, str], ...],
    found: Iterable[_Found],
) -> tuple[int, ...]:
    """The columns left over, but for counters and money."""
    used = {index for columns in fields.values() for index in columns} | set(ids)
    used |= {index for index, _ in choices}
    used |= {one.index for one in found if one.meaning.field == "bookkeeping"}
    return tuple(index for index, text in enumerate(texts) if text and index not in used)

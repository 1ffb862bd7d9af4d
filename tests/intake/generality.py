"""Exports that nobody has seen: the samples with columns dropped, renamed, turned and translated.

What is right is what the sample itself says, row by row, field by field.
"""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration
from desk_app.intake import source
from desk_app.intake.columns import Columns, recognise
from desk_app.intake.reading import Reading, read, read_bytes
from tests.intake.exports import table

SAMPLES = Path(__file__).parents[1] / "samples"
FILES = sorted(
    file.name for file in SAMPLES.iterdir() if file.suffix != ".json" or "orderdata" in file.name
)
FIELDS = (
    "external_id",
    "scan_code",
    "given_name",
    "family_name",
    "full_name",
    "email",
    "organisation",
    "job_title",
    "ticket_type",
    "status",
    "phone",
    "order_id",
    "buyer_name",
    "buyer_email",
    "registered_at",
)
NAMES = ("given_name", "family_name", "full_name")
# What cannot be known any more once a column is gone.
LOST = {
    **dict.fromkeys(NAMES, NAMES),
    **dict.fromkeys(
        ("status", "paid", "waiting", "void", "valid", "attends", "draft", "checked_in"),
        ("status",),
    ),
    **dict.fromkeys(
        ("buyer_given_name", "buyer_family_name", "buyer_name"),
        (*NAMES, "buyer_name", "email", "organisation"),
    ),
    "buyer_email": ("buyer_email", "email"),
    "buyer_organisation": ("organisation",),
    "completed_at": ("status", "registered_at"),
    "registered_time": ("registered_at",),
    "order_id": ("order_id", "external_id"),
    "position": ("external_id",),
    "ticket_number": ("external_id", "scan_code"),
    "response_id": ("external_id", "scan_code"),
    "scan_code": ("external_id", "scan_code"),
}
DECORATIONS = ("{}", "{} *", "{} :", "\u00a0{}\u00a0", "{} (obligatoire)", "  {}", "{}?", "{} - #7")
LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")


@dataclass(frozen=True)
class Sample:
    """An export as rows, with what its columns hold."""

    rows: list[list[str]]
    columns: Columns
    reading: Reading

    def field_of(self, index: int) -> str:
        """The field of a column; of a column that only identifies, "external_id".

        "Nom payeur" beside "Prénom payeur" is a family name, whatever it could be alone.
        """
        fields = self.columns.fields.items()
        held = next((field for field, indices in fields if index in indices), "")
        if held == "buyer_name" and "buyer_given_name" in self.columns.fields:
            return "buyer_family_name"
        alone = held in ("", "ticket_number", "response_id")
        return "external_id" if alone and index in self.columns.external_id else held


Change = Callable[[Sample, Random], tuple[list[list[str]], set[str]]]


@dataclass(frozen=True)
class Score:
    """Fields that were right, of all that were to be found, and the worst of them."""

    right: int
    total: int
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.right / self.total


def score(change: Change, seed: int, rounds: int) -> Score:
    """Change every sample so many times, and read it again."""
    random = Random(seed)
    right, total, missed = 0, 0, list[str]()
    for name in FILES:
        for _ in range(rounds):
            sample = sample_of(name)
            rows, lost = change(sample, random)
            for field, good, of in _compared(sample, rows, lost):
                right, total = right + good, total + of
                if good < of:
                    missed.append(f"{name}: {field} {good}/{of}")
    return Score(right, total, tuple(missed))


@cache
def sample_of(name: str) -> Sample:
    """The rows of the sheet that holds the people."""
    file = SAMPLES / name
    reading = read(file)
    sheets = source.tables(file.read_bytes())
    sheet = next(one for one in sheets if one.name == reading.sheet)
    columns = recognise(sheet)
    rows = [[*row] for row in sheet.rows()]
    width = max(map(len, rows))
    return Sample([row + [""] * (width - len(row)) for row in rows], columns, reading)


def dropped(sample: Sample, random: Random) -> tuple[list[list[str]], set[str]]:
    """A quarter of the columns is missing, though never those of the names."""
    columns = range(len(sample.columns.texts))
    names = {index for part in NAMES for index in sample.columns.fields.get(part, ())}
    gone = {index for index in columns if index not in names and random.random() < 0.25}
    lost = {field for index in gone for field in _lost_with(sample, index)}
    return [[cell for i, cell in enumerate(row) if i not in gone] for row in sample.rows], lost


def reordered(sample: Sample, random: Random) -> tuple[list[list[str]], set[str]]:
    """The columns in any order."""
    order = list(range(len(sample.rows[0])))
    random.shuffle(order)
    return [[row[index] for index in order] for row in sample.rows], set()


def renamed(sample: Sample, random: Random) -> tuple[list[list[str]], set[str]]:
    """Every other heading that has a synonym is another one of the file's own language."""
    language = sample.columns.language or "en"
    return _with_headings(sample, random, language, 0.5), set()


def translated(sample: Sample, random: Random) -> tuple[list[list[str]], set[str]]:
    """All headings that have one in another language."""
    return _with_headings(sample, random, random.choice(LANGUAGES), 1.0), set()


def decorated(sample: Sample, random: Random) -> tuple[list[list[str]], set[str]]:
    """The headings as forms and people write them: in capitals, with stars, colons, brackets."""
    rows = [[*row] for row in sample.rows]
    heading = rows[sample.columns.heading]
    heading[:] = [random.choice(DECORATIONS).format(text) if text else text for text in heading]
    for index, text in enumerate(heading):
        if random.random() < 0.2:
            heading[index] = text.upper()
    return rows, set()


def everything(sample: Sample, random: Random) -> tuple[list[list[str]], set[str]]:
    """Renamed or translated, then dropped and turned around."""
    language = random.choice(LANGUAGES)
    rows = _with_headings(sample, random, language, random.random())
    changed = Sample(rows, sample.columns, sample.reading)
    rows, lost = dropped(changed, random)
    return reordered(Sample(rows, sample.columns, sample.reading), random)[0], lost


CHANGES: dict[str, Change] = {
    "dropped": dropped,
    "reordered": reordered,
    "renamed": renamed,
    "translated": translated,
    "decorated": decorated,
    "everything": everything,
}


def _lost_with(sample: Sample, index: int) -> Iterator[str]:
    for field, indices in sample.columns.fields.items():
        if index in indices:
            yield from LOST.get(field, (field,))
    if index in sample.columns.external_id:
        yield "external_id"
    if any(index == choice for choice, _ in sample.columns.choices):
        yield "ticket_type"


def _with_headings(sample: Sample, random: Random, language: str, share: float) -> list[list[str]]:
    rows = [[*row] for row in sample.rows]
    heading = rows[sample.columns.heading]
    used = {_letters(cell) for cell in heading}
    for index, cell in enumerate(heading):
        others = synonyms().get(sample.field_of(index), {}).get(language, ())
        free = [text for text in others if _letters(text) not in used]
        if cell and free and random.random() < share:
            heading[index] = random.choice(free)
            used.add(_letters(heading[index]))
    return rows


def _letters(heading: str) -> str:
    """No file has two columns whose headings differ in a hyphen only."""
    return "".join(sign for sign in heading.lower() if sign.isalnum())


@cache
def synonyms() -> dict[str, dict[str, list[str]]]:
    """Headings by field and language, from other sources than the words the program knows."""
    file = Path(__file__).with_name("synonyms.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _compared(
    sample: Sample, rows: Sequence[Sequence[str]], lost: set[str]
) -> Iterator[tuple[str, int, int]]:
    """For each field: how many rows have it right, of how many that have it."""
    try:
        found = read_bytes(table(*map(tuple, rows)), "x")
        people = dict(zip(found.rows, found.registrations, strict=True))
    except DeskError:
        people = {}
    expected = list(zip(sample.reading.rows, sample.reading.registrations, strict=True))
    for field in FIELDS:
        said = [(row, getattr(one, field)) for row, one in expected if getattr(one, field)]
        if field not in lost and said:
            yield field, sum(_right(people.get(row), field, v) for row, v in said), len(said)


def _right(one: Registration | None, field: str, value: str) -> bool:
    if one is None:
        return False
    if field == "scan_code":  # what counts is that a scan of it finds the person
        return value in (one.scan_code, *one.codes)
    return bool(getattr(one, field) == value)

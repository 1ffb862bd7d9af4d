"""Rows to registrations; rows that are no people set aside, each with its reason."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from desk_app.collecting import without_collecting
from desk_app.domain.errors import DeskError
from desk_app.domain.registration import Registration, Status
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake import naming, rows
from desk_app.intake.cells import Row
from desk_app.intake.columns import Columns
from desk_app.intake.naming import Name
from desk_app.intake.oddities import Oddities
from desk_app.intake.person import Person
from desk_app.intake.repeats import Repeats
from desk_app.intake.rows import SetAside
from desk_app.intake.standing import Judge, Standing
from desk_app.intake.statuses import status_of
from desk_app.intake.table import Table

Progress = Callable[[int, int], None]

_STEP = 100
_SHOWN_WORDS = 5


@dataclass(frozen=True, slots=True)
class People:
    """The registrations of a table with their row numbers, and what else was found."""

    registrations: tuple[Registration, ...]
    rows: tuple[int, ...]
    refused: tuple[SetAside, ...]
    warnings: tuple[Sentence, ...]
    broken_off: bool = False


def gather(
    table: Table,
    columns: Columns,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> People:
    """Read every row below the headings; raises DeskError when `cancelled` says so."""
    gathering = _Gathering(columns)
    rows_below = enumerate(table.rows(), start=1)
    deque(islice(rows_below, columns.heading + 1), maxlen=0)
    with without_collecting():  # rows make no cycles
        while numbered := list(islice(rows_below, _STEP)):
            _report(table, progress, cancelled)
            gathering.take(numbered)
        if progress:
            progress(table.total, table.total)
        return gathering.people(table.open_end)


def _report(table: Table, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
    if cancelled and cancelled():
        raise DeskError("The import was cancelled; nothing was changed.")
    if progress:
        progress(min(table.done(), table.total), table.total)


def _broken_off(row: int) -> Sentence:
    return sentence(
        "The file ends in the middle of row {row}, as if the download had broken off. "
        "Export it again.",
        row=row,
    )


class _Gathering:
    """The rows read so far."""

    def __init__(self, columns: Columns) -> None:
        self._width = len(columns.texts)
        self._rules = rows.Rules(columns)
        self._judge = Judge(columns)
        self._person = Person(columns)
        self._repeats = Repeats()
        self._oddities = Oddities(columns)
        self._refused: list[SetAside] = []
        self._section: tuple[Status, str] | None = None
        self._nameless = 0
        self._short: list[int] = []
        self._last = 0

    def take(self, numbered: Sequence[tuple[int, list[str]]]) -> None:
        """Read some rows: people, rows to set aside, and blank ones."""
        self._last = numbered[-1][0]
        possible = [pair for pair in map(self._squared, numbered) if pair]
        read = [row for _, row in possible]
        names, emails = self._person.names(read), self._person.email(read)
        tests = rows.may_have_tests(name[2] for name in names)
        kept: list[tuple[int, Row, Name, str]] = []
        sections: list[Standing | None] = []
        for (number, row), name, email in zip(possible, names, emails, strict=True):
            if tests and rows.is_test(name[2]):
                self._refuse(number, rows.TEST, rows.NOT_A_PERSON, name[2])
                continue
            if not (name[2] and email):
                named = self._named(number, row, name, email)
                if not named:
                    continue
                name = named
            kept.append((number, row, name, email))
            sections.append(self._section)
        self._add(kept, sections)

    def _squared(self, pair: tuple[int, list[str]]) -> tuple[int, list[str]] | None:
        """The row as wide as the headings; None if it is set aside for its form or its platform."""
        number, row = pair
        missing = self._width - len(row)
        if missing > 0:
            if row:
                self._short.append(number)
            row = row + [""] * missing
        elif missing < 0 and any(cell.strip() for cell in row[self._width :]):
            self._refuse(number, rows.SURPLUS, rows.UNREADABLE, rows.text_of(row))
            return None
        if reason := self._rules.against(row):
            self._set_aside(number, row, reason)
            return None
        return number, row

    def _named(self, number: int, row: Row, name: Name, email: str) -> Name | None:
        """A name for a row that lacks one or an address; None if the row is no person."""
        if not name[2] and not email:
            self._set_aside(number, row, rows.why_nobody(row))
            return None
        if not name[2]:
            self._nameless += 1
            return ("", "", email)
        if title := self._rules.no_person(row, name[2]):
            self._set_aside(number, row, title)
            return None
        return name

    def _add(
        self, kept: Sequence[tuple[int, Row, Name, str]], sections: Sequence[Standing | None]
    ) -> None:
        if not kept:
            return
        numbers, read, names, emails = (list(parts) for parts in zip(*kept, strict=True))
        self._oddities.look(numbers, read, names)
        standings = self._judge.standings(read)
        for place, name in enumerate(names):
            if naming.may_be_marked(name[2]):
                names[place], standings[place] = self._unmarked(name, standings[place])
            section = sections[place]
            if section and standings[place][0] is not Status.CANCELLED:
                standings[place] = section
        registrations = self._person.registrations(read, names, emails, standings)
        for number, registration in zip(numbers, registrations, strict=True):
            if earlier := self._repeats.add(number, registration):
                self._refuse(*earlier, registration.full_name)

    def _unmarked(self, name: Name, standing: Standing) -> tuple[Name, Standing]:
        bare, word = naming.mark(name[2])
        state = status_of(word, {}) if bare else None
        if state is None or state is Status.CONFIRMED:
            return name, standing
        given, family = (naming.mark(part)[0] or part for part in name[:2])
        return (given, family, bare), (state, standing[1] or word)

    def _set_aside(self, number: int, row: Row, reason: Sentence) -> None:
        """A blank row is passed over in silence; the title of a section tells of those below."""
        if not any(cell.strip() for cell in row):
            return
        if reason is rows.TITLE:
            self._section = rows.section_after(row, self._section)
        self._refuse(number, reason, rows.NOT_A_PERSON, rows.text_of(row))

    def _refuse(self, number: int, reason: Sentence, kind: str, text: str) -> None:
        self._refused.append(SetAside(number, reason, kind, text))

    def people(self, open_end: bool) -> People:
        """Everything, with the homonyms told apart and the doubts in words."""
        registrations, numbers, homonyms = self._repeats.finished()
        # The only row with too few cells is the last one, and its line has no end.
        broken_off = open_end and self._short == [self._last]
        return People(
            registrations,
            numbers,
            tuple(sorted(self._refused, key=lambda one: one.row)),
            (*self._warnings(homonyms), *([_broken_off(self._last)] if broken_off else [])),
            broken_off,
        )

    def _warnings(self, homonyms: int) -> Iterator[Sentence]:
        for word, count in self._judge.unsure.most_common(_SHOWN_WORDS):
            yield sentence(
                "The status “{word}” is not certain; registrations with it ({count}) "
                "are taken as confirmed.",
                word=word,
                count=count,
            )
        if self._person.destroyed:
            yield sentence(
                "Bar codes destroyed by a spreadsheet (such as 1,12E+24) are not used: {count}. "
                "Export from the platform again without opening the file in between.",
                count=self._person.destroyed,
            )
        if self._nameless:
            yield sentence(
                "Registrations without a name go by their e-mail address: {count}.",
                count=self._nameless,
            )
        if homonyms:
            yield sentence(
                "{count} people share their name with another and have no e-mail address.",
                count=homonyms,
            )
        if self._person.several_places:
            yield sentence(
                "Rows that stand for several places but name one person each: {count}.",
                count=self._person.several_places,
            )
        yield from self._oddities.warnings()

"""Rows to registrations; rows that are no people set aside, each with its reason."""

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from desk_app.domain.errors import DeskError
from desk_app.domain.names import plain
from desk_app.domain.registration import Registration, Status
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake import cells, dates, naming, rows, values
from desk_app.intake.cells import Row, Rows
from desk_app.intake.columns import Columns
from desk_app.intake.naming import Name
from desk_app.intake.repeats import Repeats
from desk_app.intake.rows import SetAside
from desk_app.intake.scancode import candidates
from desk_app.intake.standing import Judge, Standing
from desk_app.intake.statuses import status_of
from desk_app.intake.table import Table

Progress = Callable[[int, int], None]

_STEP = 100
_SHOWN_WORDS = 5
_ONE_PLACE = ("", "0", "1")
_NINE_DIGITS_ARE_WHOLE = ("es", "pt", "pl")


@dataclass(frozen=True, slots=True)
class People:
    """The registrations of a table with their row numbers, and what else was found."""

    registrations: tuple[Registration, ...]
    rows: tuple[int, ...]
    refused: tuple[SetAside, ...]
    warnings: tuple[Sentence, ...]


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
    with _without_collecting():
        while numbered := list(islice(rows_below, _STEP)):
            _report(table, progress, cancelled)
            gathering.take(numbered)
        if progress:
            progress(table.total, table.total)
        return gathering.people()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Rows make no cycles, and to look for some among them would stop every thread."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _report(table: Table, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
    if cancelled and cancelled():
        raise DeskError("The import was cancelled; nothing was changed.")
    if progress:
        progress(min(table.done(), table.total), table.total)


class _Gathering:
    """The rows read so far."""

    def __init__(self, columns: Columns) -> None:
        self._width = len(columns.texts)
        self._rules = rows.Rules(columns)
        self._judge = Judge(columns)
        self._person = _Person(columns)
        self._repeats = Repeats()
        self._refused: list[SetAside] = []
        self._section: tuple[Status, str] | None = None
        self._nameless = 0
        self._marked: dict[str, str] = {}

    def take(self, numbered: Sequence[tuple[int, list[str]]]) -> None:
        """Read some rows: people, rows to set aside, and blank ones."""
        possible = [pair for pair in map(self._squared, numbered) if pair]
        read = [row for _, row in possible]
        names, emails = self._person.names(read), self._person.email(read)
        kept: list[tuple[int, Row, Name, str]] = []
        sections: list[Standing | None] = []
        for (number, row), name, email in zip(possible, names, emails, strict=True):
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
            row = row + [""] * missing
        elif missing < 0 and any(cell.strip() for cell in row[self._width :]):
            self._refuse(number, rows.SURPLUS, rows.UNREADABLE)
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
                self._refuse(*earlier)

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
        self._refuse(number, reason, rows.NOT_A_PERSON)

    def _refuse(self, number: int, reason: Sentence, kind: str) -> None:
        self._refused.append(SetAside(number, reason, kind))

    def people(self) -> People:
        """Everything, with the homonyms told apart and the doubts in words."""
        registrations, numbers, homonyms = self._repeats.finished()
        return People(
            registrations,
            numbers,
            tuple(sorted(self._refused, key=lambda one: one.row)),
            tuple(self._warnings(homonyms)),
        )

    def _warnings(self, homonyms: int) -> Iterator[Sentence]:
        for word, count in self._judge.unsure.most_common(_SHOWN_WORDS):
            said = (
                "The status “{word}” is not certain: {count} registrations with it "
                "are taken as confirmed."
            )
            yield sentence(said, word=word, count=count)
        if self._person.destroyed:
            said = (
                "{count} bar codes were destroyed by a spreadsheet (such as 1,12E+24) and are not "
                "used. Export from the platform again without opening the file in between."
            )
            yield sentence(said, count=self._person.destroyed)
        if self._nameless:
            said = "{count} registrations have no name; their e-mail address stands in its place."
            yield sentence(said, count=self._nameless)
        if homonyms:
            said = "{count} people share their name with another and have no e-mail address."
            yield sentence(said, count=homonyms)
        if self._person.several_places:
            said = "{count} rows stand for several places but name one person each."
            yield sentence(said, count=self._person.several_places)


class _Person:
    """Takes people's fields from rows, by columns compiled once for the file."""

    def __init__(self, columns: Columns) -> None:
        self.destroyed = 0
        self.several_places = 0
        fields = columns.fields

        def column(field: str, clean: cells.Clean) -> cells.Column:
            return cells.column(fields.get(field, ()), clean)

        shared = cells.remembering(values.tidy)
        organisation = cells.remembering(values.organisation)
        self.email = column("email", values.emails)
        self._own_names = naming.names(columns)
        self._buyers = naming.buyers(columns)
        self._buyer_stands_in = columns.platform.buyer_stands_in or not columns.has_names()
        self._ids = [cells.column((index,), values.codes) for index in columns.external_id]
        self._scan_cells = fields.get("scan_code") or fields.get(columns.platform.scan_from, ())
        self._scan = cells.column(self._scan_cells, values.codes)
        self._more_codes = [
            cells.column(fields[field], values.codes)
            for field in ("ticket_number", "other_code")
            if field in fields and fields[field] != self._scan_cells
        ]
        self._ticket = _tickets(columns)
        self._moment = _moments(columns)
        self._buyer_email = column("buyer_email", values.emails)
        self._organisation = column("organisation", organisation)
        self._buyer_organisation = column("buyer_organisation", organisation)
        self._job_title = column("job_title", shared)
        self._phone = column("phone", _phones(columns.language))
        self._order = column("order_id", values.codes)
        self._note = column("note", shared)
        self._quantity = column("quantity", values.tidied)
        headings = [(index, columns.texts[index]) for index in columns.answers]
        self._answers = cells.answers(headings, values.tidy)

    def names(self, read: Rows) -> list[Name]:
        """The people's names; the buyer's where the platform asks for no other."""
        names = self._own_names(read)
        if not self._buyer_stands_in or all(name[2] for name in names):
            return names
        pairs = zip(names, self.email(read), self._buyers(read), strict=True)
        return [name if name[2] or email else buyer for name, email, buyer in pairs]

    def registrations(
        self,
        read: Rows,
        names: Sequence[Name],
        emails: Sequence[str],
        standings: Sequence[Standing],
    ) -> Iterator[Registration]:
        """The whole records of rows."""
        buyers = [buyer[2] for buyer in self._buyers(read)]
        buyer_emails = self._buyer_email(read)
        wholes = [name[2] for name in names]
        organisations = self._organisation(read)
        ids, scans = self._external_ids(read), self._scan(read)
        self._count_oddities(read, scans)
        return map(
            Registration,
            ids,
            scans,
            [name[0] for name in names],
            [name[1] for name in names],
            wholes,
            _own_or_same(emails, buyer_emails, buyers, wholes),
            _own_or_same(organisations, self._buyer_organisation(read), buyers, wholes),
            self._job_title(read),
            self._ticket(read),
            [state for state, _ in standings],
            [raw for _, raw in standings],
            self._phone(read),
            self._order(read),
            buyers,
            buyer_emails,
            self._moment(read),
            self._note(read),
            self._codes(read, ids, scans),
            self._answers(read),
        )

    def _external_ids(self, read: Rows) -> list[str]:
        if len(self._ids) == 1:
            return self._ids[0](read)
        parts = zip(*(take(read) for take in self._ids), strict=True)
        return ["-".join(ids) if all(ids) else "" for ids in parts] or [""] * len(read)

    def _codes(self, read: Rows, ids: Sequence[str], scans: Sequence[str]) -> list[tuple[str, ...]]:
        found: list[Sequence[str]] = [take(read) for take in self._more_codes]
        if len(self._ids) > 1:
            found.append(ids)
        addresses = any("://" in scan for scan in scans)
        if not found and not addresses:
            return [()] * len(read)
        codes = list(zip(*found, strict=True)) or [()] * len(read)
        if addresses:
            inside = (candidates(scan)[1:2] if "://" in scan else () for scan in scans)
            codes = [(*own, *more) for own, more in zip(codes, inside, strict=True)]
        return [_further(own, scan) for own, scan in zip(codes, scans, strict=True)]

    def _count_oddities(self, read: Rows, scans: Sequence[str]) -> None:
        if self._scan_cells and not all(scans):
            index = self._scan_cells[0]
            lost = (row[index].strip() for row, scan in zip(read, scans, strict=True) if not scan)
            self.destroyed += sum(map(bool, lost))
        self.several_places += sum(1 for many in self._quantity(read) if many not in _ONE_PLACE)


def _own_or_same(
    own: Sequence[str], buyers: Sequence[str], buyer: Sequence[str], whole: Sequence[str]
) -> Sequence[str]:
    """What is the buyer's is a person's own where the person is the buyer."""
    if all(own) or not any(buyers):
        return own
    columns = zip(own, buyers, buyer, whole, strict=True)
    return [mine or (his if his and _is_same(*two) else "") for mine, his, *two in columns]


def _further(codes: Sequence[str], scan: str) -> tuple[str, ...]:
    """The codes but for blanks, repeats and the scan code itself."""
    return tuple([code for code in dict.fromkeys(codes) if code and code != scan])


def _is_same(buyer: str, whole: str) -> bool:
    return buyer == whole or (bool(buyer) and plain(buyer) == plain(whole))


def _tickets(columns: Columns) -> cells.Column:
    if not columns.choices:
        return cells.column(columns.fields.get("ticket_type", ()), cells.remembering(_choices))
    choices = columns.choices

    def ticked(row: Row) -> str:
        return "; ".join([label for index, label in choices if not rows.is_no(row[index])])

    return lambda read: [ticked(row) for row in read]


def _choices(cell: str) -> str:
    """A ticket, or several choices joined with semicolons, each once."""
    cell = values.tidy(cell)
    if ";" not in cell:
        return cell
    parts = (part.strip() for part in cell.split(";"))
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _moments(columns: Columns) -> cells.Column:
    iso = dates.reader(columns.moments, columns.language)
    day = cells.column(columns.fields.get("registered_at", ()), iso)
    clock = columns.fields.get("registered_time", ())
    if not clock:
        return day
    time = cells.column(clock, values.tidied)
    return lambda read: list(map(dates.with_time, day(read), time(read)))


def _phones(language: str) -> cells.Clean:
    restore = language not in _NINE_DIGITS_ARE_WHOLE
    return lambda read: values.phones(read, restore=restore)


def headings_of(columns: Columns) -> Sequence[tuple[str, str]]:
    """For each field of Registration that the file gives, the headings it comes from."""
    found: dict[str, list[int]] = {"external_id": list(columns.external_id)}
    for field, indices in columns.fields.items():
        if target := _SHOWN_AS.get(field, field if field in _OWN_FIELDS else ""):
            found.setdefault(target, []).extend(indices)
    if columns.choices:
        found["ticket_type"] = [index for index, _ in columns.choices]
    texts = columns.texts
    return [
        (field, " + ".join(dict.fromkeys(texts[index] for index in indices)))
        for field, indices in found.items()
        if indices
    ]


_OWN_FIELDS = frozenset(Registration.__slots__)
_SHOWN_AS = {
    **dict.fromkeys(("paid", "void", "valid", "draft", "checked_in", "completed_at"), "status"),
    **dict.fromkeys(("buyer_given_name", "buyer_family_name"), "buyer_name"),
    "other_code": "codes",
    "ticket_number": "codes",
    "registered_time": "registered_at",
}

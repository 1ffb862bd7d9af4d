"""Rows to registrations; rows that are no people set aside, each with its reason."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from desk_app.domain.errors import DeskError
from desk_app.domain.names import plain
from desk_app.domain.registration import Registration, Status
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake import cells, dates, naming, rows, values
from desk_app.intake.cells import Getter, Row
from desk_app.intake.columns import Columns
from desk_app.intake.naming import Name
from desk_app.intake.repeats import Repeats
from desk_app.intake.rows import SetAside
from desk_app.intake.scancode import candidates
from desk_app.intake.standing import Judge, Standing
from desk_app.intake.statuses import status_of
from desk_app.intake.table import Table
from desk_app.intake.values import tidy

Progress = Callable[[int, int], None]

_STEP = 512
_SHOWN_WORDS = 5
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
    with _without_collecting():
        for number, row in enumerate(table.rows(), start=1):
            if number % _STEP == 0:
                _report(table, progress, cancelled)
            if number > columns.heading + 1:
                gathering.take(number, row)
    if progress:
        progress(table.total, table.total)
    return gathering.people()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Rows make no cycles; collecting among them would stop every thread for a tenth of a second."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _report(
    table: Table, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> None:
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

    def take(self, number: int, row: list[str]) -> None:
        """Read one row: a person, a row to set aside, or a blank one."""
        missing = self._width - len(row)
        if missing > 0:
            row = row + [""] * missing
        elif missing < 0 and any(cell.strip() for cell in row[self._width :]):
            return self._refuse(number, rows.SURPLUS, rows.UNREADABLE)
        if reason := self._rules.against(row):
            return self._set_aside(number, row, reason)
        name = self._person.name(row)
        email = self._person.email(row)
        if not name[2]:
            if not email:
                return self._set_aside(number, row, rows.NOBODY)
            self._nameless += 1
            name = ("", "", email)
        elif not email and (title := self._rules.no_person(row, name[2])):
            return self._set_aside(number, row, title)
        return self._add(number, row, name, email)

    def _add(self, number: int, row: Row, name: Name, email: str) -> None:
        standing = self._judge.standing(row)
        if naming.may_be_marked(name[2]):
            name, standing = self._unmarked(name, standing)
        if self._section and standing[0] is not Status.CANCELLED:
            standing = self._section
        registration = self._person.registration(row, name, email, standing)
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
            said = "The status “{word}” is not certain: {count} registrations with it are taken as confirmed."
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
    """Takes one person's fields from a row, by columns compiled once for the file."""

    def __init__(self, columns: Columns) -> None:
        self.destroyed = 0
        self.several_places = 0
        fields = columns.fields
        self._own_name = naming.names(columns)
        self._buyer = naming.buyers(columns)
        self._buyer_stands_in = columns.platform.buyer_stands_in or not columns.has_names()
        self._ids = [cells.getter((index,), values.code) for index in columns.external_id]
        self._scan_from = fields.get(columns.platform.scan_from, ())
        self._scan = cells.getter(fields.get("scan_code", self._scan_from), values.code)
        self._scan_index = fields.get("scan_code", (None,))[0]
        self._more_codes = [
            cells.getter(fields[field], values.code)
            for field in ("ticket_number", "other_code")
            if field in fields and fields[field] != fields.get("scan_code", self._scan_from)
        ]
        self._ticket = _ticket_getter(columns)
        self._moment = _moment_getter(columns)
        spanish = columns.language in _NINE_DIGITS_ARE_WHOLE
        phone = values.foreign_phone if spanish else values.phone
        tidied = cells.remembering(tidy)
        self.email = cells.getter(fields.get("email", ()), values.email)
        self._buyer_email = cells.getter(fields.get("buyer_email", ()), values.email)
        self._organisation = cells.getter(fields.get("organisation", ()), tidied)
        self._buyer_organisation = cells.getter(fields.get("buyer_organisation", ()), tidied)
        self._job_title = cells.getter(fields.get("job_title", ()), tidied)
        self._phone = cells.getter(fields.get("phone", ()), phone)
        self._order = cells.getter(fields.get("order_id", ()), values.code)
        self._note = cells.getter(fields.get("note", ()), tidied)
        self._quantity = fields.get("quantity", (None,))[0]
        headings = [(index, columns.texts[index]) for index in columns.answers]
        self._answers = cells.answers(headings, tidy)

    def name(self, row: Row) -> Name:
        """The person's name, or the buyer's where the platform asks for no other."""
        name = self._own_name(row)
        if name[2] or not self._buyer_stands_in or self.email(row):
            return name
        return self._buyer(row, naming.NOBODY)

    def registration(
        self, row: Row, name: Name, email: str, standing: Standing
    ) -> Registration:
        """The whole record."""
        buyer_name = self._buyer(row, name)[2]
        buyer_email = self._buyer_email(row)
        organisation = self._organisation(row)
        email = email or (buyer_email if _is_same(buyer_name, name) else "")
        if not organisation and _is_same(buyer_name, name):
            organisation = self._buyer_organisation(row)
        external_id = self._external_id(row)
        scan_code = self._scan(row)
        self._count_oddities(row, scan_code)
        return Registration(
            external_id,
            scan_code,
            name[0],
            name[1],
            name[2],
            email,
            organisation,
            self._job_title(row),
            self._ticket(row),
            standing[0],
            standing[1],
            self._phone(row),
            self._order(row),
            buyer_name,
            buyer_email,
            self._moment(row),
            self._note(row),
            self._codes(row, external_id, scan_code),
            self._answers(row),
        )

    def _external_id(self, row: Row) -> str:
        ids = [take(row) for take in self._ids]
        return "-".join(ids) if all(ids) else ""

    def _codes(self, row: Row, external_id: str, scan_code: str) -> tuple[str, ...]:
        found = [take(row) for take in self._more_codes]
        if len(self._ids) > 1:
            found.append(external_id)
        if "://" in scan_code:
            found += candidates(scan_code)[1:]
        if not found:
            return ()
        return tuple(dict.fromkeys(code for code in found if code and code != scan_code))

    def _count_oddities(self, row: Row, scan_code: str) -> None:
        index, quantity = self._scan_index, self._quantity
        if not scan_code and index is not None and row[index].strip():
            self.destroyed += 1
        if quantity is not None and row[quantity].strip() not in ("", "0", "1"):
            self.several_places += 1


def _is_same(buyer: str, name: Name) -> bool:
    return buyer == name[2] or (bool(buyer) and plain(buyer) == plain(name[2]))


def _ticket_getter(columns: Columns) -> Getter:
    if not columns.choices:
        return cells.getter(columns.fields.get("ticket_type", ()), cells.remembering(_choices))
    choices = columns.choices

    def ticked(row: Row) -> str:
        return "; ".join([label for index, label in choices if not rows.is_no(row[index])])

    return ticked


def _choices(cell: str) -> str:
    """A ticket, or several choices joined with semicolons, each once."""
    cell = tidy(cell)
    if ";" not in cell:
        return cell
    parts = (part.strip() for part in cell.split(";"))
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _moment_getter(columns: Columns) -> Getter:
    indices = columns.fields.get("registered_at", ())
    iso = dates.reader(columns.moments, columns.language)
    day = cells.getter(indices, lambda cell: iso(tidy(cell)))
    clock = columns.fields.get("registered_time", ())
    if not clock:
        return day
    time = cells.getter(clock, tidy)
    return lambda row: dates.with_time(day(row), time(row))


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

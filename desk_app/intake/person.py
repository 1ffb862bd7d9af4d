"""One person's fields from a row: the columns compiled once for a file, then asked in slices."""

from collections.abc import Iterator, Sequence

from desk_app.domain.names import plain
from desk_app.domain.registration import Registration
from desk_app.intake import cells, dates, naming, rows, values
from desk_app.intake.cells import Row, Rows
from desk_app.intake.columns import Columns
from desk_app.intake.headings import letter
from desk_app.intake.naming import Name
from desk_app.intake.scancode import candidates
from desk_app.intake.standing import Standing

_SHORTEST_CODE = 8
_ONE_PLACE = ("", "0", "1")
_NINE_DIGITS_ARE_WHOLE = ("es", "pt", "pl")


class Person:
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
            cells.column((index,), values.codes)
            for field in ("ticket_number", "other_code")
            for index in fields.get(field, ())
            if index not in self._scan_cells
        ]
        if not self._scan_cells and not columns.platform.id and len(self._ids) == 1:
            self._more_codes.append(_long(self._ids[0]))
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
        headings = [(index, columns.texts[index] or letter(index)) for index in columns.answers]
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
        if len(self._ids) > 1 and not self._scan_cells:
            # Order and position can be guessed: they open no door where tickets have a secret.
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
    found: list[str] = []
    for code in codes:
        if code and code != scan and code not in found:
            found.append(code)
    return tuple(found)


def _long(ids: cells.Column) -> cells.Column:
    """Where nobody says what a ticket holds: the ids that are no row numbers."""
    return lambda read: [it if len(it) >= _SHORTEST_CODE else "" for it in ids(read)]


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

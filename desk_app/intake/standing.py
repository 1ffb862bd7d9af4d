"""What all the columns of a row together say of its registration's state."""

from collections import Counter
from collections.abc import Callable, Sequence
from operator import itemgetter

from desk_app.domain.registration import Status
from desk_app.intake import statuses
from desk_app.intake.cells import Row, Rows
from desk_app.intake.columns import Columns
from desk_app.intake.values import tidy
from desk_app.intake.wording import key

Standing = tuple[Status, str]

_WORD_FIELDS = ("status", "paid", "waiting", "void", "valid", "attends", "draft")
_NEVER_FINISHED = "1980-01-01"  # LimeSurvey's date of an answer that was not sent
_HOPEFUL = (Status.CONFIRMED, Status.PENDING)
_CONFIRMED, _CANCELLED = Status.CONFIRMED, Status.CANCELLED


class Judge:
    """Reads a row's state. `unsure` counts the words that nobody taught it, and doubtful ones."""

    def __init__(self, columns: Columns) -> None:
        self.unsure: Counter[str] = Counter()
        self._states = columns.platform.states
        self._headings = {
            field: columns.texts[indices[0]]
            for field in _WORD_FIELDS
            if (indices := columns.fields.get(field))
        }
        self._words = _picker([columns.fields[field][0] for field in self._headings])
        self._known: dict[tuple[str, ...], tuple[Standing, str]] = {}
        self._checked_in = columns.fields.get("checked_in", ())
        self._completed = columns.fields.get("completed_at", ())

    def standings(self, rows: Rows) -> list[Standing]:
        """The state of each row and the words that say so."""
        found = [self._judged(cells) for cells in map(self._words, rows)]
        if self._completed:
            found = [self._unless_unfinished(*pair) for pair in zip(found, rows, strict=True)]
        for index in self._checked_in:
            pairs = zip(found, map(itemgetter(index), rows), strict=True)
            found = [_if_come(standing, cell) if cell else standing for standing, cell in pairs]
        return found

    def _judged(self, cells: tuple[str, ...]) -> Standing:
        known = self._known.get(cells)
        if known is None:
            known = self._known[cells] = self._from_words(cells)
        if known[1]:
            self.unsure[known[1]] += 1
        return known[0]

    def _unless_unfinished(self, standing: Standing, row: Row) -> Standing:
        unfinished = standing[0] is _CONFIRMED and self._is_unfinished(row)
        return (Status.PENDING, standing[1]) if unfinished else standing

    def _is_unfinished(self, row: Row) -> bool:
        moment = row[self._completed[0]].strip()
        return not moment or moment.startswith(_NEVER_FINISHED)

    def _from_words(self, cells: tuple[str, ...]) -> tuple[Standing, str]:
        """The standing, and a word that leaves a doubt."""
        said = {field: tidy(cell) for field, cell in zip(self._headings, cells, strict=True)}
        raw, words = said.get("status", ""), statuses.words()
        state = statuses.status_of(raw, self._states) if raw else _CONFIRMED
        unsure = raw if state is None or key(raw) in words.doubtful else ""
        state, raw = self._paid(state or _CONFIRMED, raw, said.get("paid", ""))
        if state is _CONFIRMED and (draft := said.get("draft", "")) and not words.is_no(draft):
            state, raw = Status.PENDING, self._with(raw, "draft", draft)
        if state in _HOPEFUL and (waiting := said.get("waiting", "")) and not words.is_no(waiting):
            state, raw = Status.WAITING_LIST, self._with(raw, "waiting", waiting)
        if (void := said.get("void", "")) and not words.is_no(void):
            state, raw = _CANCELLED, self._with(raw, "void", void)
        for field in ("valid", "attends"):
            if (answer := said.get(field, "")) and words.is_no(answer):
                state, raw = _CANCELLED, self._with(raw, field, answer)
        return (state, raw), unsure

    def _paid(self, state: Status, raw: str, paid: str) -> Standing:
        """A payment due makes a confirmed registration wait; a payment withdrawn ends it."""
        if not paid or state is not _CONFIRMED:
            return state, raw
        words = statuses.words()
        if words.is_yes_or_no(paid):
            due = words.is_no(paid)
            return (Status.PENDING, self._with(raw, "paid", paid)) if due else (state, raw)
        said = statuses.status_of(paid, self._states)
        if key(paid) in words.unpaid:
            said = Status.PENDING
        if said in (Status.PENDING, Status.WAITING_LIST, _CANCELLED, Status.BLOCKED):
            return said, raw or paid
        return state, raw or paid

    def _with(self, raw: str, field: str, value: str) -> str:
        said = f"{self._headings[field]}={value}"
        return f"{raw}, {said}" if raw else said


def _if_come(standing: Standing, cell: str) -> Standing:
    if standing[0] in (_CANCELLED, Status.BLOCKED) or statuses.words().is_no(cell.strip()):
        return standing
    return Status.CHECKED_IN, standing[1]


def _picker(indices: Sequence[int]) -> Callable[[Row], tuple[str, ...]]:
    if not indices:
        return lambda _row: ()
    if len(indices) == 1:
        only = indices[0]
        return lambda row: (row[only],)
    return itemgetter(*indices)

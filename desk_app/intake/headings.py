"""Where the headings of a table are, among titles and notes; and what they read."""

from collections.abc import Callable, Sequence
from itertools import islice
from statistics import median

from desk_app.intake import vocabulary
from desk_app.intake.dates import looks_like_date
from desk_app.intake.table import Table
from desk_app.intake.values import email, is_number, tidy

_SEARCHED_ROWS = 40
_COMPARED_ROWS = 200
_SURE = 15  # five headings that we know
_ROWS_OF_HEADINGS = 3
_FORMS: tuple[Callable[[str], bool], ...] = (
    lambda cell: bool(email(cell)),
    looks_like_date,
    is_number,
)


def heading_row(table: Table) -> int:
    """The index in `opening` of the row that best reads as headings, the first such.

    -1 where the people begin at once. Of headings split over two rows it is the lower one.
    """
    scores = _scores(table)
    best = max(scores, default=0)
    if best <= 0:
        return _widest(table)
    row = scores.index(best)
    if _reads_as_a_person(table, row):
        return -1
    return row + 1 if _is_second_half(table, row + 1) else row


def _scores(table: Table) -> list[int]:
    """For each of the first rows how much it reads as headings; few are looked at after a sure one.

    To look at the cells of people costs more than to look at headings: all of them are different.
    """
    scores: list[int] = []
    rows = iter(table.opening[:_SEARCHED_ROWS])
    for cells in rows:
        scores.append(_resemblance(cells))
        if scores[-1] >= _SURE:
            break
    scores += [_resemblance(cells) for cells in islice(rows, _ROWS_OF_HEADINGS)]
    return scores


def last_row(table: Table, row: int) -> int:
    """The last row of the headings: some forms explain the columns in a second one.

    It has nothing where all the rows below it have an address, a date or a number.
    """
    after = row + 1
    if row < 0 or after + 2 >= len(table.opening):
        return row
    explained = [cell for cell in table.opening[after] if cell.strip()]
    if len(explained) < 2 or any(form(tidy(cell)) for cell in explained for form in _FORMS):
        return row
    below = table.opening[after + 1 : after + 1 + _COMPARED_ROWS]
    formed = [
        index
        for index in range(len(table.opening[row]))
        if any(_is_usual(form, below, index, always=True) for form in _FORMS)
    ]
    return after if len(formed) > 1 else row


def texts(table: Table, row: int) -> tuple[str, ...]:
    """The headings; a blank one takes the text above it, where that row holds headings too."""
    if row < 0:
        return _letters(max(map(len, table.opening[:_COMPARED_ROWS]), default=0))
    if not table.opening:
        return ()
    own = [tidy(cell) for cell in table.opening[row]]
    above = table.opening[row - 1] if row else []
    if sum(1 for cell in above if cell.strip()) > 1:
        own += [""] * (len(above) - len(own))
        for index, cell in enumerate(above):
            if not own[index] and vocabulary.meanings(cell):
                own[index] = tidy(cell)
    return tuple(own)


def bands(table: Table, row: int) -> tuple[str, ...]:
    """For each column the title that stands over it in the row above the headings, else ""."""
    width = len(texts(table, row))
    above = table.opening[row - 1] if row > 0 else []
    filled = [cell for cell in above if cell.strip()]
    if len(filled) < 2 and not any(map(vocabulary.is_role, filled)):  # a title stands alone
        return ("",) * width
    spread: list[str] = []
    for index in range(width):
        cell = above[index].strip() if index < len(above) else ""
        spread.append(cell or (spread[-1] if spread else ""))
    return tuple(spread)


def _widest(table: Table) -> int:
    """Where no heading is understood: the first row as wide as most, unless it is a person."""
    filled = [sum(1 for cell in row if cell.strip()) for row in table.opening[:_COMPARED_ROWS]]
    if not any(filled):
        return 0
    usual = median(count for count in filled if count)
    row = next(index for index, count in enumerate(filled) if count >= usual)
    return -1 if _reads_as_a_person(table, row) else row


def _reads_as_a_person(table: Table, row: int) -> bool:
    """Whether the row holds an address, a date or a number where those below it do."""
    below = table.opening[row + 1 : row + 1 + _COMPARED_ROWS]
    for index, cell in enumerate(table.opening[row]):
        for has_form in _FORMS:
            if cell.strip() and has_form(tidy(cell)) and _is_usual(has_form, below, index):
                return True
    return False


def _is_usual(
    has_form: Callable[[str], bool],
    rows: Sequence[Sequence[str]],
    index: int,
    *,
    always: bool = False,
) -> bool:
    """Whether nearly all filled cells have a form; with `always`, no cell is empty."""
    cells = [tidy(row[index]) if index < len(row) else "" for row in rows]
    filled = [cell for cell in cells if cell]
    if not filled or (always and len(filled) < len(cells)):
        return False
    return sum(map(has_form, filled)) > 0.8 * len(filled)


def _is_second_half(table: Table, row: int) -> bool:
    """Whether headings go on in this row: all its cells are headings, other than those above."""
    if row >= len(table.opening):
        return False
    upper = table.opening[row - 1]
    lower = [(index, cell) for index, cell in enumerate(table.opening[row]) if cell.strip()]
    new = [cell for index, cell in lower if index >= len(upper) or cell != upper[index]]
    return len(new) > 1 and len(new) == len(lower) and all(map(vocabulary.meanings, new))


def _resemblance(row: Sequence[str]) -> int:
    """How many cells are headings we know, less those that no heading would hold."""
    known = [cell for cell in row if cell.strip()]
    score = 0
    for cell in known:
        if "@" in cell or len(cell) > 200 or cell.strip().isdigit():
            score -= 2
        elif meanings := vocabulary.meanings(cell):
            score += 3 if meanings[0].rank < vocabulary.LOOSE else 1
    return score


def _letters(width: int) -> tuple[str, ...]:
    """A, B, ... Z, AA, as spreadsheets name columns that have no other name."""
    return tuple(letter(number) for number in range(width))


def letter(number: int) -> str:
    """What a spreadsheet calls a column, counted from 0."""
    head, last = divmod(number, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)

"""How each field is taken from rows: decided once for a file, then column by column.

Whole columns of a few hundred rows are looked at together: most need no cleaning, and asking that
once for all their cells is what makes a hundred thousand rows a matter of seconds.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter

Row = Sequence[str]
Rows = Sequence[Row]
Column = Callable[[Rows], list[str]]
Clean = Callable[[list[str]], list[str]]
Answers = tuple[tuple[str, str], ...]

_MOST_REMEMBERED = 20_000


def column(indices: Sequence[int], clean: Clean) -> Column:
    """The cleaned values of rows; of several columns the first filled; "" where there is none."""
    if not indices:
        return lambda rows: [""] * len(rows)
    if len(indices) == 1:
        pick = itemgetter(indices[0])
        return lambda rows: clean(list(map(pick, rows)))
    return _first_filled([column((index,), clean) for index in indices])


def joined(indices: Sequence[int], clean: Clean) -> Column:
    """The cleaned values of several columns, in the order of the file, with blanks between."""
    columns = [column((index,), clean) for index in indices]

    def together(rows: Rows) -> list[str]:
        values = zip(*(each(rows) for each in columns), strict=True)
        return [" ".join(filter(None, parts)) for parts in values]

    return together


def _first_filled(columns: Sequence[Column]) -> Column:
    def filled(rows: Rows) -> list[str]:
        cleaned = [each(rows) for each in columns]
        return [next(filter(None, values), "") for values in zip(*cleaned, strict=True)]

    return filled


def remembering(clean: Callable[[str], str]) -> Clean:
    """Clean equal cells once and give the same text for all of them, which saves memory."""
    known = _Remembered(clean)
    return lambda cells: [known[cell] for cell in cells]


def answers(
    columns: Sequence[tuple[int, str]], clean: Callable[[str], str]
) -> Callable[[Rows], list[Answers]]:
    """For each row the filled cells of the columns as (heading, value); equal pairs are shared."""
    pairs = [(index, itemgetter(index), _Pairs(heading, clean)) for index, heading in columns]

    def given(rows: Rows) -> list[Answers]:
        filled = [(index, known) for index, pick, known in pairs if any(map(pick, rows))]
        return [tuple([known[cell] for i, known in filled if (cell := row[i])]) for row in rows]

    return given


class _Remembered(dict[str, str]):
    def __init__(self, clean: Callable[[str], str]) -> None:
        super().__init__()
        self._clean = clean

    def __missing__(self, cell: str) -> str:
        value = self._clean(cell)
        if len(self) < _MOST_REMEMBERED:
            self[cell] = value
        return value


class _Pairs(dict[str, tuple[str, str]]):
    """A cell to (heading, value), each made once; beyond a limit new ones are not kept."""

    def __init__(self, heading: str, clean: Callable[[str], str]) -> None:
        super().__init__()
        self._heading = heading
        self._clean = clean

    def __missing__(self, cell: str) -> tuple[str, str]:
        pair = (self._heading, self._clean(cell))
        if len(self) < _MOST_REMEMBERED:
            self[cell] = pair
        return pair

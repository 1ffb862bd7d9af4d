"""A table as a file holds it: rows of text, read as they are asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence

OPENING = 1000
_WIDEST = 4096  # columns


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text. `opening` can be looked at any number of times, `rows` read once.

    Row 1 is the first of `opening`, as in a spreadsheet; blank rows count. `done` says how much
    of `total` has been read, in bytes or rows: only their proportion means something. `open_end`
    is a text whose last line has no end, as where a download broke off.
    """

    name: str
    opening: tuple[list[str], ...]
    rest: Iterator[list[str]]
    total: int
    done: Callable[[], int]
    warnings: tuple[Sentence, ...] = ()
    open_end: bool = False

    def rows(self) -> Iterator[list[str]]:
        """Every row from the first; the part after `opening` is not kept."""
        return chain(self.opening, self.rest)


def of_rows(name: str, rows: Sequence[list[str]], warnings: tuple[Sentence, ...] = ()) -> Table:
    """A table whose rows are all at hand."""
    return Table(name, tuple(rows[:OPENING]), iter(rows[OPENING:]), len(rows), lambda: 0, warnings)


def not_too_wide(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows as they are; DeskError for more columns than any form has questions."""
    for row in rows:
        if len(row) > _WIDEST:
            raise DeskError(
                "This file has {count} columns, far more than any list of participants. "
                "Copy the list alone into a new file.",
                count=len(row),
            )
        yield row

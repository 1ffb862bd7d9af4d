"""How each field is taken from a row: decided once for a file, quick for each row."""

from collections.abc import Callable, Sequence

Row = Sequence[str]
Getter = Callable[[Row], str]
Clean = Callable[[str], str]

_MOST_REMEMBERED = 5000


def getter(indices: Sequence[int], clean: Clean) -> Getter:
    """The cleaned value of the first filled column; "" where there is no such column."""
    if not indices:
        return _nothing
    if len(indices) == 1:
        return _from_one(indices[0], clean)
    return _from_several(tuple(indices), clean)


def remembering(clean: Clean) -> Clean:
    """Clean equal cells once and give the same text for all of them, which saves memory."""
    return _Remembered(clean).__getitem__


def answers(columns: Sequence[tuple[int, str]], clean: Clean) -> Callable[[Row], tuple[tuple[str, str], ...]]:
    """The filled cells of the columns as (heading, value); equal answers are one object."""
    pairs = [(index, _Pairs(heading, clean)) for index, heading in columns]

    def found(row: Row) -> tuple[tuple[str, str], ...]:
        return tuple([pair[cell] for index, pair in pairs if (cell := row[index])])

    return found


def _nothing(_row: Row) -> str:
    return ""


def _from_one(index: int, clean: Clean) -> Getter:
    def one(row: Row) -> str:
        cell = row[index]
        return clean(cell) if cell else ""

    return one


def _from_several(indices: tuple[int, ...], clean: Clean) -> Getter:
    def first_filled(row: Row) -> str:
        for index in indices:
            if (cell := row[index]) and (value := clean(cell)):
                return value
        return ""

    return first_filled


class _Remembered(dict[str, str]):
    def __init__(self, clean: Clean) -> None:
        super().__init__()
        self._clean = clean

    def __missing__(self, cell: str) -> str:
        value = self._clean(cell)
        if len(self) < _MOST_REMEMBERED:
            self[cell] = value
        return value


class _Pairs(dict[str, tuple[str, str]]):
    """A cell to (heading, value), each made once; values that never repeat are not kept."""

    def __init__(self, heading: str, clean: Clean) -> None:
        super().__init__()
        self._heading = heading
        self._clean = clean

    def __missing__(self, cell: str) -> tuple[str, str]:
        pair = (self._heading, self._clean(cell))
        if len(self) < _MOST_REMEMBERED:
            self[cell] = pair
        return pair

"""Names that a person should look at: formulas, hidden signs, whole paragraphs."""

from collections.abc import Iterator, Sequence

from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake.cells import Row
from desk_app.intake.columns import Columns
from desk_app.intake.naming import Name

_NAME_FIELDS = ("given_name", "family_name", "full_name", "name_words")
_FORMULA = tuple("=+-@")
_ESCAPED_FORMULAS = tuple(
    f"|{escape}{sign}" for escape in ("", "'", "\t", " ") for sign in _FORMULA
)
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LONGEST = 150
_SHOWN = 8


class Oddities:
    """Collects the numbers of rows; names themselves are kept as text, whatever they look like."""

    def __init__(self, columns: Columns) -> None:
        self._indices = [i for field in _NAME_FIELDS for i in columns.fields.get(field, ())]
        self._formulas: list[int] = []
        self._turned: list[int] = []
        self._long: list[int] = []
        self._damaged: list[int] = []

    def look(self, numbers: Sequence[int], rows: Sequence[Row], names: Sequence[Name]) -> None:
        """Look at some rows at once: mostly there is nothing to see."""
        cells = [row[index] for index in self._indices for row in rows]
        together = f"|{'|'.join(cells)}"
        if any(mark in together for mark in _ESCAPED_FORMULAS):
            self._formulas += [
                number
                for number, name in zip(numbers, names, strict=True)
                if any(part.startswith(_FORMULA) for part in name)
            ]
        if "\ufffd" in together:
            pairs = zip(numbers, names, strict=True)
            self._damaged += [number for number, name in pairs if "\ufffd" in name[2]]
        if not together.isprintable():
            self._turned += [
                number
                for number, row in zip(numbers, rows, strict=True)
                if any(not _TURNS.isdisjoint(row[index]) for index in self._indices)
            ]
        if len(together) > _LONGEST:
            pairs = zip(numbers, names, strict=True)
            self._long += [number for number, name in pairs if len(name[2]) > _LONGEST]

    def warnings(self) -> Iterator[Sentence]:
        """What was seen, with the first rows."""
        if self._formulas:
            yield sentence(
                "Names that begin like a formula are kept as text and never run; "
                "check the rows {rows}.",
                rows=_some(self._formulas),
            )
        if self._turned:
            yield sentence(
                "Hidden signs that turn the direction of writing were taken out of names; "
                "check the rows {rows}.",
                rows=_some(self._turned),
            )
        if self._damaged:
            yield sentence(
                "Some letters of names are damaged and shown as \ufffd; correct the rows {rows}.",
                rows=_some(self._damaged),
            )
        if self._long:
            yield sentence(
                "Names of more than {count} letters may be something else; check the rows {rows}.",
                count=_LONGEST,
                rows=_some(self._long),
            )


def _some(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    return f"{shown}…" if len(numbers) > _SHOWN else shown

"""Who a row names: the parts of the name, the buyer, and marks typed behind a name."""

import re
from collections.abc import Callable

from desk_app.domain.names import joined, plain
from desk_app.intake import cells, statuses
from desk_app.intake.cells import Getter, Row
from desk_app.intake.columns import Columns
from desk_app.intake.values import tidy

Name = tuple[str, str, str]

_MARK = re.compile(r"\s*(?:[(\[]\s*([^()\[\]]{2,40})\s*[)\]]|\s[-–—:]\s*([^()\[\]–—:]{3,40}))\s*$")
NOBODY: Name = ("", "", "")


def names(columns: Columns) -> Callable[[Row], Name]:
    """A function from a row to (given, family, full).

    A file with one column of names gives them in `full` as written, never split.
    """
    given, family = (_column(columns, field) for field in ("given_name", "family_name"))
    whole = _column(columns, "full_name", lambda cell: cell)
    if "given_name" not in columns.fields and "family_name" not in columns.fields:
        return lambda row: ("", "", _unless_unnamed(tidy(whole(row))))

    def named(row: Row) -> Name:
        first, last, full = given(row), family(row), whole(row)
        parts = f"{first} {last}" if first and last else first or last
        if full and full != parts:
            parts = _reconciled(parts, tidy(full))
        return first, last, _unless_unnamed(parts)

    return named


def buyers(columns: Columns) -> Callable[[Row, Name], Name]:
    """A function from a row and the person's name to the buyer's, who mostly is the same."""
    fields = columns.fields
    given = cells.getter(fields.get("buyer_given_name", ()), lambda cell: cell)
    # Some files give the buyer's family name under a heading that could be the whole name.
    last = fields.get("buyer_family_name") or fields.get("buyer_name", ())
    family = cells.getter(last, lambda cell: cell)
    whole = cells.getter(fields.get("buyer_name", ()), tidy)
    if not last and "buyer_given_name" not in fields:
        return lambda _row, _name: NOBODY
    if "buyer_given_name" not in fields and "buyer_family_name" not in fields:
        return lambda row, _name: ("", "", whole(row))

    def named(row: Row, name: Name) -> Name:
        first, last = given(row), family(row)
        if first == name[0] and last == name[1]:
            return name
        first, last = tidy(first), tidy(last)
        if first and set(plain(first).split()) <= set(plain(last).split()):
            return "", "", last
        return first, last, joined(first, last)

    return named


def mark(full: str) -> tuple[str, str]:
    """A name and the status word typed behind it: "Suhartini (annulé)"; ("", "") if none."""
    found = _MARK.search(full)
    if not found:
        return "", ""
    word = (found[1] or found[2]).strip()
    return (full[: found.start()].strip(), word) if statuses.status_of(word, {}) else ("", "")


def may_be_marked(full: str) -> bool:
    """A quick look, so that `mark` is asked of few names only."""
    return full[-1:] in ")]" or " - " in full or " – " in full or ": " in full


def _column(columns: Columns, field: str, clean: cells.Clean | None = None) -> Getter:
    return cells.getter(columns.fields.get(field, ()), clean or cells.remembering(tidy))


def _reconciled(parts: str, whole: str) -> str:
    """The whole name as written, unless it only turns the parts around ("Family, Given")."""
    if not parts:
        return whole
    same_words = sorted(plain(whole).replace(",", " ").split()) == sorted(plain(parts).split())
    return parts if same_words else whole


def _unless_unnamed(full: str) -> str:
    return "" if full.lower() in statuses.words().unnamed else full

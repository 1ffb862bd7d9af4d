"""Who a row names: the parts of the name, the buyer, and marks typed behind a name."""

import re
from collections.abc import Callable

from desk_app.domain.names import plain
from desk_app.intake import cells, statuses
from desk_app.intake.cells import Rows
from desk_app.intake.columns import Columns
from desk_app.intake.values import tidied

Name = tuple[str, str, str]

_MARK = re.compile(r"\s*(?:[(\[]\s*([^()\[\]]{2,40})\s*[)\]]|\s[-–—:]\s*([^()\[\]–—:]{3,40}))\s*$")
NOBODY: Name = ("", "", "")


def names(columns: Columns) -> Callable[[Rows], list[Name]]:
    """A function from rows to (given, family, full) each.

    A file with one column of names gives them in `full` as written, never split.
    """
    fields = columns.fields
    given, family, whole = (
        cells.column(fields.get(part, ()), tidied)
        for part in ("given_name", "family_name", "full_name")
    )
    if "given_name" not in fields and "family_name" not in fields:
        return lambda rows: [("", "", _unless_unnamed(full)) for full in whole(rows)]

    def named(rows: Rows) -> list[Name]:
        parts = zip(given(rows), family(rows), whole(rows), strict=True)
        return [_name(first, last, full) for first, last, full in parts]

    return named


def buyers(columns: Columns) -> Callable[[Rows], list[Name]]:
    """As `names`, for whoever booked; all empty where the file does not say."""
    fields = columns.fields
    # Some files give the buyer's family name under a heading that could be the whole name.
    last = fields.get("buyer_family_name") or fields.get("buyer_name", ())
    given = cells.column(fields.get("buyer_given_name", ()), tidied)
    family = cells.column(last, tidied)
    if "buyer_given_name" not in fields and "buyer_family_name" not in fields:
        return lambda rows: [("", "", full) for full in family(rows)]
    return lambda rows: [_buyer(*parts) for parts in zip(given(rows), family(rows), strict=True)]


def _name(given: str, family: str, whole: str) -> Name:
    parts = f"{given} {family}" if given and family else given or family
    if whole and whole != parts:
        parts = _reconciled(parts, whole)
    return given, family, _unless_unnamed(parts)


def _buyer(given: str, family: str) -> Name:
    if given and given in family and set(given.split()) <= set(family.split()):
        return "", "", family
    return given, family, f"{given} {family}" if given and family else given or family


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


def _reconciled(parts: str, whole: str) -> str:
    """The whole name as written, unless it only turns the parts around ("Family, Given")."""
    if not parts:
        return whole
    same_words = sorted(plain(whole).replace(",", " ").split()) == sorted(plain(parts).split())
    return parts if same_words else whole


def _unless_unnamed(full: str) -> str:
    return "" if full.lower() in statuses.words().unnamed else full

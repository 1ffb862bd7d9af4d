"""Who a row names: the parts of the name, the buyer, and marks typed behind a name."""

import re
from collections.abc import Callable

from desk_app.domain.names import plain
from desk_app.intake import cells, statuses
from desk_app.intake.cells import Rows
from desk_app.intake.columns import Columns
from desk_app.intake.values import before_address, tidied

Name = tuple[str, str, str]

_MARK = re.compile(r"\s*(?:[(\[]\s*([^()\[\]]{2,40})\s*[)\]]|\s[-–—:]\s*([^()\[\]–—:]{3,40}))\s*$")
NOBODY: Name = ("", "", "")


def names(columns: Columns) -> Callable[[Rows], list[Name]]:
    """A function from rows to (given, family, full) each.

    A file that does not tell given from family names gives them in `full` as written.
    """
    fields = columns.fields
    words = fields.get("name_words", ())
    given, family, whole, sorted_names = (
        cells.column(fields.get(part, ()), tidied)
        for part in ("given_name", "family_name", "full_name", "sorted_name")
    )
    if words:
        whole = cells.joined(words, tidied)
    if "family_prefix" in fields and "family_name" in fields:
        family = cells.joined((fields["family_prefix"][0], fields["family_name"][0]), tidied)

    def named(rows: Rows) -> list[Name]:
        wholes = [before_address(cell) or cell if "<" in cell else cell for cell in whole(rows)]
        names = _joined(given(rows), family(rows))
        if any(wholes):
            pairs = zip(names, wholes, strict=True)
            names = [_with_whole(name, full) if full != name[2] else name for name, full in pairs]
        if "sorted_name" in fields:
            pairs = zip(names, sorted_names(rows), strict=True)
            names = [_with_parts(name, turned) for name, turned in pairs]
        if columns.family_before_comma:
            names = [name if any(name[:2]) else _turned(name) for name in names]
        unnamed = statuses.words().unnamed
        if not unnamed.isdisjoint([name[2].lower() for name in names]):
            names = [NOBODY if name[2].lower() in unnamed else name for name in names]
        return names

    return named


def buyers(columns: Columns) -> Callable[[Rows], list[Name]]:
    """As `names`, for whoever booked; all empty where the file does not say."""
    fields = columns.fields
    # Some files give the buyer's family name under a heading that could be the whole name.
    whole = fields.get("buyer_name", ())
    last = fields.get("buyer_family_name") or whole
    # And others the first name under one that could be as well: "Nombre", beside "Apellidos".
    first = fields.get("buyer_given_name") or (whole if last != whole else ())
    given, family = cells.column(first, tidied), cells.column(last, tidied)
    if not first and "buyer_family_name" not in fields:
        return lambda rows: [("", "", full) for full in family(rows)]

    def named(rows: Rows) -> list[Name]:
        names = _joined(given(rows), family(rows))
        return [_unless_repeated(name) for name in names]

    return named


def _joined(given: list[str], family: list[str]) -> list[Name]:
    pairs = zip(given, family, strict=True)
    return [
        (first, last, f"{first} {last}" if first and last else first or last)
        for first, last in pairs
    ]


def _without(whole: str, given: str) -> str:
    """What is left of a whole name without the given one, if that begins or ends it."""
    words, first = whole.split(), given.split()
    if plain(" ".join(words[: len(first)])) == plain(given):
        return " ".join(words[len(first) :])
    if plain(" ".join(words[-len(first) :])) == plain(given):
        return " ".join(words[: -len(first)])
    return ""


def _turned(name: Name) -> Name:
    """ "Family, Given" where the file has no parts of this name, and nothing else has a comma."""
    family, comma, given = (part.strip() for part in name[2].partition(","))
    if not comma or not family or not given or "," in given:
        return name
    return given, family, f"{given} {family}"


def _with_parts(name: Name, turned: str) -> Name:
    """The whole name as it is, with the parts that "Family, Given" tells of it."""
    given, family, _ = _turned(("", "", turned))
    return (given, family, name[2] or f"{given} {family}") if given else name


def _unless_repeated(name: Name) -> Name:
    """Where one of the columns holds the whole name, that is all there is to say."""
    given, family, _ = name
    one, other = set(given.split()), set(family.split())
    if one and one <= other:
        return "", "", family
    return ("", "", given) if other and other < one else name


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


def _with_whole(name: Name, whole: str) -> Name:
    """The whole name as written, unless it only turns the parts around ("Family, Given")."""
    given, family, parts = name
    if not whole or not parts:
        return given, family, whole or parts
    if given and not family and (rest := _without(whole, given)):
        return given, rest, whole
    same_words = sorted(plain(whole).replace(",", " ").split()) == sorted(plain(parts).split())
    return given, family, parts if same_words else whole

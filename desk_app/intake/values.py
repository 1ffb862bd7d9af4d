"""Cells to values: tidied text, codes, e-mail addresses, telephone numbers."""

import re
from unicodedata import category, is_normalized, normalize

# What spreadsheets and platforms put before a text so that it is not run as a formula.
_ESCAPED = frozenset("=+-@|%\t")
_NEEDLESS_GAPS = ("  ", " |", "| ")
_KEPT_FORMATS = "\u200c\u200d"  # joiners carry meaning in Persian, Indic scripts and emoji
_OF_ADDRESS = r"[^\s<>()\[\],;:/\"'@]"  # without @, and of a length: the search stays linear
_ADDRESS = re.compile(rf"{_OF_ADDRESS}{{1,64}}@{_OF_ADDRESS}{{1,255}}\.{_OF_ADDRESS}{{1,63}}")
_PLAIN_ADDRESS = re.compile(r"[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+").fullmatch
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?[eE]\+\d{1,3}")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:\s?[€$£%])?|[€$£]\s?\d+(?:[.,]\d+)?")
_LONGEST_WITH_ADDRESS = 1000
_EXACT_DIGITS = 15  # what a spreadsheet keeps of a number; the rest turns to zeros


def tidy(value: str) -> str:
    """NFC, every run of blanks one space, formula escape and invisible characters gone."""
    value = " ".join(value.split())
    if not value.isascii():
        value = normalize("NFC", value)
    if not value.isprintable():
        value = _visible(value)
    return _unescaped(value) if value[:1] == "'" else value


def tidied(cells: list[str]) -> list[str]:
    """`tidy` for a whole column, which mostly has nothing to tidy."""
    together = f"|{'|'.join(cells)}|"
    if not together.isprintable() or any(gap in together for gap in _NEEDLESS_GAPS):
        return [tidy(cell) if cell else "" for cell in cells]
    if not together.isascii() and not is_normalized("NFC", together):
        cells = [normalize("NFC", cell) for cell in cells]
    if "|'" in together:
        cells = [_unescaped(cell) if cell[:1] == "'" else cell for cell in cells]
    return cells


def _unescaped(value: str) -> str:
    return value[1:].lstrip() if len(value) > 1 and value[1] in _ESCAPED else value


def _visible(value: str) -> str:
    kept = (ch for ch in value if ch.isprintable() or ch in _KEPT_FORMATS or category(ch) == "Co")
    return " ".join("".join(kept).split())


def code(value: str) -> str:
    """A code as text; "" where a spreadsheet has destroyed it (see `destroyed`)."""
    value = tidy(value)
    if value[-2:] == ".0" and value[:-2].isdigit():
        value = value[:-2]
    return "" if destroyed(value) else value


def codes(cells: list[str]) -> list[str]:
    """`code` for a whole column."""
    together = "".join(cells)
    whole = together.isascii() and together.isalnum()
    if whole and (max(map(len, cells)) <= _EXACT_DIGITS or not any(map(destroyed, cells))):
        return cells
    return [code(cell) if cell else "" for cell in cells]


def destroyed(value: str) -> bool:
    """Whether a long number lost its digits in a spreadsheet: `1,12E+24`, or zeros at the end."""
    if value.isdigit():
        return len(value) > _EXACT_DIGITS + 2 and not value[_EXACT_DIGITS:].strip("0")
    return "+" in value and _SCIENTIFIC.fullmatch(value) is not None


def email(value: str) -> str:
    """The first address of a cell that may hold several, or a name and an address."""
    if _PLAIN_ADDRESS(value):
        return value
    if "@" not in value:
        return ""
    found = _ADDRESS.search(tidy(value[:_LONGEST_WITH_ADDRESS]))
    return found.group().strip(".") if found else ""


def before_address(value: str) -> str:
    """The name in "Ann Lee <ann@example.org>"; "" where a cell is not of that form."""
    name, opened, address = value.partition("<")
    return name.strip(' "') if opened and address.endswith(">") and "@" in address else ""


def emails(cells: list[str]) -> list[str]:
    """`email` for a whole column."""
    return [email(cell) if cell else "" for cell in cells]


def phones(cells: list[str], *, restore: bool) -> list[str]:
    """As written; with `restore` a French number has the first 0 that a spreadsheet took away."""
    return [_phone(cell, restore) if cell[:1] not in ("+", "0") else cell for cell in tidied(cells)]


def _phone(value: str, restore: bool) -> str:
    if value == "None":  # what pretix writes into its JSON
        return ""
    if value[-2:] == ".0" and value[:-2].isdigit():
        value = value[:-2]
    if restore and len(value) == 9 and value.isdigit() and value[0] != "0":
        return "0" + value
    if len(value) == 11 and value.startswith("33") and value.isdigit():
        return "+" + value
    return value


def organisation(value: str) -> str:
    """The name alone: a line of its own in brackets below it is somebody's remark."""
    if "\n" not in value:
        return tidy(value)
    lines = [tidy(line) for line in value.splitlines()]
    kept = [line for line in lines if not (line.startswith("(") and line.endswith(")"))]
    return " ".join(line for line in kept or lines if line)


def is_number(value: str) -> bool:
    """Whether a cell holds an amount or a count."""
    return _NUMBER.fullmatch(value) is not None

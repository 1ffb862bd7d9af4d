"""Cells to values: tidied text, codes, e-mail addresses, telephone numbers."""

import re
from unicodedata import category, normalize

# What spreadsheets and platforms put before a text so that it is not run as a formula.
_ESCAPED = frozenset("=+-@|%\t")
_KEPT_FORMATS = "\u200c\u200d"  # joiners carry meaning in Persian, Indic scripts and emoji
_ADDRESS = re.compile(r"[^\s<>()\[\],;:/\"']+@[^\s<>()\[\],;:/\"']+\.[^\s<>()\[\],;:/\"']+")
_PLAIN_ADDRESS = re.compile(r"[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+").fullmatch
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?[eE]\+\d{1,3}")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:\s?[€$£%])?|[€$£]\s?\d+(?:[.,]\d+)?")
_EXACT_DIGITS = 15  # what a spreadsheet keeps of a number; the rest turns to zeros


def tidy(value: str) -> str:
    """NFC, every run of blanks one space, formula escape and invisible characters gone."""
    if value.isascii() and value.isalnum():
        return value
    value = " ".join(value.split())
    if not value.isascii():
        value = normalize("NFC", value)
    if not value.isprintable():
        value = _visible(value)
    if value[:1] == "'" and value[1:2] in _ESCAPED and len(value) > 1:
        return value[1:].lstrip()
    return value


def _visible(value: str) -> str:
    kept = (ch for ch in value if ch.isprintable() or ch in _KEPT_FORMATS or category(ch) == "Co")
    return " ".join("".join(kept).split())


def code(value: str) -> str:
    """A code as text; "" where a spreadsheet has destroyed it (see `destroyed`)."""
    if value.isascii() and value.isalnum() and len(value) <= _EXACT_DIGITS:
        return value
    value = tidy(value)
    if value[-2:] == ".0" and value[:-2].isdigit():
        value = value[:-2]
    return "" if destroyed(value) else value


def destroyed(value: str) -> bool:
    """Whether a long number lost its digits in a spreadsheet: `1,12E+24`, or zeros at the end."""
    if value.isdigit():
        return len(value) > _EXACT_DIGITS + 2 and not value[_EXACT_DIGITS:].strip("0")
    return "+" in value and _SCIENTIFIC.fullmatch(value) is not None


def email(value: str) -> str:
    """The first address of a cell that may hold several, or a name and an address."""
    if _PLAIN_ADDRESS(value):
        return value
    value = tidy(value)
    found = _ADDRESS.search(value)
    return found.group().strip(".") if found else ""


def phone(value: str) -> str:
    """As written; a French number that lost its first 0 to a spreadsheet has it again."""
    value = tidy(value)
    if value.endswith(".0") and value[:-2].isdigit():
        value = value[:-2]
    if value == "None":  # what pretix writes into its JSON
        return ""
    if value.isdigit() and len(value) == 9 and value[0] != "0":
        return "0" + value
    if value.isdigit() and len(value) == 11 and value.startswith("33"):
        return "+" + value
    return value


def foreign_phone(value: str) -> str:
    """As `phone` where a number of nine digits is whole, as in Spanish files."""
    restored = phone(value)
    return restored[1:] if restored[:1] == "0" and tidy(value)[:1] != "0" else restored


def is_number(value: str) -> bool:
    """Whether a cell holds an amount or a count."""
    return _NUMBER.fullmatch(value) is not None

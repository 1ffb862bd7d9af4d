"""Contacts as somebody may see them who need not know them: enough to ask, too little to write."""

import re

_ADDRESS = re.compile(r"([^\s@<>,;·]+)@([^\s@<>,;·]+)")
_PHONE = re.compile(r"\+?\d(?:[\s.()/-]*\d){6,}")
_HIDDEN = "•••"


def discreet(text: str) -> str:
    """Any text, the e-mail addresses and phone numbers in it masked.

    "zoe@ocim.fr" gives "z•••@o•••.fr", "06 12 34 56 78" gives "••• 78". Numbers of less than seven
    digits are no phone numbers.
    """
    return _PHONE.sub(_masked_phone, _ADDRESS.sub(_masked_address, text))


def _masked_address(found: re.Match[str]) -> str:
    host, dot, end = found[2].rpartition(".")
    shown = f"{host[0]}{_HIDDEN}{dot}{end}" if host else _HIDDEN
    return f"{found[1][0]}{_HIDDEN}@{shown}"


def _masked_phone(found: re.Match[str]) -> str:
    digits = [ch for ch in found[0] if ch.isdigit()]
    return f"{_HIDDEN} {''.join(digits[-2:])}"

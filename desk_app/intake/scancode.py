"""What a scanned payload may mean: the codes to look up, best first."""

import base64
import binascii
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

_LONGEST = 4096
_FEWEST_DIGITS, _MOST_DIGITS, _EAN = 8, 20, 13
_SHORTEST_UNNAMED = 6
_CODE_LIKE = re.compile(r"(?=.*\d)[\w-]{6,}").fullmatch
_FILE_ENDING = re.compile(r"\.(?:pdf|png|jpe?g|svg|html?|pkpass)$", re.IGNORECASE)
_ADDRESS_WITHOUT_SCHEME = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}/\S+", re.IGNORECASE
).fullmatch
_FOLDED = re.compile(r"\r?\n[ \t]")  # a long line goes on in the next one
_FIELD_END = re.compile(r"(?<!\\);")
_ESCAPE = re.compile(r"\\(.)")
_AROUND = "*\"'<>{}"  # start and stop signs of Code 39, quotes, brackets
_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12})", re.I).fullmatch
_LABELLED = re.compile(r"[^\W\d_][\w .]{0,24}[:#\s]+(?=[\w-]*\d)([\w-]{6,})").fullmatch
_QUERY_KEYS = (
    "code",
    "ticket",
    "ticket_id",
    "ticketid",
    "secret",
    "token",
    "pk",
    "id",
    "barcode",
    "qr",
    "uuid",
    "security_code",
    "checkin_secret",
    "attendee",
    "registration",
)
_JSON_KEYS = ("checkinSecret", "checkin_secret", "secret", *_QUERY_KEYS, "ticketId", "attendee_id")


@dataclass(frozen=True, slots=True)
class Contact:
    """Who a visiting card speaks of; an empty text where it does not say."""

    name: str
    email: str


def visible(text: str) -> str:
    """A payload without the marks that nobody sees, full-width letters and digits as usual ones.

    Some makers of codes put a byte order mark first, and a Japanese keyboard widens what it gets.
    """
    shown = "".join(ch for ch in text if unicodedata.category(ch) != "Cf").strip()
    wide = any("\uff01" <= ch <= "\uff5e" for ch in shown)
    return unicodedata.normalize("NFKC", shown) if wide else shown


def contact(text: str) -> Contact | None:
    """The person of a vCard or a MeCard, whose QR people show when they have no ticket."""
    card = _FOLDED.sub("", text.strip())
    if card[:11].upper() == "BEGIN:VCARD":
        return _from_vcard(card.splitlines())
    if card[:7].upper() == "MECARD:":
        return _from_mecard(card[7:])
    if card[:7].lower() == "mailto:":
        return Contact("", unquote(card[7:].partition("?")[0]))
    return None


def candidates(text: str) -> tuple[str, ...]:
    """The codes that a payload may stand for: itself, then what its known wrappings hold.

    Understands AIM prefixes (`]Q3`), `uuid/hmac`, base64 of `number:ticks`, JSON, web addresses,
    and digits with or without a check digit. Never an empty text, never the same twice.
    """
    whole = text.strip()
    if not whole:
        return ()
    found = dict.fromkeys((whole,))
    if len(whole) > _LONGEST:
        return tuple(found)
    bare = _without_aim(whole)
    found[bare] = None
    for code in (*_undressed(bare), *_unwrapped(bare)):
        if code := code.strip():
            found[code] = None
    found.pop("", None)
    return tuple(found)


def _from_vcard(lines: list[str]) -> Contact:
    """Names of properties may bear a group and parameters: `item1.EMAIL;TYPE=work:zoe@...`."""
    said: dict[str, str] = {}
    for line in lines:
        head, _, value = line.partition(":")
        said.setdefault(head.split(";")[0].split(".")[-1].strip().upper(), _unescaped(value))
    family, given, *_ = [*said.get("N", "").split(";"), "", ""]
    name = said.get("FN") or f"{given} {family}"
    return Contact(" ".join(name.split()), said.get("EMAIL", ""))


def _from_mecard(card: str) -> Contact:
    """`N:Lefèvre,Zoé;EMAIL:zoe@example.org;;` - family name first, where there is a comma."""
    fields = (field.partition(":") for field in _FIELD_END.split(card))
    said = {name.strip().upper(): _unescaped(value) for name, _, value in fields}
    family, _, given = said.get("N", "").partition(",")
    return Contact(" ".join(f"{given} {family}".split()), said.get("EMAIL", ""))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text).strip()


def _without_aim(text: str) -> str:
    """Without the three characters by which some scanners announce the kind of bar code."""
    if text[0] == "]" and len(text) > 3 and text[1].isalpha() and text[2].isalnum():
        return text[3:].strip()
    return text


def _undressed(text: str) -> list[str]:
    """Without what stands around a code: signs, a label; a UUID with hyphens and without."""
    inside = text.strip(_AROUND)
    found = [inside] if inside != text and inside.isascii() and ":" not in inside else []
    if named := _LABELLED(text):
        found.append(named[1])
    if known := _UUID(inside):
        bare = known[1].replace("-", "").lower()
        found += [_dashed(bare), bare]
    return found


def _dashed(digits: str) -> str:
    """The 32 digits of a UUID as people write them."""
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _unwrapped(text: str) -> list[str]:
    digits = text.replace(" ", "").replace("-", "")
    if digits.isascii() and digits.isdigit():
        return [digits, *_checked_digits(digits)]
    if text.isalnum():
        return _from_base64(text) if len(text) >= 16 else []
    if text[:1] in ("{", "["):
        return _from_json(text)
    if "://" in text[:12] or text[:4].lower() == "www.":
        return _from_address(text)
    if _ADDRESS_WITHOUT_SCHEME(text):
        return _from_address(f"//{text}")
    if text[:1] == "?" or ("=" in text and "&" in text):
        return _from_query(text.partition("?")[2] or text)
    before = [text.partition("/")[0]] if "/" in text else []
    return before + _from_base64(text)


def _from_base64(text: str) -> list[str]:
    """What base64 hides, where it hides plain text: `172700705:638672092558` -> the number."""
    try:
        padded = text + "=" * (-len(text) % 4)
        hidden = base64.b64decode(padded, altchars=b"-_" if set(text) & {"-", "_"} else None)
        plain = hidden.decode("ascii")
    except (binascii.Error, ValueError):
        return []
    if ":" not in plain or not plain.isprintable():
        return []
    return [plain.partition(":")[0], plain]


def _checked_digits(text: str) -> list[str]:
    """The number under a bar code, short or long: an EAN is zeros, the number and a check digit."""
    if not _FEWEST_DIGITS <= len(text) <= _MOST_DIGITS:
        return []
    found = []
    if text[-1] == _check_digit(text[:-1]):
        found += [text[:-1], text[:-1].lstrip("0")]
    checked = text + _check_digit(text)
    found += [checked, checked.zfill(_EAN)]
    if text[0] == "0":
        found.append(text.lstrip("0"))
    return [code for code in found if len(code) >= _FEWEST_DIGITS - 1]


def _check_digit(digits: str) -> str:
    """Of EAN-8, EAN-13 and their kin: every other digit from the right counts three times."""
    total = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def _from_address(text: str) -> list[str]:
    """What the query names as a code, then the last parts of the path, the very last first."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return []
    found = _from_query(parts.query) + _from_query(parts.fragment)
    found += [code for it in found if it[:1] == "{" for code in _from_json(it)]
    if "/" in parts.fragment:
        found.append(unquote(parts.fragment.rstrip("/").rpartition("/")[2]))
    last, *before = [unquote(part) for part in parts.path.split("/") if part][:-3:-1] or [""]
    found += [_FILE_ENDING.sub("", last), last]
    return found + [part for part in before if _CODE_LIKE(part)]


def _from_query(query: str) -> list[str]:
    """The values of names that mean a code; of other names where there are none."""
    try:
        given = {name.lower(): value for name, value in parse_qsl(query, max_num_fields=50)}
    except ValueError:
        return []
    named = [given[name] for name in _QUERY_KEYS if name in given]
    return named or [value for value in given.values() if len(value) >= _SHORTEST_UNNAMED]


def _from_json(text: str) -> list[str]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [code for holder in _objects(value) for code in _named_codes(holder)] + _indico(value)


def _objects(value: Any) -> list[dict[str, Any]]:
    """The object itself and the objects directly inside it."""
    if isinstance(value, list):
        return [one for one in value[:5] if isinstance(one, dict)]
    if not isinstance(value, dict):
        return []
    return [value, *(one for one in value.values() if isinstance(one, dict))]


def _named_codes(holder: dict[str, Any]) -> list[str]:
    values = [holder[name] for name in _JSON_KEYS if name in holder]
    return [str(value) for value in values if isinstance(value, str | int) and value is not True]


def _indico(value: Any) -> list[str]:
    """Indico's short form `{"i": [2, "host/path", "<16 bytes in base64>"]}`: the ticket's UUID."""
    short = value.get("i") if isinstance(value, dict) else None
    if not isinstance(short, list) or len(short) < 3 or not isinstance(short[2], str):
        return []
    try:
        raw = base64.b64decode(short[2] + "=" * (-len(short[2]) % 4))
    except (binascii.Error, ValueError):
        return [short[2]]
    if len(raw) != 16:
        return [short[2]]
    digits = raw.hex()
    return [_dashed(digits), short[2]]

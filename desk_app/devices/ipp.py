"""Asking the printing system of this computer (CUPS) what it knows, in its own language, IPP."""

import getpass
import http.client
import os
import struct
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

PORT = 631
TIMEOUT = 1.0  # seconds; it is on this computer, or not there

GET_JOBS = 0x000A
GET_PRINTER = 0x000B
GET_PRINTERS = 0x4002

_CHARSET, _LANGUAGE, _URI, _KEYWORD, _NAME = 0x47, 0x48, 0x45, 0x44, 0x42
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_OPERATION, _END = 0x01, 0x03
_LAST_DELIMITER = 0x0F

Attributes = dict[str, list[Any]]


def ask(operation: int, wanted: Sequence[str], uri: str = "ipp://localhost/") -> list[Attributes]:
    """The groups of attributes of the answer, one for each job or printer.

    An OSError means that there is no printing system of this kind here.
    """
    if os.name == "nt":  # where a closed port is not refused at once
        raise OSError("no CUPS on this system")
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=TIMEOUT)
    try:
        request = _request(operation, wanted, uri)
        connection.request("POST", "/", request, {"Content-Type": "application/ipp"})
        answer = connection.getresponse().read()
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        connection.close()
    try:
        return list(_groups(answer))
    except (struct.error, IndexError) as error:
        raise OSError("an answer that is not IPP") from error


def printer_uri(name: str) -> str:
    """Where the printing system keeps a printer of this name."""
    return f"ipp://localhost/printers/{quote(name)}"


def _request(operation: int, wanted: Sequence[str], uri: str) -> bytes:
    head = struct.pack(">BBHIB", 2, 0, operation, 1, _OPERATION)
    parts = [
        _attribute(_CHARSET, "attributes-charset", "utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", "en"),
        _attribute(_URI, "printer-uri", uri),
        _attribute(_NAME, "requesting-user-name", getpass.getuser()),
        *(
            _attribute(_KEYWORD, "" if number else "requested-attributes", name)
            for number, name in enumerate(wanted)
        ),
    ]
    if operation == GET_JOBS:
        parts.append(_attribute(_KEYWORD, "which-jobs", "all"))
    return head + b"".join(parts) + bytes([_END])


def _attribute(kind: int, name: str, value: str) -> bytes:
    key, text = name.encode(), value.encode()
    return struct.pack(">BH", kind, len(key)) + key + struct.pack(">H", len(text)) + text


def _groups(answer: bytes) -> Iterator[Attributes]:
    """Whatever follows the operation's own group."""
    group: Attributes | None = None
    place, name = 8, ""
    while answer[place] != _END:
        kind = answer[place]
        place += 1
        if kind <= _LAST_DELIMITER:
            if group:
                yield group
            group = {} if kind != _OPERATION else None
            continue
        key, place = _text(answer, place)
        raw, place = _text(answer, place)
        name = key.decode("utf-8", "replace") or name
        if group is not None:
            group.setdefault(name, []).append(_value(kind, raw))
    if group:
        yield group


def _text(answer: bytes, place: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", answer, place)
    start = place + 2
    return answer[start : start + length], start + length


def _value(kind: int, raw: bytes) -> Any:
    if kind in (_INTEGER, _ENUM):
        return struct.unpack(">i", raw)[0]
    if kind == _BOOLEAN:
        return bool(raw[0])
    return raw.decode("utf-8", "replace")

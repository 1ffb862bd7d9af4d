"""An announcement's bytes as text, whatever its encoding; what is no text is refused."""

import re
import unicodedata
from email import message_from_string, policy

from desk_app.domain.errors import DeskError

LARGEST = 20_000_000
_FOREIGN = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"PK\x03\x04", "ZIP/Office"),
    (b"\xd0\xcf\x11\xe0", "Office"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3", "SQLite"),
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def text_of(data: bytes, name: str) -> str:
    """The file's text in NFC with plain line ends; raises DeskError for anything else."""
    if not data.strip(b"\x00 \t\r\n"):
        raise DeskError("“{name}” is empty: choose the announcement of the event.", name=name)
    if len(data) > LARGEST:
        raise DeskError("“{name}” is too large to be an announcement of an event.", name=name)
    _refuse_foreign(data, name)
    text = _decoded(data)
    if _garbled(text):
        _refuse("?", name)
    return unicodedata.normalize("NFC", _one_page(text)).replace("\r\n", "\n").replace("\r", "\n")


def _refuse_foreign(data: bytes, name: str) -> None:
    for mark, kind in _FOREIGN:
        if data.lstrip()[:16].startswith(mark):
            _refuse(kind, name)


def _refuse(kind: str, name: str) -> None:
    if kind == "?":
        raise DeskError(
            "“{name}” is not a text: choose a text, a saved web page or a calendar file.",
            name=name,
        )
    raise DeskError(
        "“{name}” is a {kind} file: choose a text, a saved web page or a calendar file.",
        name=name,
        kind=kind,
    )


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\x00" in data[:400]:
        # Latin text in UTF-16 has its zeros on odd places when little-endian.
        little = data[1:400:2].count(0) >= data[0:400:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _garbled(text: str) -> bool:
    """More than one sign in fifty is no text: what is left of a binary file once decoded."""
    sample = text[:20_000]
    odd = sum(
        ch == "\ufffd"
        or (unicodedata.category(ch) in ("Cc", "Cn", "Co") and ch not in "\t\n\r\f\v")
        for ch in sample
    )
    return odd * 50 > len(sample)


def _one_page(text: str) -> str:
    """The page inside a "single file" web archive; any other text as it is."""
    if not re.match(r"(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?MIME-Version:", text.replace("\r\n", "\n")):
        return text
    page = message_from_string(text, policy=policy.default).get_body(("html", "plain"))
    content = page.get_content() if page is not None else ""
    return str(content) if str(content).strip() else text

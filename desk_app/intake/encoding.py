"""Which encoding a text is in, found by looking at its bytes."""

import codecs
import re
from collections.abc import Mapping

from desk_app.domain.sentence import Sentence, sentence

_SLICE = 1 << 20
_SAMPLE = 1 << 17
_HEAD = 4000
_BYTE_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850")
# How usual letters are in the languages of exports: é says more than Ä.
_WEIGHTS: Mapping[str, int] = {
    letter: weight
    for weight, letters in (
        (8, "é"),
        (4, "èàçêüäöñóíáß’"),
        (2, "îïôûëâùœæÉÈÀÇãõúøåÖÜÄÑ«»–—…€°"),
        (1, "ÿÊÂÎÔØÅ·“”²"),
    )
    for letter in letters
}
_BEYOND = re.compile(r"(.?)([^\x00-\x7f])(.?)", re.DOTALL)
_MIXED = "desk-mixed-"
_TWICE = re.compile(rb"\xc3\x83\xc2[\x80-\xbf]")  # as é becomes, and nothing else does
_LEAST_PLAIN = 0.1

Found = tuple[str, str, tuple[Sentence, ...]]
"""Encoding, how to treat bytes that do not fit it, and what to say of them."""


def find(data: bytes) -> Found:
    """The encoding; text of two encodings is read in both, and told of."""
    for mark, encoding in _BYTE_MARKS:
        if data.startswith(mark):
            return encoding, "replace", ()
    if wide := _wide_without_mark(data[:_HEAD]):
        return wide, "replace", ()
    wrong = _first_wrong(data)
    if wrong < 0:
        return "utf-8", "replace", ()
    bad, good, usual = _utf8_balance(data)
    old = _old_encoding(data)
    if good > bad or (usual and old == "cp1252"):
        line = data.count(b"\n", 0, wrong) + 1
        return "utf-8", _mixed_with(old), (_told(line),)
    return old, "replace", ()


def once(data: bytes) -> tuple[bytes, tuple[Sentence, ...]]:
    """Text that was taken for an older encoding and encoded again ("PrÃ©nom"): as it was before."""
    if not _TWICE.search(data):
        return data, ()
    try:
        before = data.removeprefix(codecs.BOM_UTF8).decode().encode("cp1252", _AS_BYTES)
        before.decode()
    except UnicodeError:
        return data, ()
    return before, (
        sentence("The accents in this file were encoded twice (“PrÃ©nom”); they were put right."),
    )


def _as_bytes(problem: UnicodeError) -> tuple[bytes, int]:
    """The five bytes that the older encoding knows no letter for."""
    assert isinstance(problem, UnicodeEncodeError)
    return problem.object[problem.start : problem.end].encode("latin-1"), problem.end


_AS_BYTES = "desk-as-bytes"
codecs.register_error(_AS_BYTES, _as_bytes)


def decoded(data: bytes) -> tuple[str, tuple[Sentence, ...]]:
    """All of a text, and what there is to say of its encoding."""
    encoding, errors, warnings = find(data)
    return data.decode(encoding, errors), warnings


def is_wide(encoding: str) -> bool:
    """Whether zeros among the bytes are a part of the letters."""
    return encoding.startswith(("utf-16", "utf-32"))


def _told(line: int) -> Sentence:
    return sentence(
        "This file mixes two encodings, first in line {line}. Both were read; check the accents "
        "of the names.",
        line=line,
    )


def _mixed_with(old: str) -> str:
    """The name of a way to decode: what is no UTF-8 is taken from an older encoding."""

    def take(problem: UnicodeError) -> tuple[str, int]:
        assert isinstance(problem, UnicodeDecodeError)
        wrong = problem.object[problem.start : problem.end]
        return wrong.decode(old, "replace"), problem.end

    codecs.register_error(_MIXED + old, take)
    return _MIXED + old


def _wide_without_mark(head: bytes) -> str:
    """UTF-16 shows by zeros, and by making separators, figures and line ends of them."""
    if len(head) < 8 or b"\0" not in head:
        return ""
    head = head[: len(head) // 2 * 2]
    plain = {encoding: _plain_share(head, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(plain, key=lambda encoding: plain[encoding])
    return best if plain[best] >= _LEAST_PLAIN else ""


def _plain_share(head: bytes, encoding: str) -> float:
    """The share of plain signs, or none if there are letters that no text holds."""
    text = head.decode(encoding, "replace")
    odd = sum(1 for sign in text if sign < " " and sign not in "\t\r\n")
    if odd or text.count("\ufffd") > 1 or "\n" not in text.replace("\r", "\n"):
        return 0.0
    return sum(1 for sign in text if sign < "\x7f") / len(text)


def _first_wrong(data: bytes) -> int:
    """Where the bytes cease to be UTF-8, or -1.

    In slices: to decode a large file at once would keep every other thread waiting.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _SLICE):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(data[start : start + _SLICE], start + _SLICE >= len(data))
        except UnicodeDecodeError as problem:
            return start - pending + problem.start
    return -1


def _utf8_balance(data: bytes) -> tuple[int, int, int]:
    """How many sequences are wrong as UTF-8, how many beyond ASCII right, how many of them usual.

    Letters of an older encoding form a right sequence by chance, though hardly of a usual letter.
    """
    beyond = [letter for letter in data[:_SLICE].decode("utf-8", "replace") if letter > "\x7f"]
    wrong = beyond.count("\ufffd")
    return wrong, len(beyond) - wrong, sum(1 for letter in beyond if letter in _WEIGHTS)


def _old_encoding(data: bytes) -> str:
    """The one-byte encoding in which the bytes beyond ASCII make the most usual letters."""
    sample = _around_letters(data)
    return max(_OLD_ENCODINGS, key=lambda encoding: _likeliness(sample.decode(encoding, "replace")))


def _around_letters(data: bytes) -> bytes:
    """The bytes beyond ASCII each with a neighbour or two, as many as can be looked at soon."""
    found = re.findall(rb".{0,2}[\x80-\xff]+.{0,2}", data[: 16 * _SAMPLE], re.DOTALL)
    return b" ".join(found)[:_SAMPLE]


def _likeliness(text: str) -> int:
    """Usual letters count for it; strange signs and capitals inside a word against it."""
    total = 0
    for before, letter, after in _BEYOND.findall(text):
        weight = _WEIGHTS.get(letter, -2)
        inside = letter.isupper() and (before.islower() or (after.islower() and before.isalpha()))
        total += -3 if inside else weight
    return total

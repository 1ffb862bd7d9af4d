"""Files that are no export, or one that was spoilt; and what must be said of each."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.intake.exports import document, table, workbook

HEADINGS = ("Nom", "Prénom", "Mail")
LEE = ("Lee", "Ann", "ann@example.org")
ROE = ("Roe", "Bob", "bob@example.org")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MEGABYTE = 1 << 20
NAUGHTY = (
    "undefined",
    "null",
    "NaN",
    "True",
    "nil",
    "0",
    "-1",
    "1/0",
    "1e100",
    "0x0",
    "١٢٣",
    ",./;'[]\\-=",
    '<>?:"{}|_+',
    "!@#$%^&*()`~",
    "Ω≈ç√∫˜µ≤≥÷",
    "¡™£¢∞§¶•ªº–≠",
    "⁰⁴⁵₀₁₂",
    "ด้้้้้็็็็็้้้้้",
    "'",
    '""',
    "''\"'",
    "<foo val=“bar” />",
    "田中さんにあげて下さい",
    "찦차를 타고 온 펲시맨",
    "𠜎𠜱𠝹𠱓",
    "(ﾉಥ益ಥ）ﾉ ┻━┻",
    "👩🏽 👨‍🦰 🏳️‍🌈",
    "🇺🇸🇷🇺🇸",
    "１２３",
    "بولندا، الإنجليزية",
    "בְּרֵאשִׁית",
    "ﷺ",
    "\u202etest\u202c",
    "a\u2060b\u200bc",
    "\ufeffMarie",
    "\u0085",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘",
    "˙ɐnbᴉlɐ",
    "Ｔｈｅ",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "1;DROP TABLE users",
    "1'; DROP TABLE users-- 1",
    "' OR 1=1 -- 1",
    "%",
    "_",
    "$HOME",
    "`ls -al /`",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "%s%s%n",
    "{0}",
    "{name.__class__}",
    "%(x)s",
    "../../../etc/passwd",
    "C:\\con\\con",
    "CON",
    "LPT1",
    "Scunthorpe",
    "If you're reading this, you've been in a coma",
    "\x1b[31mred\x1b[0m",
    "\x07",
    "\x7f",
    "İstanbul",
    "Straße",
    "ſecret",
    "ﬁancé",
    "Ⅷ",
    "½",
    "é" + "\u0301" * 40,
    "x" * 500,
    "@",
    "=",
    "-",
    "'=",
    "·",
)
"""Texts of the kinds that break programs, one for each row of a list."""


class Bad(NamedTuple):
    """How to make a file, and words of the sentence that must be said of it."""

    write: Callable[[Path], object]
    words: str


def refused() -> Mapping[str, Bad]:
    """Files of which nobody can be read."""
    good = workbook(Export=[HEADINGS, LEE, ROE])
    return {
        "empty": Bad(_bytes(b""), "The file is empty"),
        "only blank lines": Bad(_bytes(b"\xef\xbb\xbf\r\n\r\n \t\n"), "The file is empty"),
        "PDF": Bad(_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>"), "a PDF file, not an export"),
        "PNG": Bad(_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "a PNG file, not an export"),
        "JPEG": Bad(_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0"), "a JPEG file, not an export"),
        "gzip": Bad(_bytes(b"\x1f\x8b\x08\0\0\0\0\0"), "a gzip file, not an export"),
        "workbook cut in half": Bad(_bytes(good[: len(good) // 2]), "damaged or incomplete"),
        "workbook without its end": Bad(_bytes(good[:-30]), "damaged or incomplete"),
        "old workbook cut": Bad(_bytes(OLE), "damaged or incomplete"),
        "zip bomb, one sheet": Bad(lambda file: _bomb(file, "xl/worksheets/sheet1.xml"), "unpack"),
        "zip bomb, one CSV": Bad(lambda file: _bomb(file, "list.csv"), "unpack"),
        "zip bomb that lies of its size": Bad(_lying_bomb, "unpack|damaged"),
        "zip with a password": Bad(_locked_zip, "packed file is protected by a password"),
        "zip in a zip": Bad(_nested, "packed folder"),
        "spreadsheet that repeats a cell for ever": Bad(_endless_ods, "damaged or incomplete"),
        "file of 2 GB": Bad(_sparse, "larger than 200 MB"),
        "a million columns": Bad(
            _bytes(b";".join(b"c%d" % n for n in range(1_000_000))), "1000000 columns"
        ),
        "a line that never ends": Bad(
            _bytes(b"Nom;Mail\n" + b"a" * (20 * MEGABYTE)), "Line 2 is longer"
        ),
        "a cell too long": Bad(
            _bytes(b"Nom;Mail\nLee;" + b"a" * 200_000 + b"\n"), "A cell of row 2"
        ),
        "countless lines": Bad(_bytes(b"Nom;Mail\n" + b"\n" * 2_000_000), "has 2000001 lines"),
        "an endless web page": Bad(
            _bytes(b"<html><table>" + b"<tr><td>Lee</td></tr>" * MEGABYTE), "larger than 20 MB"
        ),
        "NUL bytes": Bad(_bytes(b"Nom;Mail\nA\0nn;a@example.org\n"), "not text"),
        "only NUL bytes": Bad(_bytes(bytes(5 * MEGABYTE)), "The file is empty"),
        "log-in page": Bad(_bytes(LOGIN_PAGE.encode()), "a web page, not an export"),
        "password": Bad(
            _bytes(OLE + "EncryptedPackage".encode("utf-16-le")), "protected by a password"
        ),
        "quotation mark never closed": Bad(
            _bytes(b'Nom;Mail\nLee;a@example.org\nRoe;"b@example.org\nKo;c@example.org\n'),
            "row 3 is never closed",
        ),
        "quotation mark never closed in a large file": Bad(_open_quote, "row 2 is never closed"),
        "entities that multiply": Bad(_bytes(LAUGHS.encode()), "damaged or incomplete"),
        "deep JSON": Bad(_bytes(b"[" * 100_000), "JSON file is damaged"),
        "other data": Bad(_bytes(b"Colour,Size\nred,3\n"), "No column of names"),
        "headings alone": Bad(_bytes(table(HEADINGS)), "no participants"),
    }


def told() -> Mapping[str, Bad]:
    """Files that are read, with something to be told of them."""
    return {
        "formulas as names": Bad(
            _bytes(table(("Nom", "Mail"), ("=cmd|' /C calc'!A0", "a@example.org"), ("Roe", ""))),
            "like a formula .* rows 2[.]",
        ),
        "signs that turn the writing": Bad(
            _bytes(table(("Nom", "Mail"), ("Lee", ""), ("\u202eeeL\u202c", "a@example.org"))),
            "direction of writing .* rows 3[.]",
        ),
        "a name of 500 letters": Bad(
            _bytes(table(("Nom", "Mail"), ("é" * 500, "a@example.org"))),
            "more than 150 letters .* rows 2[.]",
        ),
        "two encodings": Bad(
            _bytes("Nom;Prénom\nDupré;Zoé\n".encode() + "Béart;Hélène\n".encode("cp1252")),
            "mixes two encodings, first in line 3",
        ),
        "half a letter of UTF-16": Bad(_bytes(_lone_surrogates()), "damaged .* rows 2[.]"),
        "half a letter in JSON": Bad(
            _bytes(rb'[{"name": "Ann\ud800 Lee", "email": "a@example.org", "q\udfff": "x\ud800"}]'),
            "damaged .* rows 2[.]",
        ),
        "naughty strings": Bad(_bytes(naughty()), "like a formula"),
        "a bar code destroyed": Bad(
            _bytes(table(("Nom", "Code-barres"), ("Lee", "1,12E+24"))), "destroyed by a spreadsheet"
        ),
        "a row cut in the middle": Bad(
            _bytes(table(HEADINGS, LEE) + b"Roe;Bo"), "in the middle of row 3"
        ),
    }


def naughty() -> bytes:
    """A list whose names and answers are the naughty strings."""
    rows = ((text, f"{n}@example.org", text) for n, text in enumerate(NAUGHTY))
    return table(("Nom", "Mail", "Question"), *rows)


LOGIN_PAGE = """<!DOCTYPE html>
<html lang="fr"><head><title>Connexion</title><script>var x = "<table>";</script></head>
<body><form><table><tr><td>Email</td><td><input name="email"></td></tr>
<tr><td>Mot de passe</td><td><input type="password"></td></tr></table></form></body></html>
"""
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&i;</Workbook>'
)


def _bytes(data: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(data)


def _lone_surrogates() -> bytes:
    text = "Nom;Mail\r\nLee X;a@example.org\r\n".encode("utf-16-le")
    return b"\xff\xfe" + text.replace("X".encode("utf-16-le"), b"\x00\xd8")


def _bomb(file: Path, part: str) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        if part.startswith("xl"):
            archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(part, "w") as sheet:
            for _ in range(200):
                sheet.write(bytes(MEGABYTE))


def _lying_bomb(file: Path) -> None:
    """Its directory says that the shared texts have 4 kB; they have 200 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(Export=[HEADINGS, LEE]))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            with archive.open(name, "w") as opened:
                opened.write(part)
                if name == "xl/sharedStrings.xml":
                    for _ in range(200):
                        opened.write(b" " * MEGABYTE)
        size = archive.getinfo("xl/sharedStrings.xml").file_size
    data = packed.getvalue().replace(size.to_bytes(4, "little"), (4096).to_bytes(4, "little"))
    file.write_bytes(data)


def _locked_zip(file: Path) -> None:
    """Marked as encrypted, in its directory and before the file itself."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("list.csv", table(HEADINGS, LEE))
    data = bytearray(held.getvalue())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(data)


def _nested(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("inner.zip", b"PK\x03\x04" + bytes(100))


def _endless_ods(file: Path) -> None:
    cell = "<table:table-cell office:value-type='string' table:number-columns-repeated='16000'>"
    row = f"{cell}<text:p>x</text:p></table:table-cell></table:table-row>"
    file.write_bytes(document(f"<table:table-row table:number-rows-repeated='1000000'>{row}"))


def _sparse(file: Path) -> None:
    with file.open("wb") as handle:
        handle.truncate(2 << 30)


def _open_quote(file: Path) -> None:
    line = b"Lee;Ann;ann@example.org;a long answer to a long question\n"
    file.write_bytes(b'Nom;Prenom;Mail;Note\nLee;Ann;"a\n' + line * 100_000)

"""A file's bytes to tables, by what the bytes are, whatever the file is called."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from desk_app.domain.errors import DeskError
from desk_app.intake import compound, delimited, extent, page, structured, workbook, xml_sheets
from desk_app.intake.table import Table

_MEGABYTE = 1 << 20
LARGEST = 200 * _MEGABYTE
_LARGEST_UNPACKED = 1500 * _MEGABYTE
_SUSPECT_UNPACKED = 40 * _MEGABYTE
_SUSPECT_RATIO = 100
_NOTHING = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
_HEAD = 4000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"SQLite format 3", "SQLite"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"BEGIN:VC", "vCard"),
)
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|script)\b", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml|^\s*<[A-Za-z]")
_LISTS = (".csv", ".tsv", ".txt", ".json", ".xlsx", ".xls", ".ods", ".html", ".htm")
_WORKBOOK_PARTS = ("xl/workbook.", "content.xml", "Workbook.xml")


def read_file(path: Path) -> bytes:
    """The file's bytes; a missing, unreadable or absurdly large one raises DeskError."""
    try:
        if path.is_dir():
            raise DeskError(
                "{name} is a folder. Choose the export in it, a single file.", name=name_of(path)
            )
        if path.stat().st_size > LARGEST:
            raise _too_large()
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)  # a pipe or a device does not say how much it holds
    except (OSError, ValueError):
        raise DeskError(
            "The file {name} cannot be read. Check that it still exists and is not open elsewhere.",
            name=name_of(path),
        ) from None
    if len(content) > LARGEST:
        raise _too_large()
    return content


def name_of(path: Path) -> str:
    """What to call a file: bytes in its name that are no UTF-8 can be neither shown nor kept."""
    return (path.name or str(path.resolve())).encode("utf-8", "replace").decode()


def tables(data: bytes, *, unpacked: bool = False) -> tuple[Table, ...]:
    """The tables in the bytes: one, or one for each sheet; DeskError for what is no export.

    `unpacked` bytes come from a zip; a zip among them is not opened again, for it may be the same.
    """
    return tuple(map(delimited.unfolded, _tables(data, unpacked)))


def _tables(data: bytes, unpacked: bool) -> tuple[Table, ...]:
    if len(data) > LARGEST:
        raise _too_large()
    if not data[:_HEAD].strip(_NOTHING) and not data.strip(_NOTHING):
        raise DeskError("The file is empty. Export the list of participants again.")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _from_zip(data, unpacked)
    if data.startswith(_OLE):
        return _from_ole(data)
    if xml_sheets.are_in(data):
        return _unless_empty(xml_sheets.read_sheets(data))
    if is_web_page(data):
        if found := page.read_page(data):
            return found
        raise web_page()
    _refuse_other_kinds(data)
    if _is_json(data):
        return (structured.read_json(data),)
    return (delimited.read_delimited(data),)


def _refuse_other_kinds(data: bytes) -> None:
    head = data[:2000]
    for start, kind in _OTHER_KINDS:
        if head.startswith(start) and not (len(start) == 2 and _is_text(head)):
            raise _another_kind(kind)
    if _XML.search(head.removeprefix(b"\xef\xbb\xbf")):
        raise _another_kind("XML")


def is_delimited(data: bytes) -> bool:
    """Whether the bytes are a table in plain text, as far as `tables` could read them at all."""
    packed = data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))
    return not (packed or xml_sheets.are_in(data) or is_web_page(data) or _is_json(data))


def is_web_page(data: bytes) -> bool:
    """Whether the bytes are HTML, whatever the file is called."""
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    looks_like_one = head.startswith(b"<") and _WEB_PAGE.search(head) is not None
    return looks_like_one and not xml_sheets.are_in(data)


def web_page() -> DeskError:
    """A web page in which no table names people."""
    return DeskError(
        "This file is a web page, not an export: perhaps the platform asked to log in. "
        "Log in, then export the list of participants as CSV or Excel."
    )


def _another_kind(kind: str) -> DeskError:
    return DeskError(
        "This is a {kind} file, not an export. Export the list of participants as CSV or Excel.",
        kind=kind,
    )


def _is_text(head: bytes) -> bool:
    return not any(byte < 9 for byte in head)


def _is_json(data: bytes) -> bool:
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return re.match(rb"\{\s*[\"}]|\[\s*[{\[\]]", head) is not None


def _from_ole(data: bytes) -> tuple[Table, ...]:
    if _ENCRYPTED_STREAM in data:
        raise workbook.protected()
    if "WordDocument".encode("utf-16-le") in data:
        raise _another_kind("Word")
    if not compound.is_sound(data):
        raise workbook.damaged()
    return _unless_empty(workbook.read_workbook(data))


def _from_zip(data: bytes, unpacked: bool) -> tuple[Table, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive)
            _refuse_stray_cell(archive)
            names = [name for name in archive.namelist() if not name.endswith("/")]
            if any(name.startswith(_WORKBOOK_PARTS) for name in names):
                return _unless_empty(workbook.read_workbook(data))
            return _from_archive(archive, () if unpacked else names)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError):
        raise workbook.damaged() from None


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    """By the directory alone, before anything is unpacked."""
    packed = sum(part.compress_size for part in archive.infolist())
    unpacked = sum(part.file_size for part in archive.infolist())
    swollen = unpacked > _SUSPECT_UNPACKED and unpacked > _SUSPECT_RATIO * max(1, packed)
    if unpacked > _LARGEST_UNPACKED or swollen:
        raise DeskError(
            "This file would unpack to {size} MB, far more than any list of participants. "
            "Save the list alone in a new file.",
            size=unpacked // _MEGABYTE,
        )


def _refuse_stray_cell(archive: zipfile.ZipFile) -> None:
    try:
        cell = extent.too_far(archive)
    except (zlib.error, RuntimeError, OSError):  # RuntimeError: a part with a password of its own
        raise workbook.damaged() from None
    if cell:
        raise DeskError(
            "The sheet reaches as far as the cell {cell}, far more than any list of participants. "
            "Copy the list alone into a new workbook.",
            cell=cell,
        )


def _from_archive(archive: zipfile.ZipFile, names: Sequence[str]) -> tuple[Table, ...]:
    """Some platforms pack their one file in a zip."""
    lists = [name for name in names if name.lower().endswith(_LISTS) and not _is_hidden(name)]
    if len(lists) != 1 or archive.getinfo(lists[0]).file_size > LARGEST:
        raise DeskError(
            "This is a packed folder or another kind of document, not an export. "
            "Unpack it and choose the CSV or Excel file inside."
        )
    try:
        return tables(archive.read(lists[0]), unpacked=True)
    except RuntimeError:  # as the library says of a password
        raise DeskError(
            "This packed file is protected by a password. Unpack it, and choose the export inside."
        ) from None
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError):
        raise workbook.damaged() from None


def _is_hidden(name: str) -> bool:
    """What a Mac adds for itself."""
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")


def _unless_empty(sheets: tuple[Table, ...]) -> tuple[Table, ...]:
    if not sheets:
        raise DeskError("The workbook is empty. Export the list of participants again.")
    return sheets


def _too_large() -> DeskError:
    return DeskError(
        "The file is larger than {size} MB, more than any list of participants. "
        "Check that it is the right file.",
        size=LARGEST // _MEGABYTE,
    )

"""The desk's own typeface for badges and documents; whoever chooses it minds its licence."""

from hashlib import sha256
from pathlib import Path

from desk_app.badges import typefaces
from desk_app.domain.errors import DeskError
from desk_app.services import settings
from desk_app.store.session import Session

FOLDER = "fonts"  # in the data folder
_NAME, _FILES = "font_name", {True: "font_bold", False: "font_plain"}
_LARGEST = 30_000_000  # bytes
_KINDS = (".ttf", ".otf")


def use_own_fonts(session: Session) -> None:
    """Have the desk's own typeface at hand; a file that is gone is as if none was chosen."""
    known = settings.read(session)
    files = {bold: session.folder / FOLDER / name
             for bold, key in _FILES.items() if (name := known.get(key, ""))}  # fmt: skip
    typefaces.use_own({bold: file for bold, file in files.items() if file.exists()})


def keep_font(session: Session, file: Path) -> str:
    """Take a TrueType or OpenType file over for the weight it has; gives back its name.

    A variable one serves for both. A DeskError says why it cannot be used.
    """
    from desk_app.badges.own_font import tried

    if file.suffix.lower() not in _KINDS:
        raise DeskError("{file} is no font file: choose one that ends in .ttf or .otf.",
                        file=file.name)  # fmt: skip
    try:
        content = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
    except OSError as error:
        raise DeskError("The font {file} cannot be read ({why}). Choose another one.",
                        file=file.name, why=error.strerror or "?") from error  # fmt: skip
    font = tried(content, file.name)
    kept = f"{sha256(content).hexdigest()[:16]}{file.suffix.lower()}"
    folder = session.folder / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / kept).write_bytes(content)
    for bold in font.weights:
        settings.write(session, _FILES[bold], kept)
    settings.write(session, _NAME, font.name)
    use_own_fonts(session)
    return font.name


def usual_font(session: Session) -> None:
    """Go back to the fonts that ship with the desk."""
    for key in (_NAME, *_FILES.values()):
        settings.write(session, key, "")
    use_own_fonts(session)


def name_of(known: dict[str, str]) -> str:
    """What the typeface in use calls itself; "" for the usual one."""
    return known.get(_NAME, "")

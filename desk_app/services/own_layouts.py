"""Badge layouts that were made at this desk, as files of its data folder."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from desk_app import whole_file
from desk_app.badges import layouts
from desk_app.badges.designs import Design, checked, written
from desk_app.badges.layouts import AnyLayout, read_layout
from desk_app.domain.errors import DeskError
from desk_app.domain.names import plain
from desk_app.store.session import Session

_FOLDER = "layouts"
_OWN = "own-"


def use_own_layouts(session: Session) -> tuple[DeskError, ...]:
    """Have the desk's own layouts at hand; gives the faults of files that cannot be used."""
    found, faults = list[AnyLayout](), []
    for file in sorted(_folder(session).glob("*.toml")):
        try:
            found.append(read_layout(file))
        except DeskError as error:
            faults.append(error)
    layouts.use_own(sorted(found, key=lambda it: plain(it.title)))
    return tuple(faults)


def keep_layout(session: Session, made: Design) -> str:
    """Write a layout into its file, a new one for a layout without an id; gives the id."""
    kept = replace(made, id=made.id or _free_id(session, made.title), title=made.title.strip())
    _write(_folder(session) / f"{kept.id}.toml", written(checked(kept)))
    use_own_layouts(session)
    return kept.id


def forget_layout(session: Session, identity: str) -> None:
    """Take one of the desk's own layouts off the list, with its file."""
    if layouts.is_own(identity):
        (_folder(session) / f"{identity}.toml").unlink(missing_ok=True)
    use_own_layouts(session)


def take_in(session: Session, file: Path) -> str:
    """A copy of a layout file from elsewhere; DeskError says what is wrong with it."""
    found = read_layout(file)
    identity = _free_id(session, found.title)
    _write(_folder(session) / f"{identity}.toml", file.read_text(encoding="utf-8"))
    use_own_layouts(session)
    return identity


def hand_out(made: Design, file: Path) -> Path:
    """Write a layout into a file that another desk takes in."""
    _write(file, written(checked(made)))
    return file


def free_title(title: str, taken: Iterable[str]) -> str:
    """The title itself, or with the first number that makes it another than those taken."""
    known = {plain(it) for it in taken}
    stem = re.sub(r" \d+$", "", title)
    titles = (title if number == 1 else f"{stem} {number}" for number in range(1, 10_000))
    return next(it for it in titles if plain(it) not in known)


def _folder(session: Session) -> Path:
    return session.folder / _FOLDER


def _free_id(session: Session, title: str) -> str:
    slug = _OWN + (re.sub(r"[^a-z0-9]+", "-", plain(title)).strip("-")[:40] or "layout")
    ids = (slug if number == 1 else f"{slug}-{number}" for number in range(1, 10_000))
    return next(it for it in ids if not (_folder(session) / f"{it}.toml").exists())


def _write(file: Path, text: str) -> None:
    whole_file.write(file, text.encode(), folders=True)

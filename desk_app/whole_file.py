"""Files that stand in their place only when they are whole; an older one stays until then.

One that is read is read whole as well.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from desk_app.domain.errors import DeskError


@contextmanager
def opened(path: Path, *, folders: bool = False) -> Iterator[BinaryIO]:
    """Write into it; where anything fails meanwhile, nothing has changed.

    Unless its `folders` are to be made, they must be there: one that has gone (a stick that was
    pulled out) is no place to write to unseen. DeskError where the file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        if folders:
            path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise DeskError(
            "{file} cannot be written ({why}). Choose another place, or close it where it is open.",
            file=path,
            why=error.strerror,
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write(path: Path, content: bytes, *, folders: bool = False) -> Path:
    """The path, once all of the content is there; the rest as with `opened`."""
    with opened(path, folders=folders) as file:
        file.write(content)
    return path


def read(path: Path) -> bytes:
    """All of it; DeskError where it is gone, or another program keeps it to itself."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DeskError(
            "The file {name} cannot be read. Check that it still exists and is not open elsewhere.",
            name=path.name,
        ) from error


def draw(path: Path, drawn: Callable[[], bytes]) -> Path:
    """As `write`, with the content made only now: on the thread that writes."""
    return write(path, drawn())

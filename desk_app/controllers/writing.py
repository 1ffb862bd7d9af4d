"""A document into a file that somebody chose."""

from collections.abc import Callable
from pathlib import Path

from desk_app.domain.errors import DeskError


def written(draw: Callable[[], bytes], path: Path) -> Path:
    """Make the document and write it; DeskError where the file cannot be written."""
    made = draw()
    try:
        path.write_bytes(made)
    except OSError as error:
        raise DeskError(
            "The file {file} cannot be written ({why}). Choose another folder or name.",
            file=path.name,
            why=error.strerror,
        ) from error
    return path

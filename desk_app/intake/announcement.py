"""The announcement of an event -> Event: a page's text, a saved web page or a calendar file."""

from pathlib import Path

from desk_app.domain.errors import DeskError
from desk_app.intake.announcement_calendar import is_calendar, read_calendar
from desk_app.intake.announcement_event import Announcement
from desk_app.intake.announcement_source import text_of
from desk_app.intake.announcement_text import read_text
from desk_app.intake.announcement_web import (
    is_linked_data,
    is_markup,
    read_linked_data,
    read_markup,
)

__all__ = ["Announcement", "read_announcement", "read_announcement_bytes"]


def read_announcement(path: Path) -> tuple[Announcement, ...]:
    """Read a file by what it holds, whatever it is called; raises DeskError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DeskError(
            "“{name}” could not be opened: check that the file is there and can be read.",
            name=path.name,
        ) from error
    return read_announcement_bytes(data, path.name)


def read_announcement_bytes(data: bytes, name: str) -> tuple[Announcement, ...]:
    """As `read_announcement` for bytes already in hand; `name` is for error sentences only."""
    text = text_of(data, name)
    if is_calendar(text):
        return read_calendar(text, name)
    if is_linked_data(text):
        return read_linked_data(text)
    if is_markup(text):
        return read_markup(text, name)
    return (read_text(text, name),)

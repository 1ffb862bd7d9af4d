"""A saved web page -> events: by its linked data, else by what a reader sees."""

import re

from desk_app.domain.errors import DeskError
from desk_app.intake.announcement_event import Announcement
from desk_app.intake.announcement_linked import linked_events, read_linked
from desk_app.intake.announcement_page import Page, linked_data, page_of
from desk_app.intake.announcement_text import read_text

_MARKUP = re.compile(
    r"\s*(?:<\?xml|<!--|<!doctype html)|<(?:html|head|body|article|main|script)\b", re.IGNORECASE
)


def is_markup(text: str) -> bool:
    """Whether the text is a web page or a piece of one."""
    start = text[:4000]
    return bool(_MARKUP.match(start) or _MARKUP.search(start) or re.match(r"\s*<\w+[^<>]*>", start))


def is_linked_data(text: str) -> bool:
    """Whether the text is linked data saved without its page."""
    return text.lstrip()[:1] in ("{", "[") and bool(linked_events(linked_data(text)))


def read_linked_data(text: str) -> tuple[Announcement, ...]:
    """Read linked data saved without its page."""
    return read_linked(linked_events(linked_data(text)), Page())


def read_markup(text: str, name: str) -> tuple[Announcement, ...]:
    """Read a web page; raises DeskError where neither its data nor its text tells of an event."""
    page = page_of(text)
    if events := linked_events(page.linked):
        return read_linked(events, page)
    if not page.text.strip():
        raise DeskError("The web page “{name}” has no text to read an event from.", name=name)
    language = page.language if page.language in ("fr", "en") else ""
    return (read_text(page.text, name, page.title, language),)

"""An event's date and place in one line, in either language."""

from datetime import date

from desk_app.domain.event import Checkpoint, Event
from desk_app.words import say

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def event_line(event: Event, language: str) -> str:
    """Such as "3 July 2024 · La Coursive, Dijon"."""
    place = ", ".join(filter(None, (event.venue, event.city)))
    return " · ".join(filter(None, (days(event.days, language), place)))


def day(it: date, language: str) -> str:
    """One day in words: "3 juillet 2024", "1er mars 2025", "3 July 2024"."""
    number = "1er" if language == "fr" and it.day == 1 else str(it.day)
    return f"{number} {say(_MONTHS[it.month - 1], language)} {it.year}"


def days(several: tuple[date, ...], language: str) -> str:
    """One day, or from the first to the last."""
    if not several:
        return ""
    if len(several) == 1:
        return day(several[0], language)
    return f"{day(several[0], language)} – {day(several[-1], language)}"


def checkpoint_name(checkpoint: Checkpoint, language: str) -> str:
    """The checkpoint's own name, else its day, else the entrance."""
    if checkpoint.name:
        return checkpoint.name
    return day(checkpoint.day, language) if checkpoint.day else say("Entrance", language)

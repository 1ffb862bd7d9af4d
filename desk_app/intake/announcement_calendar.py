"""An iCalendar file -> its events, by the clocks of the place where they are held."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.sentence import Sentence, sentence
from desk_app.intake.announcement_event import Announcement, announced, called_off, unread_date
from desk_app.intake.announcement_labels import is_kind, language_of
from desk_app.intake.announcement_linked import (
    ZONE,
    Moment,
    days_between,
    hours_between,
    local_moment,
)
from desk_app.intake.announcement_page import text_of_markup
from desk_app.intake.announcement_place import capacities_in, place_of


def is_calendar(text: str) -> bool:
    """Whether the text is an iCalendar file, or the bare events of one."""
    return text.lstrip().upper().startswith(("BEGIN:VCALENDAR", "BEGIN:VEVENT"))


def read_calendar(text: str, name: str) -> tuple[Announcement, ...]:
    """Read every event; raises DeskError when the file is broken or has none."""
    from icalendar import Calendar  # half a second that only calendar files cost

    try:
        parts = Calendar.from_ical(text, multiple=True)
    # The library lets a bad zone name reach the file system, and bad values their own errors.
    except (ValueError, LookupError, TypeError, AttributeError, OSError) as error:
        raise DeskError(
            "The calendar file “{name}” is damaged: export it again from its calendar.", name=name
        ) from error
    found = [(part, event) for part in parts for event in part.walk("VEVENT")]
    if not found:
        raise DeskError("The calendar file “{name}” holds no event.", name=name)
    return tuple(
        _read(event, _zone_of(str(part.get("X-WR-TIMEZONE", "")))) for part, event in found
    )


def _read(event: Any, usual: str) -> Announcement:
    zone = _written_zone(event) or usual
    days, hours, notes = _when(event, zone)
    about = text_of_markup(_text(event, "DESCRIPTION"))
    place = place_of(_text(event, "LOCATION"))
    kind, rest = _kind(_categories(event))
    title = _text(event, "SUMMARY")
    stated = capacities_in(about)
    read = Event(
        title=title,
        kind=kind,
        days=days,
        opens=hours[0],
        closes=hours[1],
        city=place.city,
        venue=place.venue,
        about=about,
        rest="\n".join(part for part in (place.address, rest) if part),
        organiser=_organiser(event.get("ORGANIZER")),
        url=_text(event, "URL"),
        capacity=stated.pop() if len(stated) == 1 else None,
        zone=zone,
        language=_language(event, f"{title}\n{about}"),
    )
    return announced(read, [*notes, *_remarks(event)])


def _zone_of(name: str) -> str:
    return name if name in available_timezones() else ZONE


def _written_zone(event: Any) -> str:
    """The IANA zone that the beginning is given in; none for coordinated time or a private name."""
    start = _moment(event, "DTSTART")
    zone = getattr(start, "tzinfo", None)
    name = str(getattr(zone, "key", "")) if isinstance(zone, ZoneInfo) else ""
    return "" if name in ("UTC", "Etc/UTC") else name


def _moment(event: Any, name: str) -> Any:
    """A date, a datetime, a timedelta, or None; a broken value has no `dt`."""
    value = event.get(name)
    try:
        return getattr(value[0] if isinstance(value, list) else value, "dt", None)
    except ValueError:  # how newer versions of the library answer for a broken value
        return None


Days = tuple[date, ...]
Hours = tuple[time | None, time | None]


def _when(event: Any, zone: str) -> tuple[Days, Hours, list[Sentence]]:
    start = _moment(event, "DTSTART")
    if not isinstance(start, date):
        given = event.get("DTSTART")
        return (), (None, None), [unread_date(str(given))] if given else []
    end = _end(event, start)
    # The last day of an all-day event is the one before its end.
    if not isinstance(end, datetime) and not isinstance(start, datetime) and end > start:
        end -= timedelta(days=1)
    first, last = _local(start, zone), _local(end, zone)
    days = days_between(first, last)
    notes = [] if days else [unread_date(f"{start} - {end}")]
    return days or (first.day,), hours_between(first, last), notes


def _end(event: Any, start: date) -> date:
    end, length = _moment(event, "DTEND"), _moment(event, "DURATION")
    if isinstance(end, date):
        return end
    return start + length if isinstance(length, timedelta) else start


def _local(moment: date, zone: str) -> Moment:
    return local_moment(moment, zone) if isinstance(moment, datetime) else Moment(moment)


def _kind(categories: list[str]) -> tuple[str, str]:
    """The category that is a kind of event, else the first; the others."""
    kind = next(filter(is_kind, categories), categories[0] if categories else "")
    return kind, ", ".join(word for word in categories if word != kind)


def _categories(event: Any) -> list[str]:
    given = event.get("CATEGORIES")
    groups = given if isinstance(given, list) else [given] if given else []
    words = (str(word).strip() for group in groups for word in _words(group))
    return [word for word in words if word]


def _words(group: Any) -> Iterable[Any]:
    return getattr(group, "cats", None) or [group]


def _organiser(given: Any) -> str:
    """The organiser's name, else the address without its "mailto:"."""
    first = given[0] if isinstance(given, list) else given
    if first is None:
        return ""
    name = str(first.params.get("CN", "")).strip().strip('"')
    return name or str(first).split(":", 1)[-1].strip()


def _text(event: Any, name: str) -> str:
    given = event.get(name)
    first = given[0] if isinstance(given, list) and given else given
    return str(first or "").strip()


def _language(event: Any, text: str) -> str:
    """What the title says of its own language, else the commonest words."""
    params = getattr(event.get("SUMMARY"), "params", {})
    said = str(params.get("LANGUAGE", ""))[:2].lower()
    return said if said in ("fr", "en") else language_of(text)


def _remarks(event: Any) -> list[Sentence]:
    notes = [called_off()] if _text(event, "STATUS").upper() == "CANCELLED" else []
    if event.get("RRULE") or event.get("RDATE"):
        notes.append(sentence("The event repeats: only its first occurrence was read."))
    return notes

"""schema.org linked data -> events; whatever fits no field of an event is kept in `rest`."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from desk_app.domain.event import Event
from desk_app.domain.sentence import Sentence
from desk_app.intake.announcement_dates import read_when
from desk_app.intake.announcement_event import (
    Announcement,
    announced,
    called_off,
    moved_zone,
    unread_capacity,
    unread_date,
)
from desk_app.intake.announcement_labels import key, language_of, wordings
from desk_app.intake.announcement_page import Page, text_of_markup
from desk_app.intake.announcement_place import Place, capacities_in, capacity_of, place_of

ZONE = "Europe/Paris"
# Event types of schema.org whose name does not end in "Event".
_OTHER_TYPES = frozenset(("Festival", "Hackathon", "EventSeries", "CourseInstance"))
_DEEPEST = 40


class Moment(NamedTuple):
    """A day with, perhaps, its hour in the event's zone; `moved` if it was given in another."""

    day: date
    hour: time | None = None
    moved: bool = False


Json = dict[str, Any]


def linked_events(linked: Iterable[Any]) -> list[Json]:
    """Every event in a page's linked data, however deep, but none inside another event."""
    found = [event for data in linked for event in _events(data, 0)]
    return [event for at, event in enumerate(found) if event not in found[:at]]


def read_linked(events: list[Json], page: Page) -> tuple[Announcement, ...]:
    """Read the events; where one bears the page's title, the others are only related to it."""
    own = [event for event in events if key(_text(event.get("name"))) == key(page.title)]
    if len(events) > 1 and len(own) == 1 and page.title:
        titles = [_text(event.get("name")) for event in events if event is not own[0]]
        return (_read(own[0], page, titles),)
    return tuple(_read(event, page, []) for event in events)


def _events(data: Any, depth: int) -> Iterator[Json]:
    if depth > _DEEPEST:
        return
    if isinstance(data, dict) and _is_event(data):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _events(part, depth + 1)


def _is_event(data: Json) -> bool:
    types = (re.split(r"[/:#]", kind)[-1] for kind in _list(data.get("@type")) if _is_text(kind))
    return any(kind.endswith("Event") or kind in _OTHER_TYPES for kind in types)


def _read(data: Json, page: Page, related: list[str]) -> Announcement:
    title = _text(data.get("name"))
    about = text_of_markup(_text(data.get("description")))
    language = _language(data, page, f"{title}\n{about}")
    days, opens, closes, notes = _when(data)
    capacity, doubts = _capacity(data, about)
    place, online = _place(data.get("location"))
    event = Event(
        title=title,
        days=days,
        opens=opens,
        closes=closes,
        city=place.city,
        venue=place.venue or online,
        access=_access(data, language),
        about=about,
        audience=_names(data.get("audience"), "audienceType"),
        partners=_names([*_list(data.get("sponsor")), *_list(data.get("contributor"))]),
        related="\n".join([*related, *_titles(data, "superEvent"), *_titles(data, "subEvent")]),
        rest=_rest(data, place, online),
        organiser=_names(data.get("organizer")),
        url=_text(data.get("url")) or page.url,
        capacity=capacity,
        zone=ZONE,
        language=language,
    )
    return announced(event, [*notes, *doubts, *_cancelled(data)])


def _language(data: Json, page: Page, text: str) -> str:
    given = (_text(data.get("inLanguage"))[:2].lower(), page.language)
    return next((name for name in given if name in ("fr", "en")), "") or language_of(text)


def _when(data: Json) -> tuple[tuple[date, ...], time | None, time | None, list[Sentence]]:
    first, last = (moment_of(_text(data.get(name))) for name in ("startDate", "endDate"))
    wordings_given = (_text(data.get("startDate")), _text(data.get("endDate")))
    notes = [
        unread_date(wording)
        for wording, moment in zip(wordings_given, (first, last), strict=True)
        if wording and not moment
    ]
    if not first:
        return (), None, None, notes
    notes += [moved_zone(ZONE)] if first.moved else []
    days = days_between(first, last)
    if not days:
        return (first.day,), first.hour, None, [unread_date(" - ".join(wordings_given))]
    opens, closes = hours_between(first, last)
    return days, opens, closes, notes


def moment_of(text: str) -> Moment | None:
    """An ISO moment, or a date as people write it."""
    try:
        written = datetime.fromisoformat(text)
    except ValueError:
        when = read_when(text) if text else None
        return Moment(when.days[0], when.opens) if when and len(when.days) == 1 else None
    if "T" not in text.upper() and ":" not in text:
        return Moment(written.date())
    return local_moment(written, ZONE)


def local_moment(written: datetime, zone: str) -> Moment:
    """The same instant by the clocks of `zone`; a time without a zone is one of theirs already."""
    if written.tzinfo is None:
        return Moment(written.date(), written.time().replace(microsecond=0))
    try:
        there = written.astimezone(ZoneInfo(zone))
    except OverflowError:  # how programs write "from always" and "for ever": the year 1 or 9999
        there = written
    # Coordinated time is how programs write any zone: nobody announced the event in it.
    moved = written.utcoffset() not in (there.utcoffset(), timedelta())
    return Moment(there.date(), there.time().replace(microsecond=0), moved)


def days_between(first: Moment, last: Moment | None) -> tuple[date, ...]:
    """Every day of an event; an end at midnight, or before the next noon, opens no new day."""
    end = last.day if last else first.day
    if last and end > first.day and last.hour is not None:
        night = first.hour is not None and first.hour > last.hour
        overnight = night and end - first.day == timedelta(days=1) and last.hour < time(12)
        end -= timedelta(days=overnight or last.hour == time())
    if not timedelta() <= end - first.day <= timedelta(days=366):
        return ()
    return tuple(first.day + timedelta(days=n) for n in range((end - first.day).days + 1))


def hours_between(first: Moment, last: Moment | None) -> tuple[time | None, time | None]:
    """The hours told; midnight to midnight is how programs write "all day"."""
    opens, closes = first.hour, last.hour if last else None
    whole_day = closes is None or closes == time() or closes >= time(23, 59)
    if opens == time() and whole_day:
        return None, None
    return opens, closes if (closes, first.day) != (opens, last and last.day) else None


def _capacity(data: Json, about: str) -> tuple[int | None, list[Sentence]]:
    names = ("maximumAttendeeCapacity", "maximumPhysicalAttendeeCapacity")
    if given := next((text for name in names if (text := _text(data.get(name)))), ""):
        count = capacity_of(given)
        return count, [] if count is not None else [unread_capacity(given)]
    stated = capacities_in(about)
    return (stated.pop() if len(stated) == 1 else None), []


def _place(location: Any) -> tuple[Place, str]:
    """The first place of stone, and the name or address of a place online."""
    place, online = Place("", "", ""), ""
    for where in _list(location):
        if isinstance(where, dict) and "VirtualLocation" in _list(where.get("@type")):
            online = online or _text(where.get("name")) or _text(where.get("url"))
        elif not any(place):
            place = _stone_place(where)
    return place, online


def _stone_place(where: Any) -> Place:
    if not isinstance(where, dict):
        return place_of(_text(where))
    # Some pages give the address alone where the place should stand.
    address = where if "PostalAddress" in _list(where.get("@type")) else where.get("address")
    name = "" if address is where else _text(where.get("name"))
    if not isinstance(address, dict):
        told = place_of(_text(address))
        street = ", ".join(part for part in (told.venue, told.address) if part)
        return Place(name or told.venue, told.city, street if name else told.address)
    city, street = _text(address.get("addressLocality")), _text(address.get("streetAddress"))
    town = " ".join(part for part in (_text(address.get("postalCode")), city) if part)
    whole = ", ".join(part for part in (street, town) if part)
    return Place(name or street, city, whole if whole != city else "")


def _access(data: Json, language: str) -> str:
    offers = [offer for offer in _list(data.get("offers")) if isinstance(offer, dict)]
    if data.get("isAccessibleForFree") in (True, "true", "True", "https://schema.org/True"):
        return wordings().free[language]
    return " ; ".join(dict.fromkeys(text for offer in offers if (text := _offer(offer, language))))


def _offer(offer: Json, language: str) -> str:
    price = _text(offer.get("price"))
    zero = price and not price.strip("0.,")
    cost = wordings().free[language] if zero else f"{price} {_text(offer.get('priceCurrency'))}"
    return " - ".join(part for part in (_text(offer.get("name")), cost.strip()) if part)


def _rest(data: Json, place: Place, online: str) -> str:
    keywords = ", ".join(_text(word) for word in _list(data.get("keywords")))
    apart = [place.address, online if place.venue else "", keywords]
    people = [_names(data.get("performer")), _text(data.get("doorTime"))]
    return "\n".join(part for part in (*apart, *people) if part)


def _cancelled(data: Json) -> list[Sentence]:
    return [called_off()] if _text(data.get("eventStatus")).endswith("EventCancelled") else []


def _titles(data: Json, name: str) -> list[str]:
    return [title for part in _list(data.get(name)) if (title := _name(part, "name"))]


def _names(parts: Any, field: str = "name") -> str:
    return ", ".join(dict.fromkeys(name for part in _list(parts) if (name := _name(part, field))))


def _name(part: Any, field: str) -> str:
    return _text(part.get(field) or part.get("name")) if isinstance(part, dict) else _text(part)


def _text(value: Any) -> str:
    """The text of a value that may be a number, a list, or `{"@value": ...}`."""
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name") or value.get("value"))
    if value is None or isinstance(value, bool):
        return ""
    return text_of_markup(str(value)) if "&" in str(value) else str(value).strip()


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]

"""Moments of registration, brought to ISO form from the ways that platforms write them."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache

from desk_app.intake import statuses
from desk_app.intake.values import tidied
from desk_app.intake.wording import key

_TIME = (
    r"(?:(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
)
_ZONE = r"\s*(?P<zone>Z|(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?|UTC|GMT)?(?:\[[\w/+-]+\])?"
_GAP = r"(?:[ T,]|\s*-\s*|\s*à\s*|\s*at\s*)*"
_ISO = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})" + _GAP + _TIME + _ZONE
)
_LOCAL = re.compile(
    r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<year>\d{4}|\d{2})" + _GAP + _TIME + _ZONE
)
_WEEKDAY = r"(?:[^\W\d_]+(?:\.?,?\s+(?=\d)|,\s+))?"
_NAMED = re.compile(
    _WEEKDAY + r"(?:(?P<day>\d{1,2})(?:er|st|nd|rd|th|º|\.)?[\s-]+)?(?:de\s+|d['’])?"
    r"(?P<name>[^\W\d_]+)\.?,?[\s-]+(?:de[l]?\s+)?"
    r"(?:(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})(?:\s?г\.)?" + _GAP + _TIME + _ZONE
)
_COUNTED_DAYS = re.compile(r"\d{5}(?:[.,]\d+)?")
_COUNTED_SECONDS = re.compile(r"1[4-9]\d{8}(?:\d{3})?")
_FIRST_DAY = datetime.fromisoformat("1899-12-30")  # from which spreadsheets count, in no zone
_COUNTED_FROM, _COUNTED_TO = 36_526, 73_050  # 2000 to 2099
_NEVER = ("0000-00-00", "1980-01-01 00:00:00")
_TIME_ONLY = re.compile(_TIME)


Moments = Callable[[list[str]], list[str]]


def reader(samples: Iterable[str], language: str) -> Moments:
    """A function from cells to ISO form, knowing from the samples whether the day comes first."""
    day_first = _day_first(samples, language)
    known = lru_cache(maxsize=4096)(lambda text: from_count(text) or iso(text, day_first=day_first))

    def moment(text: str) -> str:
        if text.startswith(_NEVER):
            return ""
        day, _, clock = text.partition(" ")  # days come back, moments hardly ever
        if _is_clock(clock):
            return f"{known(day)}T{clock}"
        return known(text)

    return lambda cells: [moment(cell) for cell in tidied(cells)]


def iso(text: str, *, day_first: bool) -> str:
    """`2026-01-12T08:03:11+01:00`, as much of it as the text says; unreadable text as it is."""
    if found := _ISO.fullmatch(text):
        return _assembled(found, found["month"], found["day"]) or text
    if found := _LOCAL.fullmatch(text):
        month, day = (found["b"], found["a"]) if day_first else (found["a"], found["b"])
        return _assembled(found, month, day) or text
    if found := _NAMED.fullmatch(text):
        day = found["day"] or found["day2"] or ""
        month = statuses.words().months.get(key(found["name"]), "")
        return (_assembled(found, month, day) if month and day else "") or text
    return text


def from_count(text: str) -> str:
    """ISO form of the days or seconds that a machine has counted; "" if the text is no such count.

    Only the heading of a column tells it from another number.
    """
    if _COUNTED_SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    if not _COUNTED_DAYS.fullmatch(text):
        return ""
    days = float(text.replace(",", "."))
    if not _COUNTED_FROM <= days < _COUNTED_TO:
        return ""
    moment = _FIRST_DAY + timedelta(seconds=round(days * 86_400))
    return moment.isoformat() if moment.time() != time() else moment.date().isoformat()


def looks_like_date(text: str) -> bool:
    """Whether a cell holds a day, with or without a time."""
    return text[:1].isdigit() and (
        _ISO.fullmatch(text) is not None or _LOCAL.fullmatch(text) is not None
    )


def with_time(day: str, clock: str) -> str:
    """A day and a time from two columns as one moment; the day alone if the time is unreadable."""
    if not day or "T" in day:
        return day
    if _is_clock(clock):
        return f"{day}T{clock}"
    found = _TIME_ONLY.fullmatch(clock)
    return day + _clock(found) if found else day


def _is_clock(text: str) -> bool:
    """`08:03` or `08:03:11`, which need no further reading."""
    if len(text) not in (5, 8) or text[2] != ":" or text > "24":
        return False
    return text.replace(":", "").isdigit()


def _day_first(samples: Iterable[str], language: str) -> bool:
    halves = short_years = False
    for text in samples:
        found = _LOCAL.fullmatch(text)
        if not found:
            continue
        if int(found["a"]) > 12:
            return True
        if int(found["b"]) > 12:
            return False
        halves |= bool(found["half"])
        short_years |= len(found["year"]) == 2
    return language != "en" or not (halves or short_years)


def _assembled(found: re.Match[str], month: str, day: str) -> str:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return ""
    year = found["year"] if len(found["year"]) == 4 else f"20{found['year']}"
    clock = _clock(found)
    return f"{year}-{int(month):02}-{int(day):02}{clock}{_zone(found['zone'] or '', clock)}"


def _clock(found: re.Match[str]) -> str:
    if not found["hour"]:
        return ""
    hour = int(found["hour"])
    half = (found["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or int(found["minute"]) > 59:
        return ""
    second = f":{found['second']}" if found["second"] else ""
    return f"T{hour:02}:{found['minute']}{second}"


def _zone(zone: str, clock: str) -> str:
    if not zone or not clock:
        return ""
    offset = zone.removeprefix("UTC").removeprefix("GMT").strip()
    if offset in ("", "Z"):
        return "+00:00"
    digits = offset[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{offset[0]}{int(hours):02}:{minutes}"

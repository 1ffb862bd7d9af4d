"""Days and hours as people write them, in French and English; what is in doubt is not read.

Numeric dates are always day first, and a year of two digits is one of this century.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cache
from typing import Any, NamedTuple

from desk_app.domain.names import plain
from desk_app.intake.announcement_labels import entries

LONGEST_TEXT = 300
LONGEST = timedelta(days=366)
_TIME = re.compile(
    r"(?<![\d/.])(?P<hour>\d{1,2})(?:"
    r"\s*(?:h|heures?\b)\s*(?P<minute>\d{2}(?!\d))?(?:\s*min\b)?"
    r"|:(?P<minute2>\d{2})(?::\d{2})?(?:\s*(?P<half2>[ap])\.?m\b\.?)?"
    r"|(?:\.(?P<minute3>\d{2}))?\s*(?P<half>[ap])\.?m\b\.?)"
)
# "9-17h", "2-5pm": the first number takes its unit from the second.
_BARE_START = re.compile(
    r"(?<![\d/.-])(\d{1,2})(\s*(?:-|a|to)\s*)(?=\d{1,2}\s*(h|heures?\b|[ap]m))"
)
_TOKEN = re.compile(
    r"(?P<iso>\d{4}([/-])\d{1,2}\2\d{1,2})(?!\d)"
    r"|(?P<numeric>\d{1,2}([/.-])\d{1,2}\4(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<short>\d{1,2}/\d{1,2}(?!\d))"
    r"|(?P<number>\d+)(?:er|st|nd|rd|th)?(?![a-z])"
    r"|(?P<word>[^\W\d]+(?:'[^\W\d]+)?\.?)"
    r"|(?P<sign>\S)"
)


@dataclass(frozen=True, slots=True)
class When:
    """`days` in order; `doubt` is the text that could not be read, `left` words beside dates."""

    days: tuple[date, ...] = ()
    opens: time | None = None
    closes: time | None = None
    doubt: str = ""
    left: str = ""
    many_hours: bool = False


class _Part(NamedTuple):
    """One date as written, with what it leaves to its neighbours as None."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


class _Link(NamedTuple):
    """What stands between two dates: "au" makes them a range, "et" a list."""

    through: bool


def read_when(text: str) -> When:
    """Read days and hours out of one value; nothing readable gives `doubt`."""
    if len(text) > LONGEST_TEXT:
        return When(doubt=text)
    folded = _folded(text)
    without, spans = _hours_taken(folded)
    if spans is None:
        return When(doubt=text)
    opens, closes = _span(folded, spans)
    parts, left = _parts(without)
    days = _days(parts)
    # "03/07/24, reporté au 04/09/24" is no range: words beside several dates may change them.
    if days is None or not (days or spans) or (left and len(days) > 1):
        return When(opens=opens, closes=closes, doubt=text)
    return When(days, opens, closes, left=" ".join(left), many_hours=len(spans) > 2)


def read_hours(text: str) -> When:
    """As `read_when` for a value that is only hours; a bare date in it is `doubt`."""
    when = read_when(text)
    return replace(when, doubt=when.doubt or ("" if when.opens or when.closes else text))


def is_when(text: str) -> bool:
    """Whether the text is days, perhaps with hours, and nothing else."""
    when = read_when(text)
    return bool(when.days) and not when.left and not when.doubt


def _folded(text: str) -> str:
    """Lower case without accents; every dash one sign; "2024-07-03T09:30" two words."""
    simple = plain(text.replace("’", "'"))
    simple = re.sub(r"[‐‑‒–—―→]", "-", simple)
    return re.sub(r"(?<=\d)t(?=\d\d:\d\d)", " ", simple)


def _hours_taken(text: str) -> tuple[str, list[time] | None]:
    """The text without its hours, and the hours in order; None for an hour that is none."""
    spread = _BARE_START.sub(lambda m: f"{m[1]}{_unit(m[3])}{m[2]}", text)
    try:
        spans = [_clock(found) for found in _TIME.finditer(spread)]
    except ValueError:
        return text, None
    # One sign for "9h - 17h" as a whole, or its dash would join the dates around it.
    return re.sub(r"~\s*(?:-|a|to)\s*~", "~", _TIME.sub("~", spread)), spans


def _unit(unit: str) -> str:
    return "h" if unit.startswith("h") else unit


def _clock(found: re.Match[str]) -> time:
    hour, half = int(found["hour"]), found["half"] or found["half2"]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(found[0])
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(found["minute"] or found["minute2"] or found["minute3"] or 0))


def _span(text: str, hours: list[time]) -> tuple[time | None, time | None]:
    """The first beginning and the last end; a lone hour is a beginning unless worded as an end."""
    if not hours:
        return None, None
    if len(hours) == 1:
        ends = any(re.search(rf"\b{re.escape(word)}", text) for word in _words().until)
        return (None, hours[0]) if ends else (hours[0], None)
    if len(hours) == 2:
        return hours[0], hours[1]
    return min(hours[::2]), max(hours[1::2] or hours)


def _parts(text: str) -> tuple[list[_Part | _Link], list[str]]:
    """Dates and links in order, and the words that are neither."""
    parts: list[_Part | _Link] = []
    left: list[str] = []
    for found in _TOKEN.finditer(text):
        if found["word"] or found["sign"]:
            _take_word(found[0], parts, left)
        else:
            parts.append(_dated(found))
    return list(_merged(parts)), left


def _dated(found: re.Match[str]) -> _Part:
    if found["iso"]:
        year, month, day = (int(number) for number in re.findall(r"\d+", found[0]))
        return _Part(day, month, year)
    numbers = [int(number) for number in re.findall(r"\d+", found[0])]
    if found["numeric"]:
        return _Part(numbers[0], numbers[1], _century(numbers[2]))
    if found["short"]:
        return _Part(numbers[0], numbers[1])
    return _Part(year=numbers[0]) if numbers[0] > 999 else _Part(day=numbers[0])


def _century(year: int) -> int:
    return 2000 + year if year < 100 else year


def _take_word(word: str, parts: list[_Part | _Link], left: list[str]) -> None:
    words, bare = _words(), word.rstrip(".") or word
    if bare in words.months:
        parts.append(_Part(month=words.months[bare]))
    elif bare in words.ranges:
        parts.append(_Link(True))
    elif bare in words.joins:
        parts.append(_Link(False))
    elif bare not in words.ignored and bare != "~":
        left.append(word)


def _merged(parts: Iterable[_Part | _Link]) -> Iterator[_Part | _Link]:
    """Neighbours that complete one another become one date: "3" "juillet" "2024"."""
    open_part: _Part | None = None
    comma = False
    for part in parts:
        if isinstance(part, _Link):
            if open_part is not None and not part.through:
                comma = True
                continue
            if open_part is not None:
                yield open_part
            open_part, comma = None, False
            yield part
            continue
        joined = _joined(open_part, part, comma)
        if open_part is not None and joined is None:
            yield open_part
            yield _Link(False)
        open_part, comma = joined or part, False
    if open_part is not None:
        yield open_part


def _joined(first: _Part | None, second: _Part, comma: bool) -> _Part | None:
    """One date of two parts that do not overlap; after a comma only a year still belongs."""
    if first is None or (comma and (second.day or second.month)):
        return None
    if any(a is not None and b is not None for a, b in zip(first, second, strict=True)):
        return None
    return _Part(*(b if a is None else a for a, b in zip(first, second, strict=True)))


def _days(parts: list[_Part | _Link]) -> tuple[date, ...] | None:
    """The days meant, in order; None when one of them is no date or lacks its year."""
    dates = [part for part in parts if isinstance(part, _Part)]
    full = _completed(dates) if dates else []
    if full is None:
        return None
    found: set[date] = set()
    through, last = False, None
    waiting = iter(full)
    for part in parts:
        if isinstance(part, _Link):
            through = part.through and last is not None
            continue
        day = next(waiting)
        if through and last is not None:
            if not timedelta() <= day - last <= LONGEST:
                return None
            found.update(last + timedelta(days=n) for n in range((day - last).days))
        found.add(day)
        through, last = False, day
    return tuple(sorted(found))


def _completed(parts: list[_Part]) -> list[date] | None:
    """Give each date the month and year of the next one that has them, else of the one before."""
    filled = _lent(_lent(parts[::-1])[::-1])
    try:
        days = [date(part.year or 0, part.month or 0, part.day or 0) for part in filled]
    except (ValueError, OverflowError):
        return None
    nexts = [*days[1:], date.max]
    return [_turned(*dates) for dates in zip(parts, days, nexts[-len(days) :], strict=True)]


def _turned(written: _Part, day: date, after: date) -> date:
    """ "28 décembre au 3 janvier 2025" began the year before the one it borrows."""
    if written.year is None and written.month and day > after:
        return day.replace(year=day.year - 1)
    return day


def _lent(parts: list[_Part]) -> list[_Part]:
    month = year = None
    lent: list[_Part] = []
    for part in parts:
        month, year = part.month or month, part.year or year
        lent.append(_Part(part.day, part.month or month, part.year or year))
    return lent


class _Words(NamedTuple):
    months: dict[str, int]
    ranges: frozenset[str]
    joins: frozenset[str]
    ignored: frozenset[str]
    until: tuple[str, ...]


@cache
def _words() -> _Words:
    found: dict[str, Any] = entries()["dates"]
    months = {word: at for at, names in enumerate(found["months"], 1) for word in names}
    ranges, joins, ignored = (frozenset(found[name]) for name in ("ranges", "joins", "ignored"))
    return _Words(months, ranges, joins, ignored, tuple(found["until"]))

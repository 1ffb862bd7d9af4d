"""The fields of an event as a form shows them, and how each is written and read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from desk_app.controllers.events import read_days, read_hour
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Handout

ZONES = (
    "Europe/Paris Europe/Brussels Europe/Luxembourg Europe/Zurich Europe/London Europe/Berlin"
    " Europe/Madrid Europe/Rome Europe/Lisbon America/Guadeloupe America/Martinique America/Cayenne"
    " America/Miquelon America/Toronto America/New_York Indian/Reunion Indian/Mayotte"
    " Pacific/Noumea Pacific/Tahiti Africa/Algiers Africa/Casablanca Africa/Tunis UTC"
).split()


@dataclass(frozen=True)
class Kind:
    """How a value becomes text, and text a value; `read` raises DeskError with what to do."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    lines: int = 1
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """A field of Event; words are English, for `tr`. `span` is in sixths of the form's width."""

    name: str
    label: str
    kind: Kind
    span: int = 3
    example: str = ""


@dataclass(frozen=True)
class Group:
    """Fields that belong together, under a heading."""

    title: str
    fields: tuple[Field, ...]


def _read_title(text: str) -> str:
    if not text.strip():
        raise DeskError("An event needs a title.")
    return text.strip()


def _read_capacity(text: str) -> int | None:
    bare = "".join(text.split())
    if not bare:
        return None
    if not (bare.isascii() and bare.isdigit()) or not 0 < int(bare) < 10_000_000:
        raise DeskError("“{text}” is no number of places. Write it in figures.", text=text.strip())
    return int(bare)


def _read_zone(text: str) -> str:
    try:
        return ZoneInfo(text.strip()).key
    except (ValueError, OSError, LookupError) as error:
        raise DeskError(
            "“{text}” is no time zone. Write it as Europe/Paris.", text=text.strip()
        ) from error


def _read_words(text: str) -> tuple[str, ...]:
    """Several words, with a comma or a semicolon between them."""
    return tuple(word for it in text.replace(";", ",").split(",") if (word := it.strip()))


def _read_lines(text: str) -> tuple[str, ...]:
    return tuple(line for it in text.splitlines() if (line := " ".join(it.split())))


def _write_handouts(given: tuple[Handout, ...]) -> str:
    return "\n".join(
        f"{it.name}: {', '.join(it.ticket_types)}" if it.ticket_types else it.name for it in given
    )


def _read_handouts(text: str) -> tuple[Handout, ...]:
    """One on each line; behind a colon, the tickets that it is for."""
    parts = (line.partition(":") for line in _read_lines(text))
    return tuple(Handout(name.strip(), _read_words(types)) for name, _, types in parts)


def _write_days(days: tuple[date, ...]) -> str:
    return ", ".join(f"{day:%d/%m/%Y}" for day in days)


def _write_hour(hour: time | None) -> str:
    return f"{hour:%H:%M}" if hour else ""


def _read_day(text: str) -> date | None:
    if not text.strip():
        return None
    days = read_days(text)
    if len(days) != 1:
        raise DeskError("“{text}” is not one day. Write it as 31/12/2027.", text=text.strip())
    return days[0]


_TITLE = Kind(str, _read_title)
_LINE = Kind(str, str.strip)
_TEXT = Kind(str, str.strip, lines=5)
_DAYS = Kind(_write_days, read_days)
_HOUR = Kind(_write_hour, read_hour)
_DAY = Kind(lambda day: f"{day:%d/%m/%Y}" if day else "", _read_day)
_COUNT = Kind(lambda count: "" if count is None else str(count), _read_capacity)
_WORDS = Kind(", ".join, _read_words)
_LINES = Kind("\n".join, _read_lines, lines=3)
_HANDOUTS = Kind(_write_handouts, _read_handouts, lines=3)
_ZONE = Kind(str, _read_zone, suggestions=tuple(ZONES))

GROUPS = (
    Group(
        "What",
        (
            Field("title", "Title", _TITLE, span=6),
            Field("kind", "Kind of event", _LINE, span=2, example="Workshop, conference…"),
            Field("organiser", "Organiser", _LINE, span=2),
            Field("url", "Web page", _LINE, span=2),
        ),
    ),
    Group(
        "When",
        (
            Field("days", "Dates", _DAYS, span=3, example="03/07/2024, 04/07/2024"),
            Field("opens", "Begins at", _HOUR, span=1, example="09:30"),
            Field("closes", "Ends at", _HOUR, span=1, example="17:00"),
            Field("zone", "Time zone", _ZONE, span=1),
        ),
    ),
    Group(
        "Where, and for how many",
        (
            Field("city", "City", _LINE, span=2),
            Field("venue", "Venue", _LINE, span=2),
            Field("capacity", "Places", _COUNT, span=2, example="Empty when there is no limit"),
            Field("access", "Access", _LINE, span=6),
        ),
    ),
    Group(
        "At the desk",
        (
            Field(
                "handouts",
                "Handed out, one thing per line",
                _HANDOUTS,
                span=2,
                example="Lunch voucher: VIP, Speaker",
            ),
            Field(
                "consents",
                "Consents to ask for, one per line",
                _LINES,
                span=2,
                example="May photographs of you be published?",
            ),
            Field(
                "questions",
                "Questions to ask, one per line",
                _LINES,
                span=2,
                example="Which workshop will you join?",
            ),
        ),
    ),
    Group(
        "Data protection",
        (Field("keep_until", "Names are kept until", _DAY, span=2, example="31/12/2027"),),
    ),
    Group(
        "Texts of the announcement",
        (
            Field("about", "About", _TEXT, span=6),
            Field("objectives", "Objectives", _TEXT),
            Field("audience", "Audience", _TEXT),
            Field("practical", "Practical information", _TEXT),
            Field("partners", "Partners", _TEXT),
            Field("related", "Related events", _TEXT),
            Field("rest", "Also in the announcement", _TEXT),
        ),
    ),
)
RULES = (
    Field("ticket_types", "Only for these tickets", _WORDS, span=3, example="VIP, Speaker…"),
    Field("opens", "Open from", _HOUR, span=1, example="09:00"),
    Field("closes", "Open until", _HOUR, span=1, example="18:00"),
    Field("capacity", "Places inside", _COUNT, span=1, example="No limit"),
)
"""What may be asked at a checkpoint, as fields of Checkpoint."""
FIELDS = tuple(field for group in GROUPS for field in group.fields)

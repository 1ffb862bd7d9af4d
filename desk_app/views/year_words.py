"""How the figures of events are written: numbers, shares, dates, minutes from the opening."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QLocale

from desk_app.controllers.events import days_line
from desk_app.controllers.year import Counted, EventOfYear, Regular, Year
from desk_app.domain.event import Event
from desk_app.tables.row_model import Column
from desk_app.words import current, tr, trn

_Told = Callable[[Counted], int | float | None]


def figures() -> tuple[tuple[str, _Told, Callable[[Counted], str]], ...]:
    """Of each figure its word, its value and how that is written."""
    return (
        (tr("Registered"), lambda it: it.registered, lambda it: number(it.registered)),
        (tr("Came"), lambda it: it.arrived, lambda it: number(it.arrived)),
        (tr("Share"), lambda it: it.share, lambda it: percent(it.share)),
        (tr("No-shows"), lambda it: it.absent, lambda it: number(it.absent)),
        (tr("Walk-ins"), lambda it: it.walk_ins, lambda it: number(it.walk_ins)),
    )


def event_columns(chosen: Callable[[int], bool]) -> tuple[Column[EventOfYear], ...]:
    """Every event with its figures; who is chosen has a mark before the title."""
    return (
        Column(
            tr("Event"),
            lambda it: title_of(it),
            icon=lambda it: "check" if chosen(it.id) else "",
            width=240,
        ),
        Column(
            tr("Date"),
            lambda it: date_of(it),
            sort=lambda it: it.event.days or None,
            width=146,
        ),
        *_figure_columns(lambda it: it.counted),
    )


def year_columns() -> tuple[Column[Year], ...]:
    """Every year with the figures of its events together."""
    return (
        Column(tr("Year"), year_of, sort=lambda it: it.year, width=240),
        Column(
            tr("Events"),
            lambda it: number(len(it.events)),
            sort=lambda it: len(it.events),
            width=146,
        ),
        *_figure_columns(lambda it: it.counted),
    )


def regular_columns() -> tuple[Column[Regular], ...]:
    """Who came to several events, and to which."""
    return (
        Column(tr("Name"), lambda it: it.name, width=220),
        Column(tr("Organisation"), lambda it: it.organisation, width=180),
        Column(
            tr("Events"),
            lambda it: number(len(it.events)),
            sort=lambda it: len(it.events),
            align="right",
            width=110,
        ),
        Column(tr("Came to"), events_of, width=300),
    )


def events_of(it: Regular, *, longest: int = 24) -> str:
    """Each with the year, the latest first; long titles are cut."""
    return " · ".join(_dated(event, longest) for event in it.events)


def _dated(event: Event, longest: int) -> str:
    title = event.title or tr("Event without a title")
    short = title if len(title) <= longest else f"{title[: longest - 1].rstrip()}…"
    return f"{short} ({event.days[0].year})" if event.days else short


def title_of(it: EventOfYear) -> str:
    return it.event.title or tr("Event without a title")


def date_of(it: EventOfYear) -> str:
    return days_line(it.event.days[:1], current())


def year_of(it: Year) -> str:
    return str(it.year) if it.year is not None else tr("Without a date")


def number(it: int) -> str:
    return QLocale(current()).toString(it)


def percent(share: float | None) -> str:
    """A dash where nobody was expected."""
    return "–" if share is None else tr("{number}%", number=number(round(share * 100)))


def from_opening(minute: int, *, by_opening: bool) -> str:
    """A moment of several days at once: "+0:30"."""
    if not minute:
        return tr("Opening") if by_opening else tr("First arrival")
    hours, minutes = divmod(abs(minute), 60)
    return f"{'+' if minute > 0 else '−'}{hours}:{minutes:02}"


def count_words(events: Iterable[object]) -> str:
    count = len(tuple(events))
    return trn(count, "{count} event", "{count} events")


def _figure_columns(counted: Callable[[Any], Counted]) -> Iterable[Column[Any]]:
    return [_figure_column(*figure, counted) for figure in figures()]


def _figure_column(
    word: str, value: _Told, written: Callable[[Counted], str], counted: Callable[[Any], Counted]
) -> Column[Any]:
    return Column(
        word,
        lambda it: written(counted(it)),
        sort=lambda it: value(counted(it)),
        align="right",
        width=96,
    )

"""The event on one page: figures, the curve of arrivals, categories and organisations."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from desk_app.domain.arrival_bins import bins_of
from desk_app.domain.event import Event
from desk_app.domain.names import plain
from desk_app.domain.registration import MAY_ENTER
from desk_app.services import attendance
from desk_app.services.papers.request import Draw, Request, contents, head
from desk_app.store.people import People
from desk_app.store.session import Session
from desk_app.words import say


def summary(session: Session, it: Request) -> Draw:
    """One page, for a report to funders."""
    from desk_app.reports.summary import EventSummary, summary_pdf

    found = contents(session, it)
    figures = attendance.figures(session, it.place)
    made = EventSummary(
        head(found, "Summary of the event"),
        _curve(figures.curve, found.event, it.language),
        (
            (say("By category", it.language), _categories(figures, it.language)),
            (say("By organisation", it.language), _shares(found.people, it.language)),
        ),
        found.notes,
        found.summary.generated,
    )
    return partial(summary_pdf, made, it.language)


def _curve(curve: Sequence[tuple[int, int]], event: Event, language: str) -> Any:
    from desk_app.reports.summary import Curve

    bins = bins_of(curve)
    if bins is None:
        return Curve(say("Arrivals", language), 5, (), ())
    title = say(
        "Arrivals per {minutes} minutes; the line: everybody in by then",
        language,
        minutes=bins.minutes,
    )
    times = tuple(
        attendance.local_time(bins.time(place), event.zone) for place in range(len(bins.counts))
    )
    return Curve(title, bins.minutes, bins.counts, times)


def _categories(figures: attendance.Figures, language: str) -> tuple[Any, ...]:
    from desk_app.reports.summary import Share

    without = say("Without a category", language)
    shares = [Share(it.name or without, it.arrived, it.expected) for it in figures.categories]
    return tuple(sorted(shares, key=lambda share: -share.expected))


def _shares(people: People, language: str) -> tuple[Any, ...]:
    """Organisations, those with most people first."""
    from desk_app.reports.summary import Share

    expected: dict[str, int] = {}
    arrived: dict[str, int] = {}
    names: dict[str, str] = {}
    for person in people:
        if person.status in MAY_ENTER or person.here_at is not None:
            key = plain(person.organisation)
            names.setdefault(key, person.organisation)
            expected[key] = expected.get(key, 0) + 1
            arrived[key] = arrived.get(key, 0) + (person.here_at is not None)
    without = say("Without an organisation", language)
    return tuple(
        Share(names[key] if key else without, arrived[key], expected[key])
        for key in sorted(expected, key=lambda it: (not it, -expected[it], it))
    )

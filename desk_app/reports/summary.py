"""The event on one page: its figures, the curve of arrivals, who came by category."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from desk_app.badges.breaking import shortened
from desk_app.badges.paper import MM, Area, Mark, Paper, Words
from desk_app.badges.shaping import CAP_HEIGHT
from desk_app.reports.head import Head, drawn_head, footer
from desk_app.reports.look import colour, left, look, paper_size, top, width
from desk_app.reports.table import frame, paragraph, rule
from desk_app.reports.text import joined, line, number, readable, wrapped
from desk_app.words import say


@dataclass(frozen=True, slots=True)
class Curve:
    """Arrivals in equal steps; `times` names the beginning of each, on the event's clock."""

    title: str
    minutes: int
    counts: tuple[int, ...]
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One bar: how many came of how many."""

    name: str
    arrived: int
    expected: int


@dataclass(frozen=True, slots=True)
class EventSummary:
    """All of the page. `notes` say what the figures cannot."""

    head: Head
    curve: Curve
    groups: tuple[tuple[str, tuple[Share, ...]], ...]
    notes: tuple[str, ...] = ()
    generated: str = ""


def summary_pdf(it: EventSummary, language: str) -> bytes:
    """One page of A4, whatever there is: of long lists the largest parts."""
    paper = Paper(joined(it.head.kind, it.head.title), language)
    paper.open_page(*paper_size())
    head = drawn_head(it.head)
    head.put(paper)
    y = top() - head.height
    marks = list(_curve(it.curve, y, language))
    y -= look()["summary"]["curve"] * MM + 16 * MM
    marks += _groups(it.groups, y, language)
    size = look()["note"]["size"]
    low = look()["page"]["bottom"] * MM + 2 * MM
    for note in reversed(it.notes):
        lines = wrapped(note, False, size, width())
        low += len(lines) * size * 1.3
        marks += paragraph(lines, left(), low - size, size, "soft")
    told = say("Page {number} / {count}", language, number=1, count=1)
    paper.put((*marks, *footer(joined(it.head.title, it.generated), told)))
    paper.close_page()
    return paper.finished()


def _curve(it: Curve, y: float, language: str) -> Iterator[Mark]:
    """Bars for each step, a line of what they add up to, times below, the peak in figures."""
    size = look()["title"]["label"]
    yield Words(line(it.title, True), left(), y - size, size + 1, colour("accent"))
    high = look()["summary"]["curve"] * MM
    floor = y - high - 4 * MM
    yield rule(floor, 0.25 * MM, "soft")
    if not it.counts:
        told = say("Nobody has been checked in.", language)
        yield Words(line(told), left(), floor + high / 2, size + 1, colour("soft"))
        return
    step, most = width() / len(it.counts), max(it.counts)
    room = high - 6 * MM
    totals = list(accumulate(it.counts))
    for place, count in enumerate(it.counts):
        x, tall = left() + place * step, count / most * room
        if count:
            thick = min(step * 0.8, look()["summary"]["bar"] * MM)
            yield Area(x + (step - thick) / 2, floor, thick, tall, 0, colour("bar"))
        if count == most and place == it.counts.index(most):
            figure = line(number(count), True)
            middle = x + step / 2 - figure.width * size / 2
            yield Words(figure, middle, floor + tall + 2, size, colour("ink"))
    yield from _steps([it / totals[-1] * room for it in totals], floor, step)
    yield from _times(it, floor, step, size)
    # The line's own figure stands at its end, so that it needs no second axis.
    end = line(number(totals[-1]), True)
    x = left() + width() - end.width * size
    yield Words(end, x, floor + room + 1.5 * MM, size, colour("ink"))


def _steps(heights: Sequence[float], floor: float, step: float) -> Iterator[Mark]:
    """A line that rises at the beginning of each step, without a gap: it reads on any printer."""
    thin, below = 0.35 * MM, 0.0
    for place, up in enumerate(heights):
        x = left() + place * step
        yield Area(x, floor + below, thin, up - below + thin, 0, colour("ink"))
        yield Area(x, floor + up, step, thin, 0, colour("ink"))
        below = up


def _times(it: Curve, floor: float, step: float, size: float) -> Iterator[Mark]:
    taken = left()
    for place, time in enumerate(it.times):
        x, label = left() + place * step, line(time)
        if x >= taken and x + label.width * size <= left() + width():
            yield Words(label, x, floor - size * 1.4, size, colour("soft"))
            taken = x + max(label.width * size + 6 * MM, 18 * MM)


def _groups(
    groups: Sequence[tuple[str, tuple[Share, ...]]], y: float, language: str
) -> Iterator[Mark]:
    """Side by side, so that a long list of one leaves the other its place."""
    wide = (width() - 10 * MM) / 2
    for place, (title, shares) in enumerate(groups[:2]):
        yield from _bars(title, shares, left() + place * (wide + 10 * MM), wide, y, language)


def _bars(
    title: str, shares: Sequence[Share], x: float, wide: float, y: float, language: str
) -> Iterator[Mark]:
    style, size = look()["summary"], look()["table"]["size"]
    yield Words(line(title, True), x, y, look()["title"]["label"] + 1, colour("accent"))
    y -= 4 * MM
    for share in shares[: style["most"]]:
        told = line(f"{number(share.arrived)} / {number(share.expected)}", True)
        room = wide - told.width * size - 4 * MM
        name = wrapped(share.name, False, size, room)
        if len(name) > 1:
            name = (line(shortened(readable(share.name, False), False, room / size)),)
        y -= size * CAP_HEIGHT + 2 * MM
        yield from paragraph(name, x, y, size, "ink")
        yield Words(told, x + wide - told.width * size, y, size, colour("ink"))
        y -= 3.4 * MM
        yield from frame(x, y, wide, 2 * MM)
        if share.expected:
            yield Area(x, y, wide * share.arrived / share.expected, 2 * MM, 0, colour("accent"))
    if (rest := len(shares) - style["most"]) > 0:
        more = say("and {count} more", language, count=rest)
        yield Words(line(more), x, y - 5 * MM, size, colour("soft"))

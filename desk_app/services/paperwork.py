"""Every document that goes to paper: one table of what there is, and how each is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from desk_app.collecting import without_collecting
from desk_app.domain.arrival_bins import bins_of
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.half_days import Attended, HalfDay
from desk_app.domain.names import plain
from desk_app.domain.own_code import badge_code
from desk_app.domain.registration import MAY_ENTER
from desk_app.services import attendance, documents, events, letters, particulars, roster, stays
from desk_app.services.checkin import Place
from desk_app.services.documents import Contents
from desk_app.services.event_line import day
from desk_app.store.people import People, Person
from desk_app.store.session import Session
from desk_app.words import say

Draw = Callable[[], bytes]
ORDERS = {
    "name": "Name",
    "organisation": "Organisation, then name",
    "category": "Category, then name",
    "arrival": "Time of arrival",
}
"""How people may stand in a document, with the English words for it."""


@dataclass(frozen=True, slots=True)
class Request:
    """A document asked for. `only` are ids of people, all whom it concerns where it is empty.

    `order` is a key of `ORDERS`.
    """

    place: Place
    language: str
    now: int
    only: tuple[int, ...] = ()
    order: str = "name"


@dataclass(frozen=True, slots=True)
class Paperwork:
    """A kind of document: its English name, and what reads all of it from the database."""

    name: str
    gather: Callable[[Session, Request], Draw]
    for_each: bool = False  # one page for each person: it can be had one file for each


def gather(session: Session, kind: str, request: Request) -> Draw:
    """Read what a document says; what is given back draws it, on any thread."""
    return partial(_drawn, PAPERS[kind].gather(session, request))


def letters_of(session: Session, kind: str, request: Request) -> list[tuple[str, Draw]]:
    """A document of each person's own, with the name of its person."""
    people = [it for it, _ in _present(session, request)]
    return [
        (person.full_name, gather(session, kind, _for(request, person.id))) for person in people
    ]


def _for(request: Request, person: int) -> Request:
    return replace(request, only=(person,))


def _drawn(draw: Draw) -> bytes:
    with without_collecting():
        return draw()


def _attendance(session: Session, it: Request) -> Draw:
    return partial(documents.drawn, _contents(session, it), "pdf")


# What a person signs


def _sign_in(session: Session, it: Request) -> Draw:
    contents = _contents(session, it, "expected")
    event = contents.event
    hours = particulars.hours(session, it.place.event)
    plan = stays.plan_of(event, hours)
    if not plan:
        raise DeskError("This event has no date, so there is no day to sign for. Give it one.")
    seen = stays.attended_by(session, it.place.event, event, hours)
    return partial(_signed, contents, plan, seen)


def _signed(it: Contents, plan: Sequence[HalfDay], seen: dict[int, tuple[Attended, ...]]) -> bytes:
    from desk_app.reports.sheet import sheets_pdf

    sheets = [
        _day_sheet(it, list(halves), seen) for _, halves in groupby(plan, lambda half: half.day)
    ]
    language = it.summary.language
    title = say("Sign-in sheet – {title}", language, title=it.event.title)
    return sheets_pdf(title, language, sheets, it.summary.generated)


def _day_sheet(it: Contents, halves: list[HalfDay], seen: dict[int, tuple[Attended, ...]]) -> Any:
    from desk_app.reports.head import Head
    from desk_app.reports.sheet import Section, Sheet, columns_of
    from desk_app.reports.table import Column

    language = it.summary.language
    usual = columns_of("sign_in", language)
    share = (1 - sum(column.share for column in usual)) / len(halves)
    boxes = tuple(Column(_half_day(half, language), share) for half in halves)
    speakers = [person for person in it.people if speaks(person)]
    guests = [person for person in it.people if not speaks(person)]
    lists: tuple[tuple[str, list[Person], int], ...] = (
        ("Participants", guests, 0),
        ("Speakers and trainers", speakers, 0 if speakers else stays.rules()["blank_speakers"]),
        ("Not on the list", [], stays.rules()["blank_lines"]),
    )
    sections = tuple(
        Section(
            say(name, language),
            tuple(_signing(person, halves, seen, language) for person in people)
            + (_blank_line(len(halves)),) * blank,
        )
        for name, people, blank in lists
    )
    head = Head(
        say("Sign-in sheet", language),
        it.event.title,
        facts=_facts(it, halves),
        letterhead=it.letterhead,
    )
    notes = (
        say(
            "A check-in at the reception desk is noted beside a box for information: the signature"
            " alone attests the presence, and is given for each half-day.",
            language,
        ),
        *it.notes,
    )
    return Sheet(head, (*usual, *boxes), sections, everywhere=True, notes=notes)


def _signing(
    person: Person, halves: list[HalfDay], seen: dict[int, tuple[Attended, ...]], language: str
) -> tuple[Any, ...]:
    from desk_app.reports.table import Box

    told = {it.half_day: _seen(it, language) for it in seen.get(person.id, ())}
    boxes = (Box(told.get(half, "")) for half in halves)
    return (roster.listed_name(person), person.organisation, *boxes)


def _blank_line(boxes: int) -> tuple[Any, ...]:
    from desk_app.reports.table import Box

    return ("", "", *(Box(),) * boxes)


def _seen(it: Attended, language: str) -> str:
    if it.stay.corrected:
        return say("entered after the fact", language)
    if it.stay.came.date() != it.half_day.day:
        return say("check-in recorded on {day}", language, day=f"{it.stay.came:%d.%m.%Y}")
    return say("check-in at the desk {time}", language, time=f"{it.stay.came:%H:%M}")


def _half_day(half: HalfDay, language: str) -> str:
    name = letters.part(half.afternoon, language).capitalize()
    return f"{name} {_hours(half)}".strip()


def _hours(half: HalfDay) -> str:
    return f"{half.hours.start:%H:%M}–{half.hours.end:%H:%M}" if half.hours else ""


def _facts(it: Contents, halves: list[HalfDay]) -> tuple[tuple[str, str], ...]:
    """What an auditor looks for: date, hours, place, who organises, their numbers."""
    event, language, letterhead = it.event, it.summary.language, it.letterhead
    hours = ", ".join(filter(None, map(_hours, halves)))
    open_hours = "–".join(f"{at:%H:%M}" for at in (event.opens, event.closes) if at)
    facts = (
        ("Date", day(halves[0].day, language)),
        ("Hours", hours or open_hours or "…………………"),
        ("Place", ", ".join(filter(None, (event.venue, event.city)))),
        ("Organiser", letterhead.institution or event.organiser),
        ("SIRET no.", letterhead.siret),
        ("Activity no.", letterhead.declaration),
    )
    return tuple((say(label, language), text) for label, text in facts if text)


def speaks(person: Person) -> bool:
    """Whether the person's category is one of those who speak or teach."""
    return any(
        word.startswith(begin)
        for word in plain(person.ticket_type).replace("-", " ").split()
        for begin in stays.rules()["speakers"]
    )


# Lists


def _absent(session: Session, it: Request) -> Draw:
    return partial(_listed, _contents(session, it, "absent"), "absent", "People absent")


def _organisations(session: Session, it: Request) -> Draw:
    return partial(_by_organisation, _contents(session, it, "expected"))


def _paper_list(session: Session, it: Request) -> Draw:
    return partial(_to_tick, _contents(session, it, "expected"))


def _listed(it: Contents, kind: str, name: str) -> bytes:
    from desk_app.reports.sheet import Section, Sheet, columns_of, person_cells, sheets_pdf

    language = it.summary.language
    rows = tuple(person_cells(row, language, kind) for row in documents.rows_of(it))
    sheet = Sheet(_head(it, name), columns_of(kind, language), (Section("", rows),), notes=it.notes)
    return sheets_pdf(_title(it, name), language, [sheet], it.summary.generated)


def _by_organisation(it: Contents) -> bytes:
    from desk_app.reports.sheet import Section, Sheet, columns_of, person_cells, sheets_pdf

    language = it.summary.language
    rows = sorted(
        documents.rows_of(it),
        key=lambda row: (not row.organisation.strip(), plain(row.organisation)),
    )
    sections = []
    for _, those in groupby(rows, lambda row: plain(row.organisation)):
        same = list(those)
        name = same[0].organisation.strip() or say("Without an organisation", language)
        arrived = sum(bool(row.arrived) for row in same)
        told = say("{arrived} of {expected}", language, arrived=arrived, expected=len(same))
        cells = tuple(person_cells(row, language, "organisation") for row in same)
        sections.append(Section(f"{name} · {told}", cells))
    columns = columns_of("organisation", language)
    sheet = Sheet(_head(it, "List by organisation"), columns, tuple(sections), notes=it.notes)
    return sheets_pdf(_title(it, "List by organisation"), language, [sheet], it.summary.generated)


def _to_tick(it: Contents) -> bytes:
    from desk_app.reports.sheet import Section, Sheet, columns_of, person_cells, sheets_pdf
    from desk_app.reports.table import Code, Tick

    language, name = it.summary.language, "List for the morning without a computer"
    rows = tuple(
        person_cells(
            documents.row_of(person, it, ""),
            language,
            "paper",
            tick=Tick(),
            code=Code(badge_code(person.id, person.scan_code, it.voided.get(person.id, 0))),
        )
        for person in it.people
    )
    blank = ((Tick(), "", "", "", ""),) * stays.rules()["blank_lines"]
    sections = (Section("", rows), Section(say("Not on the list", language), blank))
    note = say(
        "Tick whoever comes. Afterwards, scan the code of each ticked line at the Check-in screen:"
        " everybody is in then, at the time of that scan.",
        language,
    )
    head = _head(it, name, totals=False)
    sheet = Sheet(head, columns_of("paper", language), sections, notes=(note,))
    return sheets_pdf(_title(it, name), language, [sheet], it.summary.generated)


def _head(it: Contents, name: str, *, totals: bool = True) -> Any:
    from desk_app.reports.head import Head

    return Head(
        say(name, it.summary.language),
        it.summary.event_title,
        it.summary.event_line,
        totals=it.summary.totals if totals else (),
        letterhead=it.letterhead,
    )


def _title(it: Contents, name: str) -> str:
    return f"{say(name, it.summary.language)} – {it.summary.event_title}"


def _contents(session: Session, it: Request, only: str = "all") -> Contents:
    contents = documents.contents(session, it.place, it.language, it.now, only)
    return replace(contents, people=_in_order(contents.people, it.order))


def _in_order(people: People, order: str) -> People:
    """People stand by name; whoever is equal in what they are sorted by stays so."""
    if order == "name":
        return people
    if order == "arrival":
        at: list[int | None] = people.column("here_at")
        keys: list[Any] = [(it is None, it or 0) for it in at]
    else:
        field = {"organisation": "organisation", "category": "ticket_type"}[order]
        keys = [(not it, plain(it)) for it in people.column(field)]
    return people.take(sorted(range(len(people)), key=keys.__getitem__))


# Letters


def _letters(kind: str) -> Callable[[Session, Request], Draw]:
    return partial(_gather_letters, kind)


def _gather_letters(kind: str, session: Session, it: Request) -> Draw:
    from desk_app.reports.letter import letters_pdf

    contents = _contents(session, it)
    text = letters.text(session, kind, it.language)
    common = letters.common_fields(contents.event, contents.letterhead, it.language, it.now)
    fields = [
        letters.fields_of(person, those, common, it.language)
        for person, those in _present(session, it)
    ]
    return partial(letters_pdf, text, fields, contents.letterhead, it.language)


def _present(session: Session, it: Request) -> list[tuple[Person, tuple[Attended, ...]]]:
    """Whoever was recorded at a half-day, of those asked for; DeskError when that is nobody."""
    people = _in_order(roster.everybody(session, it.place), it.order)
    event = events.one(session, it.place.event).event
    hours = particulars.hours(session, it.place.event)
    seen = stays.attended_by(session, it.place.event, event, hours)
    found = [
        (person, seen[person.id])
        for person in people
        if person.id in seen and (not it.only or person.id in it.only)
    ]
    if not found:
        raise DeskError(
            "Nobody in this choice was checked in on a day of the event, so nothing can be"
            " certified. Check people in, or enter who was there."
        )
    return found


# The event on one page


def _summary(session: Session, it: Request) -> Draw:
    from desk_app.reports.summary import EventSummary, summary_pdf

    contents = _contents(session, it)
    figures = attendance.figures(session, it.place)
    made = EventSummary(
        _head(contents, "Summary of the event"),
        _curve(figures.curve, contents.event, it.language),
        (
            (say("By category", it.language), _categories(figures, it.language)),
            (say("By organisation", it.language), _shares(contents.people, it.language)),
        ),
        contents.notes,
        contents.summary.generated,
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


PAPERS = {
    "attendance": Paperwork("Attendance list", _attendance),
    "sign-in": Paperwork("Sign-in sheet", _sign_in),
    "paper-list": Paperwork("List for the morning without a computer", _paper_list),
    "absent": Paperwork("People absent", _absent),
    "by-organisation": Paperwork("List by organisation", _organisations),
    "attestation": Paperwork("Attestations of presence", _letters("attestation"), for_each=True),
    "certificate": Paperwork("Certificates of completion", _letters("certificate"), for_each=True),
    "summary": Paperwork("Summary of the event", _summary),
}

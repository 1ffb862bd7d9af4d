"""The sign-in sheet: for each half-day a box to sign in, for everybody and for who speaks."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Any

from desk_app.domain.errors import DeskError
from desk_app.domain.half_days import Attended, HalfDay
from desk_app.domain.names import plain
from desk_app.services import letters, particulars, roster, stays
from desk_app.services.documents import Contents
from desk_app.services.event_line import day
from desk_app.services.papers.request import Draw, Request, contents
from desk_app.store.people import Person
from desk_app.store.session import Session
from desk_app.words import say


def sign_in(session: Session, it: Request) -> Draw:
    """A sheet for each day of the event; DeskError where it has none."""
    found = contents(session, it, "expected")
    event = found.event
    papers = particulars.of(session, it.place.event)
    plan = stays.plan_of(event, papers)
    if not plan:
        raise DeskError("This event has no date, so there is no day to sign for. Give it one.")
    seen = stays.attended_by(session, it.place.event, event, papers)
    return partial(_signed, found, plan, seen)


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
            spare=not people,
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
    minutes = sum(half.hours.minutes for half in halves if half.hours)
    open_hours = "–".join(f"{at:%H:%M}" for at in (event.opens, event.closes) if at)
    facts = (
        ("Date", day(halves[0].day, language)),
        ("Hours", hours or open_hours or "…………………"),
        ("Duration", letters.duration(minutes, language) if minutes else ""),
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

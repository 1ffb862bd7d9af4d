"""Attestations and certificates: the words of each kind, and what stands in them for a person."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from desk_app import paths
from desk_app.domain import half_days
from desk_app.domain.event import Event
from desk_app.domain.facts import LetterWritten
from desk_app.domain.half_days import Attended, Stay
from desk_app.domain.papers import Letterhead, LetterText
from desk_app.reports.letter_text import check
from desk_app.services import events, particulars, stays
from desk_app.services.event_line import day, days
from desk_app.store import ledger
from desk_app.store.ledger import Entry
from desk_app.store.people import Person
from desk_app.store.session import Session
from desk_app.words import say, sayn

KINDS = ("attestation", "certificate")


def text(session: Session, event: int, kind: str, language: str) -> LetterText:
    """The words of a kind of letter: the event's own where there are any, else the original ones.

    An event of which nobody has said any has those that were written last of any event.
    """
    for which in (event, None):
        for fact in ledger.said(session, LetterWritten, which):
            assert isinstance(fact.body, LetterWritten)
            if (fact.body.letter, fact.body.language) == (kind, language):
                return fact.body.text or original(kind, language)
    return original(kind, language)


def original(kind: str, language: str) -> LetterText:
    """The words that came with the desk."""
    file = paths.resources() / "reports" / "letters" / f"{kind}.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))[language]
    return LetterText(table["heading"], tuple(table["paragraphs"]), table["signature"])


def write(
    session: Session, event: int, kind: str, language: str, said: LetterText, now: int
) -> None:
    """Let letters of an event say this; DeskError where the text names what there is not."""
    check(said)
    if said == text(session, event, kind, language):
        return
    own = None if said == original(kind, language) else said
    ledger.record(session, event, [Entry(None, LetterWritten(kind, language, own))], now)


def common_fields(event: Event, letterhead: Letterhead, language: str, now: int) -> dict[str, str]:
    """What is the same in everybody's letter."""
    today = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(event.zone)).date()
    return {
        "title": event.title,
        "days": days(event.days, language),
        "first_day": day(event.days[0], language) if event.days else "",
        "last_day": day(event.days[-1], language) if event.days else "",
        "place": ", ".join(filter(None, (event.venue, event.city))),
        "institution": letterhead.institution or event.organiser,
        "address": ", ".join(letterhead.address.splitlines()),
        "representative": letterhead.representative,
        "role": letterhead.role,
        "siret": letterhead.siret,
        "declaration": letterhead.declaration,
        "city": letterhead.city,
        "today": day(today, language),
    }


def fields_of(
    person: Person, those: Sequence[Attended], common: Mapping[str, str], language: str
) -> dict[str, str]:
    """What stands in one person's letter: hours from the recorded half-days alone."""
    return {
        **common,
        "name": person.full_name,
        "organisation": person.organisation,
        "job_title": person.job_title,
        **_recorded(those, language),
    }


def example(session: Session, event: int, language: str, now: int) -> dict[str, str]:
    """What would stand in the letter of somebody invented, who was there from first to last."""
    announced, papers = events.described(session, event), particulars.of(session, event)
    those = [
        Attended(it, Stay(it.day, datetime.combine(it.day, time(14 if it.afternoon else 9, 2))))
        for it in stays.plan_of(announced, papers)
    ]
    return {
        **common_fields(announced, papers.letterhead, language, now),
        "name": say("Camille Example", language),
        "organisation": say("Example Ltd", language),
        "job_title": say("Librarian", language),
        **_recorded(those, language),
    }


def _recorded(those: Sequence[Attended], language: str) -> dict[str, str]:
    minutes = half_days.minutes(those)
    late = sum(it.stay.corrected for it in those)
    return {
        "half_days": "\n".join(_half_day(it, language) for it in those),
        "half_day_count": sayn(len(those), "one half-day", "{count} half-days", language),
        "hours": "" if minutes is None else duration(minutes, language),
        "corrections": _corrected(late, language),
    }


def part(afternoon: bool, language: str) -> str:
    """Morning or afternoon."""
    return say("afternoon" if afternoon else "morning", language)


def _half_day(it: Attended, language: str) -> str:
    half, came = it.half_day, it.stay.came
    when = f"{day(half.day, language)}, {part(half.afternoon, language)}"
    if it.stay.corrected:
        how = say("entered after the fact", language)
    elif came.date() != half.day:
        how = say("check-in recorded on {day}", language, day=day(came.date(), language))
    else:
        how = say("check-in at {time}", language, time=f"{came:%H:%M}")
    return f"– {when} ({how})"


def duration(minutes: int, language: str) -> str:
    """Such as "6 hours 30"."""
    hours, rest = divmod(minutes, 60)
    whole = sayn(hours, "one hour", "{count} hours", language)
    return f"{whole} {rest:02}" if rest else whole


def _corrected(count: int, language: str) -> str:
    if not count:
        return ""
    return sayn(
        count,
        "One of these half-days was entered after the fact, with its author and reason.",
        "{count} of these half-days were entered after the fact, with author and reason.",
        language,
    )

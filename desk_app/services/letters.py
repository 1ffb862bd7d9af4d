"""Attestations and certificates: the words of each kind, and what stands in them for a person."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desk_app import paths
from desk_app.domain import half_days
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.half_days import Attended
from desk_app.reports.letter_text import Text, text_of
from desk_app.reports.letterhead import Letterhead
from desk_app.services.event_line import day, days
from desk_app.store.people import Person
from desk_app.store.session import Session
from desk_app.words import say, sayn

FOLDER = "documents"  # in the data folder: templates somebody changed


def text(session: Session, kind: str, language: str) -> Text:
    """The words of a kind of letter: this desk's own where there are any, else the usual ones."""
    own = session.folder / FOLDER / f"{kind}.toml"
    file = own if own.exists() else paths.resources() / "reports" / "letters" / f"{kind}.toml"
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise DeskError(
            "The text {file} cannot be read ({why}). Correct it, or take it away.",
            file=file.name,
            why=error,
        ) from error
    return text_of(table.get(language, {}), file.name)


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
    minutes = half_days.minutes(those)
    late = sum(it.stay.corrected for it in those)
    return {
        **common,
        "name": person.full_name,
        "organisation": person.organisation,
        "job_title": person.job_title,
        "half_days": "\n".join(_half_day(it, language) for it in those),
        "half_day_count": sayn(len(those), "one half-day", "{count} half-days", language),
        "hours": "" if minutes is None else _duration(minutes, language),
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


def _duration(minutes: int, language: str) -> str:
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

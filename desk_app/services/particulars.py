"""What documents say beyond the announcement: whose they are, and the hours of the half-days."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import time

from desk_app.domain.errors import DeskError
from desk_app.domain.half_days import Hours
from desk_app.reports.letterhead import Letterhead
from desk_app.services import settings
from desk_app.store.session import Session

TEXTS = tuple(field.name for field in fields(Letterhead) if field.name != "logo")
NATURES = ("formation", "bilan", "vae", "apprentissage")
_LETTERHEAD, _HOURS, _PARTNERS = "letterhead", "hours-", "partners-"
_LARGEST = 2_000_000  # bytes of a logo
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class HalfDayHours:
    """The hours of an event's mornings and afternoons; None where nobody said them."""

    morning: Hours | None = None
    afternoon: Hours | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """All of it as a person types it; a `logo` of None leaves the one there is."""

    texts: Mapping[str, str]
    has_logo: bool = False
    logo: bytes | None = None


def known(session: Session, event: int) -> Said:
    """What was said so far, the event's hours included."""
    head = letterhead(session)
    texts = {name: getattr(head, name) for name in TEXTS}
    texts["address"] = "; ".join(head.address.splitlines())
    hours_said = json.loads(settings.read(session).get(f"{_HOURS}{event}", "{}"))
    texts["partners"] = partners(session, event)
    return Said({**texts, **hours_said}, bool(head.logo))


def keep(session: Session, event: int, said: Said) -> Said:
    """Keep all that was typed, or nothing of it where a part is refused."""
    texts = {name: said.texts.get(name, "") for name in TEXTS}
    texts["address"] = lines_of(texts["address"])
    say_hours(session, event, said.texts.get("morning", ""), said.texts.get("afternoon", ""))
    say_letterhead(session, logo=said.logo, **texts)
    if "partners" in said.texts:
        settings.write(session, f"{_PARTNERS}{event}", said.texts["partners"].strip())
    return known(session, event)


def partners(session: Session, event: int) -> str:
    """Who supports the event, as badges say it."""
    return settings.read(session).get(f"{_PARTNERS}{event}", "")


def lines_of(address: str) -> str:
    """An address typed in one line, its lines divided by semicolons."""
    return "\n".join(part.strip() for part in address.split(";"))


def letterhead(session: Session) -> Letterhead:
    """The institution of this desk, as far as it was said."""
    kept = json.loads(settings.read(session).get(_LETTERHEAD, "{}"))
    logo = base64.b64decode(kept.pop("logo", ""))
    return Letterhead(**{name: kept.get(name, "") for name in TEXTS}, logo=logo)


def say_letterhead(session: Session, *, logo: bytes | None = None, **texts: str) -> Letterhead:
    """Keep what is said; what is not stays. An empty `logo` takes it away."""
    if texts.get("nature") and texts["nature"] not in NATURES:
        raise DeskError(
            "“{text}” is no nature of training. There are: {all}.",
            text=texts["nature"],
            all=", ".join(NATURES),
        )
    if logo and (len(logo) > _LARGEST or not logo.startswith(_PICTURES)):
        raise DeskError("A logo is a PNG or JPEG picture of at most 2 MB. Choose another file.")
    made = replace(letterhead(session), **texts)  # type: ignore[arg-type]  # texts alone
    if logo is not None:
        made = replace(made, logo=logo)
    kept = {name: value for name in TEXTS if (value := getattr(made, name))}
    kept["logo"] = base64.b64encode(made.logo).decode()
    settings.write(session, _LETTERHEAD, json.dumps(kept, ensure_ascii=False))
    return made


def hours(session: Session, event: int) -> HalfDayHours:
    """The hours of an event's half-days, as they were said."""
    kept = json.loads(settings.read(session).get(f"{_HOURS}{event}", "{}"))
    return HalfDayHours(*(_hours(kept.get(name, "")) for name in ("morning", "afternoon")))


def say_hours(session: Session, event: int, morning: str, afternoon: str) -> HalfDayHours:
    """Keep hours such as "09:00-12:30"; DeskError when they are none."""
    said = HalfDayHours(_hours(morning), _hours(afternoon))
    if said.morning and said.afternoon and said.morning.end > said.afternoon.start:
        raise DeskError("The morning ends after the afternoon begins. Correct the hours.")
    kept = json.dumps({"morning": morning, "afternoon": afternoon})
    settings.write(session, f"{_HOURS}{event}", kept)
    return said


def _hours(text: str) -> Hours | None:
    if not text.strip():
        return None
    try:
        start, end = (time.fromisoformat(it.strip()) for it in text.split("-"))
    except ValueError:
        start = end = time(0)
    if start >= end:
        raise DeskError("“{text}” is no span of hours. Write it like 09:00-12:30.", text=text)
    return Hours(start, end)

"""What documents say beyond the announcement: whose they are, and the hours of the half-days.

It is said of an event, so that it goes wherever the event goes. An event of which nobody has said
anything has the letterhead that was said last of any: most desks are one institution's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import time

from desk_app.domain.errors import DeskError
from desk_app.domain.facts import PapersDescribed
from desk_app.domain.half_days import Hours
from desk_app.domain.papers import Letterhead
from desk_app.store import ledger
from desk_app.store.ledger import Entry
from desk_app.store.session import Session

TEXTS = tuple(field.name for field in fields(Letterhead) if field.name != "logo")
NATURES = ("formation", "bilan", "vae", "apprentissage")
_LARGEST = 2_000_000  # bytes of a logo
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class Said:
    """All of it as a person types it; a `logo` of None leaves the one there is."""

    texts: Mapping[str, str]
    has_logo: bool = False
    logo: bytes | None = None


def of(session: Session, event: int) -> PapersDescribed:
    """What an event's documents say, as far as somebody said it."""
    its_own = next(ledger.said(session, PapersDescribed, event), None)
    found = its_own or next(ledger.said(session, PapersDescribed), None)
    if found is None:
        return PapersDescribed()
    assert isinstance(found.body, PapersDescribed)
    return found.body if its_own else PapersDescribed(found.body.letterhead)


def known(session: Session, event: int) -> Said:
    """The same, for a person to correct."""
    it = of(session, event)
    texts = {name: getattr(it.letterhead, name) for name in TEXTS}
    texts["address"] = "; ".join(it.letterhead.address.splitlines())
    hours = {"morning": _told(it.morning), "afternoon": _told(it.afternoon)}
    return Said({**texts, **hours, "partners": it.partners}, bool(it.letterhead.logo))


def keep(session: Session, event: int, said: Said, now: int) -> Said:
    """Keep what was said, or nothing of it where a part is refused; what was not said stays."""
    before, texts = of(session, event), said.texts
    after = PapersDescribed(
        _letterhead(before.letterhead, said),
        _hours(texts["morning"]) if "morning" in texts else before.morning,
        _hours(texts["afternoon"]) if "afternoon" in texts else before.afternoon,
        texts.get("partners", before.partners).strip(),
    )
    if after.morning and after.afternoon and after.morning.end > after.afternoon.start:
        raise DeskError("The morning ends after the afternoon begins. Correct the hours.")
    if after != before:
        ledger.record(session, event, [Entry(None, after)], now)
    return known(session, event)


def lines_of(address: str) -> str:
    """An address typed in one line, its lines divided by semicolons."""
    return "\n".join(part.strip() for part in address.split(";"))


def _letterhead(before: Letterhead, said: Said) -> Letterhead:
    texts = {name: said.texts[name] for name in TEXTS if name in said.texts}
    if "address" in texts:
        texts["address"] = lines_of(texts["address"])
    if texts.get("nature") and texts["nature"] not in NATURES:
        raise DeskError(
            "“{text}” is no nature of training. There are: {all}.",
            text=texts["nature"],
            all=", ".join(NATURES),
        )
    logo = before.logo if said.logo is None else said.logo
    if logo and (len(logo) > _LARGEST or not logo.startswith(_PICTURES)):
        raise DeskError("A logo is a PNG or JPEG picture of at most 2 MB. Choose another file.")
    return replace(before, **texts, logo=logo)


def _told(hours: Hours | None) -> str:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}" if hours else ""


def _hours(text: str) -> Hours | None:
    if not text.strip():
        return None
    try:
        start, end = (time.fromisoformat(it.strip()) for it in text.split("-"))
    except ValueError:
        start = end = time(0)
    if start.tzinfo or end.tzinfo or start >= end:  # the hours are the event's, in its zone
        raise DeskError("“{text}” is no span of hours. Write it like 09:00-12:30.", text=text)
    return Hours(start, end)

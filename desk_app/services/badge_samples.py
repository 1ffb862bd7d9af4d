"""People to try a badge layout with: made-up ones that are hard to fit, and some of the event."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desk_app import paths, words
from desk_app.badges.badge import Badge
from desk_app.services import badges, events
from desk_app.services.checkin import Place
from desk_app.services.event_line import event_line
from desk_app.services.roster import listed_name
from desk_app.store import people
from desk_app.store.session import Session

_CODE = "BCDEFGHJKLNPR"
_REAL = 100


@dataclass(frozen=True, slots=True)
class Sample:
    """`key` names a made-up person; somebody of the roster has a `name` instead."""

    badge: Badge
    key: str = ""
    name: str = ""


def samples(session: Session, place: Place | None) -> tuple[Sample, ...]:
    """The made-up people, then the longest name of the event, then people by name."""
    made_up = tuple(Sample(badge, key) for key, badge in _made_up())
    if place is None:
        return made_up
    event = events.one(session, place.event).event
    line = event_line(event, event.language)
    dressed = tuple(
        replace(
            it,
            badge=replace(
                it.badge, event_title=event.title, event_line=line, language=event.language
            ),
        )
        for it in made_up
    )
    return (*dressed, *_real(session, place))


def _real(session: Session, place: Place) -> tuple[Sample, ...]:
    longest = session.run(
        "SELECT id FROM attendee WHERE event = ? AND listed"
        " ORDER BY length(full_name) DESC LIMIT 1",
        (place.event,),
    )
    first = session.run(
        "SELECT attendee FROM roster_line WHERE event = ? ORDER BY family_key, attendee LIMIT ?",
        (place.event, _REAL),
    )
    ids = list(dict.fromkeys([row[0] for row in (*longest, *first)]))
    persons = people.by_ids(session, ids, place.checkpoint)
    made = badges.badges_of(session, place, persons)
    return tuple(
        Sample(badge, name=listed_name(it)) for it, badge in zip(persons, made, strict=True)
    )


@cache
def _made_up() -> tuple[tuple[str, Badge], ...]:
    file = paths.resources() / "badges" / "people.toml"
    entries: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["person"]
    return tuple((it["key"], _badge(it)) for it in entries)


def _badge(entry: dict[str, Any]) -> Badge:
    told = {name: value for name, value in entry.items() if name != "key"}
    whole = f"{told['given_name']} {told['family_name']}"
    title = words.say("Title of the event", words.current())
    return Badge(0, full_name=whole, code=_CODE, event_title=title, **told)

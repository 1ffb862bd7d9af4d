"""All that this desk keeps of one person, in plain words: to be handed to whoever asks for it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from desk_app.domain.event import Event
from desk_app.domain.facts import (
    Accompanied,
    Admitted,
    Amended,
    Annulled,
    Answered,
    BadgePrinted,
    Departed,
    Fact,
    HandedOut,
    HelpGiven,
    HelpWanted,
    Refused,
    Registered,
    WalkedIn,
)
from desk_app.domain.registration import Registration
from desk_app.services import events, roster, settings
from desk_app.services.checkin import Place
from desk_app.services.event_line import checkpoint_name
from desk_app.store import ledger
from desk_app.store.session import Session
from desk_app.words import say


def portrait(session: Session, place: Place, attendee: int, language: str) -> dict[str, Any]:
    """What is known, then every fact as a sentence, oldest first; ready for JSON."""
    card = roster.card(session, place, attendee)
    event = events.one(session, place.event).event
    desks = settings.desk_names(session)
    void = card.annulled
    return {
        "event": event.title,
        "known": _fields(card.registration),
        "history": [
            {
                "at": _moment(fact.clock, event),
                "desk": desks.get(fact.desk, fact.desk),
                "what": _said(session, fact, event, language),
                "taken_back": fact.id in void,
                **_brought(fact),
            }
            for fact in card.history
        ],
    }


def as_json(told: dict[str, Any]) -> bytes:
    """The file that the person is given."""
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def _brought(fact: Fact) -> dict[str, Any]:
    if isinstance(fact.body, Registered | WalkedIn):
        return {"fields": _fields(fact.body.registration)}
    return {}


def _fields(it: Registration) -> dict[str, Any]:
    said = {field.name: getattr(it, field.name) for field in fields(it)}
    said["answers"] = dict(it.answers)
    return {name: value for name, value in said.items() if value}


def _moment(at: int, event: Event) -> str:
    local = datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(event.zone))
    return local.isoformat(timespec="seconds")


def _said(session: Session, fact: Fact, event: Event, language: str) -> str:
    return "; ".join(_parts(session, fact, event, language))


def _parts(session: Session, fact: Fact, event: Event, language: str) -> Iterator[str]:
    body = fact.body
    if isinstance(body, Annulled):
        target = ledger.fact_by_id(session, body.target)
        what = _said(session, target, event, language) if target else f"{body.target.number}"
        yield say("Taken back: {what}", language, what=what)
        if body.author:
            yield say("taken back after the fact by {author}", language, author=body.author)
        yield from _why(body.reason, language)
        return
    yield say(_SENTENCES[type(body)], language, **_gaps(session, body, event, language))
    if isinstance(body, Admitted):
        yield from _by(body.author, language)
    if isinstance(body, Admitted | Amended | BadgePrinted):
        yield from _why(body.reason, language)


def _by(author: str, language: str) -> Iterator[str]:
    if author:
        yield say("entered after the fact by {author}", language, author=author)


def _why(reason: str, language: str) -> Iterator[str]:
    if reason:
        yield say("reason: {reason}", language, reason=reason)


_SENTENCES: dict[type, str] = {
    Registered: "Registered by the export {file}",
    WalkedIn: "Registered at the desk",
    Amended: "{field} set to “{value}”",
    Admitted: "Came in at {checkpoint}, {at}",
    Departed: "Went out at {checkpoint}, {at}",
    Refused: "Scan of “{code}” turned away at {checkpoint}: {outcome}",
    BadgePrinted: "Badge made ({layout}, {printer})",
    HandedOut: "Handed out: {what}",
    Answered: "Asked at the desk “{question}”: {answer}",
    Accompanied: "Came with {count} more at {checkpoint}, {at}",
    HelpWanted: "Sent to the help desk: {note}",
    HelpGiven: "Helped at the help desk",
}


def _gaps(session: Session, body: Any, event: Event, language: str) -> dict[str, Any]:
    gaps: dict[str, Callable[[], Any]] = {
        "file": lambda: _file(session, body),
        "checkpoint": lambda: _door(body.checkpoint, event, language),
        "at": lambda: _moment(body.at, event),
        "printer": lambda: body.printer or "PDF",
    }
    named = {field.name for field in fields(body)} | ({"file"} if _comes_by_file(body) else set())
    return {name: gaps[name]() if name in gaps else getattr(body, name) for name in named}


def _comes_by_file(body: Any) -> bool:
    return isinstance(body, Registered)


def _file(session: Session, body: Registered) -> str:
    source = ledger.fact_by_id(session, body.source)
    return str(getattr(source.body, "file", "?")) if source else "?"


def _door(key: str, event: Event, language: str) -> str:
    return next((checkpoint_name(it, language) for it in event.checkpoints if it.key == key), key)

"""Facts' bodies as JSON text and back. Only what is not empty is written."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import asdict, fields
from datetime import date, time
from typing import Any

import orjson

from desk_app.domain import facts
from desk_app.domain.event import Checkpoint, Entries, Event, Handout
from desk_app.domain.facts import Body, Fact, FactId
from desk_app.domain.half_days import Hours
from desk_app.domain.papers import Letterhead, LetterText
from desk_app.domain.registration import TEXTS, Registration, Status, texts_of

_KIND_OF: dict[type, str] = {
    facts.EventDescribed: "event_described",
    facts.PapersDescribed: "papers_described",
    facts.LetterWritten: "letter_written",
    facts.ImportStarted: "import_started",
    facts.ImportFinished: "import_finished",
    facts.ImportConfirmed: "import_confirmed",
    facts.Registered: "registered",
    facts.WalkedIn: "walked_in",
    facts.Amended: "amended",
    facts.Admitted: "admitted",
    facts.Departed: "departed",
    facts.Refused: "refused",
    facts.BadgePrinted: "badge_printed",
    facts.HandedOut: "handed_out",
    facts.Answered: "answered",
    facts.Accompanied: "accompanied",
    facts.HelpWanted: "help_wanted",
    facts.HelpGiven: "help_given",
    facts.Annulled: "annulled",
    facts.Erased: "erased",
}
_SETTINGS = ("walk_in_asks", "walk_in_needs", "handouts", "consents", "questions", "layouts")


def kind_of(body: type[Body]) -> str:
    """The name a kind of fact has in the ledger's `kind` column."""
    return _KIND_OF[body]


def encode(body: Body) -> tuple[str, str]:
    """A fact's body as (kind, JSON text)."""
    return _KIND_OF[type(body)], orjson.dumps(_packed(body)).decode()


def decode(kind: str, text: str) -> Body:
    """The body that `encode` wrote."""
    return _UNPACK[kind](orjson.loads(text))


def fact_of(row: Any) -> Fact:
    """A Fact from a row of the `fact` table, columns in the table's order."""
    return Fact(row[0], row[1], row[2], row[3], row[4], decode(row[5], row[6]))


def packed_registration(registration: Registration) -> dict[str, Any]:
    """The fields that are not empty, ready for JSON; the status always."""
    texts = zip(TEXTS, texts_of(registration), strict=True)
    packed: dict[str, Any] = {name: value for name, value in texts if value}
    packed["status"] = registration.status
    if registration.codes:
        packed["codes"] = registration.codes
    if registration.answers:
        packed["answers"] = registration.answers
    return packed


def packed_event(event: Event) -> dict[str, Any]:
    """An event as JSON values: ISO dates and times, fields that are empty by nature left out."""
    packed = {
        field.name: _plain(value)
        for field in fields(Event)
        if (value := getattr(event, field.name)) != field.default
        or (value and field.name not in _SETTINGS)
    }
    if "handouts" in packed:
        packed["handouts"] = [[it.name, *it.ticket_types] for it in event.handouts]
    packed["checkpoints"] = [_packed_checkpoint(point) for point in event.checkpoints]
    return packed


def unpacked_event(packed: dict[str, Any]) -> Event:
    """The event that `packed_event` wrote."""
    known = dict(packed)
    known["days"] = tuple(date.fromisoformat(day) for day in packed.get("days", ()))
    for name in ("opens", "closes"):
        if name in known:
            known[name] = time.fromisoformat(known[name])
    known |= {name: tuple(known[name]) for name in _SETTINGS if name in known}
    given = known.get("handouts", ())
    known["handouts"] = tuple(Handout(name, tuple(types)) for name, *types in given)
    known["layouts"] = tuple((category, layout) for category, layout in known.get("layouts", ()))
    if "keep_until" in known:
        known["keep_until"] = date.fromisoformat(known["keep_until"])
    known["checkpoints"] = tuple(map(_checkpoint, packed["checkpoints"]))
    return Event(**known)


def _packed_checkpoint(point: Checkpoint) -> dict[str, Any]:
    """Key, name and day always; of the rules what was made, as ledgers before them had none."""
    head = {"key": point.key, "name": point.name, "day": _plain(point.day)}
    rules = {
        field.name: _plain(value)
        for field in fields(Checkpoint)
        if field.name not in head and (value := getattr(point, field.name)) != field.default
    }
    return head | rules


def _checkpoint(packed: dict[str, Any]) -> Checkpoint:
    known = dict(packed)
    known["day"] = date.fromisoformat(packed["day"]) if packed["day"] else None
    for name in ("opens", "closes"):
        if name in known:
            known[name] = time.fromisoformat(known[name])
    known["ticket_types"] = tuple(known.get("ticket_types", ()))
    known["entries"] = Entries(known.get("entries", Entries.AFTER_EXIT))
    return Checkpoint(**known)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | time) else value


def _packed(body: Body) -> dict[str, Any]:
    if isinstance(body, facts.Registered):
        packed = {"source": [*body.source], "registration": packed_registration(body.registration)}
        return {**packed, "matched": True} if body.matched else packed
    if isinstance(body, facts.WalkedIn):
        return {"registration": packed_registration(body.registration)}
    if isinstance(body, facts.ImportConfirmed):
        return {"source": [*body.source], "prints": b64encode(body.prints).decode()}
    if isinstance(body, facts.EventDescribed):
        return {"event": packed_event(body.event)}
    if isinstance(body, facts.PapersDescribed):
        return _packed_papers(body)
    if isinstance(body, facts.LetterWritten):
        return {name: it for name, it in asdict(body).items() if it is not None}
    values = ((field.name, getattr(body, field.name)) for field in fields(body))
    if isinstance(body, facts.Erased):
        return {name: it for name, it in values if it}
    if isinstance(body, facts.Admitted | facts.Annulled) and not body.author:
        values = ((name, it) for name, it in values if name != "author")
    if isinstance(body, facts.BadgePrinted):
        values = ((name, it) for name, it in values if it or name not in ("reason", "voids"))
    return {name: [*it] if isinstance(it, FactId) else it for name, it in values if it is not None}


def _packed_papers(body: facts.PapersDescribed) -> dict[str, Any]:
    head = {name: it for name, it in asdict(body.letterhead).items() if it}
    if body.letterhead.logo:
        head["logo"] = b64encode(body.letterhead.logo).decode()
    halves = {"morning": body.morning, "afternoon": body.afternoon}
    hours = {half: [_plain(it.start), _plain(it.end)] for half, it in halves.items() if it}
    return {"letterhead": head, **hours, **({"partners": body.partners} if body.partners else {})}


def _papers(packed: dict[str, Any]) -> facts.PapersDescribed:
    head = dict(packed["letterhead"])
    head["logo"] = b64decode(head.get("logo", ""))
    hours = {
        half: Hours(*map(time.fromisoformat, packed[half]))
        for half in ("morning", "afternoon")
        if half in packed
    }
    return facts.PapersDescribed(Letterhead(**head), **hours, partners=packed.get("partners", ""))


def _letter(packed: dict[str, Any]) -> facts.LetterWritten:
    said = packed.get("text")
    text = said and LetterText(said["heading"], tuple(said["paragraphs"]), said["signature"])
    return facts.LetterWritten(packed["letter"], packed["language"], text)


def _registration(packed: dict[str, Any]) -> Registration:
    known = dict(packed)
    known["status"] = Status(known["status"])
    known["codes"] = tuple(known.get("codes", ()))
    known["answers"] = tuple((heading, value) for heading, value in known.get("answers", ()))
    return Registration(**known)


def _pointing(kind: Callable[..., Body], *names: str) -> Callable[[dict[str, Any]], Body]:
    return lambda packed: kind(
        **{key: FactId(*it) if key in names else it for key, it in packed.items()}
    )


_UNPACK: dict[str, Callable[[dict[str, Any]], Body]] = {
    "event_described": lambda packed: facts.EventDescribed(unpacked_event(packed["event"])),
    "papers_described": _papers,
    "letter_written": _letter,
    "import_started": lambda packed: facts.ImportStarted(**packed),
    "import_finished": _pointing(facts.ImportFinished, "source"),
    "import_confirmed": lambda packed: facts.ImportConfirmed(
        FactId(*packed["source"]), b64decode(packed["prints"])
    ),
    "registered": lambda packed: facts.Registered(
        _registration(packed["registration"]),
        FactId(*packed["source"]),
        packed.get("matched", False),
    ),
    "walked_in": lambda packed: facts.WalkedIn(_registration(packed["registration"])),
    "amended": _pointing(facts.Amended, "source"),
    "admitted": lambda packed: facts.Admitted(**packed),
    "departed": lambda packed: facts.Departed(**packed),
    "refused": lambda packed: facts.Refused(**packed),
    "badge_printed": lambda packed: facts.BadgePrinted(**packed),
    "handed_out": lambda packed: facts.HandedOut(**packed),
    "answered": lambda packed: facts.Answered(**packed),
    "accompanied": lambda packed: facts.Accompanied(**packed),
    "help_wanted": lambda packed: facts.HelpWanted(**packed),
    "help_given": lambda packed: facts.HelpGiven(**packed),
    "annulled": _pointing(facts.Annulled, "target", "source"),
    "erased": lambda packed: facts.Erased(**{name: tuple(it) for name, it in packed.items()}),
}

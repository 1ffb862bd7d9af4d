"""A day at the desk for tests: an event, people who come by an export, and the hours."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from desk_app.domain.event import Event, stable_id
from desk_app.domain.facts import FactId
from desk_app.domain.registration import Registration, attendee_id
from desk_app.intake.reading import Reading
from desk_app.services import events, imports, planning
from desk_app.services.checkin import Place
from desk_app.store.session import Session, Store

NINE = 1_796_284_800_000  # 3 December 2026, 9:00 in Paris
MINUTE = 60_000
DAYS = (date(2026, 12, 3), date(2026, 12, 4))
MUSEUMS = Event(
    "Numériser les collections", days=DAYS, city="Dijon", venue="La Coursive", capacity=100
)
THURSDAY, FRIDAY = "2026-12-03", "2026-12-04"


def guest(name: str = "Zoé Lefèvre", code: str = "", **fields: Any) -> Registration:
    """A confirmed registration; the name's first word is the given name."""
    given, _, family = name.partition(" ")
    usual = Registration(
        external_id=f"{stable_id(name, code)}",
        scan_code=code,
        given_name=given,
        family_name=family,
        full_name=name,
        ticket_type="Participant",
    )
    return replace(usual, **fields)


def reading(*people: Registration, file: str = "export.csv", digest: str = "") -> Reading:
    """An export with these people in it."""
    return Reading(
        file=file,
        digest=digest or str(hash(people)),
        platform="pretix",
        profile="pretix",
        columns=(),
        registrations=people,
        rows=tuple(range(2, len(people) + 2)),
        refused=(),
        warnings=(),
        missing_means="ask",
    )


def museums(session: Session, event: Event = MUSEUMS) -> Place:
    """The event, on this desk, and its first checkpoint."""
    identity = events.describe(session, event, NINE)
    described = events.one(session, identity).event
    return Place(identity, described.checkpoints[0].key)


def bring(session: Session, place: Place, export: Reading, now: int = NINE) -> FactId:
    """Plan and carry out an import; which one it is."""
    work = imports.Import(planning.plan(session, place.event, export))
    while not work.advance(session, now).finished:
        pass
    return imports.history(session, place.event)[0].source


def open_with(session: Session, *people: Registration) -> Place:
    """The event with these people, brought by one import."""
    place = museums(session)
    bring(session, place, reading(*people))
    return place


def who(place: Place, person: Registration) -> int:
    """The id of a registered person."""
    return attendee_id(place.event, person)


@contextmanager
def desk_in(folder: Path) -> Iterator[Session]:
    """One transaction of the desk whose data folder this is."""
    store = Store(folder)
    try:
        with store.transaction() as session:
            yield session
    finally:
        store.close()


def tables(session: Session) -> dict[str, Sequence[tuple[Any, ...]]]:
    """Every row of every table that the facts add up to."""
    ordered = {
        "event": "SELECT * FROM event ORDER BY 1",
        "attendee": "SELECT * FROM attendee ORDER BY 1",
        "presence": "SELECT * FROM presence ORDER BY 1, 2",
        "roster_line": "SELECT * FROM roster_line ORDER BY 1, 2, 3",
        "ticket_code": "SELECT * FROM ticket_code ORDER BY 1, 2, 3",
        "person_search": "SELECT rowid, name, rest, answers FROM person_search ORDER BY 1",
        "person_word": "SELECT * FROM person_word ORDER BY 1, 2",
    }
    return {table: [tuple(row) for row in session.run(ask)] for table, ask in ordered.items()}

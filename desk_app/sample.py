"""The sample event and its invented people, as every newcomer first meets the desk."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from desk_app import paths
from desk_app.clock import Clock
from desk_app.intake.announcement import read_announcement
from desk_app.intake.reading import read
from desk_app.services import checkin, events, imports, places, planning, roster
from desk_app.store.people import Person
from desk_app.store.session import Store


def page() -> Path:
    """The event's page as published, as text."""
    return paths.resources() / "sample" / "event.txt"


def export() -> Path:
    """The export of its registrations."""
    return paths.resources() / "sample" / "registrations.csv"


def newer_export() -> Path:
    """The same export two days later: some are new, changed, cancelled, or gone."""
    return paths.resources() / "sample" / "registrations-two-days-later.csv"


def fill(store: Store, clock: Clock) -> None:
    """Take in the sample event and its registrations, unless they are there already."""
    with store.transaction() as session:
        if events.in_hand(session) is not None:
            return
        [announced] = read_announcement(page())
        identity = events.describe(session, announced.event, clock())
        work = imports.Import(planning.plan(session, identity, read(export())))
        while not work.advance(session, clock()).finished:
            pass


def play_morning(store: Store, clock: Clock) -> None:
    """Let about half of the people arrive, as the pictures show it."""
    with store.transaction() as session:
        place = places.here(session, clock()).place
        for person in list(_arriving(roster.everybody(session, place))):
            checkin.enter(session, place, person, clock())


def _arriving(people: Sequence[Person]) -> Iterator[int]:
    """Every person but each third one, in an order that is not the alphabet's."""
    mixed = sorted(people, key=lambda person: person.id)
    return (person.id for n, person in enumerate(mixed) if n % 3)

"""A list that we wrote is read by our own importer, and everybody in it is who they were."""

from dataclasses import replace

import pytest

from desk_app import words
from desk_app.domain.registration import Registration, Status
from desk_app.intake.reading import read_bytes
from desk_app.services import checkin, documents
from desk_app.store.session import Session
from tests.badges.people import NAMES
from tests.services.days import NINE, guest, open_with, who

STANDINGS = (
    Status.CONFIRMED,
    Status.PENDING,
    Status.WAITING_LIST,
    Status.CANCELLED,
    Status.BLOCKED,
)
PEOPLE = [
    guest(
        f"{given} {family}".strip(),
        organisation='=cmd|"x"; y' if place % 2 else "-",
        email=f"p{place}@example.org",
        status=STANDINGS[place % len(STANDINGS)],
    )
    for place, (given, family) in enumerate(NAMES)
]


def told(it: Registration) -> tuple[str, ...]:
    name = (it.given_name, it.family_name, it.full_name)
    return (*name, it.organisation, it.email, it.ticket_type, it.status)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_list_comes_back_through_the_importer(session: Session, kind: str, language: str) -> None:
    place = open_with(session, *PEOPLE)
    checkin.enter(session, place, who(place, PEOPLE[0]), NINE)
    wanted = [replace(PEOPLE[0], status=Status.CHECKED_IN), *PEOPLE[1:]]
    back = read_bytes(documents.document(session, place, kind, language, NINE), f"list.{kind}")
    assert sorted(map(told, back.registrations)) == sorted(map(told, wanted))
    assert back.refused == ()

"""What an earlier release wrote opens in this one, complete."""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.services import attendance, checkin, events, imports, places, roster, settings
from desk_app.services.checkin import Place
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import FRIDAY, NINE, THURSDAY, bring, reading

RELEASES = sorted(Path(__file__).parent.glob("*.sql"))


@pytest.fixture(params=RELEASES, ids=lambda file: file.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """A desk with the database of a release, opened by this one."""
    with contextlib.closing(sqlite3.connect(tmp_path / "desk.db")) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
    store = places.open_desk(tmp_path, NINE)
    with store.transaction() as session:
        yield session
    store.close()


def door(session: Session) -> Place:
    event = events.in_hand(session)
    assert event
    return Place(event, THURSDAY)


def test_there_is_a_release_to_open() -> None:
    assert RELEASES


def test_nothing_is_lost(old: Session) -> None:
    assert verify(old).flaws == ()
    assert settings.read(old)["language"] == "fr"


def test_everybody_is_listed_as_they_were(old: Session) -> None:
    everybody = roster.everybody(old, door(old))
    assert [(person.full_name, person.organisation) for person in everybody] == [
        ("Jean-Luc d'Aubrac", ""),
        ("Ewa Kowalczyk", ""),
        ("Zoé Lefèvre", "Musée"),
        ("Max Martin", ""),
    ]


def test_the_figures_are_those_of_the_day(old: Session) -> None:
    thursday = attendance.figures(old, door(old))
    friday = attendance.figures(old, replace(door(old), checkpoint=FRIDAY))
    assert (thursday.arrived, thursday.walk_ins, thursday.pending) == (2, 1, 1)
    assert friday.arrived == 1


def test_the_day_goes_on(old: Session) -> None:
    assert [found.name for found in roster.find(old, door(old), "lefevre")] == ["LEFÈVRE Zoé"]
    again = checkin.scan(old, door(old), "QR-ZOE", NINE * 2)
    assert (again.outcome, again.first_at, again.desk) == ("already_in", NINE, "Accueil")
    assert checkin.scan(old, door(old), "QR-JEAN", NINE * 2).outcome == "welcome"
    assert verify(old).clean


def test_the_imports_of_the_day_can_go_on(old: Session) -> None:
    zoe = roster.card(old, door(old), roster.find(old, door(old), "lefevre")[0].person.id)
    taken_back, latest, _ = imports.history(old, door(old).event)
    assert (taken_back.taken_back, latest.changed) == (True, 1)
    bring(old, door(old), reading(replace(zoe.registration, job_title="Director")), NINE * 2)
    found = roster.find(old, door(old), "lefevre")[0].person
    assert (found.job_title, found.organisation) == ("Director", "Musée")

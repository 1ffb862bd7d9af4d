"""The year: every event with its figures, arrivals over one another, and who came to several."""

from dataclasses import replace
from datetime import date, time

import pytest

from desk_app.domain.event import Event
from desk_app.domain.registration import Registration, Status
from desk_app.services import attendance, checkin, courses, events, privacy, walk_ins, year
from desk_app.services.checkin import Place
from desk_app.services.event_line import days
from desk_app.store.session import Session
from tests.services.days import MINUTE, NINE, bring, guest, reading, who

ZOE = guest("Zoé Lefèvre", email="zoe@x.org", organisation="Ocim")
MAX = guest("Max Martin", email="max@x.org")
EVE = guest("Ève Adam", email="eve@x.org", status=Status.CANCELLED)
MAY = Event("May", days=(date(2026, 5, 12),), opens=time(9))
JUNE = Event("June", days=(date(2026, 6, 9),), opens=time(14))
LAST = Event("Last", days=(date(2025, 6, 9),))
SOON = Event("Soon", days=(date(2030, 1, 9),))


def held(
    session: Session, event: Event, come: tuple[Registration, ...], *others: Registration
) -> Place:
    """An event to which these people came at its hour, a minute apart, and these did not."""
    identity = events.describe(session, event, NINE)
    place = Place(identity, events.one(session, identity).event.checkpoints[0].key)
    bring(session, place, reading(*come, *others, file=event.title))
    began = courses.opening(session, place) or NINE
    for number, it in enumerate(come):
        checkin.enter(session, place, who(place, it), began + number * MINUTE)
    return place


def test_each_year_adds_its_events_up(session: Session) -> None:
    held(session, MAY, (ZOE, MAX), EVE)
    held(session, JUNE, (ZOE,), MAX)
    held(session, LAST, (MAX,))
    this, last = year.all_years(session, NINE)
    assert (this.year, [it.event.title for it in this.events]) == (2026, ["June", "May"])
    assert this.counted == year.Counted(registered=5, arrived=3, absent=1, walk_ins=0)
    assert this.counted.share == 0.75
    assert (last.year, last.counted.arrived) == (2025, 1)


def test_the_figures_are_those_of_the_attendance(session: Session) -> None:
    place = held(session, MAY, (ZOE,), MAX, EVE)
    walk_ins.register(session, place, Registration(full_name="Léa Roy"), NINE)
    [[it]] = [one.events for one in year.all_years(session, NINE)]
    shown = attendance.figures(session, place)
    assert it.counted == year.Counted(shown.registered, shown.arrived, shown.absent, shown.walk_ins)
    assert it.counted.walk_ins == 1


def test_nobody_is_absent_from_what_is_still_to_come(session: Session) -> None:
    held(session, SOON, (), ZOE)
    [soon] = year.all_years(session, NINE)
    assert (soon.counted.registered, soon.counted.absent, soon.counted.share) == (1, 0, None)


def test_events_without_a_date_stand_last(session: Session) -> None:
    held(session, Event("Undated"), (ZOE,))
    held(session, MAY, (ZOE,))
    assert [it.year for it in year.all_years(session, NINE)] == [2026, None]


def test_arrivals_are_counted_from_each_opening(session: Session) -> None:
    ids = [held(session, MAY, (ZOE, MAX)).event, held(session, JUNE, (ZOE,)).event]
    found = year.compared(session, ids, "en")
    assert found.by_opening
    assert [(it.name, it.points) for it in found.each] == [
        ("May", ((0, 0), (5, 2))),
        ("June", ((0, 0), (5, 1))),
    ]


def test_editions_of_one_event_are_told_apart_by_their_day(session: Session) -> None:
    editions = [replace(it, title="Open day") for it in (MAY, JUNE)]
    ids = [held(session, it, (ZOE,)).event for it in editions]
    names = [it.name for it in year.compared(session, ids, "en").each]
    assert names == [f"Open day · {days(it.days, 'en')}" for it in editions]
    assert len(set(names)) == 2


def test_whoever_came_to_several_is_recognised_by_address_and_name(session: Session) -> None:
    held(session, MAY, (ZOE, MAX))
    shouted = guest("ZOE LEFEVRE", "2", email="Zoe@X.org", organisation="La Coursive")
    held(session, JUNE, (shouted,), MAX)
    found = year.regulars(session)
    assert found.total == 1
    [it] = found.people
    assert (it.name, it.organisation) == ("LEFEVRE ZOE", "La Coursive")
    assert [event.title for event in it.events] == ["June", "May"]


@pytest.mark.parametrize(
    "other",
    [
        guest("Zoé Lefèvre", "2"),
        guest("Zoé Lefèvre", "2", email="other@x.org"),
        guest("Jean Lefèvre", email="zoe@x.org"),
    ],
)
def test_a_name_or_an_address_alone_is_nobody(session: Session, other: Registration) -> None:
    held(session, MAY, (ZOE,))
    held(session, JUNE, (other,))
    assert year.regulars(session) == year.Regulars((), 0)


def test_nobody_of_an_anonymised_event_is_recognised(session: Session) -> None:
    held(session, MAY, (ZOE,))
    june = held(session, JUNE, (ZOE,))
    assert year.regulars(session).total == 1
    privacy.anonymise(session, june.event, NINE)
    assert year.regulars(session).total == 0


def test_a_day_can_be_laid_beside_other_days_and_events(session: Session) -> None:
    may, june = held(session, MAY, (ZOE, MAX)), held(session, JUNE, (ZOE,))
    held(session, SOON, (), ZOE)
    [other] = courses.others(session, june, "en")
    assert (other.place, other.title, other.name) == (may, "May", "12 May 2026")
    laid = courses.laid_beside(session, june, other)
    assert laid
    began = courses.opening(session, june)
    assert laid.points == ((began, 0), ((began or 0) + 5 * MINUTE, 2))

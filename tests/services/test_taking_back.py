"""Any import can be taken back, in any order; whoever another one brought as well, stays."""

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.domain.facts import FactId, ImportConfirmed
from desk_app.domain.registration import Registration
from desk_app.services import imports, roster
from desk_app.services.checkin import Place
from desk_app.store import exchange, ledger
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import NINE, bring, desk_in, guest, museums, open_with, reading, who

ZOE, MAX, ANNE = (guest(name) for name in ("Zoé Lefèvre", "Max Martin", "Anne Petit"))
PEOPLE = (ZOE, MAX, ANNE)
# Of each person: not in the file, or with this organisation.
files = st.tuples(*(st.sampled_from((None, None, "", "Ocim", "Louvre")) for _ in PEOPLE))
deeds = st.lists(files | st.integers(0, 9), max_size=12)


def named(session: Session, place: Place) -> dict[str, str]:
    """Everybody on the list, with the organisation."""
    return {it.full_name: it.organisation for it in roster.everybody(session, place)}


def people_of(file: tuple[str | None, ...]) -> tuple[Registration, ...]:
    return tuple(
        replace(person, organisation=organisation)
        for person, organisation in zip(PEOPLE, file, strict=True)
        if organisation is not None
    )


def live(
    session: Session, place: Place, day: list[tuple[str | None, ...] | int]
) -> dict[FactId, tuple[Registration, ...]]:
    """Import a file for each tuple, and take one back for each number; what stands in the end."""
    standing: dict[FactId, tuple[Registration, ...]] = {}
    for number, deed in enumerate(day):
        if not isinstance(deed, int):
            people = people_of(deed)
            standing[bring(session, place, reading(*people, digest=str(number)))] = people
        elif standing:
            source = list(standing)[deed % len(standing)]
            imports.undo(session, source, NINE)
            del standing[source]
    return standing


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(deeds)
def test_everybody_is_as_the_last_file_that_stands_has_them(
    session: Session, day: list[tuple[str | None, ...] | int]
) -> None:
    place = museums(session)
    before = [it.source for it in imports.history(session, place.event) if not it.taken_back]
    for source in before:
        imports.undo(session, source, NINE)
    standing = live(session, place, day)
    wanted = {it.full_name: it.organisation for people in standing.values() for it in people}
    assert named(session, place) == wanted
    assert verify(session).clean


def test_whoever_a_later_import_confirmed_stays_when_the_first_is_taken_back(
    session: Session,
) -> None:
    place = museums(session)
    first = bring(session, place, reading(ZOE, MAX))
    bring(session, place, reading(ZOE, ANNE))
    imports.undo(session, first, NINE)
    assert set(named(session, place)) == {"Zoé Lefèvre", "Anne Petit"}


def test_what_was_taken_back_before_is_not_confirmed(session: Session) -> None:
    place = open_with(session, ZOE)
    second = bring(session, place, reading(replace(ZOE, organisation="Ocim")))
    imports.undo(session, second, NINE)
    bring(session, place, reading(ZOE, MAX))
    assert named(session, place)["Zoé Lefèvre"] == ""


def test_an_import_that_confirms_nobody_leaves_no_trace_of_it(session: Session) -> None:
    place = open_with(session, ZOE)
    bring(session, place, reading(MAX, ANNE))
    assert ledger.about_event(session, place.event, ImportConfirmed) == []


def test_another_desk_that_takes_the_ledger_in_agrees(folder: Path) -> None:
    with desk_in(folder / "first") as session:
        place = museums(session)
        first = bring(session, place, reading(ZOE, MAX))
        with desk_in(folder / "second") as other:
            exchange.take_in(other, b"".join(exchange.exported(session)))
            imports.undo(other, first, NINE)
            bring(session, place, reading(ZOE, ANNE), NINE + 1)
            exchange.take_in(other, b"".join(exchange.exported(session)))
            assert set(named(other, place)) == {"Zoé Lefèvre", "Anne Petit"}
            assert who(place, MAX) not in {it.id for it in roster.everybody(other, place)}
            assert verify(other).clean

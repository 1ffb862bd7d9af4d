"""An event's identity and its checkpoints."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.event import Checkpoint, Event, stable_id, with_checkpoints

FIRST, SECOND = date(2026, 12, 3), date(2026, 12, 4)


def test_an_event_is_the_same_however_its_title_is_typed() -> None:
    typed = Event("  numeriser les  COLLECTIONS", days=(FIRST,), city="dijon")
    assert typed.id == Event("Numériser les collections", days=(FIRST, SECOND), city="Dijon").id


def test_another_title_first_day_or_city_is_another_event() -> None:
    events = [Event("A"), Event("B"), Event("A", days=(FIRST,)), Event("A", city="Dijon")]
    assert len({event.id for event in events}) == 4


def test_an_event_has_one_checkpoint_per_day() -> None:
    points = with_checkpoints(Event("A", days=(FIRST, SECOND))).checkpoints
    assert points == (
        Checkpoint("2026-12-03", "", FIRST),
        Checkpoint("2026-12-04", "", SECOND),
    )


def test_an_event_without_a_date_has_an_entrance() -> None:
    assert with_checkpoints(Event("A")).checkpoints == (Checkpoint("entrance"),)


def test_own_checkpoints_are_kept() -> None:
    own = Event("A", days=(FIRST,), checkpoints=(Checkpoint("room", "Room"),))
    assert with_checkpoints(own) is own


@given(st.lists(st.text(st.characters())))
def test_a_stable_id_is_positive_and_fits_in_sqlite(parts: list[str]) -> None:
    assert 0 <= stable_id(*parts) < 2**63
    assert stable_id(*parts) == stable_id(*parts)


def test_a_stable_id_tells_where_one_part_ends() -> None:
    assert stable_id("ab", "c") != stable_id("a", "bc") != stable_id("a", "b", "c")


def test_a_stable_id_never_changes_between_releases() -> None:
    assert stable_id("7", "id", "R1") == 6775522022017489132

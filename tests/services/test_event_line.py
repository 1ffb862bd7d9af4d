"""Dates and places in words, in both languages."""

from datetime import date

import pytest

from desk_app.domain.event import Checkpoint, Event
from desk_app.services.event_line import checkpoint_name, day, days, event_line

FIRST, THIRD = date(2025, 3, 1), date(2025, 3, 3)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "3 décembre 2026 · La Coursive, Dijon"),
        ("en", "3 December 2026 · La Coursive, Dijon"),
    ],
)
def test_an_event_is_one_line(language: str, line: str) -> None:
    event = Event("A", days=(date(2026, 12, 3),), venue="La Coursive", city="Dijon")
    assert event_line(event, language) == line


def test_what_is_unknown_leaves_no_trace() -> None:
    assert event_line(Event("A"), "fr") == ""
    assert event_line(Event("A", city="Dijon"), "fr") == "Dijon"
    assert event_line(Event("A", days=(THIRD,)), "en") == "3 March 2025"


def test_the_first_of_a_month_is_special_in_french() -> None:
    assert (day(FIRST, "fr"), day(FIRST, "en")) == ("1er mars 2025", "1 March 2025")


def test_several_days_go_from_the_first_to_the_last() -> None:
    between = date(2025, 3, 2)
    assert days((FIRST, between, THIRD), "fr") == "1er mars 2025 – 3 mars 2025"
    assert (days((THIRD,), "en"), days((), "en")) == ("3 March 2025", "")


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_french_name(month: int) -> None:
    french, english = (day(date(2025, month, 2), language) for language in ("fr", "en"))
    assert french.split()[1] != english.split()[1]
    assert french.split()[1].islower()


@pytest.mark.parametrize(
    ("checkpoint", "french", "english"),
    [
        (Checkpoint("room", "Salle A"), "Salle A", "Salle A"),
        (Checkpoint("2025-03-01", "", FIRST), "1er mars 2025", "1 March 2025"),
        (Checkpoint("entrance"), "Entrée", "Entrance"),
    ],
)
def test_a_checkpoint_has_a_name(checkpoint: Checkpoint, french: str, english: str) -> None:
    assert checkpoint_name(checkpoint, "fr") == french
    assert checkpoint_name(checkpoint, "en") == english

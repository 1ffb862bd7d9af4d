"""A person's state is one word, one tone and one icon everywhere."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desk_app import words
from desk_app.domain.registration import Status
from desk_app.views import icons, theme
from desk_app.views.states import look_of, state_of, word_of
from tests.views.somebody import somebody

STATES = ("expected", "arrived", "left", "pending", "waiting_list", "cancelled")


@pytest.mark.parametrize(
    ("known", "state"),
    [
        ({}, "expected"),
        ({"status": Status.CHECKED_IN}, "expected"),
        ({"status": Status.PENDING}, "pending"),
        ({"status": Status.WAITING_LIST}, "waiting_list"),
        ({"status": Status.CANCELLED}, "cancelled"),
        ({"here_at": 1, "inside": True}, "arrived"),
        ({"here_at": 1, "inside": False}, "left"),
        ({"here_at": 1, "inside": True, "status": Status.CANCELLED}, "arrived"),
    ],
)
def test_being_here_comes_before_the_registration(known: dict[str, Any], state: str) -> None:
    assert state_of(somebody(**known)) == state


def test_every_registration_s_status_has_a_look() -> None:
    for status in Status:
        assert look_of(state_of(somebody(status=status)))


def test_every_state_has_a_tone_and_an_icon_that_is_there(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    for state in STATES:
        tone, icon = look_of(state)
        assert tone in icons.BY_TONE
        assert icons.pixmap(icon, tone, 16).width() == 16


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_state_has_a_word_of_its_own(language: str) -> None:
    words.use(language)
    said = {word_of(state) for state in STATES}
    words.use("en")
    assert len(said) == len(STATES)


def test_arrivals_tell_their_time() -> None:
    words.use("en")
    assert (word_of("arrived", "09:12"), word_of("arrived")) == ("Arrived 09:12", "Arrived")

"""Every verdict has its tone, its icon and its words, in both languages."""

from collections.abc import Iterator

import pytest

from desk_app import words
from desk_app.controllers.checkin import CheckIn
from desk_app.domain.admission import Outcome
from desk_app.views.verdicts import verdict_of
from tests.views.somebody import somebody

ZOE = somebody(full_name="Zoé Lefèvre")
AT, FIRST = "09:30:00", "08:58"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    words.use("en")
    yield
    words.use("en")


def answer(outcome: Outcome, note: str = "") -> CheckIn:
    person = somebody(full_name="Zoé Lefèvre", note=note)
    return CheckIn(outcome, "QR-1", 1, person, desk="Desk 2")


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_says_who_or_what_in_both_languages(outcome: Outcome, language: str) -> None:
    words.use(language)
    said = verdict_of(answer(outcome), AT, FIRST)
    assert said.title
    assert said.icon
    assert said.detail
    assert "{" not in said.title + said.detail + said.action_text
    assert bool(said.action) == bool(said.action_text) == bool(said.shortcut)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_two_outcomes_are_alike(language: str) -> None:
    words.use(language)
    said = [verdict_of(answer(outcome), AT, FIRST) for outcome in Outcome]
    assert len({it.title for it in said}) == len(said)


@pytest.mark.parametrize(
    ("outcome", "tone"),
    [
        (Outcome.WELCOME, "good"),
        (Outcome.ALREADY_IN, "mind"),
        (Outcome.PENDING, "mind"),
        (Outcome.WAITING_LIST, "mind"),
        (Outcome.AMBIGUOUS, "mind"),
        (Outcome.CANCELLED, "stop"),
        (Outcome.UNKNOWN, "stop"),
        (Outcome.UNREADABLE, "stop"),
    ],
)
def test_the_tone_follows_the_gravity(outcome: Outcome, tone: str) -> None:
    assert verdict_of(answer(outcome), AT, FIRST).tone == tone


def test_a_note_turns_a_welcome_into_something_to_mind() -> None:
    said = verdict_of(answer(Outcome.WELCOME, note="Needs the ramp"), AT, FIRST)
    assert (said.tone, said.detail) == ("mind", "Needs the ramp")


def test_a_second_entry_says_when_and_where_the_first_was() -> None:
    said = verdict_of(answer(Outcome.ALREADY_IN), AT, FIRST)
    assert (said.title, said.detail) == ("Zoé Lefèvre is already in", "since 08:58, at Desk 2")


def test_only_what_the_desk_may_decide_can_be_waived() -> None:
    waived = [it for it in Outcome if verdict_of(answer(it), AT, FIRST).action == "waive"]
    assert waived == [Outcome.PENDING, Outcome.WAITING_LIST, Outcome.CANCELLED]

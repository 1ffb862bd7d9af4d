"""Every verdict has its tone, its icon and its words, in both languages."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desk_app import words
from desk_app.controllers.checkin import CheckIn
from desk_app.domain.admission import Outcome
from desk_app.domain.event import Checkpoint
from desk_app.views.verdicts import Times, verdict_of
from tests.views.somebody import somebody

TIMES = Times("09:30:00", "08:58", "09:10", "14:00", "2 December 2026, 17:05")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    words.use("en")
    yield
    words.use("en")


def answer(outcome: Outcome, note: str = "") -> CheckIn:
    person = somebody(full_name="Zoé Lefèvre", note=note, ticket_type="Participant")
    return CheckIn(outcome, "QR-1", 1, person, desk="Desk 2")


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_says_who_or_what_in_both_languages(outcome: Outcome, language: str) -> None:
    words.use(language)
    said = verdict_of(answer(outcome), TIMES)
    assert said.title
    assert said.icon
    assert said.detail or outcome is Outcome.ATTENTION  # its words are the note's
    assert "{" not in said.title + said.detail + said.action_text
    assert bool(said.action) == bool(said.action_text) == bool(said.shortcut)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_two_outcomes_are_alike(language: str) -> None:
    words.use(language)
    said = [verdict_of(answer(outcome), TIMES) for outcome in Outcome]
    assert len({(it.title, it.detail) for it in said}) == len(said)
    assert len({it.title for it in said}) == len(said) - 1  # both welcomes greet alike


@pytest.mark.parametrize(
    ("outcome", "tone"),
    [
        (Outcome.WELCOME, "good"),
        (Outcome.ALREADY_IN, "mind"),
        (Outcome.PENDING, "mind"),
        (Outcome.WAITING_LIST, "mind"),
        (Outcome.AMBIGUOUS, "mind"),
        (Outcome.CANCELLED, "stop"),
        (Outcome.BLOCKED, "stop"),
        (Outcome.FULL, "stop"),
        (Outcome.OUTDATED, "stop"),
        (Outcome.NOT_HERE, "mind"),
        (Outcome.TOO_EARLY, "mind"),
        (Outcome.TOO_LATE, "mind"),
        (Outcome.NO_REENTRY, "mind"),
        (Outcome.NOT_IN, "mind"),
        (Outcome.GOODBYE, "good"),
        (Outcome.UNKNOWN, "stop"),
        (Outcome.UNREADABLE, "stop"),
    ],
)
def test_the_tone_follows_the_gravity(outcome: Outcome, tone: str) -> None:
    assert verdict_of(answer(outcome), TIMES).tone == tone


def test_a_note_turns_a_welcome_into_something_to_mind() -> None:
    said = verdict_of(answer(Outcome.ATTENTION, note="Needs the ramp"), TIMES)
    assert (said.tone, said.detail) == ("mind", "Needs the ramp")


def test_a_second_entry_says_when_and_where_the_first_was() -> None:
    said = verdict_of(answer(Outcome.ALREADY_IN), TIMES)
    assert (said.title, said.detail) == ("Zoé Lefèvre is already in", "since 08:58, at Desk 2")


def test_only_what_the_desk_may_decide_can_be_waived() -> None:
    waived = [it for it in Outcome if verdict_of(answer(it), TIMES).action == "waive"]
    assert waived == [it for it in Outcome if it.waivable]


def test_the_wrong_place_names_the_right_one() -> None:
    place = replace(answer(Outcome.NOT_HERE), elsewhere=(Checkpoint("stage", "Stage door"),))
    assert verdict_of(place, TIMES).detail == "Participant enters at: Stage door."


def test_the_wrong_time_names_the_right_one() -> None:
    assert verdict_of(answer(Outcome.TOO_EARLY), TIMES).detail == "This checkpoint opens at 14:00."


def test_who_left_for_good_hears_when() -> None:
    said = verdict_of(answer(Outcome.NO_REENTRY), TIMES)
    assert said.detail == "One entry each: in 08:58, out 09:10."


def test_an_old_list_says_of_when_it_is() -> None:
    said = verdict_of(answer(Outcome.OUTDATED), TIMES)
    assert "The list is from 2 December 2026, 17:05." in said.detail


def test_a_block_says_why() -> None:
    said = verdict_of(replace(answer(Outcome.BLOCKED), why="badge reported stolen"), TIMES)
    assert said.detail == "badge reported stolen"

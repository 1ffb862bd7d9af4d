"""The lead's PIN at the command line."""

import pytest

from tests.commands.terminal import Terminal

RIGHT = {"right": True, "wait_ms": 0}


def test_a_pin_is_set_and_changed_by_whoever_knows_it(empty: Terminal) -> None:
    assert empty.ask("pin", "set", "--new", "2468") == RIGHT
    assert empty.ask("pin", "set", "--new", "1357", "--known", "2468") == RIGHT
    assert empty.ask("pin", "remove", "--known", "1357") == RIGHT


def test_a_wrong_one_ends_with_1_and_is_counted(empty: Terminal) -> None:
    empty.ask("pin", "set", "--new", "2468")
    answers = [empty.type("pin", "remove", "--known", "0000") for _ in range(3)]
    assert [it.code for it in answers] == [1, 1, 1]
    assert answers[0].out == "This is not the PIN.\n"
    assert answers[2].out == "This is not the PIN. Try again in 5 s.\n"


def test_one_that_nobody_knows_any_more_is_given_up(empty: Terminal) -> None:
    empty.ask("pin", "set", "--new", "2468")
    assert empty.ask("pin", "remove", "--forgotten") == RIGHT
    assert empty.type("pin", "remove", "--known", "2468").is_one_sentence


@pytest.mark.parametrize("words", [("set", "--new", "12"), ("remove", "--known", "2468")])
def test_what_cannot_be_is_said_in_one_sentence(empty: Terminal, words: tuple[str, ...]) -> None:
    assert empty.type("pin", *words).is_one_sentence

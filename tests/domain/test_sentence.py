"""Sentences and the error that carries one."""

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.sentence import Sentence, sentence


def test_a_sentence_fills_its_gaps() -> None:
    assert str(sentence("{count} of {all}", count=2, all=3)) == "2 of 3"


def test_a_sentence_may_have_a_gap_named_text() -> None:
    assert str(sentence("“{text}”", text="x")) == "“x”"


def test_equal_sentences_are_equal() -> None:
    assert sentence("{a}", a=1) == Sentence("{a}", (("a", 1),))
    assert sentence("{a}", a=1) != sentence("{a}", a=2)


def test_a_desk_error_says_its_sentence() -> None:
    with pytest.raises(DeskError, match=r"^The file x\.csv is empty\.$") as caught:
        raise DeskError("The file {file} is empty.", file="x.csv")
    assert caught.value.sentence == sentence("The file {file} is empty.", file="x.csv")

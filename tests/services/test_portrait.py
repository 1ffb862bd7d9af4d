"""Every kind of fact about a person has a sentence in what a person may have of themselves."""

from typing import get_args

from desk_app.domain import facts
from desk_app.domain.facts import Body
from desk_app.services import portrait

OF_THE_EVENT = {
    facts.EventDescribed,
    facts.PapersDescribed,
    facts.LetterWritten,
    facts.ImportStarted,
    facts.ImportFinished,
    facts.ImportConfirmed,
    facts.Erased,
}
TOLD_BY_WHAT_THEY_TAKE_BACK = {facts.Annulled}


def test_a_new_kind_of_fact_needs_a_sentence() -> None:
    told = set(get_args(Body)) - OF_THE_EVENT - TOLD_BY_WHAT_THEY_TAKE_BACK
    assert set(portrait._SENTENCES) == told

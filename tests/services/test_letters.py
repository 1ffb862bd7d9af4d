"""The words of letters: another text, refused where it is wrong, and the original again."""

import pytest

from desk_app import words
from desk_app.domain.errors import DeskError
from desk_app.domain.papers import LetterText
from desk_app.reports.letter_text import FIELDS, check
from desk_app.services import letters
from desk_app.store import exchange
from desk_app.store.session import Session
from tests.services.days import MUSEUMS, NINE, museums

THANKS = LetterText("Thanks", ("Dear {name},",), "")


@pytest.mark.parametrize("kind", letters.KINDS)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_original_texts_name_only_what_there_is(kind: str, language: str) -> None:
    check(letters.original(kind, language))


def test_a_text_is_of_one_kind_and_one_language(session: Session) -> None:
    event = museums(session).event
    letters.write(session, event, "attestation", "en", THANKS, NINE)
    assert letters.text(session, event, "attestation", "en") == THANKS
    assert letters.text(session, event, "attestation", "fr").heading == "Attestation de présence"
    assert letters.text(session, event, "certificate", "en").heading == "Certificate of completion"


def test_the_original_comes_back(session: Session) -> None:
    event = museums(session).event
    letters.write(session, event, "attestation", "en", THANKS, NINE)
    original = letters.original("attestation", "en")
    letters.write(session, event, "attestation", "en", original, NINE)
    assert letters.text(session, event, "attestation", "en") == original


def test_another_event_has_the_text_that_was_written_last(session: Session) -> None:
    letters.write(session, museums(session).event, "attestation", "en", THANKS, NINE)
    other = museums(session, MUSEUMS.__class__("Another")).event
    assert letters.text(session, other, "attestation", "en") == THANKS


def test_a_text_goes_where_the_event_goes(session: Session, other: Session) -> None:
    event = museums(session).event
    letters.write(session, event, "certificate", "fr", THANKS, NINE)
    exchange.take_in(other, b"".join(exchange.exported(session)))
    assert letters.text(other, event, "certificate", "fr") == THANKS


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("{nome}", "nome"),
        ("{}", "There is no field"),
        ("{name.__class__}", "name.__class__"),
        ("{hours:>99999999}", "hours:>"),
        ("{name!r}", "name!r"),
        ("{name", "brace"),
        ("name}", "brace"),
    ],
)
def test_a_text_with_a_mistake_is_refused_in_a_sentence(
    session: Session, paragraph: str, said: str
) -> None:
    event = museums(session).event
    with pytest.raises(DeskError, match=said):
        letters.write(session, event, "attestation", "en", LetterText("", (paragraph,), ""), NINE)
    assert letters.text(session, event, "attestation", "en").heading == "Certificate of attendance"


def test_every_field_has_a_french_name() -> None:
    assert set(FIELDS.values()) <= words.catalogue("fr").keys()

"""What answers say for the badge."""

import pytest

from desk_app.services import badges
from desk_app.services.badge_answers import of
from desk_app.store.session import Session
from tests.services.days import guest, open_with, who


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Acceptez-vous d'être photographié·e ?", "Non"),
        ("Autorisation photo", "non, merci"),
        ("Droit à l'image", "Je refuse"),
        ("Je refuse d'être en photo", "Oui"),
        ("No photos please", "x"),
        ("May we take your picture?", "No"),
    ],
)
def test_a_refusal_is_understood(question: str, answer: str) -> None:
    assert of([(question, answer)]).no_photo


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Acceptez-vous d'être photographié·e ?", "Oui"),
        ("Droit à l'image", "J'accepte"),
        ("Je refuse d'être en photo", "Non"),
        ("Droit à l'image", ""),
        ("Atelier photo", "14 h"),
        ("Repas végétarien", "non"),
    ],
)
def test_whoever_did_not_refuse_has_no_mark(question: str, answer: str) -> None:
    assert not of([(question, answer)]).no_photo


def test_pronouns_are_words_and_no_prose() -> None:
    assert of([("Vos pronoms", " iel ")]).pronouns == "iel"
    assert of([("Pronouns", "I would rather not say which ones")]).pronouns == ""


def test_answers_reach_the_badge(session: Session) -> None:
    zoe = guest("Zoé Lefèvre", answers=(("Pronoms", "elle"), ("Photo ?", "Non")))
    place = open_with(session, zoe)
    (badge,) = badges.of_people(session, place, [who(place, zoe)])
    assert (badge.pronouns, badge.no_photo) == ("elle", True)

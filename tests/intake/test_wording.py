"""Headings and status words in compared form."""

import pytest

from desk_app.intake import statuses, vocabulary
from desk_app.intake.wording import key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("E-mail *", "e mail"),
        ("Prénom\u00a0", "PRENOM"),
        ("N° billet", "no billet"),
        ("Attendee #", "Attendee no."),
        ("jobTitle", "Job title"),
        ("participant·es", "Participant"),
        ("Teilnehmer*in", "teilnehmer"),
        ("Atelier(s) souhaité(s)", "atelier souhaité"),
        ("qr_code_url", "QR code URL"),
    ],
)
def test_headings_compare_alike(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Email payeur", "buyer_email"),
        ("E-mail du participant", "email"),
        ("Nom de l'adresse de facturation: Prénom", "buyer_given_name"),
        ("G01Q03. Courriel", "email"),
        ("id. ID de la réponse", "response_id"),
        ("Adresse Mail de Contact", "email"),
        ("Téléphone (Commande) - #5", "bookkeeping"),
        ("Fonction - #3", "job_title"),
    ],
)
def test_headings_mean_a_field(heading: str, field: str) -> None:
    assert vocabulary.meanings(heading)[0].field == field


@pytest.mark.parametrize(
    "heading", ["Nom de l'organisateur", "Contact d'urgence : téléphone", "Adresse"]
)
def test_headings_of_something_else_mean_nothing(heading: str) -> None:
    assert vocabulary.meanings(heading) == ()


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Payé", "confirmed"),
        ("bezahlt", "confirmed"),
        ("Not Attending", "cancelled"),
        ("peruutettu", "cancelled"),
        ("wc-refunded", "cancelled"),
        ("cancelled by self", "cancelled"),
        ("Annulée le 3 mai", "cancelled"),
        ("Remboursé – double paiement", "cancelled"),
        ("no reply", None),
        ("registered nobody", None),
        ("TO_BE_PAID", "pending"),
        ("pending (confirmed)", "confirmed"),
        ("Liste d’attente", "waiting_list"),
        ("CHECKED_IN", "checked_in"),
    ],
)
def test_words_of_platforms_mean_a_state(word: str, state: str | None) -> None:
    assert statuses.status_of(word, {}) == state

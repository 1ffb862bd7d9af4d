"""Short forms that a person may accept."""

import pytest

from desk_app.badges.short_form import shorter


@pytest.mark.parametrize(
    ("field", "text", "short"),
    [
        ("given_name", "María de los Ángeles Guadalupe", "María Á. G."),
        ("given_name", "Jean-Baptiste", "Jean-B."),
        ("given_name", "Anne", ""),
        ("family_name", "García-Huidobro Errázuriz y Fernández", "García-Huidobro"),
        ("family_name", "de La Rochefoucauld-Montbel", "de La Rochefoucauld"),
        ("family_name", "Martin", ""),
        ("organisation", "Centre national de la recherche scientifique (CNRS)", "CNRS"),
        ("organisation", "Musée des Beaux-Arts – Ville de Dijon", "Musée des Beaux-Arts"),
        ("organisation", "Stiftung Preußischer Kulturbesitz", "SPK"),
        ("organisation", "Ocim", ""),
        ("job_title", "Chargée de mission, pôle numérique", "Chargée de mission"),
        ("job_title", "", ""),
    ],
)
def test_a_short_form_keeps_what_people_say(field: str, text: str, short: str) -> None:
    assert shorter(field, text) == short

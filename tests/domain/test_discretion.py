"""Contacts masked: told apart at best, never written to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.discretion import discreet


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("zoe@ocim.fr", "z•••@o•••.fr"),
        ("Zoé Lefèvre <zoe.lefevre@ocim.fr>", "Zoé Lefèvre <z•••@o•••.fr>"),
        ("a@localhost", "a•••@•••"),
        ("j@mail.univ-dijon.fr, k@x.org", "j•••@m•••.fr, k•••@x•••.org"),
        ("06 12 34 56 78", "••• 78"),
        ("+33 (0)6.12.34.56.78", "••• 78"),
        ("0612345678 (le soir)", "••• 78 (le soir)"),
        ("Végétarien", "Végétarien"),
        ("Arrive le 3 à 18 h 30", "Arrive le 3 à 18 h 30"),
        ("", ""),
    ],
)
def test_contacts_in_a_text_are_masked(text: str, shown: str) -> None:
    assert discreet(text) == shown


@given(st.emails())
def test_no_address_can_be_written_to(address: str) -> None:
    assert address not in discreet(address)
    assert "•••" in discreet(address)

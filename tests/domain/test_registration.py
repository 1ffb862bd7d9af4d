"""The same person on every desk."""

from dataclasses import replace

from desk_app.domain.registration import Registration, attendee_id
from tests.domain.lives import ZOE

NAMED = replace(ZOE, external_id="")


def test_the_export_s_own_id_makes_the_person() -> None:
    renamed = replace(ZOE, full_name="Zoé Martin", email="other@example.org")
    assert attendee_id(7, renamed) == attendee_id(7, ZOE)


def test_without_an_id_e_mail_and_name_make_the_person() -> None:
    typed = replace(NAMED, full_name="ZOE  LEFEVRE", email="Zoe@Example.org", organisation="Ocim")
    assert attendee_id(7, typed) == attendee_id(7, NAMED)


def test_a_couple_with_one_e_mail_is_two_people() -> None:
    assert attendee_id(7, replace(NAMED, full_name="Max Lefèvre")) != attendee_id(7, NAMED)


def test_a_person_at_another_event_is_another_attendee() -> None:
    assert attendee_id(8, ZOE) != attendee_id(7, ZOE)


def test_an_id_is_never_mistaken_for_a_name() -> None:
    named_like_an_id = Registration(full_name="R1")
    assert attendee_id(7, Registration(external_id="R1")) != attendee_id(7, named_like_an_id)

"""Headings that mislead, and the cells and neighbours that tell."""

import pytest

from desk_app.intake.columns import recognise
from desk_app.intake.reading import read_bytes
from desk_app.intake.source import tables
from tests.intake.exports import first, reading, table


def test_nom_beside_prenom_is_the_family_name() -> None:
    one = first(("Nom", "Prénom"), ("Curie", "Marie"))
    assert (one.given_name, one.family_name, one.full_name) == ("Marie", "Curie", "Marie Curie")


def test_nom_alone_is_the_whole_name_and_stays_whole() -> None:
    one = first(("Nom", "Courriel"), ("CURIE Marie", "m@example.org"))
    assert (one.given_name, one.family_name, one.full_name) == ("", "", "CURIE Marie")


def test_nom_that_repeats_the_parts_is_the_whole_name() -> None:
    headings = ("Nom", "Prénom", "Nom de famille")
    one = first(headings, ("Marie Curie", "Marie", "Curie"))
    assert (one.given_name, one.family_name, one.full_name) == ("Marie", "Curie", "Marie Curie")


@pytest.mark.parametrize(
    ("headings", "given", "family"),
    [
        (("Nombre", "Apellidos"), "Ana", "García"),
        (("Vorname", "Name"), "Ana", "García"),
        (("First Name", "Surname"), "Ana", "García"),
        (("Prénom participant", "Nom participant"), "Ana", "García"),
        (("Nome", "Cognome"), "Ana", "García"),
        (("firstName", "last_name"), "Ana", "García"),
        (("Attendee name: Given name", "Attendee name: Family name"), "Ana", "García"),
        (("Nom du participant : Prénom", "Nom du participant: Nom de famille"), "Ana", "García"),
    ],
)
def test_names_in_many_languages(headings: tuple[str, ...], given: str, family: str) -> None:
    one = first(headings, (given, family))
    assert (one.given_name, one.family_name) == (given, family)


def test_a_mononym_may_sit_in_either_part() -> None:
    assert first(("Nom", "Prénom"), ("Suhartini", "")).full_name == "Suhartini"
    assert first(("Nom", "Prénom"), ("", "Suhartini")).full_name == "Suhartini"


def test_title_with_salutations_is_no_job() -> None:
    assert first(("Name", "Title"), ("Ann Lee", "Dr")).job_title == ""
    assert (
        first(("Name", "Title"), ("Ann Lee", "Curator of prints")).job_title == "Curator of prints"
    )


def test_position_with_numbers_is_no_job() -> None:
    assert first(("Name", "Position"), ("Ann Lee", "2")).job_title == ""
    assert first(("Name", "Position"), ("Ann Lee", "Curator")).job_title == "Curator"


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (("T1001", "T1002"), "external_id"),
        (("Plein tarif", "Plein tarif"), "ticket_type"),
        (("https://example.org/1.pdf", "https://example.org/2.pdf"), ""),
    ],
)
def test_billet_is_what_its_cells_say(cells: tuple[str, str], field: str) -> None:
    one = first(("Nom", "Billet"), ("Ann Lee", cells[0]), ("Bob Roe", cells[1]))
    values = {name: getattr(one, name) for name in ("external_id", "ticket_type")}
    assert [name for name, value in values.items() if value] == ([field] if field else [])


def test_plain_email_beside_an_attendees_own_is_the_buyers() -> None:
    headings = ("Email", "Attendee name", "Attendee email")
    one = first(headings, ("boss@example.org", "Ann Lee", "ann@example.org"))
    assert (one.email, one.buyer_email) == ("ann@example.org", "boss@example.org")


def test_a_payers_company_is_nobody_elses() -> None:
    headings = ("Nom", "Prénom", "Nom payeur", "Prénom payeur", "Société payeur")
    other, same = (
        first(headings, ("Lee", "Ann", "Roe", "Bob", "Acme")),
        first(headings, ("Roe", "Bob", "Roe", "Bob", "Acme")),
    )
    assert (other.organisation, same.organisation) == ("", "Acme")


def test_a_postal_address_is_no_email() -> None:
    one = first(("Nom", "Adresse", "Adresse mail"), ("Ann Lee", "1 rue X", "ann@example.org"))
    assert one.email == "ann@example.org"


def test_etat_of_a_postal_address_is_no_status() -> None:
    headings = ("Nom", "Ville", "État")
    assert first(headings, ("Ann Lee", "Austin", "Texas")).status == "confirmed"
    assert first(headings, ("Ann Lee", "Austin", "Annulé")).status == "cancelled"


def test_addresses_are_found_under_a_heading_in_any_language() -> None:
    assert first(("Name", "Netfang"), ("Ann Lee", "ann@example.org")).email == "ann@example.org"


def test_a_consent_that_mentions_names_is_an_answer() -> None:
    question = "J'accepte que mon nom figure sur la liste des participant·es"
    one = first(("NOM et Prénom", question), ("LEE Ann", "Oui"))
    assert (one.full_name, one.answers) == ("LEE Ann", ((question, "Oui"),))


def test_questions_are_understood_by_their_words() -> None:
    headings = ("Nom complet", "Quelle est votre fonction ?", "Votre organisme de rattachement")
    one = first(headings, ("Ann Lee", "Archiviste", "Musée"))
    assert (one.job_title, one.organisation) == ("Archiviste", "Musée")


def test_an_answered_yes_is_no_employer() -> None:
    question = "Attestation pour votre employeur"
    assert first(("Nom", question), ("Ann Lee", "Oui")).organisation == ""


def test_columns_of_one_kind_fill_each_other() -> None:
    headings = ("Nom", "Mail", "Adresse e-mail")
    found = reading(headings, ("Ann Lee", "a@example.org", ""), ("Bob", "", "b@example.org"))
    assert [one.email for one in found.registrations] == ["a@example.org", "b@example.org"]
    assert ("email", "Adresse e-mail + Mail") in found.columns


def test_same_headings_are_kept_apart_by_position() -> None:
    rows = (("Bob Roe", "Museum", "Museum"), ("Ann Lee", "", "Acme"))
    one = reading(("Name", "Company", "Company"), *rows).registrations[1]
    assert (one.organisation, one.answers) == ("", (("Company", "Acme"),))


def test_ticked_boxes_of_a_question_about_workshops_are_the_ticket() -> None:
    headings = ("Name", "Workshop: Pottery", "Workshop: Weaving", "Diet: Vegan")
    one = first(headings, ("Ann Lee", "X", "X", "X"))
    assert (one.ticket_type, one.answers) == ("Pottery; Weaving", (("Diet: Vegan", "X"),))


def test_a_counter_identifies_nobody() -> None:
    assert first(("N°", "Nom"), ("1", "Ann Lee")).external_id == ""


def test_an_id_shared_by_different_people_identifies_nobody() -> None:
    rows = [("77", f"Person {letter}") for letter in "abcdefgh"]
    found = reading(("ID", "Name"), *rows)
    assert len(found.registrations) == 8
    assert "shared by several people" in str(found.warnings[0])


def test_buyers_are_people_where_nobody_else_is_named() -> None:
    found = reading(
        ("Nom payeur", "Prénom payeur", "Email payeur"), ("Lee", "Ann", "a@example.org")
    )
    assert [one.full_name for one in found.registrations] == ["Ann Lee"]


def test_band_above_the_headings_tells_whose_columns_they_are() -> None:
    data = table(
        ("ACHETEUR", "", "PARTICIPANT", ""),
        ("Nom", "Prénom", "Nom", "Prénom"),
        ("Roe", "Bob", "Lee", "Ann"),
    )
    (one,) = read_bytes(data, "x").registrations
    assert (one.full_name, one.buyer_name) == ("Ann Lee", "Bob Roe")


def test_headings_are_found_below_titles() -> None:
    data = table(("Liste",), ("au 16 mars",), (), ("Nom", "Prénom", "Mail"), ("Lee", "Ann", ""))
    assert recognise(tables(data)[0]).heading == 3


def test_a_list_of_arrivals_with_a_name_tells_who_came() -> None:
    one = first(("Name", "Check-ins: Main hall"), ("Ann Lee", "2026-01-02 10:00"))
    assert one.status == "checked_in"


def test_headings_in_two_languages_are_understood() -> None:
    headings = ("Nom / Last name", "Prénom / First name", "Statut / Status")
    one = first(headings, ("Lee", "Ann", "Annulé / Cancelled"))
    assert (one.given_name, one.family_name, one.status) == ("Ann", "Lee", "cancelled")


def test_what_stands_in_brackets_only_explains() -> None:
    headings = ("Votre NOM (en majuscules, tel qu'il paraîtra sur le badge)", "Prénom")
    assert first(headings, ("LEE", "Ann")).family_name == "LEE"


def test_the_first_word_of_a_question_says_what_is_asked() -> None:
    headings = ("Nom complet", "Votre fonction au sein de la structure")
    assert first(headings, ("Ann Lee", "Curator")).job_title == "Curator"


def test_a_speaker_is_the_person_where_nobody_else_is_named() -> None:
    assert first(("Speaker", "RSVP"), ("Ann Lee", "Accepts")).full_name == "Ann Lee"
    one = first(("First name", "Last name", "Speaker"), ("Ann", "Lee", "Bob Roe"))
    assert (one.full_name, one.answers) == ("Ann Lee", (("Speaker", "Bob Roe"),))


def test_two_words_may_be_written_as_one() -> None:
    one = first(("FIRSTNAME", "FAMILYNAME", "JOBTITLE"), ("Ann", "Lee", "Curator"))
    assert (one.full_name, one.job_title) == ("Ann Lee", "Curator")


def test_either_of_two_columns_of_codes_may_be_scanned() -> None:
    headings = ("Name", "Barcode", "Ticket code")
    one = first(headings, ("Ann Lee", "XY12Z", "TT1A"), ("Bob Roe", "XY12A", "TT1B"))
    assert (one.scan_code, one.codes) == ("XY12Z", ("TT1A",))

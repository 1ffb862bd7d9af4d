"""Lists without headings, or with headings that nobody understands: the cells tell."""

import pytest

from desk_app.domain.errors import DeskError
from desk_app.intake.reading import Reading, read_bytes
from tests.intake.exports import first, reading

PEOPLE = (("Lee", "Ann", "ann.lee@example.org"), ("Roe", "Bob", "bob.roe@example.org"))


def names(found: Reading) -> list[tuple[str, str, str]]:
    return [(one.given_name, one.family_name, one.full_name) for one in found.registrations]


def test_addresses_tell_which_part_of_a_name_is_which() -> None:
    expected = [("Ann", "Lee", "Ann Lee"), ("Bob", "Roe", "Bob Roe")]
    assert names(reading(*PEOPLE)) == expected
    assert names(reading(*((b, a, mail) for a, b, mail in PEOPLE))) == expected


def test_the_first_row_is_a_person_too_and_columns_have_letters() -> None:
    found = reading(*((*row, "Musée") for row in PEOPLE))
    assert found.rows == (1, 2)
    assert found.registrations[0].answers == (("D", "Musée"),)
    assert (found.form, [head.heading for head in found.heads]) == ("", ["A", "B", "C", "D"])


def test_parts_that_no_address_tells_apart_stay_one_name() -> None:
    rows = (("Lee", "Ann", "lee@example.org"), ("Bob", "Roe", "bob@example.org"))
    assert names(reading(*rows)) == [("", "", "Lee Ann"), ("", "", "Bob Roe")]


@pytest.mark.parametrize("rows", [("LEE Ann", "DE LA ROE Bob", "KO Cy"), ("Ann Lee", "Bob Roe")])
def test_a_bare_list_of_names_is_one_of_people(rows: tuple[str, ...]) -> None:
    assert [full for _, _, full in names(reading(*((row, "Musée") for row in rows)))] == [*rows]


def test_a_list_of_things_is_none_of_people() -> None:
    with pytest.raises(DeskError):
        reading(("Chaise", "12"), ("Table basse", "3"), ("Tasse bleue", "9"))


def test_headings_of_an_unknown_language_are_no_hindrance() -> None:
    one = first(("Név", "Netfang"), ("Kovács Anna", "kovacs.anna@example.org"))
    assert (one.full_name, one.email) == ("Kovács Anna", "kovacs.anna@example.org")


def test_telephones_are_found_without_headings() -> None:
    rows = [(*row, f"06 11 22 03 0{n}") for n, row in enumerate(PEOPLE)]
    assert reading(*rows).registrations[1].phone == "06 11 22 03 01"


def test_headings_may_be_split_over_two_rows() -> None:
    one = first(
        ("Liste",),
        (),
        ("Nom", "Prénom", "Coordonnées", "", "Statut"),
        ("", "", "Mail", "Téléphone", ""),
        ("Lee", "Ann", "a@example.org", "0611220301", "annulé"),
    )
    assert (one.full_name, one.email, one.phone) == ("Ann Lee", "a@example.org", "0611220301")
    assert one.status == "cancelled"


def test_a_second_row_that_explains_the_columns_is_no_person() -> None:
    found = reading(
        ("Respondent ID", "Email Address", "Your name?"),
        ("", "Address", "Open-Ended Response"),
        ("118001", "a@example.org", "Ann Lee"),
        ("118002", "b@example.org", "Bob Roe"),
    )
    assert found.rows == (3, 4)


def test_the_booker_asked_first_is_not_the_person() -> None:
    one = first(
        ("Inscription", "", "", "-", "", ""),
        ("Prénom", "Nom", "E-mail", "Prénom", "Nom", "E-mail"),
        ("Paul", "Ek", "p@example.org", "Ann", "Lee", "a@example.org"),
        ("Paul", "Ek", "p@example.org", "Bob", "Roe", "b@example.org"),
    )
    assert (one.full_name, one.email) == ("Ann Lee", "a@example.org")
    assert (one.buyer_name, one.buyer_email) == ("Paul Ek", "p@example.org")


def test_a_companion_asked_second_is_not_the_person() -> None:
    rows = (("Ann", "Lee", "Bob", "Roe"), ("Cy", "Ko", "", ""))
    found = reading(("Prénom", "Nom", "Prénom", "Nom"), *rows)
    assert [full for _, _, full in names(found)] == ["Ann Lee", "Cy Ko"]


def test_name_below_company_is_the_companys() -> None:
    one = first(
        ("Participant", "", "Entreprise", "", "Facturation"),
        ("Nom", "Prénom", "Nom", "Ville", "Nom"),
        ("Lee", "Ann", "Musée", "Dijon", "Compta"),
    )
    assert (one.full_name, one.organisation, one.buyer_name) == ("Ann Lee", "Musée", "Compta")


def test_a_title_above_one_column_says_nothing_of_the_others() -> None:
    one = first(("", "Export des commandes"), ("Nom", "Société"), ("Lee", "Acme"))
    assert one.organisation == "Acme"


def test_a_whole_column_of_family_comma_given_is_turned() -> None:
    found = reading(("Participant",), ("Lee, Ann",), ("Van Roe, Bob",))
    assert names(found) == [("Ann", "Lee", "Ann Lee"), ("Bob", "Van Roe", "Bob Van Roe")]


def test_a_comma_in_a_few_names_turns_none() -> None:
    found = reading(("Participant",), ("Ann Lee",), ("Bob Roe, Jr",), ("Cy Ko",))
    assert [full for _, _, full in names(found)] == ["Ann Lee", "Bob Roe, Jr", "Cy Ko"]


def test_a_given_name_beside_the_whole_tells_the_family_name() -> None:
    assert names(reading(("Nom Prénom", "Prénom"), ("LEE Ann", "Ann"))) == [
        ("Ann", "LEE", "LEE Ann")
    ]


def test_a_prefix_in_a_column_of_its_own_belongs_to_the_family_name() -> None:
    one = first(("Voornaam", "Tussenvoegsel", "Achternaam"), ("Sanne", "van 't", "Hooft"))
    assert (one.family_name, one.full_name) == ("van 't Hooft", "Sanne van 't Hooft")


def test_nothing_but_addresses_is_said_to_lack_names() -> None:
    with pytest.raises(DeskError, match="no headings"):
        read_bytes(b"ann@example.org\nbob@example.org\n", "x")


def test_two_columns_may_be_proven_by_addresses_together() -> None:
    rows = (
        ("Berg", "Kees", "kees@example.org"),
        ("Lee", "Ann", "lee@example.org"),
        ("Kim", "Min-jun", "office@example.org"),
    )
    assert names(reading(*rows))[0] == ("", "", "Berg Kees")


def test_two_single_words_side_by_side_are_names_before_a_place() -> None:
    rows = (("Lee", "Ann", "Dawn Museum"), ("Roe", "Bob", "Dusk Museum"))
    assert [full for _, _, full in names(reading(*rows))] == ["Lee Ann", "Roe Bob"]


def test_a_name_written_once_more_with_a_comma_tells_its_parts() -> None:
    one = first(("Display Name", "Sort Name"), ("Dr. Ann van Lee", "van Lee, Ann"))
    assert (one.given_name, one.family_name, one.full_name) == ("Ann", "van Lee", "Dr. Ann van Lee")


def test_states_typed_beside_the_list_count_and_remarks_are_kept() -> None:
    found = reading(
        ("Nom", "Prénom", "", ""),
        ("Lee", "Ann", "annulé", "avec son chien"),
        ("Roe", "Bob", "", ""),
    )
    assert [one.status for one in found.registrations] == ["cancelled", "confirmed"]
    assert found.registrations[0].answers == (("D", "avec son chien"),)

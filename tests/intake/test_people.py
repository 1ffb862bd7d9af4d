"""Rows to registrations, and rows that are none."""

import pytest

from desk_app.intake.reading import read_bytes
from tests.intake.exports import first, reading, reasons, table, warnings

LIST = ("N°", "NOM Prénom", "Organisme", "Règlement")


def test_a_section_of_the_list_gives_its_state_to_those_below() -> None:
    found = reading(
        LIST,
        ("INSCRITS", "", "", ""),
        (1, "LEE Ann", "Musée", "réglé"),
        ("LISTE D'ATTENTE", "", "", ""),
        (2, "ROE Bob", "Musée", "réglé"),
    )
    assert [one.status for one in found.registrations] == ["confirmed", "waiting_list"]
    assert reasons(found) == [(2, "not_a_person"), (4, "not_a_person")]


def test_sums_remarks_and_repeated_headings_are_no_people() -> None:
    found = reading(
        LIST,
        (1, "LEE Ann", "Musée", "réglé"),
        LIST,
        ("TOTAL", "30 personnes", "", ""),
        ("* Merci de signaler toute erreur.", "", "", ""),
    )
    assert len(found.registrations) == 1
    assert reasons(found) == [(3, "not_a_person"), (4, "not_a_person"), (5, "not_a_person")]


def test_a_mark_behind_a_name_is_a_status() -> None:
    one = first(("Nom", "Mail"), ("Suhartini  (annulé)", "s@example.org"))
    assert (one.full_name, one.status) == ("Suhartini", "cancelled")


def test_brackets_that_are_no_status_belong_to_the_name() -> None:
    assert first(("Nom",), ("Ann Lee (Annie)",)).full_name == "Ann Lee (Annie)"


def test_the_last_of_two_rows_with_one_id_counts() -> None:
    found = reading(("ID", "Name"), (7, "Ann Lee"), (7, "Ann Leigh"))
    assert [one.full_name for one in found.registrations] == ["Ann Leigh"]
    assert found.rows == (3,)
    assert reasons(found) == [(2, "repeated")]


def test_without_an_id_equal_name_and_address_are_one_person() -> None:
    rows = (("Ann Lee", "ann@example.org"), ("ann lee", "ANN@example.org"))
    assert reasons(reading(("Name", "Email"), *rows)) == [(2, "repeated")]


def test_without_an_id_a_second_address_is_a_second_registration() -> None:
    rows = (("Ann Lee", "ann@example.org"), ("Ann Lee", "lee@example.org"))
    assert len(reading(("Name", "Email"), *rows).registrations) == 2


def test_homonyms_of_different_places_stay_two_people() -> None:
    found = reading(("Nom", "Organisme"), ("Jean Martin", "Musée"), ("Jean Martin", "Mairie"))
    assert len({one.external_id for one in found.registrations}) == 2
    assert "share their name" in warnings(found)


def test_a_withdrawn_second_booking_does_not_take_the_first_away() -> None:
    rows = (("Ann Lee", "a@example.org", "paid"), ("Ann Lee", "a@example.org", "cancelled"))
    found = reading(("Name", "Email", "Status"), *rows)
    assert [one.status for one in found.registrations] == ["confirmed"]


def test_a_row_without_a_name_but_with_an_address_is_kept() -> None:
    found = reading(("Name", "Email"), ("", "ann@example.org"))
    assert found.registrations[0].full_name == "ann@example.org"
    assert "without a name" in warnings(found)


def test_a_row_with_surplus_cells_is_set_aside() -> None:
    found = reading(("Name", "Email"), ("Lee", "Ann", "a@example.org"), ("Bob", "b@example.org"))
    assert reasons(found) == [(2, "unreadable")]


def test_short_rows_and_blank_rows_do_no_harm() -> None:
    found = reading(("Name", "Email", "Company"), ("Ann Lee",), (), ("", "", ""), ("Bob Roe",))
    assert (found.rows, found.refused) == ((2, 5), ())


def test_an_unknown_status_is_confirmed_and_warned_of() -> None:
    found = reading(("Name", "Status"), ("Ann Lee", "Splendid"))
    one = found.registrations[0]
    assert (one.status, one.status_raw) == ("confirmed", "Splendid")
    assert "“Splendid”" in warnings(found)


@pytest.mark.parametrize("heading", ["Ticket number", "Ticketnummer"])
def test_a_number_that_every_ticket_has_is_no_count_of_tickets(heading: str) -> None:
    rows = [(1000 + number, f"Ann Lee {number}") for number in range(9)]
    found = reading((heading, "Name"), *rows)
    assert [one.external_id for one in found.registrations[:2]] == ["1000", "1001"]
    assert warnings(found) == ""


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Potwierdzona", "confirmed"),
        ("Anulowany", "cancelled"),
        ("Zrušeno", "cancelled"),
        ("Venteliste", "waiting_list"),
        ("Отменено", "cancelled"),
        ("iptal edildi", "cancelled"),
    ],
)
def test_a_status_is_understood_in_many_languages(word: str, status: str) -> None:
    found = reading(("Name", "Status"), ("Ann Lee", word), ("Bob Roe", "x"))
    assert found.registrations[0].status == status


def test_a_destroyed_bar_code_is_told_and_not_used() -> None:
    found = reading(("Name", "Barcode"), ("Ann Lee", "1,12E+24"), ("Bob Roe", "1,12E+24"))
    assert [(one.scan_code, one.external_id) for one in found.registrations] == [("", "")] * 2
    assert "destroyed by a spreadsheet (such as 1,12E+24) are not used: 2" in warnings(found)


def test_formula_escapes_are_undone() -> None:
    headings = ("Nom", "Organisme", "Téléphone")
    one = first(headings, ("Ann Lee", "'@telier", "'+33 6 11 22 03 01"))
    assert (one.organisation, one.phone) == ("@telier", "+33 6 11 22 03 01")
    assert first(headings, ("'t Hooft", "\t=Équinoxe+", "")).organisation == "=Équinoxe+"


def test_names_are_composed_and_their_blanks_tidied() -> None:
    one = first(("Name",), ("\u00a0Zoe\u0301 \u3000 Lee\u200b ",))
    assert one.full_name == "Zoé Lee"


def test_payment_due_waits_and_payment_of_another_kind_does_not() -> None:
    paid = reading(("Nom", "Payé"), ("A", "Non"), ("B", "Oui"), ("C", "bon de commande"))
    assert [one.status for one in paid.registrations] == ["pending", "confirmed", "confirmed"]


def test_check_in_does_not_bring_back_the_cancelled() -> None:
    rows = (("A", "paid", "yes"), ("B", "cancelled", "yes"), ("C", "pending", "no"))
    found = reading(("Name", "Status", "Checked in"), *rows)
    states = [one.status for one in found.registrations]
    assert states == ["checked_in", "cancelled", "pending"]


def test_a_cell_with_two_addresses_gives_the_first() -> None:
    assert first(("Name", "Mail"), ("A", "a@example.org / b@example.org")).email == "a@example.org"


def test_a_remark_below_an_organisation_is_no_part_of_it() -> None:
    assert first(("Name", "Company"), ("A", "Acme\n(convention)")).organisation == "Acme"


def test_choices_are_listed_once() -> None:
    assert (
        first(("Name", "Ticket Type"), ("A", "Jour 1;Jour 2;Jour 1;")).ticket_type
        == "Jour 1; Jour 2"
    )


def test_the_same_word_differs_by_platform() -> None:
    headings = ("ID", "Name", "Email Address", "Affiliation", "Registration state")
    indico = first(headings, (1, "Ann Lee", "a@example.org", "X", "En attente"))
    other = first(("Name", "Statut"), ("Ann Lee", "En attente"))
    assert (indico.status, other.status) == ("waiting_list", "pending")


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    data = b'Name,Note\n"Ann\nLee",x\n\nBob Roe,y\n'
    assert read_bytes(data, "x").rows == (2, 4)


def test_an_unassigned_ticket_is_not_its_buyers() -> None:
    headings = ("Ticket Full Name", "Ticket Email", "Ticket Reference", "Order Name", "Order Email")
    found = reading(
        headings,
        ("Ann Lee", "a@example.org", "AB-1", "Bob Roe", "b@example.org"),
        ("", "", "AB-2", "Bob Roe", "b@example.org"),
    )
    assert [one.external_id for one in found.registrations] == ["AB-1"]
    assert reasons(found) == [(3, "not_a_person")]


def test_an_address_scanned_may_name_a_person_by_its_key() -> None:
    url = "https://example.org/check-in/evt-1?pk=g-7"
    one = first(("name", "email", "qr_code_url"), ("Ann Lee", "a@example.org", url))
    assert (one.scan_code, one.codes) == (url, ("g-7",))


def test_rows_beyond_those_that_are_looked_at_are_read_alike() -> None:
    rows = [(f"N{n}", f"P{n}", f"p{n}@example.org", f"id{n}") for n in range(2500)]
    found = read_bytes(table(("Nom", "Prénom", "Mail", "Registration ID"), *rows), "x")
    last = found.registrations[-1]
    assert (len(found.registrations), last.full_name, found.rows[-1]) == (2500, "P2499 N2499", 2501)


@pytest.mark.parametrize(
    ("name", "parts"),
    [("Ek, Bo", ("Bo", "Ek", "Bo Ek")), ("Bo Ek", ("", "", "Bo Ek")), ("Ek,", ("", "", "Ek,"))],
)
def test_luma_may_write_the_family_name_before_a_comma(
    name: str, parts: tuple[str, str, str]
) -> None:
    headings = ("api_id", "name", "first_name", "last_name", "email", "approval_status")
    row = ("gst-1", name, "", "", "bo@example.org", "approved")
    one = first((*headings, "qr_code_url"), (*row, ""))
    assert (one.given_name, one.family_name, one.full_name) == parts


def test_somebody_who_tried_the_form_is_nobody_but_a_family_may_be_called_so() -> None:
    rows = (("TEST", "Test", "t@example.org"), ("Test", "Ann", "a@example.org"))
    found = reading(("Nom", "Prénom", "Email"), *rows)
    assert [one.full_name for one in found.registrations] == ["Ann Test"]
    assert str(found.refused[0].reason) == "A test registration."


def test_headings_repeated_below_the_title_of_a_section_are_nobody() -> None:
    headings = ("Nom", "Prénom", "Mail")
    ann, bob = ("Lee", "Ann", "a@example.org"), ("Roe", "Bob", "b@example.org")
    found = reading(headings, ann, ("LISTE D'ATTENTE", "", ""), headings, bob)
    assert [one.full_name for one in found.registrations] == ["Ann Lee", "Bob Roe"]


def test_open_is_due_in_a_column_about_the_payment_only() -> None:
    assert first(("Name", "Payment status"), ("Ann Lee", "open")).status == "pending"
    assert first(("Name", "Status"), ("Ann Lee", "open")).status == "confirmed"


def test_a_name_before_an_address_is_the_persons() -> None:
    one = first(("Participants",), ("Ann Lee <ann@example.org>",), ('"Bob Roe" <bob@example.org>',))
    assert (one.full_name, one.email) == ("Ann Lee", "ann@example.org")


def test_further_people_in_a_row_are_told_of() -> None:
    headings = ("Attendee 1 First Name", "Attendee 1 Last Name", "Attendee 2 First Name")
    found = reading(headings, ("Ann", "Lee", "Bob"))
    assert "Attendee 2 First Name" in warnings(found)

"""Exports of platforms and lists by hand, a row or two each: what is said of one person."""

from typing import Any

import pytest

from desk_app.domain.registration import Registration
from desk_app.intake.reading import Reading, read_bytes
from tests.intake.exports import reading, workbook


def export(headings: str, *rows: str, sign: str = ",") -> Reading:
    """Rows in short form: cells between signs, blank where nothing stands."""
    return reading(*(tuple(row.split(sign)) for row in (headings, *rows)))


def said(one: Registration, **wanted: Any) -> dict[str, Any]:
    return {field: getattr(one, field) for field in wanted}


EVENTBRITE = {
    "fr": (
        (
            "Nº de commande,Date de la commande,Prénom,Nom de famille,Adresse e-mail,Quantité,"
            "Type de billet,N° de participant,Code-barres n°,Statut du participant,"
            "Prénom de l'acheteur,Nom de l'acheteur,E-mail de l'acheteur,Société,Poste"
        ),
        "Ne participe pas",
    ),
    "de": (
        (
            "Bestellnr.,Bestelldatum,Vorname,Nachname,E-Mail,Anzahl,Tickettyp,Teilnehmernr.,"
            "Barcodenr.,Teilnehmerstatus,Vorname des Käufers,Nachname des Käufers,"
            "E-Mail des Käufers,Unternehmen,Berufsbezeichnung"
        ),
        "Nimmt nicht teil",
    ),
    "es": (
        (
            "N.º de pedido,Fecha del pedido,Nombre,Apellidos,Correo electrónico,Cantidad,"
            "Tipo de entrada,N.º de asistente,N.º de código de barras,Estado del asistente,"
            "Nombre del comprador,Apellidos del comprador,Correo electrónico del comprador,"
            "Empresa,Cargo"
        ),
        "No asistirá",
    ),
}


@pytest.mark.parametrize("language", EVENTBRITE)
def test_eventbrite_in_other_languages(language: str) -> None:
    headings, not_attending = EVENTBRITE[language]
    row = f"7788,12/01/2026 08:03,Ann,Lee,a@example.org,1,Full,1122,7788112201,{not_attending}"
    found = export(headings, f"{row},Bob,Roe,b@example.org,Acme,Curator")
    wanted = {
        "external_id": "1122",
        "scan_code": "7788112201",
        "order_id": "7788",
        "full_name": "Ann Lee",
        "email": "a@example.org",
        "ticket_type": "Full",
        "buyer_name": "Bob Roe",
        "buyer_email": "b@example.org",
        "organisation": "Acme",
        "job_title": "Curator",
        "status": "cancelled",
    }
    assert found.platform == "Eventbrite"
    assert said(found.registrations[0], **wanted) == wanted


def test_billetweb() -> None:
    found = export(
        "N°;Billet;Code-barres;Date de création;Utilisé;Séance;Tarif;Nom;Prénom;Email;Commande;"
        "Payé;Valide;Fonction - #3;Téléphone (Commande) - #5",
        "1;T1001;1234567890;2026-01-12 08:03:11;0000-00-00 00:00:00;J1;Plein;Lee;Ann;a@x.org;C5;"
        "Oui;Oui;Chef;0611220301",
        "2;T1002;1234567891;2026-01-12 08:03:11;2026-03-17 09:00:00;J1;Plein;Roe;Bob;b@x.org;C5;"
        "Oui;Oui;;",
        "3;T1003;1234567892;2026-01-12 08:03:11;;J1;Plein;Ko;Cy;c@x.org;C6;Non;Oui;;",
        "4;T1004;1234567893;2026-01-12 08:03:11;;J1;Plein;Sy;Di;d@x.org;C7;Oui;Non;;",
        sign=";",
    )
    states = [one.status for one in found.registrations]
    assert states == ["confirmed", "checked_in", "pending", "cancelled"]
    wanted = {"external_id": "T1001", "scan_code": "1234567890", "job_title": "Chef", "phone": ""}
    assert said(found.registrations[0], **wanted) == wanted


def test_a_platform_that_nobody_described_is_not_taken_for_helloasso() -> None:
    found = export(
        "Référence billet;Référence commande;Date d'achat;Type de billet;Nom du participant;"
        "Prénom du participant;Nom de l'acheteur;Prénom de l'acheteur;Email de l'acheteur;Statut",
        "YP-1;C1;12/01/2026 08:03;Normal;Lee;Ann;Roe;Bob;b@example.org;Annulé",
        sign=";",
    )
    wanted = {"external_id": "YP-1", "full_name": "Ann Lee", "registered_at": "2026-01-12T08:03"}
    assert (found.platform, found.registrations[0].status) == ("", "cancelled")
    assert said(found.registrations[0], **wanted) == wanted


def test_weezevent_without_participants_names_the_buyers() -> None:
    found = export(
        "Id participant,Code-barres,Nom,Prénom,Email,Date d'achat,Heure,Statut,Composté,"
        "Nom acheteur,Prénom acheteur,Email acheteur",
        "1,A1B2C3D4,,,,12/01/2026,08:03,Payé,Non,Lee,Ann,a@example.org",
        "2,A1B2C3D5,Roe,Bob,b@example.org,12/01/2026,08:03,Supprimé,Non,Lee,Ann,a@example.org",
    )
    assert [one.full_name for one in found.registrations] == ["Ann Lee", "Bob Roe"]
    assert found.registrations[0].registered_at == "2026-01-12T08:03"


def test_tito_knows_a_ticket_by_its_address() -> None:
    found = export(
        "Number,Ticket,Ticket Full Name,Ticket Email,Void Status,Ticket Reference,"
        "Unique Ticket URL,Order Reference,Check-ins: Door",
        "1,Early,Ann Lee,a@example.org,,AB-1,https://ti.to/tickets/ti_p4,AB,2026-03-17 09:00",
        "2,Early,,,,AB-2,https://ti.to/tickets/ti_p5,AB,",
    )
    (one,) = found.registrations
    assert (one.status, one.codes) == ("checked_in", ("AB-1", "ti_p4"))


def test_meetup_has_ids_with_a_blank_and_no_addresses() -> None:
    found = export(
        "Name,User ID,Title,RSVP,Guests,RSVPed on,Event Host",
        "Ann L.,user 101,Member,Yes,0,2026-01-12,No",
        "Bob,user 102,Organizer,Waitlist,2,2026-01-12,Yes",
    )
    assert [one.external_id for one in found.registrations] == ["user 101", "user 102"]
    assert [one.status for one in found.registrations] == ["confirmed", "waiting_list"]


def test_a_webinars_report_has_a_preamble() -> None:
    text = (
        'Report generated time,2026-01-12\n\nTopic,ID\nX,"1 2"\n\nAttendee Details\n'
        "First Name,Last Name,Email,Registration Time,Approval Status\n"
        'Ann,Lee,a@example.org,"Jan 12, 2026 08:03:11",pending approval\n'
    )
    (one,) = read_bytes(text.encode(), "x").registrations
    assert (one.full_name, one.status) == ("Ann Lee", "pending")
    assert one.registered_at == "2026-01-12T08:03:11"


def test_a_role_among_the_attendees_is_no_job() -> None:
    headings = "Email,Name,Position,Role,Checked In"
    row = "a@example.org,Ann Lee,Curator,Speaker,Not checked in"
    (one,) = export(headings, row).registrations
    assert (one.job_title, one.status) == ("Curator", "confirmed")


def test_odoo_sets_group_rows_between_people() -> None:
    rows = [
        ("Attendee Name", "Email", "Event Ticket", "Booked by", "Status", "Barcode"),
        ("Confirmed (1)",),
        ("    Standard (1)",),
        ("Ann Lee", "a@example.org", "Standard", "Acme", "Confirmed", "14371832761231919"),
        ("Cancelled (1)",),
        ("Bob Roe", "", "Standard", "", "Cancelled", "14371832761231920"),
    ]
    found = read_bytes(workbook(Sheet1=rows), "x")
    assert [one.full_name for one in found.registrations] == ["Ann Lee", "Bob Roe"]
    assert [one.status for one in found.registrations] == ["confirmed", "cancelled"]


def test_pretix_in_german_with_an_add_on() -> None:
    found = export(
        "Bestellnummer,Position,Status,E-Mail,Produkt,Name Teilnehmer*in,E-Mail Teilnehmer*in,"
        "Teilnehmer*innen-Firma,Ticket-Code,Add-on zu Positions-ID,Check-in-Listen",
        "ABC12,1,bezahlt,p@example.org,Std,Ann Lee,a@example.org,Museum,abcdefgh,,Tag 1",
        "ABC12,2,bezahlt,p@example.org,Essen,,,,abcdefgi,1,",
    )
    (one,) = found.registrations
    assert (one.external_id, one.email, one.buyer_email) == (
        "ABC12-1",
        "a@example.org",
        "p@example.org",
    )
    assert (found.platform, one.organisation, one.status) == ("pretix", "Museum", "checked_in")


def test_position_that_holds_words_makes_no_pretix() -> None:
    found = export(
        "Bestellnummer,Position,E-Mail,Name Teilnehmer*in,Check-in-Listen",
        "ABC12,Kuratorin,a@example.org,Ann Lee,",
    )
    (one,) = found.registrations
    assert (found.platform, one.job_title, one.email) == ("", "Kuratorin", "a@example.org")


@pytest.mark.parametrize(
    ("headings", "status"),
    [
        ("Voornaam,Achternaam,E-mailadres,Organisatie,Functie,Ticketsoort,Status", "Geannuleerd"),
        ("Nome,Cognome,Email,Azienda,Ruolo,Tipo biglietto,Stato", "Annullato"),
        ("Nome,Sobrenome,Email,Empresa,Cargo,Tipo de ingresso,Situação", "Cancelado"),
        ("Imię,Nazwisko,E-mail,Company,Job title,Ticket type,Status", "anulowane"),
        ("Nombre,Apellidos,Correo,Entidad,Puesto,Tarifa,Estado", "Anulada"),
        ("Vorname,Name,Mailadresse,Einrichtung,Beruf,Ticketart,Anmeldestatus", "storniert"),
    ],
)
def test_lists_in_other_languages(headings: str, status: str) -> None:
    (one,) = export(headings, f"Ann,Lee,a@example.org,Acme,Chef,Std,{status}").registrations
    wanted = {
        "given_name": "Ann",
        "family_name": "Lee",
        "email": "a@example.org",
        "organisation": "Acme",
        "job_title": "Chef",
        "ticket_type": "Std",
        "status": "cancelled",
    }
    assert said(one, **wanted) == wanted


@pytest.mark.parametrize("text", ["présent", "Présente", "arrivé", "17/03/2026 09:00", "x"])
def test_who_is_ticked_as_present_came(text: str) -> None:
    found = export("Nom,Prénom,Présent", f"Lee,Ann,{text}", "Roe,Bob,absent", "Ko,Cy,")
    assert [one.status for one in found.registrations] == ["checked_in", "confirmed", "confirmed"]


def test_where_nobody_says_what_a_ticket_holds_a_long_id_may_be_scanned() -> None:
    found = export("ID,Name", "a6a80bc8-ceab,Ann Lee", "a2413d90-2f75,Bob Roe")
    assert found.registrations[0].codes == ("a6a80bc8-ceab",)
    assert export("ID,Name", "1,Ann Lee", "2,Bob Roe").registrations[0].codes == ()

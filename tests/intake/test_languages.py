"""Lists whose headings are of other languages and scripts."""

import pytest

from tests.intake.exports import first, reading

FIELDS = ("family_name", "given_name", "email", "organisation", "job_title", "ticket_type")
PERSON = ("Lee", "Ann", "ann@example.org", "Dawn Museum", "Curator", "Standard")


@pytest.mark.parametrize(
    "headings",
    [
        "Фамилия|Имя|Электронная почта|Организация|Должность|Тип билета|Статус",
        "Прізвище|Ім'я|Електронна пошта|Установа|Посада|Квиток|Статус",
        "Επώνυμο|Όνομα|Ηλεκτρονικό ταχυδρομείο|Φορέας|Θέση|Τύπος εισιτηρίου|Κατάσταση",
        "姓|名|メールアドレス|会社名|役職|チケット種別|ステータス",
        "Cognome|Nome|Posta elettronica|Ente di appartenenza|Ruolo|Tipologia di biglietto|Stato",
        "Achternaam|Voornaam|E-mailadres|Werkgever|Functie|Soort kaart|Status inschrijving",
        "Apelido|Nome próprio|Correio eletrónico|Instituição|Cargo|Tipo de bilhete|Estado",
        "Apellidos|Nombre|Correo electrónico|Centro de trabajo|Puesto|Modalidad|Situación",
        "Name|Vorname|Mail dienstlich|Dienststelle|Funktion|Teilnahmeart|Status der Anmeldung",
        "Nazwisko|Imię|Adres e-mail|Instytucja|Stanowisko|Rodzaj biletu|Stan",
        "Příjmení|Jméno|E-mailová adresa|Instituce|Funkce|Vstupenka|Stav",
        "Vezetéknév|Keresztnév|E-mail cím|Intézmény|Beosztás|Jegytípus|Állapot",
        "Efternamn|Förnamn|E-postadress|Arbetsgivare|Befattning|Biljettyp|Anmälningsstatus",
        "Soyadı|Adı|E-posta|Kurum|Unvan|Bilet türü|Durum",
    ],
)
def test_headings_of_many_languages_are_understood(headings: str) -> None:
    one = first(tuple(headings.split("|")), (*PERSON, "cancelled"))
    assert tuple(getattr(one, field) for field in FIELDS) == PERSON
    assert one.status == "cancelled"


@pytest.mark.parametrize("heading", ["ФИО", "ПІБ", "Ονοματεπώνυμο", "氏名", "姓名", "성명"])
def test_one_column_holds_whole_names_in_many_scripts(heading: str) -> None:
    assert first((heading, "E-mail"), ("Ann Lee", "ann@example.org")).full_name == "Ann Lee"


def test_letters_that_became_question_marks_are_guessed() -> None:
    one = first(
        ("Nome", "Sobrenome", "N? ingresso", "Situa??o"), ("Ann", "Lee", "ING-1", "Cancelado")
    )
    assert (one.external_id, one.status) == ("ING-1", "cancelled")


def test_the_holder_of_a_ticket_is_the_person() -> None:
    headings = ("Prénom du porteur", "Nom du porteur", "Nom de l'acheteur")
    one = first(headings, ("Ann", "Lee", "Roe"))
    assert (one.full_name, one.buyer_name) == ("Ann Lee", "Roe")


@pytest.mark.parametrize("heading", ["Wachtlijst", "Liste d'attente ?", "Waitlisted"])
def test_a_column_tells_who_waits_for_a_place(heading: str) -> None:
    found = reading(("Name", heading), ("Ann Lee", "ja"), ("Bob Roe", "nee"), ("Cy Ko", "nee"))
    assert [one.status for one in found.registrations] == ["waiting_list", "confirmed", "confirmed"]


def test_who_does_not_attend_is_cancelled() -> None:
    found = reading(("Name", "Attending?"), ("Ann Lee", "no"), ("Bob Roe", "yes"))
    assert [one.status for one in found.registrations] == ["cancelled", "confirmed"]


def test_a_list_that_would_be_mostly_invalid_speaks_of_something_else() -> None:
    rows = (("Ann Lee", "non"), ("Bob Roe", "non"), ("Cy Ko", "oui"))
    found = reading(("Nom", "Validé"), *rows)
    assert {one.status for one in found.registrations} == {"confirmed"}
    assert found.registrations[0].answers == (("Validé", "non"),)

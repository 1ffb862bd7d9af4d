"""The text of a published page, however the page is laid out."""

from datetime import date, time

import pytest

from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.intake.announcement_event import Announcement
from desk_app.intake.announcement_text import read_text

HEAD = "Séminaire\nMusées et publics\n"


def read(text: str) -> Announcement:
    return read_text(text, "page.txt")


def event(text: str) -> Event:
    return read(text).event


def notes(text: str) -> list[str]:
    return [str(note) for note in read(text).unread]


@pytest.mark.parametrize(
    "labels",
    [
        "Date(s) 03/07/24\nVille Dijon\nLieu La Coursive",
        "Date : 03/07/24\nLieu : La Coursive\nVille : Dijon",
        "Ville\nDijon\n\nLieu\nLa Coursive\n\nDates\n03/07/24",
        "DATE :\n3 juillet 2024\nVILLE :\nDijon\nLIEU :\nLa Coursive",
        "📅 Date : 3 juillet 2024\n📍 Lieu : La Coursive, 21000 Dijon",
        "Date | 03/07/24\nCity | Dijon\nVenue | La Coursive",
        "3 juillet 2024\nLieu – La Coursive\nVille – Dijon",
        "Date de début : 03/07/24\nDate de fin : 03/07/24\nOù : La Coursive\nCommune : Dijon",
    ],
)
def test_labels_in_any_layout(labels: str) -> None:
    found = event(HEAD + labels)
    assert (found.title, found.kind) == ("Musées et publics", "Séminaire")
    assert (found.days, found.city, found.venue) == ((date(2024, 7, 3),), "Dijon", "La Coursive")


def test_labels_may_follow_the_sections() -> None:
    found = event("Titre\nPrésentation\nUn texte.\n\nDate(s) 03/07/24\nVille Dijon\nAccès Libre")
    assert (found.about, found.city, found.access) == ("Un texte.", "Dijon", "Libre")


def test_prose_that_begins_like_a_label_stays_prose() -> None:
    prose = "Lieux de vie et d’accueil, ces acteurs.\nVille moyenne ou métropole ?"
    found = event(f"Titre\nDate : 03/07/24\nÀ propos\n{prose}")
    assert (found.about, found.city, found.venue) == (prose, "", "")


def test_a_title_that_begins_like_a_label_stays_the_title() -> None:
    assert event("Accès à la culture\nDate(s) 03/07/24").title == "Accès à la culture"


def test_english_pages_are_read_as_english() -> None:
    found = event(
        "Museums\nWorkshop\nDate: July 3-4, 2024, 9:30 am - 5 pm\nCity: Dijon\n"
        "Access: Free\nAbout\nText.\nObjectives\nLearn.\nAudience\nAll.\n"
        "Further information\nBring a pen."
    )
    assert (found.language, found.title, found.kind) == ("en", "Museums", "Workshop")
    assert (found.opens, found.closes, len(found.days)) == (time(9, 30), time(17), 2)
    assert (found.about, found.objectives, found.audience) == ("Text.", "Learn.", "All.")
    assert found.practical == "Bring a pen."


def test_a_section_may_begin_beside_its_heading() -> None:
    found = event(HEAD + "Date : 03/07/24\nObjectifs : comprendre\n• un\n\nPublic visé : tous")
    assert (found.objectives, found.audience) == ("comprendre\n• un", "tous")


def test_buttons_and_menus_are_left_out() -> None:
    found = event(
        "Chercher\nAccueil > Agenda\n" + HEAD + "Date : 03/07/24\nVoir Plus ...\nS’inscrire"
    )
    assert (found.title, found.rest) == ("Musées et publics", "")


def test_related_events_give_their_titles_alone() -> None:
    found = event(
        HEAD + "Date : 03/07/24\nEn lien avec cet événement\n"
        "Formation\nUn autre titre\nDate(s) 12/09/24\nVille Paris\nVoir Plus ..."
    )
    assert (found.related, found.city) == ("Un autre titre", "")
    assert found.days == (date(2024, 7, 3),)


def test_what_fits_nowhere_is_kept() -> None:
    found = event(HEAD + "Date : 03/07/24\nUne ligne seule\nProgramme\n9h : café")
    assert found.rest == "Une ligne seule\nProgramme\n9h : café"


@pytest.mark.parametrize(
    "line",
    [
        "Jauge : 60 places",
        "Nombre de places : 60",
        "Nombre de places\n60",
        "60 places",
        "Accès : gratuit, dans la limite de 60 places",
        "À propos\nLe nombre de places est limité à 60.",
        "Seats: 60",
    ],
)
def test_capacity(line: str) -> None:
    assert event(f"{HEAD}Date : 03/07/24\n{line}").capacity == 60


@pytest.mark.parametrize("line", ["Jauge : à préciser", "Jauge : 40 à 60 places"])
def test_a_capacity_that_is_no_number_is_told(line: str) -> None:
    told = notes(f"{HEAD}Date : 03/07/24\n{line}")
    assert f"The capacity “{line[8:]}” could not be read." in told
    assert "No capacity is given." not in told


def test_a_number_of_other_things_is_no_capacity() -> None:
    found = read(HEAD + "Date : 03/07/24\nÀ propos\nIl reste 5 places de parking pour 200 musées.")
    assert found.event.capacity is None


def test_an_unreadable_date_is_told_and_kept() -> None:
    text = HEAD + "Date : 31/02/24\nVille : Dijon"
    assert "The date “31/02/24” could not be read." in notes(text)
    assert (event(text).days, event(text).rest) == ((), "31/02/24")


def test_hours_are_read_beside_their_label() -> None:
    found = event(HEAD + "Date : 03/07/24\nHoraires : 9h30 - 17h")
    assert (found.opens, found.closes) == (time(9, 30), time(17))


def test_hours_that_differ_are_told() -> None:
    told = notes(HEAD + "Date : 03/07/24 de 9h à 12h\nDate : 04/07/24 de 14h à 17h")
    assert any(note.startswith("Several hours are given") for note in told)


def test_entities_are_decoded() -> None:
    assert event("Mus&eacute;es &amp; publics\nDate : 03/07/24").title == "Musées & publics"


def test_a_second_value_of_a_label_is_kept() -> None:
    found = event(HEAD + "Ville : Dijon\nVille : Beaune\nTarif : 5 €\nAccès : sur inscription")
    assert (found.city, found.rest) == ("Dijon", "Ville : Beaune")
    assert found.access == "5 € ; sur inscription"


def test_text_without_an_event_is_refused() -> None:
    with pytest.raises(DeskError, match="No event"):
        read("Une histoire.\nEncore une ligne.")

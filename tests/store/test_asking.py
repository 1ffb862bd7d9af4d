"""What somebody types is taken apart; what narrows a search, narrows it."""

import pytest

from desk_app.domain.registration import Status
from desk_app.services import checkin
from desk_app.store import search
from desk_app.store.asking import Asked, as_digits, asked, nicknames, phone_words
from desk_app.store.session import Session
from desk_app.store.sounds import first_letters, sound
from tests.services.days import NINE, guest, open_with, who

MAX = guest("Max Martin", "QR-MAX", organisation="Ocim", phone="+33 6 39 98 76 56")
MIA = guest("Mia Martin", "QR-MIA", organisation="Musée d'Orsay", ticket_type="Invitée VIP")
PHIL = guest("Philippe Gauthier", "QR-PHIL", organisation="Ocim", status=Status.CANCELLED)
BOB = guest(
    "Robert Schäfer",
    "QR-BOB",
    status=Status.PENDING,
    order_id="81204771",
    answers=(("Lunch", "Vegan, no nuts"),),
)
PEOPLE = (MAX, MIA, PHIL, BOB)


def names(session: Session, text: str) -> list[str]:
    place = open_with(session, *PEOPLE)
    ids = {who(place, person): person.full_name for person in PEOPLE}
    return [ids[found] for found in search.find(session, place.event, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("martin", Asked("martin")),
        ("martin org:Ocim", Asked("martin", organisation="ocim")),
        ("société:ocim", Asked("", organisation="ocim")),
        ('type:"invitée vip" mia', Asked("mia", ticket_type="invitee vip")),
        ("statut:annulé", Asked("", statuses=("cancelled",))),
        (
            "status:a",
            Asked("", statuses=("confirmed", "pending", "cancelled", "arrived", "absent")),
        ),
        ("status:nonsense", Asked("", statuses=("?",))),
        ("réponse:végan max", Asked("max", answer="vegan")),
        ("https://example.org", Asked("https://example.org")),
        ("org:", Asked("")),
    ],
)
def test_filters_are_told_from_words(text: str, expected: Asked) -> None:
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("martin org:ocim", ["Max Martin"]),
        ("org:ocim", ["Philippe Gauthier", "Max Martin"]),
        ("structure:orsay", ["Mia Martin"]),
        ("type:vip", ["Mia Martin"]),
        ("billet:invitee m", ["Mia Martin"]),
        ("status:cancelled", ["Philippe Gauthier"]),
        ("statut:attente", ["Robert Schäfer"]),
        ("statut:attendu", ["Max Martin", "Mia Martin"]),
        ("martin status:cancelled", []),
        ("answer:vegan", ["Robert Schäfer"]),
        ("reponse:vegan robert", ["Robert Schäfer"]),
        ("vegan status:pending", []),
        ("status:nonsense", []),
        ("org:nowhere", []),
    ],
)
def test_filters_narrow(session: Session, text: str, found: list[str]) -> None:
    assert names(session, text) == found


def test_whoever_arrived_is_found_by_that(session: Session) -> None:
    place = open_with(session, *PEOPLE)
    checkin.scan(session, place, "QR-MAX", NINE)
    for text, person in (("statut:arrivé", MAX), ("statut:absent", MIA)):
        assert search.find(session, place.event, text) == [who(place, person)]


@pytest.mark.parametrize(
    "typed", ["0639987656", "06 39 98 76 56", "0639", "+33 6 39 98", "33639987"]
)
def test_a_phone_number_is_found_however_it_is_typed(session: Session, typed: str) -> None:
    assert names(session, typed) == ["Max Martin"]


@pytest.mark.parametrize("typed", ["81204771", "8120 4771", "8120"])
def test_an_order_is_found_by_its_digits(session: Session, typed: str) -> None:
    assert names(session, typed) == ["Robert Schäfer"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("filip", "Philippe Gauthier"),
        ("gotier", "Philippe Gauthier"),
        ("bob", "Robert Schäfer"),
        ("bob schafer", "Robert Schäfer"),
        ("chefer", "Robert Schäfer"),
    ],
)
def test_names_are_found_by_ear_and_by_nickname(session: Session, typed: str, name: str) -> None:
    assert names(session, typed)[0] == name


def test_somebody_really_called_so_comes_before_a_nickname(session: Session) -> None:
    place = open_with(session, *PEOPLE, guest("Bob Ross"))
    found = search.find(session, place.event, "bob")
    assert found == [who(place, guest("Bob Ross"))]


def test_whom_only_the_ear_finds_is_offered_and_not_let_in(session: Session) -> None:
    place = open_with(session, *PEOPLE)
    answer = checkin.type_in(session, place, "filip", NINE)
    assert [it.full_name for it in answer.several] == ["Philippe Gauthier"]
    assert answer.person is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("philippe", "filip"),
        ("gauthier", "gotier"),
        ("thibault", "tibo"),
        ("dupont", "dupond"),
        ("schaefer", "shefer"),
        ("jacques", "jak"),
        ("laurent", "lorant"),
        ("michel", "mischel"),
        ("henry", "anri"),
    ],
)
def test_alike_names_share_a_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert other[0] in first_letters(one)


def test_other_names_have_another_sound() -> None:
    words = ("martin", "marin", "moreau", "dubois", "lefevre", "leroy")
    assert len({sound(it) for it in words}) == len(words)


def test_digits_are_read_with_or_without_a_country() -> None:
    assert phone_words("+33 6 39 98 76 56") == ("33639987656", "639987656")
    assert phone_words("n/a") == ()
    assert as_digits("0033 639") == ("0033639", "33639")
    assert as_digits("12") == as_digits("QR-1234") == ()


def test_a_nickname_leads_to_the_name_and_back() -> None:
    assert "robert" in nicknames("bob")
    assert "bob" in nicknames("robert")
    assert nicknames("xenia") == ()

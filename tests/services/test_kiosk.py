"""Self-service: in by a code, or by a name and one thing more; never more told than needed."""

from dataclasses import replace

import pytest

from desk_app.domain.facts import Admitted
from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, kiosk
from desk_app.services.checkin import Place
from desk_app.services.kiosk import Reply
from desk_app.store.ledger import backwards
from desk_app.store.session import Session
from tests.services.days import NINE, guest, open_with, who

ZOE = guest(
    "Zoé Lefèvre",
    "QR-ZOE-1",
    external_id="T-501",
    order_id="PW77",
    email="zoe@ocim.fr",
    organisation="Ocim, Université de Bourgogne",
)
SAME_ORDER = guest("Zoé Lefèvre-Martin", "QR-ZOE-2", external_id="T-502", order_id="PW77")
TWINS = tuple(
    guest("Sam Marchal", f"QR-SAM-{n}", external_id=f"T-60{n}", organisation="Ocim") for n in (1, 2)
)
NOTED = guest("Nora Note", "QR-NORA", external_id="T-701", note="Give her the envelope")
BARRED = [
    replace(guest(f"Barred {it}", f"QR-{it}", external_id=f"B-{it}"), status=it)
    for it in (Status.CANCELLED, Status.PENDING, Status.WAITING_LIST, Status.BLOCKED)
]


@pytest.fixture
def door(session: Session) -> Place:
    return open_with(session, ZOE, SAME_ORDER, *TWINS, NOTED, *BARRED)


def admitted(session: Session, place: Place) -> list[int | None]:
    return [fact.attendee for fact in backwards(session, place.event, Admitted)]


def test_a_code_lets_in_and_greets_by_the_given_name(session: Session, door: Place) -> None:
    greeting = kiosk.scan(session, door, "QR-ZOE-1", NINE)
    assert (greeting.reply, greeting.name) == (Reply.WELCOME, "Zoé")
    assert greeting.answer
    assert admitted(session, door) == [who(door, ZOE)]


def test_the_same_code_again_is_no_reproach(session: Session, door: Place) -> None:
    kiosk.scan(session, door, "QR-ZOE-1", NINE)
    assert kiosk.scan(session, door, "QR-ZOE-1", NINE).reply is Reply.ALREADY_IN


@pytest.mark.parametrize(
    ("code", "reply"),
    [("QR-NOBODY", Reply.NOT_FOUND), ("QR-\ufffd\ufffd", Reply.AGAIN)],
)
def test_a_code_of_nobody_is_told_apart_from_one_misread(
    session: Session, door: Place, code: str, reply: Reply
) -> None:
    assert kiosk.scan(session, door, code, NINE) == kiosk.Greeting(reply)


@pytest.mark.parametrize("person", BARRED, ids=[it.status.value for it in BARRED])
def test_whoever_may_not_come_in_is_sent_to_the_staff_without_a_reason(
    session: Session, door: Place, person: Registration
) -> None:
    assert kiosk.scan(session, door, person.scan_code, NINE) == kiosk.Greeting(Reply.STAFF)
    assert admitted(session, door) == []


def test_whoever_the_staff_has_something_for_is_not_let_in_by_a_machine(
    session: Session, door: Place
) -> None:
    assert kiosk.scan(session, door, "QR-NORA", NINE) == kiosk.Greeting(Reply.STAFF)
    assert admitted(session, door) == []


def test_once_the_staff_let_them_in_the_machine_knows_them(session: Session, door: Place) -> None:
    checkin.enter(session, door, who(door, NOTED), NINE)
    assert kiosk.scan(session, door, "QR-NORA", NINE).reply is Reply.ALREADY_IN


@pytest.mark.parametrize(
    ("name", "proof"),
    [
        ("Zoé Lefèvre", "zoe@ocim.fr"),
        ("lefevre zoe", " ZOE@ocim.fr "),
        ("Zoe Lefebvre", "zoe@ocim.fr"),
        ("Lefèvre", "T-501"),
        ("Zoé Lefèvre", "#t 501"),
        ("zoe lefevre", "Ocim, Université de Bourgogne"),
        ("zoe lefevre", "ocim"),
    ],
)
def test_a_name_and_one_thing_more_let_in(
    session: Session, door: Place, name: str, proof: str
) -> None:
    assert kiosk.identify(session, door, name, proof, NINE).reply is Reply.WELCOME
    assert admitted(session, door) == [who(door, ZOE)]


@pytest.mark.parametrize(
    ("name", "proof"),
    [
        ("Zoé Lefèvre", ""),
        ("", "zoe@ocim.fr"),
        ("Zoé Lefèvre", "max@ocim.fr"),
        ("Zoé Lefèvre", "de"),
        ("Lefèvre", "ocim"),
        ("Zoe Lefebvre", "ocim"),
        ("status:confirmed", "ocim"),
        ("Max Martin", "zoe@ocim.fr"),
    ],
)
def test_less_or_other_lets_nobody_in(session: Session, door: Place, name: str, proof: str) -> None:
    assert kiosk.identify(session, door, name, proof, NINE) == kiosk.Greeting(Reply.NOT_FOUND)
    assert admitted(session, door) == []


def test_two_whom_it_fits_are_for_the_staff_to_tell_apart(session: Session, door: Place) -> None:
    assert kiosk.identify(session, door, "Sam Marchal", "Ocim", NINE).reply is Reply.STAFF


def test_of_two_in_one_order_each_is_known_by_the_whole_name(session: Session, door: Place) -> None:
    greeting = kiosk.identify(session, door, "Zoé Lefèvre-Martin", "PW77", NINE)
    assert greeting.reply is Reply.WELCOME
    assert admitted(session, door) == [who(door, SAME_ORDER)]


def test_a_visiting_card_counts_as_name_and_address(session: Session, door: Place) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Lefèvre;Zoé\nFN:Zoé Lefèvre\n{}END:VCARD"
    assert kiosk.scan(session, door, card.format(""), NINE).reply is Reply.NOT_FOUND
    with_address = card.format("EMAIL:zoe@ocim.fr\n")
    assert kiosk.scan(session, door, with_address, NINE).reply is Reply.WELCOME

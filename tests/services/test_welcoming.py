"""What is done for somebody at the desk: handed out, asked, helped, counted along."""

from dataclasses import replace

import pytest

from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Handout
from desk_app.domain.welcome import Kind, Task
from desk_app.services import attendance, badge_answers, checkin, events, roster, undoing, welcoming
from desk_app.services.checkin import Place
from desk_app.services.roster import Card
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import MUSEUMS, NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE", answers=(("Which workshop?", "Cyanotype"),))
VIP = guest("Vera Important", "QR-VIP", ticket_type="VIP")
PHOTOS = "May photographs of you be published?"
ASKING = replace(
    MUSEUMS,
    handouts=(Handout("Bag"), Handout("Lunch", ("vip",))),
    consents=(PHOTOS,),
    questions=("Which workshop?",),
)
BAG = Task(Kind.HAND_OUT, "Bag")


def asking(session: Session) -> Place:
    place = open_with(session, ZOE, VIP)
    events.describe(session, ASKING, NINE, place.event)
    return place


def card(session: Session, place: Place) -> Card:
    return roster.card(session, place, who(place, ZOE))


def test_a_welcome_says_what_is_to_be_handed_out_and_asked(session: Session) -> None:
    place = asking(session)
    answer = checkin.scan(session, place, "QR-ZOE", NINE)
    assert answer.outcome is Outcome.ATTENTION
    assert answer.to_do == (BAG, Task(Kind.CONSENT, PHOTOS))


def test_some_things_are_for_some_tickets_alone(session: Session) -> None:
    place = asking(session)
    to_do = checkin.scan(session, place, "QR-VIP", NINE).to_do
    assert [it.what for it in to_do] == ["Bag", "Lunch", PHOTOS, "Which workshop?"]


def test_when_all_is_done_the_welcome_is_plain(session: Session) -> None:
    place = asking(session)
    zoe = who(place, ZOE)
    welcoming.hand_out(session, place, zoe, "Bag", NINE)
    welcoming.answer(session, place, zoe, PHOTOS, "yes", NINE)
    assert checkin.scan(session, place, "QR-ZOE", NINE).outcome is Outcome.WELCOME


def test_handed_out_twice_is_taken_back(session: Session) -> None:
    place = asking(session)
    for given in (True, False, True):
        welcoming.hand_out(session, place, who(place, ZOE), "Bag", NINE)
        assert bool(card(session, place).tasks[0].answer) is given


def test_what_was_handed_out_is_undone_like_anything_else(session: Session) -> None:
    place = asking(session)
    welcoming.hand_out(session, place, who(place, ZOE), "Bag", NINE)
    undoing.undo(session, place.event, NINE)
    assert card(session, place).tasks[0] == BAG


def test_a_refused_consent_stands_on_the_badge(session: Session) -> None:
    place = asking(session)
    zoe = who(place, ZOE)
    welcoming.answer(session, place, zoe, PHOTOS, "no", NINE)
    assert badge_answers.told_by(session, place.event, [zoe])[zoe].no_photo
    welcoming.answer(session, place, zoe, PHOTOS, "yes", NINE)
    assert not badge_answers.told_by(session, place.event, [zoe])[zoe].no_photo


def test_an_answer_at_the_desk_stands_for_the_export_s(session: Session) -> None:
    place = asking(session)
    welcoming.answer(session, place, who(place, ZOE), "Which workshop?", "Binding", NINE)
    assert card(session, place).registration.answers == (("Which workshop?", "Binding"),)


def test_companions_are_counted_with_whoever_is_in(session: Session) -> None:
    place = asking(session)
    zoe = who(place, ZOE)
    with pytest.raises(DeskError, match="first"):
        welcoming.accompany(session, place, zoe, 2, NINE)
    checkin.enter(session, place, zoe, NINE)
    for count in (2, 3):
        welcoming.accompany(session, place, zoe, count, NINE)
    assert card(session, place).companions == 3
    undoing.undo(session, place.event, NINE)
    assert card(session, place).companions == 2


def test_companions_are_counted_apart(session: Session) -> None:
    place = asking(session)
    zoe = who(place, ZOE)
    checkin.enter(session, place, zoe, NINE)
    welcoming.accompany(session, place, zoe, 2, NINE)
    figures = attendance.figures(session, place)
    assert (figures.arrived, figures.companions) == (1, 2)


@pytest.mark.parametrize("count", [-1, 100])
def test_nobody_brings_more_than_can_be_meant(session: Session, count: int) -> None:
    place = asking(session)
    with pytest.raises(DeskError):
        welcoming.accompany(session, place, who(place, ZOE), count, NINE)


def test_the_help_desk_s_list_is_short_until_solved(session: Session) -> None:
    place = asking(session)
    zoe = who(place, ZOE)
    welcoming.send_to_help(session, place, zoe, " wrong invoice ", NINE)
    assert [it.full_name for it in welcoming.awaiting_help(session, place)] == ["Zoé Lefèvre"]
    assert card(session, place).help == "wrong invoice"
    welcoming.solve(session, place, zoe, "paid", NINE)
    assert welcoming.awaiting_help(session, place) == []
    undoing.undo(session, place.event, NINE)
    assert len(welcoming.awaiting_help(session, place)) == 1


def test_the_help_desk_needs_a_note(session: Session) -> None:
    place = asking(session)
    with pytest.raises(DeskError, match="Write"):
        welcoming.send_to_help(session, place, who(place, ZOE), " ", NINE)


def test_the_tables_agree_with_the_ledger_afterwards(session: Session) -> None:
    place = asking(session)
    zoe = who(place, ZOE)
    checkin.enter(session, place, zoe, NINE)
    welcoming.accompany(session, place, zoe, 2, NINE)
    welcoming.send_to_help(session, place, zoe, "no invoice", NINE)
    assert verify(session).clean

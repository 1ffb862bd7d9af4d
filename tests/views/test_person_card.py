"""The card of the person in hand: everything known, and the one big thing to do."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.checkin import Card, Person
from desk_app.domain.registration import Registration, Status
from desk_app.views import theme
from desk_app.views.chip import Chip
from desk_app.views.person_card import PersonCard
from tests.controllers.standing import heard
from tests.views.somebody import somebody

ZOE = somebody(given_name="Zoé", family_name="Lefèvre", full_name="Zoé Lefèvre")


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window that lays nothing out, so that a part keeps its size."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def card_of(host: QWidget, person: Person, time: str = "") -> PersonCard:
    card = PersonCard(host)
    card.resize(420, 560)
    card.show_person(person, time)
    host.show()
    return card


def said(card: PersonCard) -> list[str]:
    return [it.text() for it in card.findChildren(QLabel) if it.isVisible() and it.text()]


def test_the_name_is_large_with_the_family_name_in_capitals(host: QWidget) -> None:
    assert "Zoé LEFÈVRE" in said(card_of(host, ZOE))


def test_a_whole_name_is_shown_as_it_is(host: QWidget) -> None:
    assert "Suhartiningsih" in said(card_of(host, somebody(full_name="Suhartiningsih")))


def test_what_is_not_known_takes_no_room(host: QWidget) -> None:
    assert said(card_of(host, ZOE)) == ["Expected", "Zoé LEFÈVRE"]


def test_what_is_done_beside_the_person_stands_side_by_side_where_the_words_fit(
    host: QWidget, qtbot: QtBot
) -> None:
    card = card_of(host, replace(ZOE, inside=True))
    card.show_card(Card(replace(ZOE, inside=True), Registration(), (), frozenset()))
    beside = card.beside
    qtbot.waitUntil(lambda: beside.help.x() > beside.more.geometry().right())
    assert beside.help.y() == beside.more.y()
    assert beside.help.width() >= beside.help.minimumSizeHint().width()
    card.resize(260, 560)
    qtbot.waitUntil(lambda: beside.help.y() > beside.more.geometry().bottom())


def test_a_note_stands_out(host: QWidget) -> None:
    card = card_of(host, replace(ZOE, note="Needs the ramp"))
    assert "Needs the ramp" in said(card)
    card.show_person(replace(ZOE, note=""), "")
    assert "Needs the ramp" not in said(card)


def test_the_state_is_a_word_with_the_time(host: QWidget) -> None:
    card = card_of(host, replace(ZOE, here_at=1, inside=True), "09:12")
    assert "Arrived 09:12" in [chip.text() for chip in card.findChildren(Chip)]


def test_the_answers_follow_from_the_ledger(host: QWidget) -> None:
    card = card_of(host, replace(ZOE, email="zoe@example.org"))
    answers = (("Workshop", "Pottery"), ("Diet", "Vegan"))  # nobody at the door needs the diet
    asked = Registration(answers=answers, buyer_name="Max Martin")
    card.show_card(Card(ZOE, asked, (), frozenset()))
    assert said(card)[-1] == "Booked by: Max Martin\nWorkshop: Pottery"


def test_the_answers_of_somebody_else_are_not_mixed_in(host: QWidget) -> None:
    card = card_of(host, ZOE)
    asked = Registration(answers=(("Diet", "Vegan"),))
    card.show_card(Card(somebody(id=2), asked, (), frozenset()))
    assert "Diet: Vegan" not in "\n".join(said(card))


def test_the_buttons_carry_the_person(host: QWidget) -> None:
    card = card_of(host, ZOE)
    heard_of = [heard(it) for it in (card.check_in_wanted, card.badge_wanted, card.edit_wanted)]
    for button in (card.check_in, card.badge, card.edit):
        button.click()
    assert heard_of == [[ZOE.id], [ZOE.id], [ZOE.id]]


def test_an_empty_card_asks_for_nothing(host: QWidget) -> None:
    card = PersonCard(host)
    wanted = heard(card.badge_wanted)
    card.badge.click()
    assert wanted == []


def test_whoever_is_in_cannot_be_let_in_again(host: QWidget) -> None:
    card = card_of(host, replace(ZOE, here_at=1, inside=True))
    assert (card.check_in.text(), card.check_in.isEnabled()) == ("Already in", False)
    card.show_person(replace(ZOE, here_at=1, inside=False), "")
    assert (card.check_in.text(), card.check_in.isEnabled()) == ("Check in", True)


def test_the_big_button_says_that_it_prints(host: QWidget) -> None:
    card = card_of(host, ZOE)
    card.print_at_check_in(True)
    assert card.check_in.text() == "Check in and print badge"
    card.show_person(replace(ZOE, copies=1), "")
    assert card.check_in.text() == "Check in"


@pytest.mark.parametrize(
    ("copies", "words_on_it"),
    [(0, "Print badge"), (1, "Print badge again (1 copy)"), (3, "Print badge again (3 copies)")],
)
def test_a_reprint_says_how_many_there_are(host: QWidget, copies: int, words_on_it: str) -> None:
    assert card_of(host, replace(ZOE, copies=copies)).badge.text() == words_on_it


def test_the_card_is_named_after_its_person(host: QWidget) -> None:
    card = card_of(host, replace(ZOE, status=Status.PENDING))
    assert card.accessibleName() == "Zoé Lefèvre"
    assert "Pending" in said(card)

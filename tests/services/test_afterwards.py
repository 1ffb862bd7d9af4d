"""Corrections after the day, beyond what `test_paperwork` tells of them."""

from dataclasses import replace

import pytest

from desk_app.domain.errors import DeskError
from desk_app.services import afterwards, attendance, checkin, documents, roster
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import FRIDAY, MINUTE, NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE")
EVENING = NINE + 600 * MINUTE


def test_whoever_was_not_there_after_all_is_absent_again(session: Session) -> None:
    place = open_with(session, ZOE)
    friday = replace(place, checkpoint=FRIDAY)
    checkin.scan(session, place, "QR-ZOE", NINE)
    checkin.scan_out(session, place, "QR-ZOE", NINE + MINUTE)
    checkin.scan(session, friday, "QR-ZOE", NINE)
    assert afterwards.was_not_there(session, place, who(place, ZOE), "A.", "a twin", EVENING)
    assert attendance.figures(session, place).arrived == 0
    assert attendance.figures(session, friday).arrived == 1
    assert afterwards.taken_back(session, place.event) == 1
    assert verify(session).clean


def test_it_cannot_be_taken_back_twice(session: Session) -> None:
    place = open_with(session, ZOE)
    assert not afterwards.was_not_there(session, place, who(place, ZOE), "A.", "b", EVENING)
    assert afterwards.taken_back(session, place.event) == 0


@pytest.mark.parametrize(("author", "reason"), [("", "b"), ("A.", " ")])
def test_it_is_signed_and_has_a_reason(session: Session, author: str, reason: str) -> None:
    place = open_with(session, ZOE)
    with pytest.raises(DeskError, match="your name and a reason"):
        afterwards.was_not_there(session, place, who(place, ZOE), author, reason, EVENING)


def test_documents_say_how_many(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.scan(session, place, "QR-ZOE", NINE)
    afterwards.was_not_there(session, place, who(place, ZOE), "A.", "a twin", EVENING)
    (told,) = documents.contents(session, place, "en", EVENING).notes
    assert told == "One presence was taken back after the fact, with its author and reason."


def test_whoever_was_taken_back_wrongly_is_entered_again(session: Session) -> None:
    place = open_with(session, ZOE)
    zoe = who(place, ZOE)
    checkin.scan(session, place, "QR-ZOE", NINE)
    afterwards.was_not_there(session, place, zoe, "A.", "a twin", EVENING)
    assert afterwards.enter_late(session, place, zoe, NINE, "A.", "no twin", EVENING)
    assert roster.card(session, place, zoe).person.here_at == NINE

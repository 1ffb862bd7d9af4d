"""What is left of each kind of fact once an identity leaves it."""

from dataclasses import replace
from typing import get_args

import pytest

from desk_app.domain.attendee import fold
from desk_app.domain.erasure import GONE, Erasures, erasures, redacted
from desk_app.domain.event import Event
from desk_app.domain.facts import (
    Accompanied,
    Admitted,
    Amended,
    Annulled,
    Answered,
    BadgePrinted,
    Body,
    Departed,
    Erased,
    EventDescribed,
    Fact,
    FactId,
    HandedOut,
    HelpGiven,
    HelpWanted,
    ImportConfirmed,
    ImportFinished,
    ImportStarted,
    LetterWritten,
    PapersDescribed,
    Refused,
    Registered,
    WalkedIn,
)
from desk_app.domain.papers import Letterhead, LetterText
from desk_app.domain.registration import Status
from tests.domain.lives import EVENT, SOURCE, ZOE, life, registered

FULL = replace(
    ZOE,
    ticket_type="VIP",
    order_id="C42",
    buyer_name="Ewa Nowak",
    status=Status.PENDING,
    answers=(("Diet", "vegan"), ("T-shirt", "M")),
)
BODIES: tuple[Body, ...] = (
    EventDescribed(Event("Museums")),
    PapersDescribed(Letterhead("Ocim", representative="A. Roy")),
    LetterWritten("attestation", "fr", LetterText("Merci", ("{name}",), "")),
    ImportStarted("zoe.csv", "12ab", "pretix"),
    ImportFinished(SOURCE, 1, 0, 0),
    ImportConfirmed(SOURCE, b"Zo\xc3\xa9"),
    Registered(FULL, SOURCE),
    WalkedIn(FULL),
    Amended("family_name", "Lefèvre", "Zoé said so"),
    Admitted("door", 1, "Zoé is late", "Zoé"),
    Departed("door", 2),
    Refused("QR1", "door", "unknown"),
    BadgePrinted("classic", "a6", "Brother", reason="Zoé lost it"),
    HandedOut("bag"),
    Answered("Which workshop?", "Zoé's"),
    Accompanied("door", 2, 5),
    HelpWanted("Zoé paid twice"),
    HelpGiven("Zoé got it back"),
    Annulled(FactId("a", 2), "it was Zoé"),
    Erased((1,), orders=("C42",)),
)


def test_every_kind_of_fact_is_known_here() -> None:
    assert {type(it) for it in BODIES} == set(get_args(Body))


@pytest.mark.parametrize("body", BODIES, ids=lambda it: type(it).__name__)
def test_no_identity_is_left_and_twice_is_as_good_as_once(body: Body) -> None:
    once = redacted(body)
    said = str(once)
    assert type(once) is type(body)
    assert not [it for it in ("Zoé", "zoe", "Lefèvre", "QR1", "R1", "C42", "Ewa") if it in said]
    assert redacted(once) == once


def test_category_and_status_stay_with_a_registration() -> None:
    left = redacted(Registered(FULL, SOURCE, matched=True))
    assert isinstance(left, Registered)
    assert (left.registration.ticket_type, left.registration.status) == ("VIP", Status.PENDING)
    assert (left.registration.full_name, left.source, left.matched) == (GONE, SOURCE, True)


def test_a_corrected_category_stays_and_a_corrected_name_goes() -> None:
    assert redacted(Amended("ticket_type", "VIP")) == Amended("ticket_type", "VIP")
    assert redacted(Amended("email", "z@example.org")) == Amended("email", "")


def test_an_entry_made_later_is_still_told_as_one() -> None:
    left = redacted(Admitted("door", 1, "forgot to scan", "A. Roy"))
    assert left == Admitted("door", 1, GONE, GONE)


def test_the_fold_of_redacted_facts_came_when_the_person_came() -> None:
    facts = life(registered(), Amended("family_name", "Martin"), Admitted("door", 5))
    before = fold(facts)
    after = fold([replace(it, body=redacted(it.body)) for it in facts])
    assert before
    assert after
    assert after.presences == before.presences
    assert after.registration.full_name == GONE


def said(*bodies: Erased) -> Erasures:
    return erasures(Fact("a", n, n, EVENT, None, it) for n, it in enumerate(bodies, 1))


def test_nothing_erased_changes_nothing() -> None:
    assert not said()
    assert all(said().left_of(1, it) == it for it in BODIES)


def test_one_person_leaves_and_the_others_stay() -> None:
    gone = said(Erased((1,)))
    assert gone.left_of(1, WalkedIn(FULL)) == redacted(WalkedIn(FULL))
    assert gone.left_of(2, WalkedIn(FULL)) == WalkedIn(FULL)
    assert gone.left_of(None, Refused("QR1", "door", "unknown")) == Refused("", "door", "unknown")


def test_who_booked_for_others_leaves_their_bookings_too() -> None:
    left = said(Erased((1,), orders=("C42",))).left_of(2, WalkedIn(FULL))
    assert isinstance(left, WalkedIn)
    assert (left.registration.buyer_name, left.registration.full_name) == ("", "Zoé Lefèvre")


def test_answers_leave_by_their_question() -> None:
    left = said(Erased(headings=("Diet",))).left_of(1, WalkedIn(FULL))
    assert isinstance(left, WalkedIn)
    assert left.registration.answers == (("T-shirt", "M"),)
    gone = said(Erased(headings=("Diet",)))
    assert gone.left_of(1, Answered("Diet", "vegan")) == Answered("Diet", "")


def test_an_erasure_without_a_name_is_of_everybody() -> None:
    gone = said(Erased(headings=("Diet",)), Erased())
    assert gone.whole
    assert gone.left_of(9, WalkedIn(FULL)) == redacted(WalkedIn(FULL))

"""The lead's PIN: set, changed, removed, guessed at, and what it guards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import Admitted
from desk_app.domain.roles import Role
from desk_app.services import checkin, lead, pin, settings, undoing
from desk_app.services.checkin import CheckIn, Place
from desk_app.services.pin import Tried
from desk_app.store.ledger import backwards
from desk_app.store.session import Session
from tests.services.days import NINE, desk_in, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE-1")
SECOND = 1000


def set_pin(session: Session, digits: str = "2468") -> None:
    assert pin.choose(session, digits, "", NINE).right


def fail(session: Session, times: int, at: int = NINE) -> Tried:
    """The answer to the last of so many wrong PINs, each after its wait."""
    tried = Tried(False)
    for _ in range(times):
        at += tried.wait_ms
        tried = pin.check(session, "0000", at)
    return tried


def blocked(session: Session) -> tuple[Place, int]:
    place = open_with(session, ZOE)
    checkin.block(session, place.event, who(place, ZOE), "Asked to stay away", NINE)
    return place, who(place, ZOE)


def test_a_new_desk_has_none_and_everybody_is_a_lead(session: Session) -> None:
    assert not pin.is_set(session)
    assert pin.state(session).role is Role.LEAD


def test_the_right_one_is_right_and_no_other_is(session: Session) -> None:
    set_pin(session)
    assert pin.check(session, " 2468 ", NINE) == Tried(True)
    assert not pin.check(session, "2469", NINE).right


def test_it_is_kept_as_a_salted_hash_only(session: Session) -> None:
    set_pin(session)
    first = settings.read(session)["pin"]
    set_again = pin.choose(session, "2468", "2468", NINE)
    assert set_again.right
    assert first.startswith("$argon2id$")
    assert settings.read(session)["pin"] != first
    assert not any("2468" in value for value in settings.read(session).values())


def test_one_too_short_is_refused(session: Session) -> None:
    with pytest.raises(DeskError, match="at least 4"):
        pin.choose(session, "12 ", "", NINE)
    assert not pin.is_set(session)


def test_only_whoever_knows_it_changes_or_removes_it(session: Session) -> None:
    set_pin(session)
    assert not pin.choose(session, "1357", "0000", NINE).right
    assert not pin.remove(session, "0000", NINE).right
    assert pin.choose(session, "1357", "2468", NINE).right
    assert pin.remove(session, "1357", NINE).right
    assert not pin.is_set(session)


@pytest.mark.parametrize(
    "ask",
    [
        lambda session: pin.check(session, "2468", NINE),
        lambda session: pin.hand_over(session, Role.VOLUNTEER),
        lambda session: pin.remove(session, "2468", NINE),
    ],
)
def test_without_one_nothing_can_be_guarded(
    session: Session, ask: Callable[[Session], object]
) -> None:
    with pytest.raises(DeskError, match="no PIN"):
        ask(session)


def test_after_three_wrong_ones_even_the_right_one_must_wait(session: Session) -> None:
    set_pin(session)
    assert fail(session, 3) == Tried(False, 5 * SECOND)
    assert pin.check(session, "2468", NINE + 2 * SECOND) == Tried(False, 3 * SECOND)
    assert pin.check(session, "2468", NINE + 5 * SECOND).right


def test_a_right_one_clears_the_count(session: Session) -> None:
    set_pin(session)
    fail(session, 2)
    pin.check(session, "2468", NINE)
    assert fail(session, 2) == Tried(False, 0)


def test_the_wait_outlives_a_restart(folder: Path) -> None:
    with desk_in(folder) as session:
        set_pin(session)
        fail(session, 4)
    with desk_in(folder) as session:
        assert not pin.check(session, "2468", NINE + 6 * SECOND).right


def test_a_clock_put_back_lengthens_no_wait(session: Session) -> None:
    set_pin(session)
    fail(session, 3)
    assert pin.check(session, "2468", NINE - 3_600 * SECOND) == Tried(False, 5 * SECOND)


def test_a_desk_handed_over_stays_so_after_a_restart_until_the_pin(folder: Path) -> None:
    with desk_in(folder) as session:
        set_pin(session)
        pin.hand_over(session, Role.VOLUNTEER)
    with desk_in(folder) as session:
        assert pin.state(session).role is Role.VOLUNTEER
        assert not pin.take_back(session, "0000", NINE).right
        assert pin.state(session).role is Role.VOLUNTEER
        assert pin.take_back(session, "2468", NINE).right
        assert pin.state(session).role is Role.LEAD


def test_without_a_pin_a_block_is_waived_as_ever(session: Session) -> None:
    place, zoe = blocked(session)
    assert not checkin.enter(session, place, zoe, NINE).guarded
    assert checkin.enter(session, place, zoe, NINE, "the boss said so").outcome.admits


def test_with_a_pin_no_reason_alone_waives_a_block(session: Session) -> None:
    place, zoe = blocked(session)
    set_pin(session)
    answer = checkin.enter(session, place, zoe, NINE, "the boss said so")
    assert (answer.outcome, answer.guarded) == (Outcome.BLOCKED, True)
    assert next(backwards(session, place.event, Admitted), None) is None


def test_a_lead_lets_a_blocked_person_in_and_the_reason_is_kept(session: Session) -> None:
    place, zoe = blocked(session)
    set_pin(session)
    answer = lead.let_in(session, place, zoe, "2468", " comes with the mayor ", NINE)
    assert isinstance(answer, CheckIn)
    assert answer.outcome is Outcome.WELCOME
    [admitted] = [fact.body for fact in backwards(session, place.event, Admitted)]
    assert isinstance(admitted, Admitted)
    assert admitted.reason == "comes with the mayor"


def test_a_wrong_pin_lets_nobody_in_and_is_counted(session: Session) -> None:
    place, zoe = blocked(session)
    set_pin(session)
    fail(session, 2)
    assert lead.let_in(session, place, zoe, "0000", "why not", NINE) == Tried(False, 5 * SECOND)
    assert next(backwards(session, place.event, Admitted), None) is None


def test_a_lead_must_say_why(session: Session) -> None:
    place, zoe = blocked(session)
    set_pin(session)
    with pytest.raises(DeskError, match="why"):
        lead.let_in(session, place, zoe, "2468", " ", NINE)


def test_a_volunteer_cannot_undo_a_block(session: Session) -> None:
    place, _ = blocked(session)
    set_pin(session)
    pin.hand_over(session, Role.VOLUNTEER)
    with pytest.raises(DeskError, match="Only a lead"):
        undoing.undo(session, place.event, NINE)
    pin.take_back(session, "2468", NINE)
    assert undoing.undo(session, place.event, NINE)


def test_a_forgotten_pin_can_be_given_up(session: Session) -> None:
    set_pin(session)
    pin.hand_over(session, Role.VISITOR)
    pin.forget(session)
    assert (pin.is_set(session), pin.state(session).role) == (False, Role.LEAD)

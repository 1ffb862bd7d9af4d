"""A badge that is printed again may make the earlier one's code void."""

from desk_app.domain.admission import Outcome
from desk_app.domain.facts import BadgePrinted
from desk_app.domain.own_code import own_code
from desk_app.services import badge_answers, badges, checkin, print_queue
from desk_app.services.checkin import Place
from desk_app.services.print_jobs import Order, State
from desk_app.store import ledger
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import MINUTE, NINE, guest, open_with, who

ZOE = guest("Zoé Lefèvre", "")
MAX = guest("Max Martin", "QR-MAX")


def code(session: Session, place: Place, person: int) -> str:
    return badges.of_people(session, place, [person])[0].code


def reprinted(session: Session, place: Place, person: int, *, voids: bool = True) -> str:
    """The code on the badge that came out."""
    wanted = Order(place.event, (person,), "classic", "62x100", "zpl", "lost", voids)
    print_queue.order(session, wanted, NINE)
    taken = print_queue.take(session, NINE)
    assert taken
    print_queue.note_sent(session, taken.job, NINE)
    return taken.badges[0].code


def test_the_newer_code_opens_the_door_and_the_earlier_one_says_that_it_is_void(
    session: Session,
) -> None:
    place = open_with(session, ZOE)
    earlier = code(session, place, who(place, ZOE))
    newer = reprinted(session, place, who(place, ZOE))
    refused = checkin.scan(session, place, earlier, NINE)
    assert (refused.outcome, refused.person and refused.person.full_name) == (
        Outcome.VOID,
        "Zoé Lefèvre",
    )
    assert checkin.scan(session, place, newer, NINE + MINUTE).outcome is Outcome.WELCOME
    assert newer == code(session, place, who(place, ZOE)) != earlier


def test_every_earlier_code_is_void(session: Session) -> None:
    place = open_with(session, ZOE)
    codes = [code(session, place, who(place, ZOE))]
    codes += [reprinted(session, place, who(place, ZOE)) for _ in range(3)]
    outcomes = [checkin.scan(session, place, it, NINE).outcome for it in codes]
    assert outcomes == [Outcome.VOID] * 3 + [Outcome.WELCOME]
    assert verify(session).clean


def test_a_copy_that_voids_nothing_has_the_same_code(session: Session) -> None:
    place = open_with(session, ZOE)
    before = code(session, place, who(place, ZOE))
    assert reprinted(session, place, who(place, ZOE), voids=False) == before
    assert checkin.scan(session, place, before, NINE).outcome is Outcome.WELCOME


def test_the_code_of_a_ticket_is_void_with_the_badge_that_bore_it(session: Session) -> None:
    place = open_with(session, MAX, ZOE)
    badges.printed(session, place.event, [who(place, MAX)], "classic", "62x100", "zpl", NINE)
    newer = reprinted(session, place, who(place, MAX))
    refused = checkin.scan(session, place, "QR-MAX", NINE)
    assert (refused.outcome, refused.person and refused.person.full_name) == (
        Outcome.VOID,
        "Max Martin",
    )
    assert checkin.scan(session, place, newer, NINE).outcome is Outcome.WELCOME
    assert newer == code(session, place, who(place, MAX)) != "QR-MAX"
    assert verify(session).clean


def test_a_ticket_counts_again_once_the_job_turns_out_to_have_failed(session: Session) -> None:
    place = open_with(session, MAX)
    reprinted(session, place, who(place, MAX))
    job = print_queue.queue(session).lines[0].job
    print_queue.settle(session, [job.id], State.FAILED, None, NINE)
    assert checkin.scan(session, place, "QR-MAX", NINE).outcome is Outcome.WELCOME
    assert verify(session).clean


def test_a_code_counts_again_once_the_job_turns_out_to_have_failed(session: Session) -> None:
    place = open_with(session, ZOE)
    before = code(session, place, who(place, ZOE))
    reprinted(session, place, who(place, ZOE))
    job = print_queue.queue(session).lines[0].job
    print_queue.settle(session, [job.id], State.FAILED, None, NINE)
    assert checkin.scan(session, place, before, NINE).outcome is Outcome.WELCOME
    assert verify(session).clean


def test_the_ledger_keeps_the_reason(session: Session) -> None:
    place = open_with(session, ZOE)
    reprinted(session, place, who(place, ZOE))
    (facts,) = ledger.facts_of(session, [who(place, ZOE)]).values()
    told = [it.body for it in facts if isinstance(it.body, BadgePrinted)]
    assert told == [BadgePrinted("classic", "62x100", "zpl", "lost", voids=True)]


def test_a_code_that_nobody_had_is_unknown(session: Session) -> None:
    place = open_with(session, ZOE)
    assert checkin.scan(session, place, own_code(12345), NINE).outcome is Outcome.UNKNOWN
    ahead = own_code(who(place, ZOE), 3)
    assert checkin.scan(session, place, ahead, NINE).outcome is Outcome.UNKNOWN


def test_lists_bear_the_code_that_counts(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    reprinted(session, place, who(place, ZOE))
    assert badge_answers.voided(session, place.event) == {who(place, ZOE): 1}

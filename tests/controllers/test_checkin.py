"""The check-in controller: one answer per action, and the numbers after it."""

from dataclasses import replace

from desk_app.controllers.checkin import CheckInController
from desk_app.controllers.door.read_twice import READ_TWICE_MS
from desk_app.domain.admission import Outcome
from desk_app.domain.facts import Admitted, Departed, Refused
from desk_app.domain.registration import Registration, Status
from desk_app.services import roster
from desk_app.services.counting import Counts
from desk_app.store.ledger import backwards
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from tests.controllers.standing import clock, heard, standing
from tests.services.days import NINE, guest, who

ZOE, MAX = guest("Zoé Lefèvre", "QR-ZOE"), guest("Max Martin", "QR-MAX")
EVE = replace(guest("Ève Adam", "QR-EVE"), status=Status.PENDING)


def desk(store: Store, *people: Registration) -> CheckInController:
    controller = CheckInController(InlineTasks(store), clock)
    controller.stand_at(standing(store, *(people or (ZOE, MAX, EVE))))
    return controller


def id_of(controller: CheckInController, person: Registration) -> int:
    assert controller.standing
    return who(controller.standing.place, person)


def facts(store: Store, kind: type) -> list[object]:
    with store.transaction() as session:
        return [it.body for it in backwards(session) if isinstance(it.body, kind)]


def test_standing_somewhere_tells_the_numbers(store: Store) -> None:
    controller = CheckInController(InlineTasks(store), clock)
    stood, counted = heard(controller.stood), heard(controller.counted)
    here = standing(store, ZOE, MAX, EVE)
    controller.stand_at(here)
    assert (stood, counted) == ([here], [Counts(0, 2)])


def test_a_scan_is_answered_once_and_counted(store: Store) -> None:
    controller = desk(store)
    resolved, counted = heard(controller.resolved), heard(controller.counted)
    arrived = heard(controller.arrived)
    controller.scan("QR-ZOE")
    assert [it.outcome for it in resolved] == [Outcome.WELCOME]
    assert counted == [Counts(1, 2)]
    assert [person.full_name for person in arrived[-1]] == ["Zoé Lefèvre"]


def test_a_search_answers_with_the_text_it_was_for(store: Store) -> None:
    controller = desk(store)
    found = heard(controller.found)
    controller.search("mar")
    assert (found[0].text, found[0].found[0].name) == ("mar", "MARTIN Max")


def test_nothing_typed_asks_nothing(store: Store) -> None:
    controller = desk(store)
    resolved = heard(controller.resolved)
    controller.scan("  ")
    controller.type_in("")
    assert (resolved, facts(store, Refused)) == ([], [])


def test_without_an_event_nothing_happens(store: Store) -> None:
    tasks = InlineTasks(store)
    controller = CheckInController(tasks, clock)
    said = [heard(it) for it in (controller.resolved, controller.found, tasks.crashed)]
    controller.stand_at(None)
    controller.scan("QR-ZOE")
    controller.search("zoe")
    controller.undo()
    assert said == [[], [], []]


def test_typed_words_that_fit_nobody_are_no_refused_scan(store: Store) -> None:
    controller = desk(store)
    resolved = heard(controller.resolved)
    controller.type_in("Nobody Known")
    assert (resolved[0].outcome, facts(store, Refused)) == (Outcome.UNKNOWN, [])


def test_a_reason_lets_somebody_pending_in_and_is_kept(store: Store) -> None:
    controller = desk(store)
    controller.enter(id_of(controller, EVE), "paid in cash")
    [kept] = facts(store, Admitted)
    assert isinstance(kept, Admitted)
    assert kept.reason == "paid in cash"


def test_undo_answers_with_the_person_as_now(store: Store) -> None:
    controller = desk(store)
    controller.scan("QR-ZOE")
    undone, counted = heard(controller.undone), heard(controller.counted)
    controller.undo()
    assert (undone[0].person.full_name, undone[0].person.here_at) == ("Zoé Lefèvre", None)
    assert counted == [Counts(0, 2)]


def test_with_nothing_to_undo_the_answer_is_none(store: Store) -> None:
    controller = desk(store)
    undone = heard(controller.undone)
    controller.undo()
    assert undone == [None]


def test_whoever_left_may_come_in_again(store: Store) -> None:
    controller = desk(store)
    controller.scan("QR-ZOE")
    controller.leave(id_of(controller, ZOE))
    resolved = heard(controller.resolved)
    controller.scan("QR-ZOE")
    assert (len(facts(store, Departed)), resolved[0].outcome) == (1, Outcome.WELCOME)


def test_the_same_code_at_once_is_one_scan(store: Store) -> None:
    controller = desk(store)
    resolved, repeated = heard(controller.resolved), heard(controller.repeated)
    controller.scan("QR-ZOE")
    controller.scan(" QR-ZOE")
    assert repeated == resolved
    assert len(facts(store, Admitted)) == 1


def test_the_same_code_after_two_seconds_is_another_scan(store: Store) -> None:
    moments = iter((NINE, NINE + READ_TWICE_MS))
    controller = CheckInController(InlineTasks(store), lambda: next(moments))
    controller.stand_at(standing(store, ZOE))
    resolved = heard(controller.resolved)
    controller.scan("QR-ZOE")
    controller.scan("QR-ZOE")
    assert [it.outcome for it in resolved] == [Outcome.WELCOME, Outcome.ALREADY_IN]


def test_the_other_code_on_the_same_ticket_is_the_same_attempt(store: Store) -> None:
    controller = desk(store, replace(ZOE, codes=("4006381333931",)))
    resolved, repeated = heard(controller.resolved), heard(controller.repeated)
    controller.scan("QR-ZOE")
    controller.scan("4006381333931")
    assert [it.outcome for it in resolved] == [Outcome.WELCOME]
    assert repeated == resolved


def test_whoever_was_turned_away_is_turned_away_by_their_other_code(store: Store) -> None:
    controller = desk(store, replace(EVE, codes=("4006381333931",)))
    resolved = heard(controller.resolved)
    controller.scan("QR-EVE")
    controller.scan("4006381333931")
    assert [it.outcome for it in resolved] == [Outcome.PENDING, Outcome.PENDING]


def test_the_same_code_counts_again_after_an_undo(store: Store) -> None:
    controller = desk(store)
    resolved = heard(controller.resolved)
    controller.scan("QR-ZOE")
    controller.undo()
    controller.scan("QR-ZOE")
    assert [it.outcome for it in resolved] == [Outcome.WELCOME, Outcome.WELCOME]


def test_a_second_reading_before_the_answer_is_told_after_it(store: Store) -> None:
    tasks = InlineTasks(store)
    controller = CheckInController(tasks, clock)
    controller.stand_at(standing(store, ZOE))
    told: list[str] = []
    controller.resolved.connect(lambda _answer: told.append("resolved"))
    controller.repeated.connect(lambda _answer: told.append("repeated"))
    held: list[tuple[object, ...]] = []
    real, tasks.db = tasks.db, lambda *call, **how: held.append((call, how))  # type: ignore[method-assign]
    controller.scan("QR-ZOE")
    controller.scan("QR-ZOE")
    tasks.db = real  # type: ignore[method-assign]
    for call, how in held:
        tasks.db(*call, **how)  # type: ignore[arg-type,misc]
    assert told == ["resolved", "repeated"]


def test_while_people_go_out_every_way_of_choosing_lets_out(store: Store) -> None:
    controller = desk(store)
    for person in (ZOE, MAX, EVE):
        controller.enter(id_of(controller, person), "yes")
    controller.turn(True)
    resolved = heard(controller.resolved)
    controller.scan("QR-ZOE")
    controller.type_in("martin")
    controller.choose(id_of(controller, EVE))
    assert [it.outcome for it in resolved] == [Outcome.GOODBYE] * 3


def test_another_checkpoint_lets_people_in_again(store: Store) -> None:
    controller = desk(store)
    controller.turn(True)
    controller.stand_at(controller.standing)
    assert not controller.going_out


def test_a_walk_in_is_welcomed_and_on_the_list(store: Store) -> None:
    controller = desk(store)
    resolved = heard(controller.resolved)
    controller.walk_ins.register(Registration(given_name="Ada", family_name="Late"))
    assert (resolved[0].outcome, resolved[0].person.walk_in) == (Outcome.WELCOME, True)
    assert controller.standing
    with store.transaction() as session:
        everybody = roster.everybody(session, controller.standing.place)
    assert "Ada Late" in [person.full_name for person in everybody]


def test_a_card_of_somebody_gone_troubles_nobody(store: Store) -> None:
    tasks = InlineTasks(store)
    controller = CheckInController(tasks, clock)
    controller.stand_at(standing(store, ZOE))
    carded, refused = heard(controller.carded), heard(tasks.refused)
    controller.open_card(4711)
    assert (carded, refused) == ([], [])


def test_times_are_told_on_the_event_s_clock(store: Store) -> None:
    assert desk(store).local_time(NINE, seconds=True) == "09:00:00"
    assert CheckInController(InlineTasks(store), clock).local_time(NINE) == "08:00"

"""A person as the facts add up to."""

from hypothesis import assume, given
from hypothesis import strategies as st

from desk_app.domain.attendee import Presence, annulled, fold
from desk_app.domain.facts import (
    Admitted,
    Amended,
    Annulled,
    BadgePrinted,
    Body,
    Departed,
    Fact,
    FactId,
    ImportConfirmed,
    ImportStarted,
    Refused,
    Registered,
    WalkedIn,
)
from desk_app.domain.registration import Status, fingerprint
from tests.domain.lives import EVENT, PERSON, SOURCE, ZOE, life, lives, registered, standing

DOOR, ROOM = "2026-12-03", "room"
TAKEN_BACK = Fact("a", 99, 990, EVENT, None, Annulled(SOURCE))
LATER = Fact("later", 1, 10_000, EVENT, PERSON, Refused("", "", ""))


def presence(
    door: str, first: int, last: int, *, inside: bool = True, entries: int = 1
) -> Presence:
    return Presence(door, first, "a", last, inside, entries)


@given(lives(), st.data())
def test_any_order_and_any_repeats_give_the_same_person(
    facts: list[Fact], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(facts))) if facts else []
    assert fold(data.draw(st.permutations([*facts, *again]))) == fold(facts)


@given(lives(), st.data())
def test_two_halves_that_overlap_merge_to_the_whole(facts: list[Fact], data: st.DataObject) -> None:
    cut, back = data.draw(st.integers(0, len(facts))), data.draw(st.integers(0, len(facts)))
    assert fold([*facts[min(cut, back) :], *facts[: max(cut, back)]]) == fold(facts)


@given(lives())
def test_people_exist_as_soon_as_anything_ever_registered_them(facts: list[Fact]) -> None:
    known = any(isinstance(fact.body, Registered | WalkedIn) for fact in facts)
    assert (fold(facts) is not None) == known


@given(lives())
def test_entries_and_copies_are_those_not_taken_back(facts: list[Fact]) -> None:
    person = fold(facts)
    assume(person)
    assert person
    kept = [fact.body for fact in standing(facts)]
    entered = [body for body in kept if isinstance(body, Admitted)]
    assert sum(it.entries for it in person.presences) == len(entered)
    assert person.arrived_at == min((body.at for body in entered), default=None)
    assert person.copies == sum(isinstance(body, BadgePrinted) for body in kept)


@given(lives())
def test_a_person_is_inside_after_coming_in_last(facts: list[Fact]) -> None:
    person = fold(facts)
    moves = [fact for fact in standing(facts) if isinstance(fact.body, Admitted | Departed)]
    for it in person.presences if person else ():
        here = [fact for fact in moves if fact.body.checkpoint == it.checkpoint]  # type: ignore[union-attr]
        last = max(here, key=lambda fact: (fact.body.at, fact.clock, *fact.id))  # type: ignore[union-attr]
        assert it.inside == isinstance(last.body, Admitted)
        assert it.last_at == last.body.at  # type: ignore[union-attr]


@given(lives())
def test_people_are_listed_while_something_vouches_for_them(facts: list[Fact]) -> None:
    kept = sorted(standing(facts), key=lambda it: (it.clock, *it.id))
    imports = {fact.id for fact in kept if isinstance(fact.body, ImportStarted)}
    vouches = any(
        isinstance(fact.body, WalkedIn | Admitted)
        or (
            isinstance(fact.body, Registered)
            and (
                fact.body.source in imports
                or any(
                    isinstance(it.body, ImportConfirmed)
                    and it.body.source in imports
                    and it.body.holds(fingerprint(fact.body.registration))
                    for it in kept[place:]
                )
            )
        )
        for place, fact in enumerate(kept)
    )
    if person := fold(facts):
        assert person.listed == vouches


@given(lives(), st.data())
def test_taking_back_a_taking_back_leaves_no_trace(facts: list[Fact], data: st.DataObject) -> None:
    assume(facts)
    target = data.draw(st.sampled_from(facts))
    once = Fact("z", 1, 900, EVENT, target.attendee, Annulled(target.id))
    twice = Fact("z", 2, 901, EVENT, target.attendee, Annulled(once.id))
    assert fold([*facts, once, twice]) == fold(facts)


@given(lives(), st.data())
def test_what_is_taken_back_might_never_have_happened(
    facts: list[Fact], data: st.DataObject
) -> None:
    happened = [
        it for it in facts if not isinstance(it.body, Registered | WalkedIn | ImportStarted)
    ]
    assume(happened)
    target = data.draw(st.sampled_from(happened))
    gone = Fact("z", 1, 900, EVENT, PERSON, Annulled(target.id))
    assert fold([*facts, gone]) == fold([fact for fact in facts if fact.id != target.id])


@given(lives())
def test_annulments_stand_unless_taken_back_themselves(facts: list[Fact]) -> None:
    kept = {fact.id for fact in standing(facts)}
    assert annulled(facts) == {fact.id for fact in facts} - kept


def test_nobody_is_known_by_a_refused_scan_alone() -> None:
    assert fold(life(Refused("X", DOOR, "unknown"))) is None
    assert fold([]) is None


def test_a_newcomer_is_as_the_export_says() -> None:
    person = fold(life(registered()))
    assert person
    assert (person.registration, person.exported, person.listed) == (ZOE, ZOE, True)
    assert (person.id, person.event, person.walk_in) == (PERSON, EVENT, False)


def test_a_newcomer_reads_the_same_by_the_long_way_round() -> None:
    for body in (registered(), WalkedIn(ZOE)):
        assert fold(life(body)) == fold([*life(body), LATER])


def test_the_latest_registration_holds() -> None:
    person = fold(life(registered(), registered(email="new@example.org")))
    assert person
    assert person.registration.email == "new@example.org"


def test_a_correction_outlives_every_later_import() -> None:
    person = fold(life(registered(), Amended("email", "desk@example.org"), registered(email="x")))
    assert person
    assert person.registration.email == "desk@example.org"
    assert (person.exported.email, person.amended) == ("x", ("email",))


def test_the_latest_correction_of_a_field_holds() -> None:
    person = fold(life(registered(), Amended("note", "one"), Amended("note", "two")))
    assert person
    assert person.registration.note == "two"


def test_a_corrected_part_of_a_name_shows_in_the_whole_name() -> None:
    person = fold(life(registered(), Amended("family_name", "Lefebvre")))
    assert person
    assert person.registration.full_name == "Zoé Lefebvre"


def test_a_corrected_whole_name_is_kept_as_typed() -> None:
    person = fold(life(registered(), Amended("given_name", "Zo"), Amended("full_name", "Z. L.")))
    assert person
    assert (person.registration.full_name, person.registration.given_name) == ("Z. L.", "Zo")


def test_a_part_corrected_after_the_whole_makes_the_whole_anew() -> None:
    person = fold(life(registered(), Amended("full_name", "Z. L."), Amended("given_name", "Zo")))
    assert person
    assert person.registration.full_name == "Zo Lefèvre"


def test_a_corrected_status_is_a_status() -> None:
    person = fold(life(registered(), Amended("status", "cancelled")))
    assert person
    assert person.registration.status is Status.CANCELLED


def test_a_field_that_nobody_may_correct_stays() -> None:
    person = fold(life(registered(), Amended("scan_code", "forged")))
    assert person
    assert (person.registration.scan_code, person.amended) == ("QR1", ())


def test_coming_in_leaving_and_coming_back_is_one_presence() -> None:
    person = fold(life(registered(), Admitted(DOOR, 1), Departed(DOOR, 2), Admitted(DOOR, 3)))
    assert person
    assert person.presences == (presence(DOOR, 1, 3, entries=2),)


def test_who_left_is_no_longer_inside_but_was_here() -> None:
    person = fold(life(registered(), Admitted(DOOR, 1), Departed(DOOR, 2)))
    assert person
    assert person.presences == (presence(DOOR, 1, 2, inside=False),)


def test_leaving_without_having_come_is_no_presence() -> None:
    person = fold(life(registered(), Departed(DOOR, 2)))
    assert person
    assert person.presences == ()


def test_each_checkpoint_counts_for_itself() -> None:
    person = fold(life(registered(), Admitted(ROOM, 5), Admitted(DOOR, 9)))
    assert person
    assert person.presences == (presence(DOOR, 9, 9), presence(ROOM, 5, 5))
    assert person.arrived_at == 5


def test_the_first_entry_is_the_earliest_whichever_desk_wrote_it_first() -> None:
    late = Fact("b", 1, 5, EVENT, PERSON, Admitted(DOOR, 100))
    person = fold([late, *life(registered(), Admitted(DOOR, 50))])
    assert person
    assert (person.presences[0].first_at, person.presences[0].desk) == (50, "a")


def test_whoever_came_stays_listed_when_the_import_is_taken_back() -> None:
    gone = fold([*life(registered()), TAKEN_BACK])
    came = fold([*life(registered(), Admitted(DOOR, 1)), TAKEN_BACK])
    assert gone
    assert came
    assert (gone.listed, came.listed) == (False, True)
    assert came.registration == ZOE


def test_taking_an_import_back_restores_the_one_before() -> None:
    second = FactId("a", 50)
    facts = life(registered(), registered(second, email="new@example.org"))
    gone = Fact("a", 99, 990, EVENT, None, Annulled(second))
    person = fold([*facts, gone])
    assert person
    assert person.registration.email == "zoe@example.org"


def test_a_walk_in_who_is_in_a_later_export_is_a_walk_in_no_more() -> None:
    alone, exported = fold(life(WalkedIn(ZOE))), fold(life(WalkedIn(ZOE), registered()))
    assert alone
    assert exported
    assert (alone.walk_in, exported.walk_in) == (True, False)


def test_a_walk_in_taken_back_leaves_the_list() -> None:
    person = fold(life(WalkedIn(ZOE), Annulled(FactId("a", 2))))
    assert person
    assert not person.listed


def test_badges_are_counted() -> None:
    printed: Body = BadgePrinted("classic", "a6", "")
    person = fold(life(registered(), printed, printed))
    assert person
    assert person.copies == 2


def test_annulments_in_a_circle_end() -> None:
    circle = life(Annulled(FactId("a", 3)), Annulled(FactId("a", 2)))
    assert annulled(circle) == annulled(circle[::-1])

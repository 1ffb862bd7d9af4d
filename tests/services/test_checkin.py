"""Letting people in, and taking it back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.domain.event import Event
from desk_app.domain.facts import Admitted, Amended, Departed, Refused, WalkedIn
from desk_app.domain.registration import Registration, Status
from desk_app.intake.keyboards import read_from
from desk_app.services import badges, checkin, counting, imports, roster, settings, walk_ins, whom
from desk_app.services.checkin import Place, enter, leave, scan, type_in
from desk_app.services.counting import Counts, counts
from desk_app.services.undoing import undo
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import (
    FRIDAY,
    MINUTE,
    NINE,
    bring,
    desk_in,
    guest,
    museums,
    open_with,
    reading,
    tables,
    who,
)

ZOE = guest("Zoé Lefèvre", "QR-ZOE", codes=("SHARED", "ORDER-1"))
MAX = guest("Max Martin", "QR-MAX", codes=("SHARED",))
BY_STATUS = {
    Outcome.PENDING: guest("Pia Pending", "QR-PIA", status=Status.PENDING),
    Outcome.WAITING_LIST: guest("Will Wait", "QR-WILL", status=Status.WAITING_LIST),
    Outcome.CANCELLED: guest("Carl Cancelled", "QR-CARL", status=Status.CANCELLED),
}
LATER = NINE + MINUTE


def refused(session: Session) -> list[Refused]:
    from desk_app.store.ledger import backwards

    return [fact.body for fact in backwards(session) if isinstance(fact.body, Refused)]


def last_kind(session: Session, place: Place, person: Registration) -> type:
    return type(roster.card(session, place, who(place, person)).history[-1].body)


def test_a_scan_lets_its_person_in(session: Session) -> None:
    place = open_with(session, ZOE)
    answer = scan(session, place, " QR-ZOE\r", NINE)
    assert (answer.outcome, answer.at, answer.desk) == (Outcome.WELCOME, NINE, session.desk.name)
    assert answer.person
    assert (answer.person.full_name, answer.person.here_at) == ("Zoé Lefèvre", NINE)


def test_a_second_scan_says_when_and_where_the_first_was(session: Session) -> None:
    place = open_with(session, ZOE)
    scan(session, place, "QR-ZOE", NINE)
    again = scan(session, place, "QR-ZOE", LATER)
    assert (again.outcome, again.first_at) == (Outcome.ALREADY_IN, NINE)
    assert (again.at, again.desk) == (LATER, session.desk.name)


def test_another_checkpoint_lets_the_same_person_in(session: Session) -> None:
    place = open_with(session, ZOE)
    scan(session, place, "QR-ZOE", NINE)
    assert scan(session, replace(place, checkpoint=FRIDAY), "QR-ZOE", LATER).outcome == "welcome"


def test_who_went_out_may_come_in_again(session: Session) -> None:
    place = open_with(session, ZOE)
    scan(session, place, "QR-ZOE", NINE)
    leave(session, place, who(place, ZOE), LATER)
    again = scan(session, place, "QR-ZOE", LATER + MINUTE)
    assert (again.outcome, again.first_at) == (Outcome.WELCOME, NINE)


@pytest.mark.parametrize(("outcome", "person"), BY_STATUS.items())
def test_a_status_that_does_not_let_in_is_told_and_kept(
    session: Session, outcome: Outcome, person: Registration
) -> None:
    place = open_with(session, person)
    answer = scan(session, place, person.scan_code, NINE)
    assert answer.outcome is outcome
    assert answer.person
    assert answer.person.full_name == person.full_name
    assert refused(session) == [Refused(person.scan_code, place.checkpoint, outcome.value)]


@pytest.mark.parametrize("person", BY_STATUS.values())
def test_a_status_can_be_waived_for_a_reason_that_is_kept(
    session: Session, person: Registration
) -> None:
    place = open_with(session, person)
    answer = enter(session, place, who(place, person), NINE, "the organiser said so")
    assert answer.outcome is Outcome.WELCOME
    history = roster.card(session, place, who(place, person)).history
    assert history[-1].body == Admitted(place.checkpoint, NINE, "the organiser said so")


def test_a_waived_person_is_not_let_in_twice(session: Session) -> None:
    place = open_with(session, BY_STATUS[Outcome.PENDING])
    person = who(place, BY_STATUS[Outcome.PENDING])
    outcomes = [enter(session, place, person, NINE, "yes").outcome for _ in range(2)]
    assert outcomes == [Outcome.WELCOME, Outcome.ALREADY_IN]


def test_a_code_that_nobody_has_is_told_and_kept(session: Session) -> None:
    place = open_with(session, ZOE)
    answer = scan(session, place, "QR-NOBODY", NINE)
    assert (answer.outcome, answer.code, answer.person) == (Outcome.UNKNOWN, "QR-NOBODY", None)
    assert refused(session) == [Refused("QR-NOBODY", place.checkpoint, "unknown")]


@pytest.mark.parametrize("text", ["QR\ufffdZOE", "QR\x00", "QR\x1dZOE", "\ud800"])
def test_a_scan_that_was_garbled_is_unreadable(session: Session, text: str) -> None:
    assert scan(session, open_with(session, ZOE), text, NINE).outcome is Outcome.UNREADABLE


def test_a_code_of_several_people_lets_nobody_in_and_names_them(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    answer = scan(session, place, "SHARED", NINE)
    assert (answer.outcome, answer.person) == (Outcome.AMBIGUOUS, None)
    assert {it.full_name for it in answer.several} == {"Zoé Lefèvre", "Max Martin"}
    assert counts(session, place).arrived == 0


@pytest.mark.parametrize("text", ["ORDER-1", "]Q3QR-ZOE", "https://example.org/t?code=QR-ZOE"])
def test_a_ticket_may_wrap_its_code(session: Session, text: str) -> None:
    place = open_with(session, ZOE)
    assert scan(session, place, text, NINE).outcome is Outcome.WELCOME


@pytest.mark.parametrize("text", ["àà&\"è'!ç&&", "àà&\"è'_ç&&", '**"»+(-/""'])
def test_a_scanner_on_another_keyboard_lets_in(session: Session, text: str) -> None:
    place = open_with(session, guest("Zoé Lefèvre", "0013748911"))
    assert scan(session, place, text, NINE).outcome is Outcome.WELCOME


def test_the_answer_names_the_keyboard_that_the_scanner_is_not_set_for(session: Session) -> None:
    place = open_with(session, guest("Zoé Lefèvre", "0013748911"), MAX)
    assert scan(session, place, "àà&\"è'_ç&&", NINE).keyboard == "azerty"
    assert scan(session, place, "QR-MAX", NINE).keyboard == ""


@pytest.mark.parametrize("came", ["àà&\"è'!ç&&", "0013748911"])
def test_a_code_read_back_from_the_wrong_keyboard_is_put_back(session: Session, came: str) -> None:
    settings.write(session, "scanner_keyboard", "azerty")
    place = open_with(session, guest("Zoé Lefèvre", "0013748911"))
    assert scan(session, place, read_from("azerty", came), NINE).outcome is Outcome.WELCOME


def test_a_short_code_is_never_taken_for_another_s(session: Session) -> None:
    place = open_with(session, guest("Zoé Lefèvre", "Z-101"), guest("Max Martin", "Q-7"))
    assert scan(session, place, "Y-101", NINE).outcome is Outcome.UNKNOWN
    assert scan(session, place, "A-7", NINE).outcome is Outcome.UNKNOWN


def test_a_long_code_with_letters_of_another_keyboard_lets_in(session: Session) -> None:
    place = open_with(session, guest("Zoé Lefèvre", "hxewpex6ek4upwgy"))
    answer = scan(session, place, "hxewpex6ek4upwgz", NINE)
    assert (answer.outcome, answer.keyboard) == (Outcome.WELCOME, "qwertz")


def test_with_caps_lock_on_another_keyboard_codes_let_in(session: Session) -> None:
    place = open_with(session, guest("Zoé Lefèvre", "AB-0137"))
    for garbled in ('qb)à&"è', 'qb)À&"È', "qb°0137"):  # as Linux does, and as Windows does
        assert whom.tried(session, place, garbled, NINE).outcome is Outcome.WELCOME


def test_a_scanner_that_is_tried_writes_nothing(session: Session) -> None:
    place = open_with(session, ZOE)
    before = tables(session)
    found = whom.tried(session, place, "QR-ZOE", NINE)
    assert [it.full_name for it in found.several] == ["Zoé Lefèvre"]
    assert whom.tried(session, place, "Nobody’s", NINE).outcome is Outcome.UNREADABLE
    assert tables(session) == before
    assert refused(session) == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ('{"name": "Zoé", "code": "nobody-s"}', Outcome.UNKNOWN),
        ("BIZCARD:N:Zoé;X:Lefèvre;;", Outcome.UNKNOWN),
        ("https://example.org/été", Outcome.UNKNOWN),
        ("WIFI:T:WPA;S:net;P:x;;", Outcome.UNKNOWN),
        ("' OR 1=1 --", Outcome.UNKNOWN),
        ("A" * 5000, Outcome.UNKNOWN),
        ("éàç&\"'", Outcome.UNREADABLE),
        ("QR\ufffd\ufffd1", Outcome.UNREADABLE),
        ('{"code": "\ufffd"}', Outcome.UNREADABLE),
        ("QR\x01-Z\x02", Outcome.UNREADABLE),
    ],
)
def test_what_was_read_well_but_is_nobody_s_is_not_called_unreadable(
    session: Session, text: str, outcome: Outcome
) -> None:
    place = open_with(session, MAX)
    assert scan(session, place, text, NINE).outcome is outcome


def test_caps_lock_lets_in_all_the_same(session: Session) -> None:
    place = open_with(session, guest("Zoé Lefèvre", "hxEwpex6ek4"))
    assert scan(session, place, "HXeWPEX6EK4", NINE).outcome is Outcome.WELCOME


def test_codes_that_differ_by_case_alone_stay_apart(session: Session) -> None:
    place = open_with(session, guest("Zoé Lefèvre", "abCD12"), guest("Max Martin", "ABcd12"))
    answer = scan(session, place, "ABcd12", NINE)
    assert answer.person
    assert answer.person.full_name == "Max Martin"
    assert type_in(session, place, "abcd12", NINE).outcome is Outcome.AMBIGUOUS


def test_a_mixed_code_typed_in_lower_case_lets_in(session: Session) -> None:
    place = open_with(session, guest("Zoé Lefèvre", "evt-4fGhK9"))
    assert type_in(session, place, "evt-4fghk9", NINE).outcome is Outcome.WELCOME


@pytest.mark.parametrize("text", ["àà&\"è'!ç&&", "zoé-15", "日本語"])
def test_what_no_code_can_be_is_unreadable_rather_than_unknown(session: Session, text: str) -> None:
    assert scan(session, open_with(session, ZOE), text, NINE).outcome is Outcome.UNREADABLE
    assert refused(session) == []


@pytest.mark.parametrize(
    "card",
    [
        "BEGIN:VCARD\nVERSION:3.0\nN:Lefèvre;Zoé\nFN:Zoé Lefèvre\nEND:VCARD",
        "MECARD:N:Lefèvre,Zoé;;",
        "MECARD:N:Somebody;EMAIL:zoe@example.org;;",
    ],
)
def test_a_visiting_card_is_searched_by_what_it_says(session: Session, card: str) -> None:
    place = open_with(session, replace(ZOE, email="zoe@example.org"), MAX)
    answer = scan(session, place, card, NINE)
    assert answer.outcome is Outcome.WELCOME
    assert answer.person
    assert answer.person.full_name == "Zoé Lefèvre"


def test_a_visiting_card_of_somebody_else_lets_nobody_in(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    assert scan(session, place, "MECARD:N:Nowak,Ewa;;", NINE).outcome is Outcome.UNKNOWN


def test_a_ticket_for_another_event_is_unknown(session: Session) -> None:
    open_with(session, ZOE)
    other = museums(session, Event("Another"))
    assert scan(session, other, "QR-ZOE", NINE).outcome is Outcome.UNKNOWN


def test_typing_a_code_or_the_only_fitting_name_lets_in(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    assert type_in(session, place, "QR-MAX", NINE).outcome is Outcome.WELCOME
    assert type_in(session, place, " lefev zo", NINE).outcome is Outcome.WELCOME


def test_typing_what_fits_several_or_nobody_is_told_and_not_kept(session: Session) -> None:
    place = open_with(session, ZOE, MAX, guest("Max Martinez"))
    several = type_in(session, place, "max", NINE)
    assert (several.outcome, len(several.several)) == (Outcome.AMBIGUOUS, 2)
    assert type_in(session, place, "qqqqqqq", NINE).outcome is Outcome.UNKNOWN
    assert refused(session) == []


def test_typing_a_misspelt_name_offers_the_person_and_lets_nobody_in(session: Session) -> None:
    place = open_with(session, ZOE)
    answer = type_in(session, place, "lefbvre", NINE)
    assert [it.full_name for it in answer.several] == ["Zoé Lefèvre"]
    assert answer.outcome == Outcome.AMBIGUOUS


def test_a_badge_opens_the_door_where_the_export_holds_no_codes(session: Session) -> None:
    place = open_with(session, guest("Ana Sans-Code"))
    [badge] = badges.badges_of(session, place, badges.due(session, place))
    assert scan(session, place, badge.code, NINE).outcome == Outcome.WELCOME


def test_a_person_who_is_not_there_is_refused_in_words(session: Session) -> None:
    with pytest.raises(DeskError, match="no longer on the list"):
        enter(session, open_with(session, ZOE), 5, NINE)


def test_a_person_whose_import_was_taken_back_is_not_let_in(session: Session) -> None:
    place = museums(session)
    imports.undo(session, bring(session, place, reading(ZOE)), NINE)
    assert scan(session, place, "QR-ZOE", NINE).outcome is Outcome.UNKNOWN
    with pytest.raises(DeskError, match="no longer on the list"):
        enter(session, place, who(place, ZOE), NINE)


def test_a_correction_shows_and_says_so(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.amend(session, place.event, who(place, ZOE), "family_name", "Martin", NINE)
    person = roster.everybody(session, place)[0]
    assert (person.full_name, person.amended) == ("Zoé Martin", ("family_name", "full_name"))


def test_a_correction_to_what_is_there_is_not_written(session: Session) -> None:
    place = open_with(session, ZOE)
    checkin.amend(session, place.event, who(place, ZOE), "status", "confirmed", NINE)
    assert last_kind(session, place, ZOE) is not Amended


def test_a_field_that_nobody_may_correct_is_a_mistake(session: Session) -> None:
    place = open_with(session, ZOE)
    with pytest.raises(ValueError, match="scan_code"):
        checkin.amend(session, place.event, who(place, ZOE), "scan_code", "x", NINE)


def test_a_walk_in_is_registered_and_let_in_at_once(session: Session) -> None:
    place = open_with(session, ZOE)
    answer = walk_ins.register(
        session, place, Registration(given_name=" Ewa", family_name="Nowak "), NINE
    )
    assert answer.outcome is Outcome.WELCOME
    assert answer.person
    assert (answer.person.full_name, answer.person.walk_in) == ("Ewa Nowak", True)
    assert counts(session, place) == Counts(1, 2)


def test_undo_takes_back_the_latest_check_in(session: Session) -> None:
    place = open_with(session, ZOE)
    scan(session, place, "QR-ZOE", NINE)
    undone = undo(session, place.event, LATER)
    assert undone
    assert isinstance(undone.fact.body, Admitted)
    assert undone.person
    assert undone.person.here_at is None
    assert scan(session, place, "QR-ZOE", LATER).outcome is Outcome.WELCOME


def test_undo_steps_back_one_action_at_a_time(session: Session) -> None:
    place = open_with(session, ZOE)
    scan(session, place, "QR-ZOE", NINE)
    checkin.amend(session, place.event, who(place, ZOE), "note", "vegan", NINE)
    leave(session, place, who(place, ZOE), NINE)
    walk_ins.register(session, place, guest("Ewa Nowak"), NINE)
    taken = [type(it.fact.body) for _ in range(4) if (it := undo(session, place.event, LATER))]
    assert taken == [WalkedIn, Departed, Amended, Admitted]
    assert undo(session, place.event, LATER) is None


def test_undo_goes_on_with_what_was_done_since(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    scan(session, place, "QR-ZOE", NINE)
    undo(session, place.event, NINE)
    scan(session, place, "QR-MAX", NINE)
    undone = undo(session, place.event, NINE)
    assert undone
    assert undone.person
    assert undone.person.full_name == "Max Martin"
    assert undo(session, place.event, NINE) is None


def test_undoing_a_walk_in_leaves_nobody(session: Session) -> None:
    place = open_with(session)
    walk_ins.register(session, place, guest("Ewa Nowak"), NINE)
    last = undo(session, place.event, NINE)
    assert last
    assert last.person is None
    assert len(roster.everybody(session, place)) == 0


def test_undo_leaves_refused_scans_and_imports_alone(session: Session) -> None:
    place = open_with(session, ZOE)
    scan(session, place, "QR-NOBODY", NINE)
    assert undo(session, place.event, NINE) is None


def test_undo_never_takes_back_what_happened_at_another_event(session: Session) -> None:
    place = open_with(session, ZOE)
    scan(session, place, "QR-ZOE", NINE)
    other = museums(session, Event("Another"))
    assert undo(session, other.event, NINE) is None
    assert counts(session, place).arrived == 1


@contextmanager
def second_desk(folder: Path) -> Iterator[Session]:
    """A desk that goes on with what the first one did: one more registration let in."""
    with desk_in(folder) as first:
        scan(first, open_with(first, ZOE, MAX), "QR-ZOE", NINE)
    with desk_in(folder.rename(folder.with_name("second"))) as second:
        yield second


def test_undo_never_takes_back_what_another_desk_did(folder: Path) -> None:
    with second_desk(folder) as session:
        place = museums(session)
        assert undo(session, place.event, LATER) is None
        scan(session, place, "QR-MAX", LATER)
        assert undo(session, place.event, LATER)
        assert undo(session, place.event, LATER) is None
        assert counts(session, place).arrived == 1


def test_already_in_names_the_other_desk(folder: Path) -> None:
    with second_desk(folder) as session:
        again = scan(session, museums(session), "QR-ZOE", LATER)
        assert again.outcome is Outcome.ALREADY_IN
        assert again.desk != session.desk.name


def test_counts_say_how_many_of_how_many(session: Session) -> None:
    place = open_with(session, ZOE, MAX, *BY_STATUS.values())
    scan(session, place, "QR-ZOE", NINE)
    assert counts(session, place) == Counts(arrived=1, expected=2)
    assert counts(session, replace(place, checkpoint=FRIDAY)) == Counts(arrived=0, expected=2)


def test_the_last_arrivals_come_first(session: Session) -> None:
    people = [guest(f"Guest {letter}", f"QR-{letter}") for letter in "ABCD"]
    place = open_with(session, *people)
    for minute, person in enumerate(people):
        scan(session, place, person.scan_code, NINE + minute * MINUTE)
    last = counting.last_arrivals(session, place, most=3)
    assert [person.family_name for person in last] == ["D", "C", "B"]


def test_the_ledger_of_such_a_day_is_sound(session: Session) -> None:
    place = open_with(session, ZOE, MAX, *BY_STATUS.values())
    for text in ("QR-ZOE", "QR-ZOE", "QR-PIA", "nobody", "SHARED"):
        scan(session, place, text, NINE)
    undo(session, place.event, NINE)
    assert verify(session).clean


def test_a_badge_is_due_to_whoever_comes_in_without_one(session: Session) -> None:
    place = open_with(session, ZOE, MAX)
    badges.printed(session, place.event, [who(place, MAX)], "classic", "a6", "zpl", NINE)
    answers = [checkin.scan(session, place, it, NINE) for it in ("QR-ZOE", "QR-MAX", "QR-ZOE")]
    assert [it.outcome.admits for it in answers] == [True, True, False]
    assert [it.badge_due for it in answers] == [True, False, False]

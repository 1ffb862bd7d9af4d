"""The behaviours that the tests of a mature ticketing system pin down, as this desk answers them.

Each test names its case by number; the numbers are those of the design note on cases. What is
pinned elsewhere is not pinned again:

- 1.1, 1.2, 1.6, 25.21 (better: other letter case lets in too) and 13.5 in `test_checkin`; 13.2,
  25.19 in `test_undoing`; 19.1 in `test_bulk`; 8.1 in `test_void_codes`; 10.1 to 10.5, 10.7
  to 10.9 in `test_welcoming` (better: whoever stands there is let in, and asked then).
- 4, 6.1, 6.2, 6.6, 11.13, 25.1, 25.2 in `domain/test_admission`: the table of verdicts, and which
  of several wins; 25.7 to 25.9 in `domain/test_attendee`: facts in any order of arrival.
- 15.1, 15.2, 25.22, 25.23 in `store/test_search`; 15.3, 15.12, 13.6 in `flows/test_roles`; 15.5 to
  15.8 in `test_arrangement` and `flows/test_roster_table`; 15.10 in `test_attendance`.
- 16.3 (better: one where people came stays) in `test_events`; 25.27 (better: an update) in
  `test_imports`.
- 1.8, 22, 23 and 24 in the rooms for badges, exports and imports.

What does not apply, and why:

- 1.3, 1.5, 10.6, 14.2, 14.3, 18: there is no client and no endpoint, and so nothing old,
  untrusted, uploaded or simulated. Desks exchange facts, not requests.
- 1.9, 7.1, 7.2, 8.3: an add-on is a registration of its own; a code that several bear is
  ambiguous (7.3).
- 1.10: one note for each person; an export's columns of notes come in as such.
- 1.11: the desk speaks the volunteer's language, not that of the order.
- 1.12: what a scan costs is a benchmark here, in ms.
- 1.13: one desk, one database lane; two desks meet in the ledger, where a union cannot conflict.
- 3, 9.3, 25.11 to 25.17: a fact's identity (desk and number) is its nonce; merging is a union.
- 4.11: an order to be approved comes in as pending.
- 5.2 to 5.4: windows belong to checkpoints here, not to single tickets.
- 5.5, 8.4: a blocked ticket and a void code are facts, which every desk gets with the others.
- 6.3, 6.4, 6.5: the dates of a series are events of their own, and one event is in hand.
- 8.2: a void code is never forced; whoever shows it is let in by name.
- 10.10: no question asks for a file.
- 11.2 to 11.12: no rule language; kinds of tickets, hours, places and entries cover the door.
- 12: nobody is sent out at night by a clock; a new day is a new checkpoint.
- 13.3, 13.4, 25.20: the desk's own actions can be taken back at any time, by whoever stands
  there. No time limit: the ledger keeps both.
- 15.11: a scan is told on the person's card; there is no list of all scans to filter.
- 16.2: kinds of tickets and days are those of the event in hand; there are no others to choose.
- 17: no wristbands are exchanged; a badge's own code is one more code.
- 20, 21.4: nothing checks people in by itself, and nothing sends mail.
- 25.3, 25.24, 25.25: no question keeps anybody out, and no rule could fail to be evaluated.
- 25.4 (better): whoever is inside goes out, whatever became of the registration.
- 5.1 for exits, 25.5 (better): a blocked person who goes is counted out as well.
- 25.10 (better): the desk's clock never goes back, and times come from one clock.
"""

import re
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from desk_app.domain.admission import Outcome
from desk_app.domain.event import Checkpoint, Entries
from desk_app.domain.facts import Admitted, Departed, Refused
from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, events, roster, undoing, whom
from desk_app.services.checkin import Place, enter, scan, scan_out
from desk_app.services.counting import Counts, counts
from desk_app.store import ledger
from desk_app.store.ledger import Entry
from desk_app.store.session import Session
from desk_app.store.verify import verify
from tests.services.days import MINUTE, MUSEUMS, NINE, bring, guest, museums, reading, who

ZOE = guest("Zoé Lefèvre", "QR-ZOE", external_id="4711")
MAX = guest("Max Martin", "QR-MAX")
VIP = guest("Vera Imhof", "QR-VIP", ticket_type="VIP")
PIA = guest("Pia Pending", "QR-PIA", status=Status.PENDING)
EVERYBODY = (ZOE, MAX, VIP, PIA)
DOOR = Checkpoint("door", "Door")


def at(
    session: Session, *points: Checkpoint, people: tuple[Registration, ...] = EVERYBODY
) -> Place:
    """The event with these checkpoints, at the first; with these people on the list."""
    place = museums(session, replace(MUSEUMS, checkpoints=points or (DOOR,)))
    bring(session, place, reading(*people))
    return place


def outcomes(session: Session, place: Place, *codes: str) -> list[Outcome]:
    """Each scanned a minute after the one before; one that begins with "-" goes out."""
    found = []
    for minute, code in enumerate(codes):
        scanned = scan_out if code[0] == "-" else scan
        found.append(scanned(session, place, code.lstrip("-"), NINE + minute * MINUTE).outcome)
    return found


def kept(session: Session, kind: type) -> list[object]:
    return [fact.body for fact in ledger.backwards(session) if isinstance(fact.body, kind)]


IN, OUT, AGAIN = Outcome.WELCOME, Outcome.GOODBYE, Outcome.ALREADY_IN


def test_1_4_a_number_of_the_export_opens_no_door(session: Session) -> None:
    assert outcomes(session, at(session), "4711") == [Outcome.UNKNOWN]


@pytest.mark.parametrize(
    ("entries", "scans", "expected"),
    [
        (Entries.AFTER_EXIT, ("QR-ZOE", "QR-ZOE"), [IN, AGAIN]),  # 2.1
        (Entries.ANY, ("QR-ZOE", "QR-ZOE"), [IN, IN]),  # 2.2
        (Entries.AFTER_EXIT, ("-QR-ZOE", "QR-ZOE"), [Outcome.NOT_IN, IN]),  # 2.4
        (Entries.AFTER_EXIT, ("QR-ZOE", "-QR-ZOE", "-QR-ZOE"), [IN, OUT, Outcome.NOT_IN]),  # 2.5
        (Entries.AFTER_EXIT, ("QR-ZOE", "-QR-ZOE", "QR-ZOE"), [IN, OUT, IN]),  # 2.6
        (Entries.ONCE, ("QR-ZOE", "-QR-ZOE", "QR-ZOE"), [IN, OUT, Outcome.NO_REENTRY]),  # 2.7
    ],
)
def test_2_once_more_than_once_out_and_in_again(
    session: Session, entries: Entries, scans: tuple[str, ...], expected: list[Outcome]
) -> None:
    place = at(session, replace(DOOR, entries=entries))
    assert outcomes(session, place, *scans) == expected
    assert len(kept(session, Departed)) == sum(code[0] == "-" for code in scans)


def test_2_3_checkpoints_do_not_know_each_other(session: Session) -> None:
    place = at(session, DOOR, Checkpoint("room", "Room"))
    assert outcomes(session, place, "QR-ZOE") == [IN]
    assert outcomes(session, replace(place, checkpoint="room"), "QR-ZOE") == [IN]


def test_2_8_the_time_of_a_scan_decides_which_was_last(session: Session) -> None:
    place = at(session)
    late = (Departed("door", NINE + 5 * MINUTE), Admitted("door", NINE))
    for body in late:
        ledger.record(session, place.event, [Entry(who(place, ZOE), body)], NINE + 10 * MINUTE)
    assert scan(session, place, "QR-ZOE", NINE + 20 * MINUTE).outcome is IN
    assert verify(session).clean


def test_2_9_the_time_of_a_scan_is_that_of_the_check_in(session: Session) -> None:
    place = at(session)
    scan(session, place, "QR-ZOE", NINE - 24 * 60 * MINUTE)
    again = scan(session, place, "QR-ZOE", NINE)
    assert (again.outcome, again.first_at) == (AGAIN, NINE - 24 * 60 * MINUTE)


def test_4_7_an_unpaid_ticket_waits_for_somebody_s_word(session: Session) -> None:
    place = at(session)
    assert outcomes(session, place, "QR-PIA") == [Outcome.PENDING]
    assert kept(session, Admitted) == []
    assert enter(session, place, who(place, PIA), NINE, "paid in cash").outcome is IN
    assert kept(session, Admitted) == [Admitted("door", NINE, "paid in cash")]


def test_5_1_a_blocked_person_hears_why_and_stays_out(session: Session) -> None:
    place = at(session)
    checkin.block(session, place.event, who(place, ZOE), " asked to leave ", NINE)
    answer = scan(session, place, "QR-ZOE", NINE)
    assert (answer.outcome, answer.why) == (Outcome.BLOCKED, "asked to leave")
    assert kept(session, Admitted) == []


def test_5_1_a_block_is_lifted_or_waived(session: Session) -> None:
    place = at(session)
    for person in (ZOE, MAX):
        checkin.block(session, place.event, who(place, person), "", NINE)
    checkin.unblock(session, place.event, who(place, ZOE), NINE)
    assert outcomes(session, place, "QR-ZOE") == [IN]
    assert enter(session, place, who(place, MAX), NINE, "the lead said so").outcome is IN


def test_5_1_a_blocked_pending_person_is_pending_again_afterwards(session: Session) -> None:
    place = at(session)
    checkin.block(session, place.event, who(place, PIA), "", NINE)
    checkin.unblock(session, place.event, who(place, PIA), NINE)
    assert outcomes(session, place, "QR-PIA") == [Outcome.PENDING]


def test_6_1_the_wrong_place_names_the_right_one(session: Session) -> None:
    lounge = Checkpoint("lounge", "Lounge", ticket_types=("VIP",))
    place = at(session, lounge, DOOR)
    answer = scan(session, place, "QR-ZOE", NINE)
    assert (answer.outcome, answer.elsewhere) == (Outcome.NOT_HERE, (DOOR,))
    assert outcomes(session, place, "QR-VIP") == [IN]


def test_6_1_the_wrong_place_lets_in_on_somebody_s_word(session: Session) -> None:
    place = at(session, replace(DOOR, ticket_types=("VIP",)))
    assert enter(session, place, who(place, ZOE), NINE, "a guest of hers").outcome is IN


def test_7_3_a_code_of_several_people_is_never_guessed(session: Session) -> None:
    pair = (replace(ZOE, codes=("ORDER",)), replace(MAX, codes=("ORDER",)))
    place = at(session, people=pair)
    assert outcomes(session, place, "ORDER", "-ORDER") == [Outcome.AMBIGUOUS] * 2
    assert kept(session, Admitted) + kept(session, Departed) == []


def test_9_1_a_reason_that_was_not_needed_is_not_kept(session: Session) -> None:
    place = at(session)
    enter(session, place, who(place, ZOE), NINE, "whatever")
    assert kept(session, Admitted) == [Admitted("door", NINE)]


def test_9_2_whoever_is_in_is_not_let_in_again_whatever_is_said(session: Session) -> None:
    place = at(session)
    outcomes(session, place, "QR-ZOE")
    assert enter(session, place, who(place, ZOE), NINE, "forced").outcome is AGAIN
    assert len(kept(session, Admitted)) == 1


def test_11_1_no_rule_keeps_anybody_in(session: Session) -> None:
    rules = replace(DOOR, ticket_types=("VIP",), closes=time(8), capacity=0, entries=Entries.ONCE)
    place = at(session, rules)
    enter(session, place, who(place, ZOE), NINE, "yes")
    assert outcomes(session, place, "-QR-ZOE") == [OUT]


def test_11_10_outside_the_hours_the_right_one_is_told(session: Session) -> None:
    place = at(session, replace(DOOR, opens=time(9, 30), closes=time(18)))
    answer = scan(session, place, "QR-ZOE", NINE)
    assert (answer.outcome, answer.turns_at) == (Outcome.TOO_EARLY, NINE + 30 * MINUTE)
    late = scan(session, place, "QR-ZOE", NINE + 9 * 60 * MINUTE + MINUTE)
    assert (late.outcome, late.turns_at) == (Outcome.TOO_LATE, NINE + 9 * 60 * MINUTE)


def test_13_1_what_was_taken_back_stays_in_the_history(session: Session) -> None:
    place = at(session)
    outcomes(session, place, "QR-ZOE")
    undoing.undo(session, place.event, NINE)
    card = roster.card(session, place, who(place, ZOE))
    assert [fact.id in card.annulled for fact in card.history] == [False, True, False]
    assert outcomes(session, place, "QR-ZOE") == [IN]  # 25.18


def test_14_1_a_scan_turned_away_is_kept_with_its_code(session: Session) -> None:
    place = at(session)
    outcomes(session, place, "QR-NOBODY", "-QR-NOBODY")
    assert kept(session, Refused) == [Refused("QR-NOBODY", "door", "unknown")] * 2


def test_15_4_who_came_to_another_checkpoint_does_not_count_here(session: Session) -> None:
    place = at(session, DOOR, Checkpoint("room", "Room"))
    outcomes(session, replace(place, checkpoint="room"), "QR-ZOE")
    assert counts(session, place).arrived == 0
    assert [it.person.here_at for it in roster.find(session, place, "zoe")] == [None]


def test_15_9_the_count_inside_follows_every_way(session: Session) -> None:
    place = at(session, replace(DOOR, exits=True))
    outcomes(session, place, "QR-ZOE", "QR-MAX", "-QR-ZOE")
    assert counts(session, place) == Counts(2, 3, inside=1)
    scan(session, place, "QR-ZOE", NINE + 9 * MINUTE)
    assert counts(session, place) == Counts(2, 3, inside=2)


def test_16_1_a_checkpoint_s_rules_come_back_as_they_were_made(session: Session) -> None:
    rules = Checkpoint(
        "door", "Door", None, ("VIP", "Speaker"), time(9), time(18, 30), 40, Entries.ONCE, True
    )
    place = at(session, rules)
    described = events.found(session, place.event)
    assert described
    assert described.checkpoints == (rules,)


def test_16_1_a_checkpoint_without_rules_lets_each_in_once_and_again_after_an_exit() -> None:
    bare = Checkpoint("door")
    assert (bare.entries, bare.ticket_types, bare.capacity) == (Entries.AFTER_EXIT, (), None)


def test_21_3_a_place_is_free_again_when_somebody_goes(session: Session) -> None:
    place = at(session, replace(DOOR, capacity=1))
    said = outcomes(session, place, "QR-ZOE", "QR-MAX", "-QR-ZOE", "QR-MAX")
    assert said == [IN, Outcome.FULL, OUT, IN]
    assert counts(session, place) == Counts(2, 3, inside=1, capacity=1)


@pytest.mark.parametrize("again", [Status.CANCELLED, Status.PENDING])
def test_25_2_graver_news_since_wins_over_already_in(session: Session, again: Status) -> None:
    place = at(session)
    outcomes(session, place, "QR-ZOE")
    checkin.amend(session, place.event, who(place, ZOE), "status", again.value, NINE)
    assert outcomes(session, place, "QR-ZOE") == [Outcome(again.value)]


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.PENDING, Status.BLOCKED])
def test_25_4_whoever_is_inside_is_counted_out_whatever_became_of_them(
    session: Session, status: Status
) -> None:
    place = at(session, replace(DOOR, exits=True))
    outcomes(session, place, "QR-ZOE")
    checkin.amend(session, place.event, who(place, ZOE), "status", status.value, NINE)
    assert outcomes(session, place, "-QR-ZOE") == [OUT]
    assert counts(session, place).inside == 0


def test_25_6_the_hours_hold_at_their_very_ends(session: Session) -> None:
    place = at(session, replace(DOOR, opens=time(9), closes=time(10)))
    hour = 60 * MINUTE
    assert scan(session, place, "QR-ZOE", NINE).outcome is IN
    assert scan(session, place, "QR-MAX", NINE + hour + 1000).outcome is Outcome.TOO_LATE


def test_25_26_an_unknown_code_stays_unknown_whatever_anybody_says(session: Session) -> None:
    place = at(session)
    assert outcomes(session, place, "QR-NOBODY", "QR-NOBODY") == [Outcome.UNKNOWN] * 2


def test_a_code_that_an_old_list_does_not_know_blames_the_list(session: Session) -> None:
    place = at(session)
    answer = scan(session, place, "QR-NEW", NINE + whom.OLD_LIST_MS + MINUTE)
    assert answer.outcome is Outcome.OUTDATED
    assert answer.list_from is not None
    assert abs(answer.list_from - NINE) < MINUTE


LAST = (13, 9, 5, 11, 5, 6, 3, 4, 3, 10, 13, 4, 6, 3, 12, 3, 7, 2, 1, 4, 4, 6, 4, 13, 27)
NONE = {"1.7", "21.1", "21.2"}  # numbers that the note leaves out


def test_each_case_of_the_note_is_a_test_or_named_with_its_place_or_reason() -> None:
    text = Path(__file__).read_text(encoding="utf-8").replace("_", ".")
    named = set(re.findall(r"\d+\.\d+", text)) | NONE
    for section, first, last in re.findall(r"(\d+)\.(\d+)\s+to\s+\1\.(\d+)", text):
        named |= {f"{section}.{number}" for number in range(int(first), int(last) + 1)}
    whole = set(map(int, re.findall(r"(?<![.\d])(\d+)(?![.\d]*\d)", __doc__)))
    for section, last in enumerate(LAST, 1):
        numbers = {f"{section}.{number}" for number in range(1, last + 1)}
        assert section in whole or numbers <= named, sorted(numbers - named)

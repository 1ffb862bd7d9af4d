"""The day at the command line: letting in, taking back, badges, lists, proof."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain.event import Handout
from desk_app.services import events
from tests.commands.terminal import Terminal, with_three
from tests.services.days import NINE, desk_in


@pytest.fixture
def desk(folder: Path) -> Terminal:
    return with_three(folder)


def test_a_check_in_answers_who_when_and_where(desk: Terminal) -> None:
    verdict = desk.ask("check-in", "QR-ZOE")
    assert list(verdict)[:5] == ["verdict", "attendee", "at", "first_at", "desk"]
    assert verdict["verdict"] == "welcome"
    assert verdict["attendee"]["full_name"] == "Zoé Lefèvre"
    assert verdict["at"] == verdict["attendee"]["arrived_at"]


def test_a_second_check_in_exits_1_and_says_when_the_first_was(desk: Terminal) -> None:
    first = desk.ask("check-in", "QR-ZOE")
    again = desk.type("check-in", "QR-ZOE", "--json")
    assert (again.code, again.json["verdict"]) == (1, "already_in")
    assert (again.json["first_at"], again.json["desk"]) == (first["at"], first["desk"])


@pytest.mark.parametrize(("code", "verdict"), [("QR-CARL", "cancelled"), ("QR-???", "unknown")])
def test_a_refusal_by_a_rule_exits_1(desk: Terminal, code: str, verdict: str) -> None:
    answer = desk.type("check-in", code, "--json")
    assert (answer.code, answer.json["verdict"], answer.err) == (1, verdict, "")


def test_a_welcome_with_something_to_do_is_an_admission(desk: Terminal, folder: Path) -> None:
    with desk_in(folder) as session:
        identity = events.in_hand(session)
        assert identity
        event = replace(events.described(session, identity), handouts=(Handout("Bag"),))
        events.describe(session, event, NINE, identity)
    answer = desk.type("check-in", "QR-ZOE", "--json")
    assert (answer.code, answer.json["verdict"]) == (0, "attention")
    assert answer.json["to_do"] == [{"kind": "hand_out", "what": "Bag"}]


def test_a_person_reads_the_verdict_and_the_name(desk: Terminal) -> None:
    assert desk.type("check-in", "QR-ZOE").out.startswith("welcome  Zoé Lefèvre")
    assert desk.type("check-in", "nobody").out == "unknown  nobody\n"


@pytest.mark.parametrize("name", ["2024-07-03", "3 juillet 2024", "3 July 2024"])
def test_a_checkpoint_is_named_by_its_key_or_its_day(desk: Terminal, name: str) -> None:
    assert desk.ask("check-in", "QR-ZOE", "--checkpoint", name)["verdict"] == "welcome"


def test_a_checkpoint_that_is_not_there_is_refused(desk: Terminal) -> None:
    answer = desk.type("check-in", "QR-ZOE", "--checkpoint", "garden")
    assert answer.is_one_sentence
    assert desk.ask("roster", "find", "zoe")[0]["arrived_at"] is None


def test_undo_takes_the_last_check_in_back(desk: Terminal) -> None:
    desk.ask("check-in", "QR-ZOE")
    undone = desk.ask("undo")
    assert (undone["undone"], undone["attendee"]["full_name"]) == ("Admitted", "Zoé Lefèvre")
    assert desk.ask("roster", "find", "zoe")[0]["status"] == "confirmed"


def test_with_nothing_to_undo_the_desk_says_so(desk: Terminal) -> None:
    answer = desk.type("undo")
    assert answer.is_one_sentence
    assert answer.err == "There is nothing to undo on this desk.\n"


@pytest.mark.parametrize(("kind", "begins"), [("csv", b""), ("xlsx", b"PK"), ("pdf", b"%PDF")])
def test_attendance_is_written_by_the_file_s_ending(
    desk: Terminal, tmp_path: Path, kind: str, begins: bytes
) -> None:
    desk.ask("check-in", "QR-ZOE")
    file = tmp_path / f"list.{kind}"
    counted = {"registered": 3, "expected": 2, "arrived": 1, "absent": 1, "walk_ins": 0}
    counted["companions"] = 0
    assert desk.ask("attendance", file) == {"file": str(file), **counted}
    assert file.read_bytes().startswith(begins)
    assert [it.name for it in tmp_path.glob("list*")] == [file.name]


def test_another_ending_is_refused(desk: Terminal, tmp_path: Path) -> None:
    answer = desk.type("attendance", tmp_path / "list.doc")
    assert answer.is_one_sentence
    assert not (tmp_path / "list.doc").exists()


@pytest.mark.parametrize("command", ["badges", "attendance"])
def test_a_place_that_cannot_be_written_is_refused(
    desk: Terminal, tmp_path: Path, command: str
) -> None:
    (tmp_path / "taken").write_text("no folder")
    answer = desk.type(command, tmp_path / "taken" / "list.pdf")
    assert answer.is_one_sentence
    assert "list.pdf cannot be written" in answer.err
    assert {it["badge_copies"] for it in desk.ask("roster", "list")} == {0}


def test_verify_proves_that_nothing_was_lost(desk: Terminal) -> None:
    proof = desk.ask("verify")
    assert list(proof) == ["clean", "facts", "attendees", "events", "flaws"]
    assert (proof["clean"], proof["attendees"], proof["events"]) == (True, 3, 1)
    assert desk.type("verify").out.startswith("All is well: ")


def test_verify_exits_1_where_a_table_was_tampered_with(desk: Terminal, folder: Path) -> None:
    from tests.services.days import desk_in

    with desk_in(folder) as session:
        session.run("UPDATE attendee SET status = 'confirmed'")
    answer = desk.type("verify", "--json")
    assert (answer.code, answer.json["clean"]) == (1, False)
    assert set(answer.json["flaws"][0]) == {"kind", "where"}


def test_somebody_forgotten_is_entered_after_the_day(desk: Terminal) -> None:
    why = ("--author", "A. Roy", "--reason", "scanner off", "--at", "2024-07-03 14:00")
    assert desk.ask("enter-late", "QR-ZOE", *why) == {"entered": ["Zoé Lefèvre"], "already_in": 0}
    assert desk.ask("enter-late", "QR-ZOE", *why)["already_in"] == 1
    assert desk.ask("roster", "find", "zoe")[0]["arrived_at"] == "2024-07-03T14:00:00+02:00"


@pytest.mark.parametrize("at", ["then", "2124-07-03 14:00"])
def test_a_moment_that_cannot_be_is_refused(desk: Terminal, at: str) -> None:
    answer = desk.type("enter-late", "QR-ZOE", "--author", "A", "--reason", "b", "--at", at)
    assert answer.is_one_sentence

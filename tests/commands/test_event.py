"""Events at the command line: taken in, listed, shown."""

from pathlib import Path

from desk_app import sample
from tests.commands.terminal import Terminal, with_three

SHAPE = (
    "id title kind dates opens closes city venue access about objectives audience practical"
    " partners related rest organiser url capacity places_left time_zone language checkpoints"
    " registered expected arrived absent walk_ins share"
).split()


def test_a_page_is_taken_in_and_what_was_not_read_is_said(empty: Terminal) -> None:
    [event] = empty.ask("event", "import", sample.page())
    assert list(event) == [*SHAPE, "unread"]
    assert event["title"].startswith("Tiers-lieux et institutions culturelles")
    assert (event["dates"], event["city"]) == (["2024-07-03"], "Dijon")
    assert event["checkpoints"] == [{"key": "2024-07-03", "name": "3 juillet 2024"}]
    assert "No hours are given." in event["unread"]


def test_the_same_page_again_is_the_same_event(empty: Terminal) -> None:
    first = empty.ask("event", "import", sample.page())
    assert empty.ask("event", "import", sample.page()) == first
    assert len(empty.ask("event", "list")) == 1


def test_a_person_reads_the_title_and_what_was_not_read(empty: Terminal) -> None:
    answer = empty.type("event", "import", sample.page())
    title, *unread = answer.out.splitlines()
    assert title.endswith("3 July 2024 · La Coursive, Dijon")
    assert "  No hours are given." in unread


def test_a_desk_without_events_lists_none(empty: Terminal) -> None:
    assert empty.ask("event", "list") == []
    assert empty.type("event", "list").out == ""


def test_the_list_counts_people(folder: Path) -> None:
    [event] = with_three(folder).ask("event", "list")
    assert list(event) == SHAPE
    assert (event["registered"], event["expected"], event["arrived"]) == (3, 2, 0)
    assert (event["absent"], event["walk_ins"], event["share"]) == (2, 0, 0.0)


def test_an_event_is_shown_by_its_id_and_by_a_part_of_its_title(folder: Path) -> None:
    desk = with_three(folder)
    [listed] = desk.ask("event", "list")
    assert desk.ask("event", "show", listed["id"]) == listed
    assert desk.ask("event", "show", "musees") == listed


def test_what_is_not_known_is_left_out_for_a_person(folder: Path) -> None:
    said = with_three(folder).type("event", "show", "musées").out
    assert "city: Dijon" in said
    assert "venue" not in said
    assert "None" not in said


def test_an_event_that_is_not_there_is_refused(empty: Terminal) -> None:
    answer = empty.type("event", "show", "Nothing")
    assert answer.is_one_sentence
    assert "“Nothing”" in answer.err


def test_a_file_that_is_not_there_is_refused(empty: Terminal, tmp_path: Path) -> None:
    answer = empty.type("event", "import", tmp_path / "gone.txt")
    assert answer.is_one_sentence
    assert "“gone.txt”" in answer.err
    assert empty.ask("event", "list") == []

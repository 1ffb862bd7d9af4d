"""Badges: chosen, seen before they are printed, printed on the sheet where it was left."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk_app.controllers.badges import BadgesController, PrinterInfo
from desk_app.devices.spool import Fate
from desk_app.domain.errors import DeskError
from desk_app.domain.facts import BadgePrinted
from desk_app.domain.sentence import sentence
from desk_app.services import category_layouts, print_queue, roster, settings
from desk_app.services.print_jobs import State
from desk_app.services.reprints import REASON_WANTED
from desk_app.store import ledger
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from tests.controllers.standing import clock, heard, standing
from tests.services.days import guest, who

ZOE, MAX = guest("Zoé Lefèvre", "QR-Z"), guest("Max Martin", "QR-M")
LABELS = PrinterInfo("labels", "Label printer", is_default=True, ready=True)


class Paper:
    """A printer that keeps what it is given, or refuses."""

    def __init__(self, refuses: bool = False) -> None:
        self.jobs: list[tuple[str, float]] = []
        self._refuses = refuses

    def print_pdf(self, pdf: bytes, printer: str, width: float, _height: float, **_: Any) -> None:
        assert pdf.startswith(b"%PDF")
        if self._refuses:
            raise DeskError("The printer is out of paper.")
        self.jobs.append((printer, width))


def believe(_printer: str) -> None:
    """A printer that seems ready."""


def nobody_knows(_printer: str, _titles: Sequence[str]) -> dict[str, Fate]:
    return {}


def no_printers() -> tuple[PrinterInfo, ...]:
    return ()


def one_printer() -> tuple[PrinterInfo, ...]:
    return (LABELS,)


def badges(store: Store, paper: Paper, printers: Any = one_printer) -> BadgesController:
    controller = BadgesController(
        InlineTasks(store),
        clock,
        print_pdf=paper.print_pdf,
        printers=printers,
        check=believe,
        fates=nobody_knows,
    )
    controller.stand_at(standing(store, ZOE, MAX))
    controller.refresh()
    return controller


def zoe(controller: BadgesController) -> int:
    assert controller.standing is not None
    return who(controller.standing.place, ZOE)


def copies(store: Store, controller: BadgesController) -> list[int]:
    assert controller.standing is not None
    with store.transaction() as session:
        return [it.copies for it in roster.everybody(session, controller.standing.place)]


def test_those_without_a_badge_are_chosen_and_seen(store: Store) -> None:
    controller = badges(store, Paper())
    chosen, seen = heard(controller.chosen), heard(controller.previewed)
    controller.refresh()
    assert len(chosen[-1].ids) == 2
    assert seen[-1].pdf.startswith(b"%PDF")


def test_each_label_of_a_roll_is_a_page(store: Store) -> None:
    controller = badges(store, Paper())
    seen = heard(controller.previewed)
    controller.setup.choose_stock("62x100")
    controller.preview(1)
    assert (seen[-1].page, seen[-1].pages, seen[-1].turned) == (1, 2, True)


def test_used_labels_push_badges_to_the_next_sheet(store: Store) -> None:
    controller = badges(store, Paper())
    seen = heard(controller.previewed)
    controller.setup.choose_stock("avery-l4785")
    controller.setup.set_first_label(10)
    assert seen[-1].pages == 2


def test_a_printed_batch_is_noted_and_the_sheet_goes_on(store: Store) -> None:
    paper = Paper()
    controller = badges(store, paper)
    controller.setup.choose_stock("avery-l4785")
    printed, settled = heard(controller.printed), heard(controller.setup.settled)
    controller.print("labels")
    assert len(printed[0].ids) == 2
    assert settled[-1].first_label == 3
    assert copies(store, controller) == [1, 1]
    assert paper.jobs == [("labels", 210.0)]


def test_a_batch_that_ends_within_a_sheet_fills_it_first(store: Store) -> None:
    paper = Paper()
    controller = badges(store, paper)
    controller.setup.choose_stock("avery-l4785")
    controller.setup.set_first_label(10)
    settled = heard(controller.setup.settled)
    controller.print("labels")
    assert (settled[-1].first_label, len(paper.jobs)) == (2, 2)


def test_one_badge_needs_no_word_in_between(store: Store) -> None:
    paper = Paper()
    controller = badges(store, paper)
    printed = heard(controller.printed)
    controller.print_one(zoe(controller))
    assert printed[0].ids == (zoe(controller),)
    assert paper.jobs[0][0] == "labels"


def test_a_printer_that_refuses_is_told_and_nothing_is_noted(store: Store) -> None:
    controller = badges(store, Paper(refuses=True))
    failed = heard(controller.failed)
    controller.print_one(zoe(controller))
    assert (failed[0].ids, str(failed[0].error)) == (
        (zoe(controller),),
        "The printer is out of paper.",
    )
    assert copies(store, controller) == [0, 0]


def test_without_any_printer_the_desk_says_so(store: Store) -> None:
    controller = badges(store, Paper(), no_printers)
    failed = heard(controller.failed)
    controller.print_one(zoe(controller))
    assert "no printer" in str(failed[0].error)


def test_a_file_counts_as_a_copy(store: Store, tmp_path: Path) -> None:
    controller = badges(store, Paper())
    saved = heard(controller.saved)
    controller.save(tmp_path / "badges.pdf")
    assert (saved[0].count, (tmp_path / "badges.pdf").read_bytes()[:4]) == (2, b"%PDF")
    assert copies(store, controller) == [1, 1]


def test_choices_are_remembered(store: Store) -> None:
    controller = badges(store, Paper())
    controller.setup.choose_stock("a6")
    controller.setup.choose_printer("labels")
    with store.transaction() as session:
        known = settings.read(session)
    assert (known["stock"], known["printer"]) == ("a6", "labels")


def test_every_badge_is_looked_through(store: Store) -> None:
    controller = badges(store, Paper())
    remarked = heard(controller.remarked)
    controller.setup.choose_stock("a6")
    assert (remarked[-1].checked, remarked[-1].total) == (2, 2)


def test_one_person_is_shown_with_the_copies_so_far(store: Store) -> None:
    controller = badges(store, Paper())
    controller.print_one(zoe(controller))
    shown = heard(controller.person_shown)
    controller.choose_people((zoe(controller),))
    assert shown[-1].copies == 1


def test_two_quick_badges_take_two_labels(store: Store) -> None:
    controller = badges(store, Paper())
    controller.setup.choose_stock("avery-l4785")
    controller.print_one(zoe(controller))
    controller.print_one(zoe(controller))
    with store.transaction() as session:
        lines = print_queue.queue(session).lines
    assert sorted(it.job.first_label for it in lines) == [1, 2]


def test_a_refused_badge_waits_in_the_queue_for_another_try(store: Store) -> None:
    controller = badges(store, Paper(refuses=True))
    controller.print_one(zoe(controller))
    queued = heard(controller.queued)
    controller.queue.refresh()
    assert queued[-1].count(State.FAILED) == 1


def test_the_spare_printer_gets_what_the_first_refuses(store: Store) -> None:
    controller = badges(store, paper := Paper(refuses=True))
    controller.queue.choose_spare("spare")
    failed = heard(controller.failed)
    controller.print_one(zoe(controller))
    with store.transaction() as session:
        assert print_queue.queue(session).lines[0].job.printer == "spare"
    assert (len(failed), paper.jobs) == (1, [])


def test_the_fate_of_a_sent_badge_is_asked(store: Store) -> None:
    controller = badges(store, Paper())
    controller.print_one(zoe(controller))
    controller.queue.ways = replace(controller.queue.ways, fates=gone_wrong)
    failed = heard(controller.failed)
    controller.queue.ask()
    assert str(failed[0].error) == "Out of labels."
    assert copies(store, controller) == [0, 0]


def gone_wrong(_printer: str, titles: Sequence[str]) -> dict[str, Fate]:
    return {title: Fate("failed", sentence("Out of labels.")) for title in titles}


def test_a_name_is_corrected_on_the_spot(store: Store) -> None:
    controller = badges(store, Paper())
    controller.correct(zoe(controller), "given_name", " Zoë ")
    assert controller.standing
    with store.transaction() as session:
        people = roster.everybody(session, controller.standing.place)
    assert "Zoë" in [it.given_name for it in people]


def test_people_of_the_same_name_are_told(store: Store) -> None:
    controller = BadgesController(InlineTasks(store), clock, printers=no_printers)
    remarked = heard(controller.remarked)
    controller.stand_at(standing(store, ZOE, guest("Zoé Lefèvre", "QR-2"), MAX))
    controller.refresh()
    assert [it.kind for it in remarked[-1].notes if it.kind == "twice"] == ["twice", "twice"]


def test_a_second_badge_of_one_person_is_asked_about(store: Store) -> None:
    controller = badges(store, paper := Paper())
    asked = heard(controller.again_asked)
    controller.print_card(zoe(controller))
    controller.print_card(zoe(controller))
    assert len(paper.jobs) == 1
    assert (asked[0].about.name, asked[0].about.needs_reason) == ("LEFÈVRE Zoé", False)
    asked[0].go("It was lost", True)
    assert copies(store, controller)[0] == 2


def test_the_reason_is_kept_with_the_badge(store: Store) -> None:
    controller = badges(store, Paper())
    asked = heard(controller.again_asked)
    controller.print_card(zoe(controller))
    controller.print_card(zoe(controller))
    asked[0].go("It was lost", True)
    with store.transaction() as session:
        (facts,) = ledger.facts_of(session, [zoe(controller)]).values()
    told = [it.body for it in facts if isinstance(it.body, BadgePrinted)]
    assert [(it.reason, it.voids) for it in told] == [("", False), ("It was lost", True)]


def test_a_batch_with_second_badges_goes_its_way(store: Store) -> None:
    controller = badges(store, paper := Paper())
    asked = heard(controller.again_asked)
    controller.print_card(zoe(controller))
    controller.choose_people("all")
    controller.print("labels")
    assert (len(asked), len(paper.jobs)) == (0, 2)


def test_where_a_reason_is_wanted_a_batch_is_asked_about_as_well(store: Store) -> None:
    controller = badges(store, paper := Paper())
    with store.transaction() as session:
        settings.write(session, REASON_WANTED, "yes")
    asked = heard(controller.again_asked)
    controller.print_card(zoe(controller))
    controller.choose_people("all")
    controller.print("labels")
    assert (asked[0].about.again, asked[0].about.needs_reason, len(paper.jobs)) == (1, True, 1)


def test_what_came_out_is_printed_once_more_from_the_queue(store: Store) -> None:
    controller = badges(store, paper := Paper())
    controller.setup.choose_stock("62x100")
    controller.print("labels")
    with store.transaction() as session:
        (job,) = (it.job.id for it in print_queue.queue(session).lines)
    asked = heard(controller.again_asked)
    controller.print_jobs_again((job,))
    asked[0].go("It is damaged", False)
    assert (asked[0].about.again, len(paper.jobs)) == (2, 2)
    assert copies(store, controller) == [2, 2]


def test_a_layout_with_a_back_is_seen_from_both_sides(store: Store) -> None:
    controller = badges(store, Paper())
    controller.setup.choose_stock("a6")
    seen = heard(controller.previewed)
    controller.setup.choose_layout("institution")
    assert (seen[-1].backs, seen[-1].folded) == (True, False)
    controller.setup.choose_stock("a6-folded")
    assert (seen[-1].backs, seen[-1].folded) == (False, True)


def test_a_layout_of_another_desk_that_is_missing_is_told_beforehand(store: Store) -> None:
    controller = badges(store, Paper())
    assert controller.standing
    with store.transaction() as session:
        event = controller.standing.place.event
        category_layouts.choose(session, event, "Participant", "own-elsewhere", clock())
    remarked = heard(controller.remarked)
    controller.refresh()
    told = [it.sentence.text for it in remarked[-1].notes if it.kind == "layout"]
    assert len(told) == 1
    assert "made at another desk" in told[0]

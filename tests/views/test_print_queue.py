"""The print queue on the screen: what needs a look is seen, and the buttons act on it."""

from pytestqt.qtbot import QtBot

from desk_app.controllers.badges import Line, Queue, State
from desk_app.domain.sentence import sentence
from desk_app.services.print_jobs import PrintJob
from desk_app.views.print_queue import PrintQueuePanel, SideTabs
from tests.controllers.standing import heard


def line(number: int, state: State, people: int = 1) -> Line:
    ids = tuple(range(people))
    why = sentence("The printer is out of paper.") if state == State.FAILED else None
    job = PrintJob(number, 1, ids, "classic", "62x100", "labels", state, why, 1, 1, 0, 0)
    return Line(job, "LEFÈVRE Zoé")


def queue(*states: State, labels: int = -1) -> Queue:
    lines = tuple(line(number, state) for number, state in enumerate(states, start=1))
    counts = tuple((state.value, states.count(state)) for state in dict.fromkeys(states))
    return Queue(lines, counts, (("labels", labels),) if labels >= 0 else (), "")


def panel(qtbot: QtBot, shown: Queue) -> PrintQueuePanel:
    made = PrintQueuePanel()
    qtbot.addWidget(made)
    made.choose_printer("labels")
    made.show_queue(shown)
    return made


def test_an_empty_queue_is_calm(qtbot: QtBot) -> None:
    made = panel(qtbot, queue())
    assert not any(it.isEnabled() for it in (made.again, made.elsewhere, made.cancel))


def test_what_failed_is_printed_again_by_one_press(qtbot: QtBot) -> None:
    made = panel(qtbot, queue(State.FAILED, State.SENT, State.UNKNOWN))
    wanted = heard_pairs(made)
    made.again.click()
    assert wanted == [((1, 3), "")]


def test_what_came_out_is_printed_once_more_where_it_is_selected(qtbot: QtBot) -> None:
    made = panel(qtbot, queue(State.PRINTED, State.SENT))
    again, copies = heard_pairs(made), heard(made.copies_wanted)
    assert not made.again.isEnabled()
    made.table.selectRow(0)
    made.again.click()
    assert (again, copies) == ([], [(1,)])


def test_what_waits_can_go_to_the_chosen_printer(qtbot: QtBot) -> None:
    made = panel(qtbot, queue(State.QUEUED, State.PRINTED))
    wanted = heard_pairs(made)
    made.elsewhere.click()
    assert wanted == [((1,), "labels")]


def test_only_the_selected_job_is_given_up(qtbot: QtBot) -> None:
    made = panel(qtbot, queue(State.FAILED, State.FAILED))
    given_up = heard(made.given_up)
    made.table.selectRow(1)
    made.cancel.click()
    assert given_up == [(2,)]


def test_only_what_is_in_doubt_can_have_come_out(qtbot: QtBot) -> None:
    made = panel(qtbot, queue(State.FAILED, State.UNKNOWN))
    seen = heard(made.seen)
    made.came_out.click()
    assert seen == [(2,)]


def test_a_roll_near_its_end_is_told(qtbot: QtBot) -> None:
    made = panel(qtbot, queue(State.SENT, labels=4))
    assert made.labels.value() == 4
    assert not made._few.isHidden()


def test_the_tab_counts_what_is_open(qtbot: QtBot) -> None:
    tabs = SideTabs()
    qtbot.addWidget(tabs)
    tabs.show_queue(queue(State.QUEUED, State.FAILED, State.SENT))
    assert "2" in tabs.queue.text()


def heard_pairs(made: PrintQueuePanel) -> list[tuple[object, str]]:
    sent: list[tuple[object, str]] = []
    made.again_wanted.connect(lambda jobs, printer: sent.append((jobs, printer)))
    return sent

"""The print queue: each badge on its own label, noted before and after, asked about in doubt."""

from pathlib import Path

from desk_app.domain.sentence import sentence
from desk_app.services import label_counts, print_queue, roster, settings
from desk_app.services.checkin import Place
from desk_app.services.print_jobs import Order, PrintJob, State
from desk_app.store.session import Session, Store
from tests.services.days import MINUTE, NINE, guest, open_with, who

ZOE, MAX = guest("Zoé Lefèvre", "QR-Z"), guest("Max Martin", "QR-M")
OFF = sentence("The printer is off.")


def ordered(session: Session, stock: str = "62x100", printer: str = "labels") -> Order:
    """An order for two people."""
    place = open_with(session, ZOE, MAX)
    ids = (who(place, ZOE), who(place, MAX))
    return Order(place.event, ids, "classic", stock, printer)


def queued(session: Session, stock: str = "62x100") -> PrintJob:
    return print_queue.order(session, ordered(session, stock), NINE)[0]


def taken(session: Session) -> PrintJob:
    found = print_queue.take(session, NINE)
    assert found
    return found.job


def state(session: Session) -> State:
    return print_queue.queue(session).lines[0].job.state


def listed_copies(session: Session, event: int) -> list[int]:
    return [it.copies for it in roster.everybody(session, Place(event, ""))]


def test_no_two_jobs_take_the_same_label(session: Session) -> None:
    wanted = ordered(session, "avery-l4785")
    first, second = (print_queue.order(session, wanted, NINE)[0] for _ in range(2))
    assert (first.first_label, second.first_label) == (1, 3)


def test_a_sheet_that_is_full_ends_its_job(session: Session) -> None:
    wanted = ordered(session, "avery-l4785")
    label_counts.set_next_label(session, "avery-l4785", 10)
    jobs = print_queue.order(session, wanted, NINE)
    assert [(it.first_label, len(it.ids)) for it in jobs] == [(10, 1), (1, 1)]
    assert label_counts.next_label(session, "avery-l4785") == 2


def test_what_is_taken_is_not_taken_again(session: Session) -> None:
    queued(session)
    assert taken(session).attempts == 1
    assert print_queue.take(session, NINE) is None
    assert state(session) == State.SENDING


def test_copies_count_once_the_printer_has_the_badge(session: Session) -> None:
    job = queued(session)
    assert listed_copies(session, job.event) == [0, 0]
    print_queue.note_sent(session, taken(session), NINE)
    assert listed_copies(session, job.event) == [1, 1]


def test_a_job_the_printer_gave_up_counts_no_copies(session: Session) -> None:
    queued(session)
    job = taken(session)
    print_queue.note_sent(session, job, NINE)
    print_queue.settle(session, [job.id], State.FAILED, OFF, NINE)
    assert listed_copies(session, job.event) == [0, 0]
    assert print_queue.queue(session).lines[0].job.reason == OFF


def test_a_crash_leaves_a_question_and_loses_nothing(session: Session) -> None:
    queued(session)
    queued(session)
    taken(session)
    queue = print_queue.recover(session, NINE + MINUTE)
    assert (queue.count(State.UNKNOWN), queue.count(State.QUEUED)) == (2, 2)


def test_what_waited_too_long_is_not_printed_unasked(session: Session) -> None:
    queued(session)
    queue = print_queue.recover(session, NINE + 2 * print_queue.LATE)
    assert (queue.count(State.QUEUED), queue.count(State.FAILED)) == (0, 2)


def test_a_badge_in_doubt_that_came_out_counts(session: Session) -> None:
    queued(session)
    job = taken(session)
    print_queue.recover(session, NINE)
    print_queue.settle(session, [job.id], State.PRINTED, None, NINE)
    assert listed_copies(session, job.event) == [1, 1]


def test_a_failed_job_can_go_to_another_printer(session: Session) -> None:
    queued(session)
    job = taken(session)
    assert not print_queue.note_failed(session, job, OFF, NINE)
    print_queue.retry(session, [job.id], NINE, "other")
    assert taken(session).printer == "other"


def test_the_spare_printer_takes_over_once(session: Session) -> None:
    settings.write(session, "spare_printer", "spare")
    queued(session)
    assert print_queue.note_failed(session, taken(session), OFF, NINE)
    job = taken(session)
    assert job.printer == "spare"
    assert not print_queue.note_failed(session, job, OFF, NINE)


def test_what_is_sent_can_be_neither_cancelled_nor_retried(session: Session) -> None:
    queued(session)
    job = taken(session)
    print_queue.note_sent(session, job, NINE)
    print_queue.cancel(session, [job.id], NINE)
    print_queue.retry(session, [job.id], NINE)
    assert state(session) == State.SENT


def test_cancelled_badges_do_not_go_out(session: Session) -> None:
    job = queued(session)
    print_queue.cancel(session, [job.id], NINE)
    assert print_queue.take(session, NINE) is None


def test_labels_on_the_roll_are_counted_down(session: Session) -> None:
    label_counts.set_labels_left(session, "labels", 3)
    queued(session)
    print_queue.note_sent(session, taken(session), NINE)
    assert label_counts.labels_left(session) == {"labels": 1}


def test_a_sheet_is_no_roll(session: Session) -> None:
    label_counts.set_labels_left(session, "labels", 3)
    queued(session, "avery-l4785")
    print_queue.note_sent(session, taken(session), NINE)
    assert label_counts.labels_left(session) == {"labels": 3}


def test_the_queue_outlives_the_program(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.transaction() as session:
        queued(session)
    store.close()
    again = Store(tmp_path)
    with again.transaction() as session:
        assert print_queue.queue(session).lines[0].name == "LEFÈVRE Zoé"
    again.close()

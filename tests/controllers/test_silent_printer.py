"""A printer of the network that is off: nobody at the desk waits for it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.controllers.badges import BadgesController
from desk_app.devices import hand_over, spool, zebra
from desk_app.domain.admission import Outcome
from desk_app.domain.errors import DeskError
from desk_app.services import checkin, settings
from desk_app.store.session import Store
from desk_app.tasks import Tasks
from tests.controllers.standing import clock, standing
from tests.services.days import guest, who

ZOE, MAX = guest("Zoé Lefèvre", "QR-Z"), guest("Max Martin", "QR-M")


@contextmanager
def silent() -> Iterator[str]:
    """The address of a printer that neither answers nor refuses: its line is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server:
        port = server.getsockname()[1]
        callers = [socket.socket() for _ in range(4)]
        for caller in callers:
            caller.setblocking(False)
            with suppress(BlockingIOError):
                caller.connect(("127.0.0.1", port))
        yield f"zpl://127.0.0.1:{port}"
        for caller in callers:
            caller.close()


def test_a_silent_printer_is_given_up_within_two_seconds() -> None:
    assert max(spool.PATIENCE, zebra.PATIENCE) < 2
    with silent() as printer, pytest.raises(DeskError, match="does not answer"):
        hand_over.check(printer)


def test_people_are_checked_in_while_the_desk_waits_for_a_printer(
    tmp_path: Path, qtbot: QtBot
) -> None:
    tasks = Tasks(Store(tmp_path / "data"))
    controller = BadgesController(tasks, clock, fates=lambda _printer, _titles: {})
    controller.stand_at(standing(tasks.store, ZOE, MAX))
    assert controller.standing
    place, order = controller.standing.place, list[object]()
    controller.failed.connect(lambda failure: order.append(failure.error.sentence.text[:11]))
    with silent() as printer:
        tasks.db(settings.write, "printer", printer)
        with qtbot.waitSignal(controller.queued):  # the badge is on its way
            controller.print_one(who(place, ZOE))
        for code in ("QR-Z", "QR-M"):
            tasks.db(checkin.scan, place, code, clock(), done=lambda it: order.append(it.outcome))
        qtbot.waitUntil(lambda: len(order) == 3)
    assert order == [Outcome.WELCOME, Outcome.WELCOME, "The printer"]
    tasks.close()

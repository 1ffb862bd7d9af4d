"""What is done for one person at the desk: handed out, asked, accompanied, sent to help."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.clock import Clock
from desk_app.services import welcoming
from desk_app.services.checkin import Place
from desk_app.tasks import InlineTasks, Tasks


class PersonActs(QObject):
    """`place` tells where the desk stands."""

    done = Signal(object)  # the id of whom something was done for

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        clock: Clock,
        place: Callable[[], Place | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._place = place

    def hand_out(self, attendee: int, what: str) -> None:
        """Note that something was handed out; noted again, it was not after all."""
        self._do(welcoming.hand_out, attendee, what)

    def answer(self, attendee: int, question: str, said: str) -> None:
        """Keep what somebody answered."""
        self._do(welcoming.answer, attendee, question, said)

    def accompany(self, attendee: int, count: int) -> None:
        """Note how many came along without a name."""
        self._do(welcoming.accompany, attendee, count)

    def send_to_help(self, attendee: int, note: str) -> None:
        """Take somebody out of the queue; the help desk's list has them until it is solved."""
        self._do(welcoming.send_to_help, attendee, note)

    def solve(self, attendee: int) -> None:
        """The help desk is done with somebody."""
        self._do(welcoming.solve, attendee, "")

    def _do(self, work: Callable[..., None], attendee: int, *what: str | int) -> None:
        if place := self._place():
            done = partial(self._tell, attendee)
            self._tasks.db(work, place, attendee, *what, self._clock(), done=done)

    def _tell(self, attendee: int, _nothing: None) -> None:
        self.done.emit(attendee)

"""Registering whoever was in no export."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.clock import Clock
from desk_app.domain.registration import Registration
from desk_app.services import walk_ins
from desk_app.services.checkin import CheckIn, Place
from desk_app.services.walk_ins import Alike
from desk_app.tasks import InlineTasks, Tasks


class WalkIns(QObject):
    """`place` tells where the desk stands, `is_enough` whether a name may be looked up.

    `ask` is `Asking.ask`.
    """

    alike = Signal(object)  # Alike: who may be meant by the form
    doubted = Signal(object)  # CheckIn: nobody was registered, as `several` may be meant
    registered = Signal(object)  # CheckIn

    def __init__(
        self,
        tasks: Tasks | InlineTasks,
        clock: Clock,
        place: Callable[[], Place | None],
        is_enough: Callable[[str], bool],
        ask: Callable[..., None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._place = place
        self._is_enough = is_enough
        self._ask = ask

    def look_alike(self, it: Registration) -> None:
        """Ask who on the list may be the person who is being typed into the form."""
        said = f"{it.given_name} {it.family_name} {it.full_name} {it.email}"
        if not self._is_enough(said):
            self.alike.emit(Alike(it, (), same=False))
        elif place := self._place():
            self._tasks.db(walk_ins.alike, place, it, done=self.alike.emit, newest="alike")

    def register(self, registration: Registration, *, certain: bool = False) -> None:
        """Register somebody, and let them in.

        Unless somebody is `certain`, whoever may be on the list already is asked about instead.
        """
        if place := self._place():
            work = partial(walk_ins.register, certain=certain)
            self._ask(work, place, registration, self._clock(), then=self._tell)

    def _tell(self, answer: CheckIn) -> None:
        said = self.doubted if answer.several else self.registered
        said.emit(answer)

"""An import being written, in the database lane, whose thread has the lock; all but `prepare`."""

from contextlib import ExitStack
from pathlib import Path

from desk_app.services import imports
from desk_app.services.imports import Import, Progress
from desk_app.services.plan import Answers, Plan
from desk_app.store.session import Session


class Writing:
    """The first slice takes the lock of the data folder, the last one gives it back."""

    def __init__(self, plan: Plan, answers: Answers, folder: Path) -> None:
        self.event = plan.event
        self.stopping = False
        self._folder = folder
        self._lock = ExitStack()
        self._locked = False
        self._import = Import(plan, answers)

    @property
    def closing(self) -> bool:
        """Whether the next slice must be durable: the last one, which may be the first."""
        return not self._locked or self._import.closing

    def advance(self, session: Session, now: int) -> Progress:
        """Write the next slice."""
        if not self._locked:
            self._lock.enter_context(imports.only_one(self._folder))
            self._locked = True
        progress = self._import.advance(session, now)
        if progress.finished:
            self._lock.close()
        return progress

    def prepare(self) -> None:
        """Beside the database lane, where scans are served meanwhile."""
        self._import.prepare()

    def take_back(self, session: Session, now: int) -> None:
        """Leave the roster as it was, and the lock to others; `imports.sweep` follows."""
        try:
            if self._locked:
                self._import.take_back(session, now, at_once=False)
        finally:
            self._lock.close()

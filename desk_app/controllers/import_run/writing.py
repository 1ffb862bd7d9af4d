"""An import being written. Its methods run in the database lane, whose thread has the lock."""

from contextlib import ExitStack
from pathlib import Path

from desk_app.collecting import without_collecting
from desk_app.services import imports
from desk_app.services.imports import Import, Progress
from desk_app.services.planning import Answers, Plan
from desk_app.store.session import Session


class Writing:
    """Holds the plan only until the first slice."""

    def __init__(self, plan: Plan, answers: Answers, folder: Path) -> None:
        self.event = plan.event
        self.stopping = False
        self._plan: Plan | None = plan
        self._answers = answers
        self._folder = folder
        self._lock = ExitStack()
        self._import: Import | None = None

    @property
    def closing(self) -> bool:
        """Whether the next slice must be durable: the last one, which may be the first."""
        return self._import is None or self._import.closing

    def advance(self, session: Session, now: int) -> Progress:
        """Write the next slice; the first one takes the lock, the last one gives it back."""
        if self._import is None:
            assert self._plan is not None
            self._lock.enter_context(imports.only_one(self._folder))
            self._import, self._plan = Import(self._plan, self._answers), None
        progress = self._import.advance(session, now)
        if progress.finished:
            self._lock.close()
        return progress

    def prepare(self) -> None:
        """Beside the database lane, where scans are served meanwhile."""
        if self._import is not None:
            self._import.prepare()

    def take_back(self, session: Session, now: int) -> None:
        """Leave the roster as it was, and the lock to others."""
        try:
            if self._import is not None:
                with without_collecting(lasting=True):
                    self._import.take_back(session, now)
        finally:
            self._lock.close()

"""Data protection in the window: how an event stands, and identities that leave it."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.clock import Clock
from desk_app.domain.event import Event
from desk_app.services import events, privacy
from desk_app.services.event_line import day as day_line
from desk_app.services.privacy import State
from desk_app.services.sensitive import Question
from desk_app.store import erasing
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "PrivacyController",
    "Protection",
    "Question",
    "State",
    "Step",
    "day_line",
]


@dataclass(frozen=True, slots=True)
class Protection:
    """An event and how it stands."""

    id: int
    event: Event
    people: int
    state: State


@dataclass(frozen=True, slots=True)
class Step:
    """How far an erasure is, in people; `finished` once the file holds no trace.

    `clean` is false where another program kept the file from being cleaned: the next start does.
    """

    done: int
    total: int
    finished: bool = False
    clean: bool = True


class PrivacyController(QObject):
    """Erasures go in slices, so that check-ins at another event slip in between."""

    stated = Signal(object)  # Protection
    advanced = Signal(object)  # Step
    changed = Signal()  # names have left: whoever shows any reads them again

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock

    def look_at(self, event: int) -> None:
        """Find out how an event stands."""
        self._tasks.db(_protection, event, self._clock(), done=self.stated.emit, newest="privacy")

    def anonymise(self, event: int) -> None:
        """Take every identity out of an event, for good."""
        go_on = partial(self._go_on, event)
        self._tasks.db(_anonymised, event, self._clock(), done=go_on)

    def forget_sensitive(self, event: int) -> None:
        """Purge sensitive answers, for good."""
        go_on = partial(self._go_on, event)
        self._tasks.db(_forgot_sensitive, event, self._clock(), done=go_on)

    def erase(self, event: int, person: int) -> None:
        """Take one person's identity out of an event, for good."""
        go_on = partial(self._go_on, event)
        self._tasks.db(_erased, event, person, self._clock(), done=go_on)

    def _go_on(self, event: int, step: Step) -> None:
        self.advanced.emit(step)
        if step.done < step.total:
            self._tasks.db(_advanced, event, done=partial(self._go_on, event))
        else:
            self._tasks.make(erasing.finish, self._tasks.store, done=partial(self._end, step))

    def _end(self, step: Step, clean: bool) -> None:
        self.advanced.emit(Step(step.total, step.total, True, clean))
        self.changed.emit()


def _protection(session: Session, event: int, now: int) -> Protection:
    row = events.one(session, event)
    return Protection(event, row.event, row.people, privacy.state(session, event, now))


def _anonymised(session: Session, event: int, now: int) -> Step:
    privacy.anonymise(session, event, now)
    return Step(*erasing.progress(session, event))


def _forgot_sensitive(session: Session, event: int, now: int) -> Step:
    privacy.forget_sensitive(session, event, now)
    return Step(*erasing.progress(session, event))


def _erased(session: Session, event: int, person: int, now: int) -> Step:
    privacy.erase(session, event, person, now)
    return Step(*erasing.progress(session, event))


def _advanced(session: Session, event: int) -> Step:
    erasing.advance(session, event)
    return Step(*erasing.progress(session, event))

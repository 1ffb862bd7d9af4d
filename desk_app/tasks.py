"""The only way off the UI thread, and back: lanes for the database, paper, pictures, the rest."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import Any, Concatenate, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desk_app.domain.errors import DeskError
from desk_app.store.session import Session, Store
from desk_app.sweeper import Sweeper

T = TypeVar("T")
FRAME_MS = 20
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who waits for a piece of work; stays on the UI thread, so that no widget ends elsewhere."""

    done: Callable[[Any], None] | None
    failed: Callable[[DeskError], None] | None
    newest: str
    turn: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a piece of work; `error` is None when it went well, or was skipped."""

    number: int
    result: Any = None
    error: BaseException | None = None


class Tasks(QObject):
    """Runs work elsewhere and hands the result to `done` on the UI thread.

    `newest="key"` drops every result but the last asked for under that key, and skips work that
    is out of date before it began. A DeskError goes to `failed`, or to the signal `refused`;
    anything else is a bug and goes to the signal `crashed`.
    """

    refused = Signal(object)  # a DeskError
    crashed = Signal(object)  # any other exception
    _arrived = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._db = ThreadPoolExecutor(1, "database")
        self._make = ThreadPoolExecutor(1, "make")
        self._paper = ThreadPoolExecutor(1, "paper")
        self._pictures = ThreadPoolExecutor(1, "pictures")
        self._turns: dict[str, int] = {}
        self._asked: dict[int, _Asked] = {}
        self._numbers = count()
        self._sweeper = Sweeper(self)
        self._open = True
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def db(
        self,
        work: Callable[Concatenate[Session, ...], T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        newest: str = "",
        durable: bool = True,
        later: bool = False,
    ) -> None:
        """Run `work(session, *args)` in one transaction, after all that was asked before.

        `durable` is as in `Store.transaction`. `later` is for what nobody waits for: it begins
        a frame later, so that it does not hold up the painting of what somebody does wait for.
        """

        def in_transaction() -> T:
            with self.store.transaction(durable=durable) as session:
                return work(session, *args)

        self._submit(self._db, in_transaction, done, failed, newest, FRAME_MS if later else 0)

    def make(
        self,
        work: Callable[..., T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        newest: str = "",
    ) -> None:
        """Run `work(*args)` beside the database: reading files, drawing badges, printing."""
        self._submit(self._make, lambda: work(*args), done, failed, newest)

    def paper(
        self,
        work: Callable[..., T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        newest: str = "",
    ) -> None:
        """Run work that may wait for a printer, so that nothing else ever waits for one."""
        self._submit(self._paper, lambda: work(*args), done, failed, newest)

    def look(
        self,
        work: Callable[..., T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        newest: str = "",
    ) -> None:
        """Run work on a camera's pictures, so that a code is read while a large file is, too."""
        self._submit(self._pictures, lambda: work(*args), done, failed, newest)

    def forget(self, newest: str) -> None:
        """What was asked under this key is out of date: skip it, or drop its result."""
        self._turns[newest] = self._turns.get(newest, 0) + 1

    def close(self) -> None:
        """Finish what was asked, deliver nothing more."""
        self._open = False
        self._db.shutdown()
        self._make.shutdown(cancel_futures=True)
        self._paper.shutdown(cancel_futures=True)
        self._pictures.shutdown(cancel_futures=True)
        self._sweeper.close()

    def _submit(
        self,
        lane: ThreadPoolExecutor,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[DeskError], None] | None,
        newest: str,
        after_ms: int = 0,
    ) -> None:
        number = next(self._numbers)
        turn = self._turns[newest] = self._turns.get(newest, 0) + 1
        self._asked[number] = _Asked(done, failed, newest, turn)

        def run() -> None:
            outcome = _Outcome(number)
            if self._wanted(newest, turn):
                outcome = _worked(number, work)
            if self._open:
                self._arrived.emit(outcome)

        def submit() -> None:
            if self._open:
                lane.submit(run)

        if after_ms:
            QTimer.singleShot(after_ms, self, submit)
        else:
            submit()

    def _wanted(self, newest: str, turn: int) -> bool:
        return not newest or self._turns[newest] == turn

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        asked = self._asked.pop(outcome.number)
        if self._open and self._wanted(asked.newest, asked.turn):
            deliver(self, outcome.error, outcome.result, asked.done, asked.failed)


def _worked(number: int, work: Callable[[], Any]) -> _Outcome:
    try:
        return _Outcome(number, work())
    except Exception as error:
        return _Outcome(number, error=error)


class InlineTasks(QObject):
    """Tasks for tests and pictures: the same methods, run at once on the calling thread."""

    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store

    def db(
        self,
        work: Callable[Concatenate[Session, ...], T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        newest: str = "",
        durable: bool = True,
        later: bool = False,
    ) -> None:
        """As `Tasks.db`."""

        def in_transaction() -> T:
            with self.store.transaction(durable=durable) as session:
                return work(session, *args)

        self.make(in_transaction, done=done, failed=failed, newest=newest)

    def make(
        self,
        work: Callable[..., T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        newest: str = "",
    ) -> None:
        """As `Tasks.make`."""
        try:
            result = work(*args)
        except Exception as error:
            deliver(self, error, None, done, failed)
        else:
            deliver(self, None, result, done, failed)

    def paper(
        self,
        work: Callable[..., T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        newest: str = "",
    ) -> None:
        """As `Tasks.paper`."""
        self.make(work, *args, done=done, failed=failed, newest=newest)

    def look(
        self,
        work: Callable[..., T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        newest: str = "",
    ) -> None:
        """As `Tasks.look`."""
        self.make(work, *args, done=done, failed=failed, newest=newest)

    def forget(self, newest: str) -> None:
        """Nothing is ever out of date here."""

    def close(self) -> None:
        """Nothing is under way."""


def deliver(
    tasks: Tasks | InlineTasks,
    error: BaseException | None,
    result: Any,
    done: Callable[[Any], None] | None,
    failed: Callable[[DeskError], None] | None,
) -> None:
    """Hand a result, a refusal or a bug to whoever waits for it."""
    if error is None:
        if done:
            done(result)
    elif isinstance(error, DeskError):
        (failed or tasks.refused.emit)(error)
    else:
        # The kind and place of a bug only: its message may quote a person's data.
        log.error("work failed: %s", type(error).__name__)
        tasks.crashed.emit(error)

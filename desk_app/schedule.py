"""Changes the checkpoint when the schedule says so: visibly, and never in the middle of work."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk_app.controllers.checkin import CheckIn
from desk_app.services.event_line import checkpoint_name
from desk_app.services.schedule import Change, change_due
from desk_app.words import current, tr

if TYPE_CHECKING:
    from desk_app.app import DeskApp

LOOK_MS, AGAIN_MS = 10_000, 1_000
READ_MS = 3_000  # a verdict is read before it makes way
_MAY_CHANGE = ("checkin", "attendance")  # on other screens somebody may be in the middle of work


class Schedule(QObject):
    """Looks at the clock now and then; sooner again while a change waits for its moment."""

    def __init__(self, desk: "DeskApp") -> None:
        super().__init__()
        self._desk = desk
        self._chosen_at: int | None = None
        self._answered_at = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        desk.checkin.resolved.connect(self._remember_answer)

    def watch(self) -> None:
        """Look at the clock from now on."""
        self._timer.start(LOOK_MS)

    def hold(self) -> None:
        """Somebody chose the checkpoint: it holds until another one opens."""
        self._chosen_at = self._desk.clock()

    def look(self) -> None:
        """Change the checkpoint where the schedule says so and nobody is disturbed."""
        change = self._due()
        self._timer.setInterval(AGAIN_MS if change else LOOK_MS)
        if change and self._is_a_good_moment():
            self._chosen_at = None
            self._desk.move_to(change.to.key)
            self._tell(change)

    def _due(self) -> Change | None:
        standing = self._desk.standing
        if standing is None or self._desk.settings.get("follow_schedule") == "no":
            return None
        return change_due(standing, self._desk.clock(), self._chosen_at)

    def _is_a_good_moment(self) -> bool:
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return False
        read = self._desk.clock() - self._answered_at >= READ_MS
        shown = self._desk.frame.current_key() in _MAY_CHANGE
        return read and shown and self._desk.screen.at_rest

    def _tell(self, change: Change) -> None:
        name, before = (checkpoint_name(it, current()) for it in (change.to, change.before))
        notice = self._desk.frame.notice
        notice.say(
            tr("The desk is now at “{name}”, open since {time}.", name=name, time=change.since),
            tr("“{name}” is closed.", name=before),
            tone="accent",
        )
        back = partial(self._desk.stand_here, change.before.key)
        notice.offer(tr("Back to “{name}”", name=before), back, "Ctrl+B")

    def _remember_answer(self, answer: CheckIn) -> None:
        self._answered_at = answer.at

"""Where newer exports of the event appear by themselves, and whether they may be applied."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desk_app.devices.watch import Watch
from desk_app.services import settings
from desk_app.services.places import Standing
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

LOOK_MS = 3000


@dataclass(frozen=True, slots=True)
class Watching:
    """`place` is "" while nothing is watched; `apply` only what needs no decision."""

    place: str = ""
    apply: bool = False


class WatchController(QObject):
    """Each event has a place of its own. Emits what it watches, and (path, apply) of exports."""

    watching = Signal(object)  # Watching
    appeared = Signal(object, object)  # Path, and whether it may be applied by itself

    def __init__(self, tasks: Tasks | InlineTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._watch: Watch | None = None
        self._event: int | None = None
        self._now = Watching()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def stand_at(self, standing: Standing | None) -> None:
        event = standing.place.event if standing else None
        if event == self._event:
            return
        self._event = event
        self._tasks.forget("watching")
        self._take_up(Watching())  # what the event before watched is not told to this one
        if event is not None:
            self._tasks.db(_remembered, event, done=self._take_up, newest="watching")

    def refresh(self) -> None:
        """Show again what is watched."""
        self.watching.emit(self._now)

    def watch(self, place: Path) -> None:
        """Tell of every export that appears at this file or in this folder from now on."""
        self._change(Watching(str(place), self._now.apply))

    @Slot()
    def look(self) -> None:
        """See whether a newer export is there."""
        if self._watch is not None:
            watch = self._watch
            self._tasks.make(watch.look, done=partial(self._tell, watch), newest="watch")

    def stop(self) -> None:
        """Watch nothing any more."""
        self._change(Watching())

    def allow(self, apply: bool) -> None:
        """Whether an export that needs no decision is applied by itself."""
        self._change(Watching(self._now.place, apply))

    def _change(self, now: Watching) -> None:
        if self._event is not None:
            self._tasks.forget("watching")  # what was remembered before is out of date
            self._tasks.db(_remember, self._event, now)
            self._take_up(now)

    def _take_up(self, now: Watching) -> None:
        before, self._now = self._now, now
        if now.place != before.place:
            self._follow(now.place)
        self.refresh()

    def _follow(self, place: str) -> None:
        self._tasks.forget("watch")
        self._watch = None
        self._timer.stop()
        if place:
            begin = partial(self._begin, place)
            self._tasks.make(Watch, Path(place), done=begin, newest="watch")

    def _begin(self, place: str, watch: Watch) -> None:
        if place == self._now.place:
            self._watch = watch
            self._timer.start()

    def _tell(self, watch: Watch, path: Path | None) -> None:
        if watch is self._watch and path is not None:
            self.appeared.emit(path, self._now.apply)


def _remembered(session: Session, event: int) -> Watching:
    kept = settings.read(session)
    return Watching(kept.get(f"watch:{event}", ""), kept.get(f"watch-applies:{event}", "") == "yes")


def _remember(session: Session, event: int, now: Watching) -> None:
    settings.write(session, f"watch:{event}", now.place)
    settings.write(session, f"watch-applies:{event}", "yes" if now.apply else "no")

"""Printing a badge again: asked about before, where somebody has one already."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.services import reprints
from desk_app.services.reprints import Reprint
from desk_app.tasks import InlineTasks, Tasks

Go = Callable[[str, bool], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """Call `go` with the reason ("" for none), and whether earlier codes become void."""

    about: Reprint
    go: Go


class Again(QObject):
    """What need not be asked about goes at once; of the rest `asked` tells."""

    asked = Signal(object)  # Asked

    def __init__(self, tasks: Tasks | InlineTasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks

    def people(self, ids: Sequence[int], go: Go) -> None:
        """Badges of these people; whoever has none yet is not asked about."""
        self._tasks.db(reprints.look, ids, done=partial(self._decide, go))

    def jobs(self, ids: Sequence[int], go: Go) -> None:
        """What came out of the printer once more: that is always a second badge."""
        self._tasks.db(reprints.look_at_jobs, ids, done=partial(self._ask, go))

    def _decide(self, go: Go, found: Reprint) -> None:
        if found.is_asked_about:
            self._ask(go, found)
        else:
            go("", False)

    def _ask(self, go: Go, found: Reprint) -> None:
        self.asked.emit(Asked(found, go))

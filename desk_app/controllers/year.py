"""All events side by side: their figures, several compared, and who came to several."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desk_app import role, words
from desk_app.clock import Clock
from desk_app.domain.courses import Courses
from desk_app.domain.roles import Right
from desk_app.services import year
from desk_app.services.year import Counted, EventOfYear, Regular, Regulars, Year
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

__all__ = [
    "Comparison",
    "Counted",
    "Courses",
    "EventOfYear",
    "Regular",
    "Regulars",
    "Year",
    "YearController",
]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several events, in the order they were held, and how people arrived at them."""

    events: tuple[EventOfYear, ...]
    courses: Courses


class YearController(QObject):
    """Everything is counted when it is asked for: nothing of it changes by the second."""

    years_known = Signal(object)  # the Years
    compared = Signal(object)  # Comparison
    regulars_known = Signal(object)  # Regulars

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock

    def refresh(self) -> None:
        """Count every event."""
        self._tasks.db(
            year.all_years,
            self._clock(),
            done=self.years_known.emit,
            newest="years",
            durable=False,
        )

    def compare(self, ids: Sequence[int]) -> None:
        """Lay these events beside one another."""
        self._tasks.db(
            _comparison,
            tuple(ids),
            self._clock(),
            words.current(),
            done=self.compared.emit,
            newest="year-compared",
            durable=False,
        )

    def ask_regulars(self) -> None:
        """Who came to several events; for nobody but who may see whole lists."""
        if role.may(Right.BROWSE):
            self._tasks.db(
                year.regulars,
                done=self.regulars_known.emit,
                newest="year-regulars",
                durable=False,
            )


def _comparison(session: Session, ids: tuple[int, ...], now: int, language: str) -> Comparison:
    found = [it for one in year.all_years(session, now) for it in one.events if it.id in ids]
    found.reverse()  # the earliest first
    return Comparison(tuple(found), year.compared(session, [it.id for it in found], language))

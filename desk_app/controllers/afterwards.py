"""After the day: corrections with an author and a reason, and one person's data in a file."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk_app import whole_file, words
from desk_app.clock import Clock
from desk_app.domain.errors import DeskError
from desk_app.intake.wishes import Fields, Wishes
from desk_app.services import afterwards, corrections, portrait, return_export
from desk_app.services.checkin import Place
from desk_app.services.event_line import checkpoint_name
from desk_app.services.places import Standing
from desk_app.services.return_export import Returned
from desk_app.tasks import InlineTasks, Tasks

if TYPE_CHECKING:
    from desk_app.intake.original import Original  # its word lists are not needed to open the desk


class AfterwardsController(QObject):
    """What cannot be done is told by `refused`, so that the form can say it and stay open."""

    corrected = Signal(object)  # whether anything changed
    refused = Signal(object)  # DeskError
    saved = Signal(object)  # the Path of one person's data
    changed = Signal()

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self.standing: Standing | None = None

    def stand_at(self, standing: Standing | None) -> None:
        """Correct at this event from now on."""
        self.standing = standing

    def checkpoints(self) -> tuple[tuple[str, str, str], ...]:
        """Key, name, and when people usually come there, as `enter_late` reads it."""
        if self.standing is None:
            return ()
        event = self.standing.event
        return tuple(
            (
                it.key,
                checkpoint_name(it, words.current()),
                f"{it.day.isoformat() if it.day else ''} {event.opens or '09:00':.5}".strip(),
            )
            for it in event.checkpoints
        )

    def enter_late(self, person: int, checkpoint: str, at: str, author: str, reason: str) -> None:
        """Enter that a person was there at a local date and time."""
        if self.standing is None:
            return
        place = Place(self.standing.place.event, checkpoint)
        try:
            moment = afterwards.moment(at, self.standing.event.zone)
        except DeskError as error:
            self.refused.emit(error)
            return
        self._correct(afterwards.enter_late, place, person, moment, author, reason)

    def was_not_there(self, person: int, checkpoint: str, author: str, reason: str) -> None:
        """Take back whatever says that a person was there."""
        if self.standing is not None:
            place = Place(self.standing.place.event, checkpoint)
            self._correct(afterwards.was_not_there, place, person, author, reason)

    def save_data(self, person: int, path: Path) -> None:
        """Write all that is kept of a person, in plain words."""
        if self.standing is not None:
            self._tasks.db(
                portrait.portrait,
                self.standing.place,
                person,
                words.current(),
                done=partial(self._write, path),
            )

    def return_export(self, export: Path, target: Path) -> None:
        """Write the organiser's own export again, with the attendance added."""
        self._tasks.db(corrections.remembered, done=partial(self._read, export, target))

    def _read(self, export: Path, target: Path, remembered: Mapping[str, Fields]) -> None:
        from desk_app.intake.original import original

        folder = corrections.profiles(self._tasks.store.folder)
        self._tasks.make(
            partial(original, wishes=Wishes(remembered=remembered), profiles=folder),
            export,
            done=partial(self._add, target),
        )

    def _add(self, target: Path, found: "Original") -> None:
        if self.standing is not None:
            self._tasks.db(
                return_export.returned,
                self.standing.place,
                found,
                self.standing.event.language,
                done=partial(self._give_back, target, found),
            )

    def _give_back(self, target: Path, found: "Original", made: Returned) -> None:
        kind = "xlsx" if target.suffix.lower() == ".xlsx" else "csv"
        draw = partial(return_export.drawn, made, found, kind)
        self._tasks.make(whole_file.draw, target, draw, done=self.saved.emit)

    def _correct(self, correct: object, *inputs: object) -> None:
        assert callable(correct)
        self._tasks.db(correct, *inputs, self._clock(), done=self._tell, failed=self.refused.emit)

    def _tell(self, changed: bool) -> None:
        self.corrected.emit(changed)
        if changed:
            self.changed.emit()

    def _write(self, path: Path, told: dict[str, object]) -> None:
        draw = partial(portrait.as_json, told)
        self._tasks.make(whole_file.draw, path, draw, done=self.saved.emit)

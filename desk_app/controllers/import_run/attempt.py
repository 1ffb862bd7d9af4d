"""One export being read for an event: a file, or a table that was pasted."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag

from desk_app.collecting import without_collecting
from desk_app.domain.errors import DeskError
from desk_app.intake.people import Progress
from desk_app.intake.reading import Look, Reading, Wishes
from desk_app.intake.wishes import NONE


@dataclass(frozen=True, slots=True)
class Source:
    """Where an export comes from: a file, or text under a name of ours.

    `by_itself`: it was not opened by anybody but appeared where the desk watches.
    """

    name: str
    path: Path | None = None
    text: str = ""
    by_itself: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A file without names that the desk recognises: why, and its columns to be chosen by hand."""

    source: Source
    error: DeskError
    look: Look

    @property
    def file(self) -> str:
        return self.source.name


@dataclass(frozen=True, slots=True)
class ReadSoFar:
    attempt: "Attempt"
    done: int
    total: int


class Attempt:
    """One reading; its progress is reported once per percent.

    `corrected`: somebody has just said what the columns hold, and it is to be remembered.
    """

    def __init__(
        self,
        source: Source,
        event: int,
        profiles: Path,
        wishes: Wishes = NONE,
        corrected: bool = False,
    ) -> None:
        self.source = source
        self.event = event
        self.cancelled = Flag()
        self.wishes = wishes
        self.corrected = corrected
        self._profiles = profiles
        self._percent = -1

    @property
    def file(self) -> str:
        return self.source.name

    def read(self, wishes: Wishes, report: Callable[[ReadSoFar], None]) -> Reading | Unread:
        """In the make lane. DeskError where not even the columns can be looked at."""

        def progress(done: int, total: int) -> None:
            percent = 100 * done // total if total else 0
            if percent != self._percent:
                self._percent = percent
                report(ReadSoFar(self, done, total))

        with without_collecting(lasting=True):
            try:
                return self._reading(wishes, progress)
            except DeskError as error:
                if self.cancelled.is_set():
                    raise
                return self._unread(error, wishes)

    def _reading(self, wishes: Wishes, progress: Progress) -> Reading:
        from desk_app.intake import reading

        if self.source.path is None:
            return reading.read_text(
                self.source.text,
                self.source.name,
                wishes=wishes,
                profiles=self._profiles,
                progress=progress,
                cancelled=self.cancelled.is_set,
            )
        return reading.read(
            self.source.path,
            wishes=wishes,
            profiles=self._profiles,
            progress=progress,
            cancelled=self.cancelled.is_set,
        )

    def _unread(self, error: DeskError, wishes: Wishes) -> Unread:
        """The columns, if there are any: a person may know better what they hold."""
        try:
            look = self._look(wishes)
        except DeskError:
            raise error from None
        if not any(head.heading for head in look.heads):
            raise error
        return Unread(self.source, error, look)

    def _look(self, wishes: Wishes) -> Look:
        from desk_app.intake import reading

        if self.source.path is None:
            return reading.look_text(self.source.text, wishes=wishes, profiles=self._profiles)
        return reading.look(self.source.path, wishes=wishes, profiles=self._profiles)

"""The words of attestations and certificates: read, tried on an example, kept for the event."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.clock import Clock
from desk_app.domain.errors import DeskError
from desk_app.domain.papers import Letterhead, LetterText
from desk_app.reports.letter_text import FIELDS, check
from desk_app.services import letters, particulars
from desk_app.services.places import Standing
from desk_app.store.session import Session
from desk_app.tasks import InlineTasks, Tasks

__all__ = ["FIELDS", "Known", "LettersController"]


@dataclass(frozen=True, slots=True)
class Known:
    """What letters of a kind say in a language now, and what they said at first."""

    kind: str
    language: str
    text: LetterText
    original: LetterText


@dataclass(frozen=True, slots=True)
class _Example:
    fields: Mapping[str, str]
    letterhead: Letterhead


class LettersController(QObject):
    """A text is drawn as it is typed; it counts once it is kept."""

    known = Signal(object)  # Known
    drawn = Signal(object)  # the bytes of a PDF
    refused = Signal(object)  # DeskError: what is wrong with the text
    kept = Signal()

    def __init__(self, tasks: Tasks | InlineTasks, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._clock = clock
        self._examples: dict[str, _Example] = {}
        self.standing: Standing | None = None

    def stand_at(self, standing: Standing | None) -> None:
        """Write for this event from now on."""
        self.standing = standing

    def read(self, kind: str, language: str) -> None:
        """Ask for the text of a kind of letter; an example to try it on is made beside it."""
        if self.standing:
            event = self.standing.place.event
            self._tasks.db(_example, event, language, self._clock(), done=self._take(language))
            self._tasks.db(_known, event, kind, language, done=self.known.emit)

    def draw(self, language: str, text: LetterText) -> None:
        """Draw an example with this text, unless something is wrong with it."""
        example = self._examples.get(language)
        try:
            check(text)
        except DeskError as error:
            self._tasks.forget("letter")
            self.refused.emit(error)
            return
        if example:
            work = partial(_drawn, text, example, language)
            self._tasks.make(work, done=self.drawn.emit, newest="letter")

    def keep(self, kind: str, texts: Mapping[str, LetterText]) -> None:
        """Let letters of this kind say this, by language, from now on; all of it or nothing."""
        if self.standing:
            self._tasks.db(
                _written,
                self.standing.place.event,
                kind,
                texts,
                self._clock(),
                done=self._tell,
                failed=self.refused.emit,
            )

    def _take(self, language: str) -> partial[None]:
        return partial(self._examples.__setitem__, language)

    def _tell(self, _nothing: None) -> None:
        self.kept.emit()


def _known(session: Session, event: int, kind: str, language: str) -> Known:
    text = letters.text(session, event, kind, language)
    return Known(kind, language, text, letters.original(kind, language))


def _example(session: Session, event: int, language: str, now: int) -> _Example:
    fields = letters.example(session, event, language, now)
    return _Example(fields, particulars.of(session, event).letterhead)


def _written(
    session: Session, event: int, kind: str, texts: Mapping[str, LetterText], now: int
) -> None:
    for language, text in texts.items():
        letters.write(session, event, kind, language, text, now)


def _drawn(text: LetterText, it: _Example, language: str) -> bytes:
    from desk_app.reports.letter import letters_pdf

    return letters_pdf(text, [it.fields], it.letterhead, language)

"""Where a desk stands, and the one answer it gives to a scan or a click."""

from dataclasses import dataclass

from desk_app.domain.admission import Outcome
from desk_app.domain.event import Checkpoint
from desk_app.domain.facts import FactId
from desk_app.domain.welcome import Task
from desk_app.store.people import Person


@dataclass(frozen=True, slots=True)
class Place:
    """Where this desk stands: an event and one of its checkpoints."""

    event: int
    checkpoint: str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The one answer to a scan or a click.

    `at` is when it happened, `first_at` and `desk` say when and where an `ALREADY_IN` first
    came in (ms UTC, the desk's name), `last_at` when somebody who may not come again went out.
    `several` are the people an `AMBIGUOUS` code may mean. `turns_at` is when the checkpoint opens
    or closed, `elsewhere` where the person may enter instead, `why` the desk's reason for a
    status, `list_from` when the list came in that does not know the code (ms UTC). `fact` is what
    was written, for taking it back; `places` how many places are left for a `WAITING_LIST`;
    `to_do` what is to be handed out and asked still. `guarded`: only a lead's PIN lets this person
    in. `keyboard` is the one for which the scanner is not set, where the code had to be read back
    from it. `asked` is what stood in the box when somebody asked, None where nothing could.
    """

    outcome: Outcome
    code: str
    at: int
    person: Person | None = None
    first_at: int | None = None
    desk: str = ""
    several: tuple[Person, ...] = ()
    last_at: int | None = None
    turns_at: int | None = None
    elsewhere: tuple[Checkpoint, ...] = ()
    why: str = ""
    list_from: int | None = None
    fact: FactId | None = None
    places: int | None = None
    guarded: bool = False
    to_do: tuple[Task, ...] = ()
    keyboard: str = ""
    asked: str | None = None

    @property
    def badge_due(self) -> bool:
        """Whether somebody has come in who has no badge yet: one of a pile, or of the day before.

        Whoever lost it asks for another one.
        """
        return bool(self.outcome.admits and self.person and not self.person.copies)

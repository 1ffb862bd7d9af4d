"""What an import would do, as it is shown before anything is written."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.domain.facts import FactId
from desk_app.domain.registration import Registration, Status
from desk_app.domain.sentence import Sentence
from desk_app.services.differences import Difference
from desk_app.services.questions import Kind, Known, Question

if TYPE_CHECKING:
    from desk_app.intake.reading import Reading  # its word lists are not needed to open the desk


@dataclass(frozen=True, slots=True)
class Change:
    """One person whom the export changes. Empty `differences`: only answers to new questions.

    `known` is what a question about the person is answered by; None where there is none.
    """

    attendee: int
    registration: Registration
    differences: tuple[Difference, ...]
    known: Known | None = None

    @property
    def cancels(self) -> bool:
        """Whether the person is cancelled now and was not before."""
        return any(it.field == "status" and it.new == Status.CANCELLED for it in self.differences)

    @property
    def brings_back(self) -> bool:
        """Whether the person was cancelled, and is no longer."""
        return any(it.field == "status" and it.old == Status.CANCELLED for it in self.differences)


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody from an earlier export who is not in this one; `arrived_at` is in ms UTC.

    `decided`: the desk has said itself what their status is.
    """

    attendee: int
    name: str
    email: str = ""
    arrived_at: int | None = None
    decided: bool = False

    @property
    def arrived(self) -> bool:
        return self.arrived_at is not None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; nothing is written yet.

    `cancels_missing` is what the platform's profile says of people who are missing: cancelled, as
    long as nothing about the file is suspicious, and nobody kept them the last time. Those who have
    come are a question each. `keeps_missing`: not cancelling them is a decision to be remembered.
    `suspicions` say why nobody should accept it without looking; they are among the warnings.
    """

    event: int
    reading: "Reading"
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    cancelled: tuple[Change, ...]
    enriched: tuple[Change, ...]
    missing: tuple[Missing, ...]
    unchanged: int
    warnings: tuple[Sentence, ...]
    questions: tuple[Question, ...] = ()
    cancels_missing: bool = False
    keeps_missing: bool = False
    suspicions: tuple[Sentence, ...] = ()
    mark: FactId | None = None  # see `mark`
    confirmed: tuple[int, ...] = ()  # fingerprints of whoever is in it just as known here

    @property
    def suspicious(self) -> bool:
        return bool(self.suspicions)

    @property
    def writes(self) -> int:
        """How many people are new or changed in any way."""
        return len(self.new) + len(self.changed) + len(self.cancelled) + len(self.enriched)

    @property
    def most(self) -> int:
        """How many people an import can write, whatever the answers."""
        return self.writes + len(self.missing)

    @property
    def decided(self) -> frozenset[int]:
        """Whom the export may have cancelled though they have come: somebody was asked, or will be.

        Who was cancelled in the export before, and came, was decided on then.
        """
        asked = (Kind.CANCELLED, Kind.GONE, Kind.SOMEBODY_ELSE)
        before = (
            it.attendee
            for it in (*self.changed, *self.enriched)
            if it.known and it.known.attendee.exported.status == Status.CANCELLED
        )
        return frozenset((*before, *(it.attendee for it in self.questions if it.kind in asked)))

    @property
    def absent(self) -> int:
        """How many are missing who have not come."""
        return sum(not it.arrived for it in self.missing)

    @property
    def back(self) -> tuple[Change, ...]:
        """Whoever was cancelled and stands in the export again; they are among `changed` too."""
        return tuple(change for change in self.changed if change.brings_back)

    @property
    def defaults(self) -> "Answers":
        """The careful answers: what the desk knows is kept."""
        return Answers(
            frozenset(place for place, it in enumerate(self.questions) if it.take),
            self.cancels_missing,
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody chose: questions, by their place in the plan, in which the export is right.

    `cancel_missing`: whoever is missing and has not come is cancelled.
    """

    taken: frozenset[int] = frozenset()
    cancel_missing: bool = False

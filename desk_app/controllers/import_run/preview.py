"""What an import would do, laid out so that tables only look up."""

import time
from collections.abc import Set
from dataclasses import dataclass, replace

from desk_app.collecting import without_collecting
from desk_app.intake.reading import Reading
from desk_app.services import planning, steps
from desk_app.services.differences import Difference
from desk_app.services.plan import Answers, Change, Plan
from desk_app.services.questions import Kind
from desk_app.store.session import Session

_FREED_AT_ONCE = 200  # objects: letting go of more would hold up the window


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one person that the export changes; `first` of that person's lines."""

    change: Change
    difference: Difference
    first: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A plan with the answers given so far."""

    plan: Plan
    lines: tuple[Line, ...]
    answers: Answers

    def asked(self, kind: Kind) -> set[int]:
        """The places of all questions of a kind."""
        return {place for place, it in enumerate(self.plan.questions) if it.kind == kind}

    def taking(self, places: Set[int], take: bool) -> "Preview":
        """The export's side in these questions of the plan, or the desk's."""
        before = self.answers.taken
        taken = before | places if take else before - places
        return replace(self, answers=replace(self.answers, taken=taken))

    def cancelling(self, missing: bool) -> "Preview":
        """Whoever is missing and has not come is cancelled, or not."""
        return replace(self, answers=replace(self.answers, cancel_missing=missing))

    @property
    def changes(self) -> int:
        """How many people are new, changed or cancelled."""
        return len(self.plan.new) + len(self.plan.changed) + len(self.plan.cancelled)

    @property
    def struck(self) -> int:
        """How many missing people are to be cancelled, as answered so far."""
        return len(steps.struck(self.plan, self.answers))

    @property
    def enriched(self) -> int:
        """How many people have only answers to new questions."""
        return len(self.plan.enriched)

    @property
    def kept(self) -> int:
        """How many people are asked about who stay: that is remembered."""
        return len(steps.kept(self.plan, self.answers))

    @property
    def writes(self) -> int:
        """How many people would be written."""
        return self.changes + self.enriched + self.struck + self.kept


def preview(session: Session, event: int, reading: Reading) -> Preview:
    """Plan, in the database lane."""
    with without_collecting(lasting=True):
        plan = planning.plan(session, event, reading)
        lines = tuple(
            Line(change, difference, number == 0)
            for change in plan.changed
            for number, difference in enumerate(_told(change.differences))
        )
        return Preview(plan, lines, plan.defaults)


def _told(differences: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """A whole name that changes because a part of it does need not be told twice."""
    if not {"given_name", "family_name"} & {it.field for it in differences}:
        return differences
    return tuple(it for it in differences if it.field != "full_name")


def free(holder: list[Reading | Preview]) -> None:
    """Let go of everybody a few at a time: one great release would hold up the window."""
    held = holder.pop()
    plan = held.plan if isinstance(held, Preview) else None
    reading = plan.reading if plan else held
    assert isinstance(reading, Reading)
    pieces: list[object] = [*reading.registrations, *reading.refused]
    if plan and isinstance(held, Preview):
        pieces += [*plan.new, *plan.changed, *plan.cancelled, *plan.enriched, *plan.missing]
        pieces += held.lines
    del held, plan, reading
    while pieces:
        del pieces[-_FREED_AT_ONCE:]
        time.sleep(0)  # lets the window in between

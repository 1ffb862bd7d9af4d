"""What is counted of an event while its people change one by one, so that nobody counts anew."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desk_app.domain.registration import MAY_ENTER
from desk_app.store.people import PLACES

STEP_MS = 5 * 60 * 1000
_STATUS, _CATEGORY, _ORGANISATION, _WALK_IN, _HERE = (
    PLACES[name] for name in ("status", "ticket_type", "organisation", "walk_in", "here_at")
)
_Row = tuple[Any, ...]


class Stay(NamedTuple):
    """Somebody at a checkpoint: since when (ms UTC), and whether they are inside."""

    checkpoint: str
    first_at: int
    inside: int


@dataclass(slots=True)
class Tally:
    """Numbers of people; whoever is `waived` was let in against what their registration says.

    `states` are by (status, category, walk-in); `here`, at the checkpoint in hand, by (category,
    waived); `points` by (checkpoint, waived) and `steps` by (checkpoint, start of five minutes).
    `coming` may come in, or did all the same; `come` are those here.
    """

    states: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    here: Counter[tuple[str, bool]] = field(default_factory=Counter)
    points: Counter[tuple[str, bool]] = field(default_factory=Counter)
    steps: Counter[tuple[str, int]] = field(default_factory=Counter)
    coming: Counter[str] = field(default_factory=Counter)  # by organisation
    come: Counter[str] = field(default_factory=Counter)

    def add(self, row: _Row, stays: Iterable[Stay]) -> None:
        """Count a person, who stands in a plain row of `People`."""
        self._move(row, stays, 1)

    def forget(self, row: _Row, stays: Iterable[Stay]) -> None:
        """Take a person out, exactly as they were added."""
        self._move(row, stays, -1)

    def _move(self, row: _Row, stays: Iterable[Stay], by: int) -> None:
        waived = row[_STATUS] not in MAY_ENTER
        here = row[_HERE] is not None
        self.states[row[_STATUS], row[_CATEGORY], row[_WALK_IN]] += by
        if here:
            self.here[row[_CATEGORY], waived] += by
            self.come[row[_ORGANISATION]] += by
        if here or not waived:
            self.coming[row[_ORGANISATION]] += by
        for stay in stays:
            self.points[stay.checkpoint, waived] += by
            self.steps[stay.checkpoint, stay.first_at // STEP_MS * STEP_MS] += by

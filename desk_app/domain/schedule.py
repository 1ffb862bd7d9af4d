"""Which checkpoint a desk should be at, by the days and opening hours of each."""

from collections.abc import Iterable
from datetime import datetime, time

from desk_app.domain.admission import opening
from desk_app.domain.event import Checkpoint


def due(
    checkpoints: Iterable[Checkpoint],
    standing: Checkpoint,
    now: datetime,
    chosen_at: datetime | None = None,
) -> Checkpoint | None:
    """The checkpoint to change to now, or None to stay; times are on the event's clock.

    A desk stays while its own checkpoint is open, or where nobody said when it is. It changes to
    the one that is open instead; where several are, nobody can know which. What was chosen by
    hand at `chosen_at` holds until another one opens.
    """
    if not has_hours(standing) or is_open(standing, now):
        return None
    opened = [
        it
        for it in checkpoints
        if has_hours(it)
        and is_open(it, now)
        and (chosen_at is None or _span(it, now)[0] > chosen_at)
    ]
    return opened[0] if len(opened) == 1 else None


def has_hours(checkpoint: Checkpoint) -> bool:
    """Whether anything is said of when the checkpoint is open."""
    return bool(checkpoint.day or checkpoint.opens or checkpoint.closes)


def is_open(checkpoint: Checkpoint, now: datetime) -> bool:
    """Whether the checkpoint is open; one of which nothing is said always is."""
    begins, ends = _span(checkpoint, now)
    return not has_hours(checkpoint) or begins <= now <= ends


def open_since(checkpoint: Checkpoint, now: datetime) -> datetime:
    """When the checkpoint opened, at the latest opening."""
    return _span(checkpoint, now)[0]


def _span(checkpoint: Checkpoint, now: datetime) -> tuple[datetime, datetime]:
    """From when until when it is open, nearest to now; whole days where no hours are said."""
    opens, closes = opening(checkpoint, now)
    day = checkpoint.day or (opens or closes or now).date()
    begins = opens or datetime.combine(day, time.min, now.tzinfo)
    return begins, closes or datetime.combine(day, time.max, now.tzinfo)

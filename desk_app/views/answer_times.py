"""The moments of an answer, as the event's clock shows them."""

from desk_app.controllers.checkin import CheckIn, CheckInController
from desk_app.views.verdicts import Times


def times_of(answer: CheckIn, clock: CheckInController) -> Times:
    """Every moment that a verdict may name."""
    return Times(
        at=clock.local_time(answer.at, seconds=True),
        first=clock.local_time(answer.first_at) if answer.first_at else "",
        last=clock.local_time(answer.last_at) if answer.last_at else "",
        turns=_turning(answer, clock),
        listed=clock.moment(answer.list_from) if answer.list_from else "",
    )


def _turning(answer: CheckIn, clock: CheckInController) -> str:
    """When the checkpoint opens or closed: with its day where that is another day."""
    if not answer.turns_at:
        return ""
    day, time = clock.moment(answer.turns_at).rsplit(", ", 1)
    today = clock.moment(answer.at).rsplit(", ", 1)[0]
    return time if day == today else f"{day}, {time}"

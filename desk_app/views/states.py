"""How a person's state looks everywhere: word, tone and icon together, never colour alone."""

from desk_app.controllers.checkin import Person
from desk_app.words import tr

_LOOKS = {
    "expected": ("accent", "circle-dashed"),
    "arrived": ("good", "check"),
    "left": ("quiet", "log-out"),
    "pending": ("mind", "hourglass"),
    "waiting_list": ("mind", "list-ordered"),
    "cancelled": ("stop", "ban"),
    "blocked": ("stop", "user-x"),
}


def state_of(person: Person) -> str:
    """One of expected, arrived, left, pending, waiting_list, cancelled, blocked."""
    if person.here_at is not None:
        return "arrived" if person.inside else "left"
    return {"confirmed": "expected", "checked_in": "expected"}.get(person.status, person.status)


def look_of(state: str) -> tuple[str, str]:
    """(tone, icon) of a state."""
    return _LOOKS[state]


def word_of(state: str, time: str = "") -> str:
    """The word on a state's chip; arrivals with their time."""
    words = {
        "expected": tr("Expected"),
        "arrived": tr("Arrived {time}", time=time),
        "left": tr("Left"),
        "pending": tr("Pending"),
        "waiting_list": tr("Waiting list"),
        "cancelled": tr("Cancelled"),
        "blocked": tr("Blocked"),
    }
    return words[state].strip()

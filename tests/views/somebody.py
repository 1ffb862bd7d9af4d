"""A person as the lists know them, for tests of the parts that show one."""

from typing import Any

from desk_app.domain.registration import Status
from desk_app.store.people import Person

_NOBODY: dict[str, Any] = {
    "id": 1,
    "event": 1,
    "walk_in": False,
    "status": Status.CONFIRMED,
    "amended": (),
    "copies": 0,
    "arrived_at": None,
    "here_at": None,
    "inside": False,
}


def somebody(**known: Any) -> Person:
    """Confirmed and not here yet; of everything else only what is given is known."""
    blank = dict.fromkeys(Person.__dataclass_fields__, "")
    return Person(**{**blank, **_NOBODY, **known})

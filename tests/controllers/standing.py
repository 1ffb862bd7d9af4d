"""A desk that stands somewhere, for tests of controllers and screens."""

from typing import Any

from PySide6.QtCore import SignalInstance

from desk_app.domain.registration import Registration
from desk_app.services import places
from desk_app.services.places import Standing
from desk_app.store.session import Store
from tests.services.days import NINE, open_with


def clock() -> int:
    return NINE


def standing(store: Store, *people: Registration) -> Standing:
    """At the first day of the event, with these people registered."""
    with store.transaction() as session:
        open_with(session, *people)
        return places.here(session, NINE)


def heard(signal: SignalInstance) -> list[Any]:
    """Everything that the signal carries from now on."""
    sent: list[Any] = []
    signal.connect(sent.append)
    return sent

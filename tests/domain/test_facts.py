"""A fact and its identity."""

from dataclasses import FrozenInstanceError

import pytest

from desk_app.domain.facts import FactId, Refused
from tests.domain.lives import life

REFUSED = Refused("X", "door", "unknown")


def test_a_fact_is_known_by_its_desk_and_number() -> None:
    assert life(REFUSED)[0].id == FactId("a", 2)


def test_a_fact_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        life(REFUSED)[0].clock = 1  # type: ignore[misc]  # this is what must fail

"""Desks for whole days, and English again after each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app import words
from tests.flows.at_the_desk import AtTheDesk, at_the_desk, filled, speak
from tests.services.days import desk_in


@pytest.fixture
def sample_folder(folder: Path, tmp_path: Path) -> Path:
    """A data folder with the sample event and its people."""
    return filled(folder, tmp_path / "sample")


@pytest.fixture
def sample_desk(sample_folder: Path, qtbot: QtBot) -> Iterator[AtTheDesk]:
    """At the desk with the sample event, once it stands there."""
    with at_the_desk(sample_folder, qtbot) as volunteer:
        volunteer.wait(lambda: volunteer.counts == "0 of 60 arrived")
        yield volunteer
    words.use("en")


@pytest.fixture
def new_desk(folder: Path, qtbot: QtBot) -> Iterator[AtTheDesk]:
    """At a desk that was never used."""
    with desk_in(folder) as session:
        speak(session, "en")
    with at_the_desk(folder, qtbot) as volunteer:
        yield volunteer
    words.use("en")

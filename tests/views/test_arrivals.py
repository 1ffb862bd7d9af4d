"""The strip of the last arrivals: whole chips, the latest first."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.views import theme
from desk_app.views.arrivals import MOST, Arrivals
from desk_app.views.chip import Chip

MANY = [(n, f"Given{n} Family", f"09:{n:02d}") for n in range(MOST + 3)]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window that lays nothing out, so that a part keeps its size."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def strip(host: QWidget, width: int = 1200) -> Arrivals:
    arrivals = Arrivals("Last arrivals", host)
    arrivals.resize(width, 40)
    host.show()
    return arrivals


def shown(arrivals: Arrivals) -> list[str]:
    return [chip.text() for chip in arrivals.findChildren(Chip) if chip.isVisible()]


def test_a_chip_has_the_time_and_enough_of_the_name(host: QWidget) -> None:
    arrivals = strip(host)
    arrivals.set_people([(1, "Zoé Marie Lefèvre", "09:02"), (2, "Suhartiningsih", "09:01")])
    assert shown(arrivals) == ["09:02 Zoé L.", "09:01 Suhartiningsih"]


def test_before_the_first_arrival_the_strip_is_empty(host: QWidget) -> None:
    arrivals = strip(host)
    assert shown(arrivals) == []
    assert arrivals.accessibleName() == "Last arrivals"


def test_no_more_chips_than_there_are(host: QWidget) -> None:
    arrivals = strip(host, 4000)
    arrivals.set_people(MANY)
    assert len(shown(arrivals)) == MOST


def test_a_chip_that_finds_no_room_is_left_out_whole(host: QWidget) -> None:
    arrivals = strip(host, 500)
    arrivals.set_people(MANY)
    some = shown(arrivals)
    assert 0 < len(some) < MOST
    assert some == [f"09:{n:02d} Given{n} F." for n in range(len(some))]


def test_a_wider_window_shows_more(host: QWidget) -> None:
    arrivals = strip(host, 500)
    arrivals.set_people(MANY)
    before = len(shown(arrivals))
    arrivals.resize(1200, 40)
    assert len(shown(arrivals)) > before


def test_newer_people_replace_the_older(host: QWidget) -> None:
    arrivals = strip(host)
    arrivals.set_people(MANY[:4])
    arrivals.set_people([(1, "Zoé Lefèvre", "09:30")])
    assert shown(arrivals) == ["09:30 Zoé L."]

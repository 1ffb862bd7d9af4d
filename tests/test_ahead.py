"""What is loaded between frames is there when it is wanted."""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desk_app.ahead import ROOMS, Ahead


def test_every_room_is_loaded_once_and_then_it_rests(qtbot: QtBot, qapp: QObject) -> None:
    ahead = Ahead(qapp)
    ahead.begin()
    qtbot.waitUntil(lambda: not ahead.findChildren(QTimer)[0].isActive())
    assert [it for it in ROOMS if it not in sys.modules] == []
    ahead.deleteLater()


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_is_named_twice(room: str) -> None:
    assert ROOMS.count(room) == 1

"""Words that can be marked, from when the mouse is over them."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app.views import theme
from desk_app.views.copyable import CopyableLabel


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def label(qtbot: QtBot) -> CopyableLabel:
    made = CopyableLabel("name")
    qtbot.addWidget(made)
    made.setText("Marie-Antoinette DE LA ROCHEFOUCAULD")
    return made


def come(label: CopyableLabel) -> None:
    corner = QPointF(0, 0)
    QApplication.sendEvent(label, QEnterEvent(corner, corner, corner))


def go(label: CopyableLabel) -> None:
    QApplication.sendEvent(label, QEvent(QEvent.Type.Leave))


def markable(label: CopyableLabel) -> bool:
    return bool(label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)


def test_words_can_be_marked_while_the_mouse_is_over_them(label: CopyableLabel) -> None:
    assert not markable(label)
    come(label)
    assert markable(label)
    go(label)
    assert not markable(label)


def test_what_was_marked_stays_marked_when_the_mouse_goes(label: CopyableLabel) -> None:
    come(label)
    label.setSelection(0, 5)
    go(label)
    assert label.selectedText() == "Marie"


def test_words_take_the_same_room_marked_or_not(label: CopyableLabel) -> None:
    before = label.heightForWidth(300)
    come(label)
    assert label.heightForWidth(300) == before

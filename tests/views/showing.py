"""A screen as people see it: in the frame of the desk."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk_app.views.frame import Frame


def show_in_frame(qtbot: QtBot, key: str, screen: QWidget) -> Frame:
    """The frame that keeps the screen alive; in front, with the keys."""
    frame = Frame()
    qtbot.addWidget(frame)
    frame.add_screen(key, screen)
    frame.resize(1280, 800)
    with qtbot.waitActive(frame):
        frame.show()
    return frame

"""A screen is built when it is first shown, and once."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.views.frame import Frame
from desk_app.views.later import Later


class Screen(QWidget):
    """Wants the cursor in its field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)


class Builder:
    """Builds a screen, and counts."""

    def __init__(self) -> None:
        self.built: list[Screen] = []

    def __call__(self) -> QWidget:
        self.built.append(Screen())
        return self.built[-1]


def frame_with(qtbot: QtBot) -> tuple[Frame, Builder]:
    """A frame in front; its roster is built later."""
    frame, build = Frame(), Builder()
    qtbot.addWidget(frame)
    frame.add_screen("checkin", QWidget())
    frame.add_screen("roster", Later(build))
    with qtbot.waitActive(frame):
        frame.show()
    return frame, build


def test_nothing_is_built_before_it_is_shown(qtbot: QtBot) -> None:
    frame, build = frame_with(qtbot)
    assert build.built == []
    frame.show_screen("roster")
    qtbot.waitUntil(lambda: build.built[0].isVisible())


def test_a_screen_is_built_once(qtbot: QtBot) -> None:
    frame, build = frame_with(qtbot)
    for _ in range(2):
        frame.show_screen("roster")
        frame.show_screen("checkin")
    assert len(build.built) == 1


def test_the_cursor_goes_where_the_screen_wants_it(qtbot: QtBot) -> None:
    frame, build = frame_with(qtbot)
    frame.show_screen("roster")
    assert build.built[0].field.hasFocus()

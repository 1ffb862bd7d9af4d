"""A screen that is built when it is first shown: start-up pays for one screen, not for seven."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.views.leaving import LeavingScreen


class Later(LeavingScreen):
    """Stands in a screen's place until somebody goes there."""

    def __init__(self, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._screen: QWidget | None = None

    def screen_now(self) -> QWidget:
        """The screen, built at the first call."""
        if self._screen is None:
            self._screen = self._build()
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._screen)
            self.setFocusProxy(self._screen.focusProxy() or self._screen)
        return self._screen

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """As the screen does, where it asks."""
        if isinstance(self._screen, LeavingScreen):
            self._screen.ask_to_leave(go)
        else:
            go()

    def showEvent(self, event: QShowEvent) -> None:
        self.screen_now()
        super().showEvent(event)
